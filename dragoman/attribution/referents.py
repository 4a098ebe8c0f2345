"""Whom a noun or a pronoun means: a name, and the state that it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.naming import Naming
from dragoman.attribution.owners import Owners
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.syntax import Tree
from dragoman.records.readings import Mention

_FARTHEST = 12  # sentences back to look for whom an unresolved pronoun means
_INDEFINITE = frozenset({"a", "an", "some", "several", "many", "one", "two", "most"})

Named = tuple[str | None, str | None]  # name and country


class Referents:
    """Reads what the nouns of one scene mean."""

    def __init__(self, scene: Scene, words: Lexicon) -> None:
        self.scene = scene
        self.words = words
        self.owners = Owners(scene, words)
        self.naming = Naming(scene, words)

    def meant(self, sentence: int, token: int) -> Named:
        """Name and country of a noun's referent."""
        tree = self.scene.tree(sentence)
        if tree.word(token) in self.words.words["third_person"]:
            return self.pronoun(sentence, token)
        first, last = tree.name_span(token)
        start, end = tree[first].start, tree[last].end
        mentions = self._heard_mentions(tree, token, start, end)
        head = [m for m in mentions if m.start <= tree[token].start and tree[token].end <= m.end]
        nameless = self._is_nameless(tree, token)
        if head and not nameless and head[0].kind != "adjective":
            return referent(head[0])
        if self.naming.is_outlet(tree, token):
            return self.naming.proper_name(tree, token), None
        country = next((referent(mention)[1] for mention in (*head, *mentions)), None)
        if nameless:
            return self._body_or_name(tree, token, mentions), country
        aside = country if country is not None else self._aside(tree, token)
        return self.naming.proper_name(tree, token), aside

    def _heard_mentions(self, tree: Tree, token: int, start: int, end: int) -> list[Mention]:
        """The mentions in a name, without those in quotation marks of their own."""
        here = self.scene.passage_of(Place(sentence=tree.number, token=token))
        return [
            mention
            for mention in self.scene.mentions(start, end)
            if self.scene.passages.innermost(mention.start, mention.end) == here
        ]

    def pronoun(self, sentence: int, token: int) -> Named:
        """Whom a pronoun means: as read, or else the last subject that has a name."""
        tree = self.scene.tree(sentence)
        here = self.scene.mentions(tree[token].start, tree[token].end)
        if here:
            return referent(here[0])
        person = tree.word(token) in {"he", "she", "him", "her", "his"}
        plural = tree.word(token) in {"they", "them", "their"}
        other: int | None = sentence
        for _ in range(_FARTHEST):
            if other is None or plural:
                break
            for subject in self._subjects(other, before=(sentence, token)):
                place = Place(sentence=other, token=subject)
                owner = self.owners.of(place) or place
                meant = self.meant(owner.sentence, owner.token)
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
        pronouns = self.words.words["pronouns"]
        for index in range(before[1] if here else len(tree.tokens)):
            token = tree[index]
            subject = token.dep in {"nsubj", "nsubjpass"} and token.pos in {"NOUN", "PROPN"}
            if not subject or token.text.lower() in pronouns or (
                here and self._is_told(tree, index, before[1])
            ):  # fmt: skip
                continue
            if self.scene.passage_of(Place(sentence=sentence, token=index)) is None:
                yield index

    @staticmethod
    def _is_told(tree: Tree, index: int, pronoun: int) -> bool:
        """Whether a subject stands in what the pronoun's verb tells: "it struck first, it said"."""
        verb, cue = tree.parent(index), tree.parent(pronoun)
        if verb is None or cue is None or verb == cue:
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
            tree.word(child) in _INDEFINITE
            for child in tree.children(token, "det", "nummod", "amod")
        )
        bare_plural = tree[token].tag == "NNS" and tree.child(token, "det", "poss") is None
        return indefinite or bare_plural or tree.lemma(token) in self.words.words["anonymous"]

    def _body_or_name(self, tree: Tree, token: int, mentions: list[Mention]) -> str | None:
        """The body that a mouthpiece speaks for, if it is named; or a name beside the noun."""
        if tree.lemma(token) not in self.words.words["mouthpieces"]:
            return self.naming.proper_name(tree, token)
        to = next((p for p in tree.children(token, "prep") if tree.lemma(p) == "to"), None)
        end = tree[token].end if to is None else tree[to].start
        named = [m for m in mentions if m.kind == "name" and m.referents[0].kind != "state"]
        own = [mention for mention in named if to is None or mention.start < end]
        return own[-1].referents[0].name if own else None

    def _aside(self, tree: Tree, token: int) -> str | None:
        """The country named beside a name: "Ann Ek, the Swedish envoy", "Swedish envoy Ann Ek"."""
        aside = tree.parent(token) if tree[token].dep == "appos" else tree.child(token, "appos")
        if aside is None:
            return None
        span = tree.subtree(aside)
        found = self._heard_mentions(tree, token, tree[span[0]].start, tree[span[-1]].end)
        return next((referent(mention)[1] for mention in found), None)


def referent(mention: Mention) -> Named:
    """Name and country; several referents have no one name, and a country only if they share it."""
    first = mention.referents[0]
    if len(mention.referents) == 1:
        return first.name, first.country
    countries = {named.country for named in mention.referents}
    return None, first.country if len(countries) == 1 else None
