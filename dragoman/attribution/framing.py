"""How a text names those whom it speaks of: epithets, honorifics, names kept at a distance."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.attribution.loaded import Entry, loaded
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.syntax import Tree
from dragoman.attribution.voices import Voices
from dragoman.records.claims import Framing, FramingKind, Speaker
from dragoman.records.codec import Record
from dragoman.records.readings import Mention

_NOUNS = frozenset({"NOUN", "PROPN"})
_FARTHEST = 6  # words from a loaded modifier to its noun
_LONGEST_SCARE = 6  # words between marks that only name something
_APOSTROPHES = str.maketrans("’‘", "''")


class _Found(Record, frozen=True, kw_only=True):
    """Loaded words by their tokens; `head` is the noun that names somebody."""

    first: int
    last: int
    head: int
    kind: FramingKind
    entry: Entry | None = None


class Framings:
    """Finds the loaded words in the sentences of a scene."""

    def __init__(self, scene: Scene, voices: Voices) -> None:
        self.scene = scene
        self.voices = voices
        self._known: dict[int, tuple[Framing, ...]] = {}

    def of(self, sentence: int) -> tuple[Framing, ...]:
        """The loaded words of a sentence, in the order of the text, each with whose they are."""
        if sentence not in self._known:
            tree = self.scene.tree(sentence)
            listed = tuple(_listed(tree, self._names_somebody))
            scare = (found for found in self._scare_quoted(tree) if not _overlaps(found, listed))
            every = sorted((*listed, *scare), key=lambda found: found.first)
            self._known[sentence] = tuple(self._framing(tree, found) for found in every)
        return self._known[sentence]

    def _framing(self, tree: Tree, found: _Found) -> Framing:
        start, end = tree[found.first].start, self._end(tree, found)
        target, country = self._target(tree, found)
        return Framing(
            text=self.scene.document.text[start:end],
            start=start,
            end=end,
            kind=found.kind,
            target=target,
            country=country,
            speaker=self._speaker(tree, found.head),
        )

    def _end(self, tree: Tree, found: _Found) -> int:
        """Where the words end, with the mark of a quotation that began in them."""
        start, end = tree[found.first].start, tree[found.last].end
        passage = self.scene.passages.innermost(tree[found.last].start, end)
        quotation = None if passage is None else self.scene.passages.all[passage]
        closes = quotation is not None and quotation.start >= start and quotation.inner[1] == end
        return quotation.end if closes and quotation is not None else end

    def _speaker(self, tree: Tree, head: int) -> Speaker:
        """Whose words they are."""
        told = self.voices.at(Place(sentence=tree.number, token=head))
        return told.speakers[0] if told.speakers else self.voices.section(tree.number)

    def _target(self, tree: Tree, found: _Found) -> tuple[str, str | None]:
        """Whom the words mean, as read there or as the table says; or else what they name."""
        for noun in self._meant(tree, found.head):
            for mention in self._mentions(tree, noun):
                referents = mention.referents
                countries = {referent.country for referent in referents}
                country = referents[0].country if len(countries) == 1 else None
                if len(referents) == 1:
                    return referents[0].name, country
                return self.scene.text(tree.number, *tree.name_span(noun)), country
            name = self.voices.identity.naming.proper_name(tree, noun)
            if noun != found.head and tree[noun].pos == "PROPN" and name is not None:
                return name, None
        if found.entry is not None and found.entry.name is not None:
            return found.entry.name, found.entry.country
        return self.scene.text(tree.number, *self._phrase(tree, found)), None

    @staticmethod
    def _phrase(tree: Tree, found: _Found) -> tuple[int, int]:
        """The phrase that is loaded, without its article; of a name disowned, the name."""
        first, last = tree.name_span(found.head)
        if found.entry is not None and found.kind == "distancing":
            first = max(first, found.first + len(found.entry.words))
            while first < found.head and tree[first].pos == "PUNCT":
                first += 1
        elif tree[first].dep == "det" and first < found.head:
            first += 1
        return first, max(last, found.head)

    @staticmethod
    def _meant(tree: Tree, head: int) -> Iterator[int]:
        """The nouns that may say whom a noun means: itself, its apposition, what it is said of."""
        yield head
        yield from tree.children(head, "appos")
        above = tree.parent(head)
        if above is None:
            return
        if tree[head].dep in {"appos", "compound", "amod", "nmod"} and tree[above].pos in _NOUNS:
            yield above
        if tree[head].dep in {"attr", "oprd"}:
            yield from tree.children(above, "dobj" if tree[head].dep == "oprd" else "nsubj")

    def _mentions(self, tree: Tree, noun: int) -> list[Mention]:
        """The mentions in a noun's name: that of the noun first, then those that qualify it."""
        first, last = tree.name_span(noun)
        found = self.scene.mentions(tree[first].start, tree[last].end)
        start, end = tree[noun].start, tree[noun].end
        return sorted(found, key=lambda mention: not mention.start < end or mention.end <= start)

    def _names_somebody(self, tree: Tree, noun: int) -> bool:
        """Whether a noun names an actor: as read, or as the head of a state, an army, a people."""
        ruling = self.voices.identity.words.words["ruling"]
        named = self.scene.mentions(tree[noun].start, tree[noun].end)
        return tree.lemma(noun) in ruling or bool(named)

    def _scare_quoted(self, tree: Tree) -> Iterator[_Found]:
        """Names between marks that are nobody's speech and no title."""
        for passage in self.scene.beginning_in(tree.number):
            places = self.scene.within(passage)
            short = 0 < len(places) <= _LONGEST_SCARE and self.scene.is_fragment(passage)
            if not short or self.voices.introductions.is_title(passage):
                continue
            nouns = [place.token for place in places if tree[place.token].pos in _NOUNS]
            if not nouns or self._is_word_only(tree, places[0].token):
                continue
            if self._speaker(tree, nouns[-1]).role != "quoted":
                yield _Found(
                    first=places[0].token,
                    last=places[-1].token,
                    head=nouns[-1],
                    kind="scare-quoted",
                )

    def _is_word_only(self, tree: Tree, first: int) -> bool:
        """Whether marks hold a word as a word, or a name: "the word “treaty”", "known as “X”"."""
        before = [tree.lemma(index) for index in range(max(0, first - 3), first)]
        named_words = self.voices.identity.words.words["named_words"]
        return bool({*before} & (named_words | {"know", "call", "term"}))


