"""Who a speaker is: from the words that name them to a name and a country."""

from __future__ import annotations

from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.referents import Referents, referent
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.syntax import Tree
from dragoman.records.claims import Coding, Speaker, SpeakerRole

# Types of act that are done in words.
VERBAL_TYPES = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
)
_FARTHEST = 12  # sentences back to look for an office named in full


class Identity:
    """Names speakers of one scene; participants of the event help where mentions do not."""

    def __init__(self, scene: Scene, words: Lexicon) -> None:
        self.scene = scene
        self.words = words
        self.referents = Referents(scene, words)
        self.owners = self.referents.owners
        self.naming = self.referents.naming
        self._offices: dict[tuple[int, str], str | None] = {}

    def speaker(self, role: SpeakerRole, place: Place, coding: Coding | None = None) -> Speaker:
        """The speaker that a noun or pronoun names."""
        tree = self.scene.tree(place.sentence)
        if tree.child(place.token, "conj") is not None:
            return self._together(role, place)
        first, last = tree.name_span(place.token)
        if self._is_of_several(place):
            return Speaker(role=role, text=self.scene.text(place.sentence, first, last))
        meant = self.owners.of(place) or self.naming.former(place) or place
        name, country = self.referents.meant(meant.sentence, meant.token)
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
        countries = {self.referents.meant(place.sentence, noun)[1] for noun in nouns}
        first, last = tree.name_span(nouns[0])[0], tree.name_span(nouns[-1])[1]
        return Speaker(
            role=role,
            country=next(iter(countries)) if len(countries) == 1 else None,
            text=self.scene.text(place.sentence, first, last),
        )

    def is_first_person(self, place: Place) -> bool:
        """Whether a speaker is the one whose words these are: "we", "our ministry"."""
        tree = self.scene.tree(place.sentence)
        own = self.words.words["first_person"]
        if tree.word(place.token) in own:
            return True
        owner = self.owners.of(place)
        if owner is not None and owner != place and self.is_first_person(owner):
            return True
        possessors = tree.children(place.token, "poss")
        if any(tree.word(child) in own for child in possessors):
            return self._is_own_side(tree, place)
        first, last = tree.name_span(place.token)
        this = tree.word(first) == "this" and first != last
        return this and self._is_office(tree, place)

    def is_author(self, place: Place, speaker: Speaker) -> bool:
        """Whether a speaker named is the document's own source."""
        own, called = self.scene.author, {speaker.name, speaker.text, _bare(speaker.text or "")}
        if self.scene.document.source.name in called:
            return True
        if not own.is_office:
            return False
        tree, country = self.scene.tree(place.sentence), own.country
        if country is not None and speaker.country == country and self._is_office(tree, place):
            return True
        lemma = tree.lemma(place.token)
        mouth = lemma in self.words.words["mouthpieces"] or lemma == "ministry"
        definite = any(tree.word(c) == "the" for c in tree.children(place.token, "det"))
        return mouth and definite and speaker.country in {None, country}

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

    def _is_own_side(self, tree: Tree, place: Place) -> bool:
        """Whether "our" makes a noun one's own side, unlike "our neighbours" and "my uncle"."""
        return tree.lemma(place.token) in self.words.words["own"]

    def _is_of_several(self, place: Place) -> bool:
        """Whether a body is that of several states: "the armies of India and Pakistan"."""
        tree = self.scene.tree(place.sentence)
        joint = any(
            tree.is_joint(noun)
            for preposition in tree.children(place.token, "prep")
            for noun in tree.children(preposition, "pobj")
        )
        first, last = tree.name_span(place.token)
        mentions = self.scene.mentions(tree[first].start, tree[last].end) if joint else []
        return len({named.country for mention in mentions for named in mention.referents}) > 1

    def _understood(self, place: Place, coding: Coding | None) -> str | None:
        """The country of "our ministry", "its envoy", or of an office named without its state."""
        tree = self.scene.tree(place.sentence)
        if self.is_first_person(place) or self._is_of_first_person(tree, place.token):
            return self.scene.author.country
        words = self.words.words
        if tree.lemma(place.token) not in words["official"]:
            return None
        owner = tree.child(place.token, "poss")
        if owner is not None and tree.word(owner) in words["third_person"]:
            return self.referents.pronoun(place.sentence, owner)[1]
        acting = None if coding is None else _acting(coding)
        return (
            self._earlier(place)
            or self._body_before(place)
            or acting
            or self.referents.pronoun(place.sentence, place.token)[1]
            or self._dateline()
        )

    def _is_of_first_person(self, tree: Tree, token: int) -> bool:
        """Whether a mouthpiece speaks for "our ministry"."""
        return any(
            self.is_first_person(Place(sentence=tree.number, token=holder))
            for preposition in tree.children(token, "prep")
            for holder in tree.children(preposition, "pobj")
            if tree.lemma(preposition) in {"of", "for", "from"}
        )

    def _dateline(self) -> str | None:
        """The state of the town that the document was sent from."""
        end = self.scene.dateline
        found = self.scene.mentions(0, end) if end else []
        return next((referent(mention)[1] for mention in found), None)

    def _earlier(self, place: Place) -> str | None:
        """The country of the same office, where it was named in full before."""
        lemma = self.scene.tree(place.sentence).lemma(place.token)
        other = self.scene.neighbour(place.sentence, -1)
        for _ in range(_FARTHEST):
            if other is None:
                break
            country = self._office_in(other, lemma)
            if country is not None:
                return country
            other = self.scene.neighbour(other, -1)
        return None

    def _body_before(self, place: Place) -> str | None:
        """The country of the office named in the sentence before, of which a mouthpiece speaks."""
        words = self.words.words
        before = self.scene.neighbour(place.sentence, -1)
        if before is None or (
            self.scene.tree(place.sentence).lemma(place.token) not in words["mouthpieces"]
        ):
            return None
        offices = (lemma for lemma in self.scene.tree(before).lemmas if lemma in words["offices"])
        countries = (self._office_in(before, lemma) for lemma in offices)
        return next(filter(None, countries), None)

    def _office_in(self, sentence: int, lemma: str) -> str | None:
        """The country of an office that a sentence names in full."""
        key = (sentence, lemma)
        if key not in self._offices:
            tree = self.scene.tree(sentence)
            named = (i for i in range(len(tree.tokens)) if tree.lemma(i) == lemma)
            countries = (self.referents.meant(sentence, index)[1] for index in named)
            self._offices[key] = next(filter(None, countries), None)
        return self._offices[key]

    @staticmethod
    def _side(tree: Tree, span: tuple[int, int], coding: Coding) -> str | None:
        """The country of the participant that a speaker is."""
        start, end = tree[span[0]].start, tree[span[1]].end
        sides = (*coding.actors, *coding.recipients)
        found = {side.country for side in sides if side.start < end and start < side.end}
        return found.pop() if len(found) == 1 else None


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
