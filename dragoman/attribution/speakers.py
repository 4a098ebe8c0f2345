"""Who a speaker is: from the words that name them to a name and a country."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.sections import author
from dragoman.attribution.syntax import Tree
from dragoman.records.claims import Coding, Speaker, SpeakerRole
from dragoman.records.readings import Mention

# Types of act that are done in words.
VERBAL_TYPES = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
)
_FARTHEST = 12  # sentences back to look for whom an unresolved pronoun means
_HOLDERS = ("by", "from", "of", "in")


class Identity:
    """Names speakers of one scene; participants of the event help where mentions do not."""

    def __init__(self, scene: Scene, words: Lexicon) -> None:
        self.scene = scene
        self.words = words

    def speaker(self, role: SpeakerRole, place: Place, coding: Coding | None = None) -> Speaker:
        """The speaker that a noun or pronoun names."""
        tree = self.scene.tree(place.sentence)
        if tree.child(place.token, "conj") is not None:
            return self._together(role, place)
        first, last = tree.name_span(place.token)
        owner = self._owner(tree, place.token)
        meant = place if owner is None else Place(sentence=place.sentence, token=owner)
        name, country = self._meant(meant.sentence, meant.token)
        if country is None and coding is not None:
            country = self._side(tree, (first, last), coding)
        if country is None and name is None:
            country = self._understood(meant, coding)
        text = self.scene.text(place.sentence, first, last)
        return Speaker(role=role, name=name, country=country, text=text)

    def _together(self, role: SpeakerRole, place: Place) -> Speaker:
        """Speakers who say one thing: no one name, and a country only if they share it."""
        tree = self.scene.tree(place.sentence)
        nouns = _joined(tree, place.token)
        countries = {self._meant(place.sentence, noun)[1] for noun in nouns}
        first, last = tree.name_span(nouns[0])[0], tree.name_span(nouns[-1])[1]
        return Speaker(
            role=role,
            country=next(iter(countries)) if len(countries) == 1 else None,
            text=self.scene.text(place.sentence, first, last),
        )

    def is_first_person(self, place: Place) -> bool:
        """Whether a speaker is the one whose words these are: "we", "our ministry"."""
        tree = self.scene.tree(place.sentence)
        first, last = tree.name_span(place.token)
        own = self.words.words["first_person"]
        if tree[place.token].text.lower() in own:
            return True
        possessors = tree.children(place.token, "poss")
        return any(tree[child].text.lower() in own for child in possessors) or (
            tree[first].text.lower() == "this" and first != last and self._is_office(tree, place)
        )

    def is_author(self, place: Place, speaker: Speaker) -> bool:
        """Whether a speaker named is the document's own source."""
        source = self.scene.document.source
        called = {speaker.name, speaker.text, _bare(speaker.text or "")}
        if source.name in called:
            return True
        tree = self.scene.tree(place.sentence)
        own_office = source.kind == "ministry" and self._is_office(tree, place)
        return own_office and source.country is not None and speaker.country == source.country

    def is_kind(self, place: Place, kind: str) -> bool:
        """Whether a noun, or a noun within its name, is of a kind in the speakers' table."""
        tree = self.scene.tree(place.sentence)
        listed = self.words.words[kind]
        near = [place.token, *tree.children(place.token, "compound", "amod", "appos")]
        return any(tree.lemma(token) in listed for token in near)

    def is_second_hand(self, place: Place) -> bool:
        """Whether a speaker passes on what others did."""
        return self.is_kind(place, "secondhand")

    def _is_office(self, tree: Tree, place: Place) -> bool:
        return tree.lemma(place.token) in self.words.words["offices"]

    def _meant(self, sentence: int, token: int) -> tuple[str | None, str | None]:
        """Name and country of a noun's referent."""
        tree = self.scene.tree(sentence)
        if tree[token].text.lower() in self.words.words["third_person"]:
            return self._pronoun(sentence, token)
        first, last = tree.name_span(token)
        start, end = tree[first].start, tree[last].end
        mentions = self.scene.mentions(start, end)
        head = [m for m in mentions if m.start <= tree[token].start and tree[token].end <= m.end]
        nameless = self._is_nameless(tree, token)
        if head and not nameless and head[0].kind != "adjective":
            return _referent(head[0])
        country = next((_referent(mention)[1] for mention in (*head, *mentions)), None)
        if nameless:
            return self._institution(tree, token, mentions), country
        aside = country if country is not None else self._aside(tree, token)
        return self._proper_name(tree, token), aside

    def _understood(self, place: Place, coding: Coding | None) -> str | None:
        """The country of "our ministry", or of an office named without its state."""
        tree = self.scene.tree(place.sentence)
        own = self.words.words["first_person"]
        if any(tree[index].text.lower() in own for index in tree.subtree(place.token)):
            return author(self.scene.document, self.scene.reading).country
        official = self.words.words["offices"] | self.words.words["mouthpieces"]
        if tree.lemma(place.token) not in official:
            return None
        acting = None if coding is None else _acting(coding)
        return self._earlier(place) or acting or self._pronoun(place.sentence, place.token)[1]

    def _earlier(self, place: Place) -> str | None:
        """The country of the same office, where it was named in full before."""
        lemma = self.scene.tree(place.sentence).lemma(place.token)
        other = self.scene.neighbour(place.sentence, -1)
        for _ in range(_FARTHEST):
            if other is None:
                break
            tree = self.scene.tree(other)
            for index in range(len(tree.tokens)):
                country = self._meant(other, index)[1] if tree.lemma(index) == lemma else None
                if country is not None:
                    return country
            other = self.scene.neighbour(other, -1)
        return None

    def _pronoun(self, sentence: int, token: int) -> tuple[str | None, str | None]:
        """Whom a pronoun means: as read, or else the last subject that has a name."""
        tree = self.scene.tree(sentence)
        here = self.scene.mentions(tree[token].start, tree[token].end)
        if here:
            return _referent(here[0])
        person = tree[token].text.lower() in {"he", "she", "him", "her", "his"}
        plural = tree[token].text.lower() in {"they", "them", "their"}
        other: int | None = sentence
        for _ in range(_FARTHEST):
            if other is None or plural:
                break
            for subject in self._subjects(other, before=(sentence, token)):
                meant = self._meant(other, subject)
                if meant != (None, None) and not (person and self._is_state(other, subject)):
                    return meant
            other = self.scene.neighbour(other, -1)
        return None, None

    def _is_state(self, sentence: int, token: int) -> bool:
        word = self.scene.tree(sentence)[token]
        found = self.scene.mentions(word.start, word.end)
        return any(mention.referents[0].kind == "state" for mention in found)

    def _subjects(self, sentence: int, before: tuple[int, int]) -> Iterator[int]:
        """The nouns that are subjects in a sentence, as far as the place asked from."""
        tree = self.scene.tree(sentence)
        here = sentence == before[0]
        pronouns = self.words.words["third_person"] | self.words.words["first_person"]
        for index in range(before[1] if here else len(tree.tokens)):
            token = tree[index]
            subject = token.dep in {"nsubj", "nsubjpass"} and token.pos in {"NOUN", "PROPN"}
            told = here and self._is_told(tree, index, before[1])
            heard = self.scene.passage_of(Place(sentence=sentence, token=index)) is None
            if subject and heard and not told and token.text.lower() not in pronouns:
                yield index

    @staticmethod
    def _is_told(tree: Tree, index: int, pronoun: int) -> bool:
        """Whether a subject stands in what the pronoun's verb tells: "it struck first, it said"."""
        verb, cue = tree.parent(index), tree.parent(pronoun)
        if verb is None or cue is None:
            return False
        return cue in tree.path(verb) or (
            tree[cue].dep == "parataxis" and verb in tree.path(cue)
        )  # fmt: skip

    def _is_nameless(self, tree: Tree, token: int) -> bool:
        """Whether a noun describes a speaker without naming one: "a diplomat", "analysts"."""
        if tree[token].pos == "PROPN":
            return False
        if tree.lemma(token) in self.words.words["mouthpieces"]:
            return True
        indefinite = any(
            tree[child].text.lower() in {"a", "an", "some", "several", "many", "one", "two", "most"}
            for child in tree.children(token, "det", "nummod", "amod")
        )
        bare_plural = tree[token].tag == "NNS" and tree.child(token, "det", "poss") is None
        return indefinite or bare_plural or tree.lemma(token) in self.words.words["anonymous"]

    def _institution(self, tree: Tree, token: int, mentions: list[Mention]) -> str | None:
        """The body that a mouthpiece speaks for, where it is named."""
        if tree.lemma(token) not in self.words.words["mouthpieces"]:
            return None
        named = [m for m in mentions if m.kind == "name" and m.referents[0].kind != "state"]
        return named[-1].referents[0].name if named else None

    def _proper_name(self, tree: Tree, token: int) -> str | None:
        """A name that no catalogue knows, as it stands there without titles."""
        if tree[token].pos != "PROPN":
            aside = tree.child(token, "appos")
            named = aside is not None and tree[aside].pos == "PROPN"
            return self._proper_name(tree, aside) if named and aside is not None else None
        if tree.lemma(token) in self.words.words["offices"]:
            return None
        first, titles = token, self.words.words["titles"]
        while first > 0 and self._is_name_part(tree, first - 1, titles):
            first -= 1
        return self.scene.text(tree.number, first, token)

    @staticmethod
    def _is_name_part(tree: Tree, index: int, titles: frozenset[str]) -> bool:
        word = tree[index]
        return word.tag == "HYPH" or (word.pos == "PROPN" and word.text.lower() not in titles)

    def _aside(self, tree: Tree, token: int) -> str | None:
        """The country named beside a name: "Ann Ek, the Swedish envoy", "Swedish envoy Ann Ek"."""
        aside = tree.parent(token) if tree[token].dep == "appos" else tree.child(token, "appos")
        if aside is None:
            return None
        span = tree.subtree(aside)
        found = self.scene.mentions(tree[span[0]].start, tree[span[-1]].end)
        return next((_referent(mention)[1] for mention in found), None)

    def _owner(self, tree: Tree, noun: int) -> int | None:
        """Whose word a text is: its possessor, its sender, or the paper that printed it."""
        if tree.lemma(noun) not in self.words.words["carriers"]:
            return None
        owner = tree.child(noun, "poss")
        if owner is not None:
            return owner
        for below in (noun, *tree.children(noun, "acl")):
            for preposition in tree.children(below, "prep", "agent"):
                holder = tree.child(preposition, "pobj")
                if tree[preposition].text.lower() in _HOLDERS and holder is not None:
                    return self._outlet(tree, holder)
        return self._sender(tree, noun)

    @staticmethod
    def _outlet(tree: Tree, holder: int) -> int:
        """The name that follows a paper's description: "the newspaper Dawn"."""
        aside = tree.child(holder, "appos")
        return aside if aside is not None and tree[aside].pos == "PROPN" else holder

    def _sender(self, tree: Tree, noun: int) -> int | None:
        """The subject of the verb that sends or issues the text."""
        for node in tree.path(noun):
            lemma, words = tree.lemma(node), self.words.words
            issues = lemma in words["issuing"] or lemma in self.words.verbs
            if node != noun and tree[node].pos == "VERB" and issues:
                subject = tree.subject(node)
                return subject if subject not in (None, noun) else None
        return None

    @staticmethod
    def _side(tree: Tree, span: tuple[int, int], coding: Coding) -> str | None:
        """The country of the participant that a speaker is."""
        start, end = tree[span[0]].start, tree[span[1]].end
        sides = (*coding.actors, *coding.recipients)
        return next((side.country for side in sides if side.start < end and start < side.end), None)


def _joined(tree: Tree, noun: int) -> list[int]:
    """A noun and those that are joined to it, in the order of the text."""
    found, following = [noun], tree.child(noun, "conj")
    while following is not None and following not in found:
        found.append(following)
        following = tree.child(following, "conj")
    return sorted(found)


def _acting(coding: Coding) -> str | None:
    """The state that acts in words, of which its own office is most often the speaker."""
    countries = {actor.country for actor in coding.actors}
    verbal = coding.event_type in VERBAL_TYPES
    return next(iter(countries)) if verbal and len(countries) == 1 else None


def _bare(text: str) -> str:
    """A name without its article."""
    return text.removeprefix("The ").removeprefix("the ")


def _referent(mention: Mention) -> tuple[str | None, str | None]:
    """Name and country; several referents have no one name, and a country only if they share it."""
    first = mention.referents[0]
    if len(mention.referents) == 1:
        return first.name, first.country
    countries = {referent.country for referent in mention.referents}
    return None, first.country if len(countries) == 1 else None