def _listed(tree: Tree, names_somebody: Callable[[Tree, int], bool]) -> Iterator[_Found]:
    """The words of the table, from left to right; of words that overlap, the longer ones."""
    entries = loaded().entries
    words = list(zip(map(_plain, tree.words), map(_plain, tree.lemmas), strict=True))
    if not any(text in entries or lemma in entries for text, lemma in words):
        return
    index = 0
    while index < len(words):
        found = next(_matches(tree, words, index, names_somebody), None)
        if found is not None:
            yield found
        index = index + 1 if found is None else found.last + 1


def _matches(
    tree: Tree,
    words: list[tuple[str, str]],
    first: int,
    names_somebody: Callable[[Tree, int], bool],
) -> Iterator[_Found]:
    """What the entries that begin with this word find in the sentence, longest first."""
    entries = loaded().entries
    text, lemma = words[first]
    begun = {*entries.get(text, ()), *entries.get(lemma, ())}
    for entry in sorted(begun, key=lambda entry: (-len(entry.words), entry.words)):
        last = first + len(entry.words) - 1
        spoken = words[first : last + 1]
        if len(spoken) < len(entry.words) or not all(
            word in said for word, said in zip(entry.words, spoken, strict=True)
        ):
            continue
        head = last if entry.place != "modifier" else _loaded_noun(tree, last)
        if head is None or _is_plain(words, first, last, entry):
            continue
        if entry.place == "noun" and tree[last].pos not in _NOUNS:
            continue
        if entry.place != "modifier" or entry.kind == "distancing" or names_somebody(tree, head):
            yield _Found(first=first, last=max(last, head), head=head, kind=entry.kind, entry=entry)


def _loaded_noun(tree: Tree, modifier: int) -> int | None:
    """The noun that a modifier stands before."""
    head = tree.parent(modifier)
    near = head is not None and modifier < head <= modifier + _FARTHEST
    return head if near and head is not None and tree[head].pos in _NOUNS else None


def _is_plain(words: list[tuple[str, str]], first: int, last: int, entry: Entry) -> bool:
    """Whether the neighbours of a word take its load away: "the sanctions regime"."""
    others = loaded().plain.get(entry.words[-1], frozenset())
    beside = words[max(0, first - 1) : first] + words[last + 1 : last + 2]
    return any(word in others for said in beside for word in said)


def _overlaps(found: _Found, listed: tuple[_Found, ...]) -> bool:
    return any(found.first <= other.last and other.first <= found.last for other in listed)


def _plain(word: str) -> str:
    return word if word.isascii() else word.translate(_APOSTROPHES)
