"""Who a speaker is: from the words that name them to a name and a country."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.syntax import Tree
from dragoman.records.actors import Participant
from dragoman.records.claims import Speaker, SpeakerRole
from dragoman.records.readings import Mention

_FARTHEST = 12  # sentences back to look for whom an unresolved pronoun means
_HOLDERS = ("by", "from", "of", "in")


class Identity:
    """Names speakers of one scene; participants of the event help where mentions do not."""

    def __init__(self, scene: Scene, words: Lexicon) -> None:
        self.scene = scene
        self.words = words

    def speaker(
        self, role: SpeakerRole, place: Place, sides: Iterable[Participant] = ()
    ) -> Speaker:
        """The speaker that a noun or pronoun names."""
        tree = self.scene.tree(place.sentence)
        first, last = tree.name_span(place.token)
        text = self.scene.text(place.sentence, first, last)
        owner = self._owner(tree, place)
        meant = owner if owner is not None else place.token
        name, country = self._meant(place.sentence, meant)
        if country is None:
            country = self._side(tree, (first, last), sides)
        return Speaker(role=role, name=name, country=country, text=text)

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

    def _pronoun(self, sentence: int, token: int) -> tuple[str | None, str | None]:
        """Whom a pronoun means: as read, or else the last subject that has a name."""
        tree = self.scene.tree(sentence)
        here = self.scene.mentions(tree[token].start, tree[token].end)
        if here:
            return _referent(here[0])
        plural = tree[token].text.lower() in {"they", "them", "their"}
        other: int | None = sentence
        for _ in range(_FARTHEST):
            subject = (
                None if other is None else self._named_subject(other, before=(sentence, token))
            )
            if subject is not None and other is not None and not plural:
                return self._meant(other, subject)
            other = None if other is None else self.scene.neighbour(other, -1)
        return None, None

    def _named_subject(self, sentence: int, before: tuple[int, int]) -> int | None:
        tree = self.scene.tree(sentence)
        here = sentence == before[0]
        limit = before[1] if here else len(tree.tokens)
        pronouns = self.words.words["third_person"] | self.words.words["first_person"]
        for index in range(limit):
            token = tree[index]
            subject = token.dep in {"nsubj", "nsubjpass"} and token.pos in {"NOUN", "PROPN"}
            if not subject or token.text.lower() in pronouns:
                continue
            if not (here and self._is_told(tree, index, before[1])):
                return index
        return None

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
        first = token
        titles = self.words.words["titles"]
        while first > 0 and tree[first - 1].pos == "PROPN" and (
            tree[first - 1].text.lower() not in titles
        ):  # fmt: skip
            first -= 1
        return " ".join(tree[index].text for index in range(first, token + 1))

    def _aside(self, tree: Tree, token: int) -> str | None:
        """The country named in an aside: "Ann Ek, the Swedish envoy"."""
        aside = tree.child(token, "appos")
        if aside is None:
            return None
        span = tree.subtree(aside)
        found = self.scene.mentions(tree[span[0]].start, tree[span[-1]].end)
        return next((_referent(mention)[1] for mention in found), None)

    def _owner(self, tree: Tree, place: Place) -> int | None:
        """Whose word a text is: its possessor, its sender, or the paper that printed it."""
        noun = place.token
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
            issues = tree.lemma(node) in self.words.words["issuing"]
            if node != noun and tree[node].pos == "VERB" and issues:
                subject = tree.subject(node)
                return subject if subject not in (None, noun) else None
        return None

    @staticmethod
    def _side(tree: Tree, span: tuple[int, int], sides: Iterable[Participant]) -> str | None:
        """The country of the participant that a speaker is."""
        start, end = tree[span[0]].start, tree[span[1]].end
        return next((side.country for side in sides if side.start < end and start < side.end), None)


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
