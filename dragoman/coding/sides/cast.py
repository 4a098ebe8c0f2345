"""The cast of a sentence: which mention says who is meant by which noun."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from msgspec.structs import replace

from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.sides.datelines import dateline_end
from dragoman.coding.sides.pronouns import crews, objects_again, subjects_again, thanked
from dragoman.coding.sides.side import Side, participant
from dragoman.coding.syntax import Tree
from dragoman.records.actors import Participant
from dragoman.records.readings import Mention

NAMING = ("of", "from", "by", "between", "with", "for", "at", "against", "in", "on", "to", "like")
_EXAMPLES = ("as", "including")  # "movements such as the Front"
_WHERE = frozenset({"in", "at", "near", "off", "outside", "across", "around"})
_HELP = frozenset({"help", "support", "backing", "assistance", "aid", "mediation", "participation"})
_STANDING = frozenset({"solidarity", "sympathy", "support", "coordination", "concert"})
_DESCRIBING = frozenset({"pronoun", "nominal", "office"})  # kinds of mentions that bear no name
_GATHERINGS = frozenset(
    {"summit", "conference", "meeting", "talk", "ceremony", "session", "forum", "convention"}
    | {"agreement", "accord", "treaty", "pact", "protocol", "declaration", "communiqué"}
)
_COLONIES = frozenset(
    {"colony", "protectorate", "possession", "dependency", "mandate", "dominion", "territory"}
    | {"province"}
)
_OTHER_CLAUSES = frozenset({"advcl", "relcl", "acl", "ccomp", "parataxis"})
_MEANWHILE = frozenset({"while", "whereas", "as"})
_DEPTH = 4  # "the leaders of the parties of the north of Chad" is deep enough


class Cast:
    """The mentions of one sentence, by token."""

    def __init__(self, tree: Tree, mentions: Iterable[Mention], text: str) -> None:
        self.tree, self.text = tree, text
        self._strangers = tree.lexicon.list("strangers")
        self._deeds = tree.lexicon.list("deeds_of_all")
        starts = [token.start for token in tree.tokens]
        self.by_token: dict[int, Mention] = {}
        self.contested: list[Mention] = []  # places that several states claim
        begin = dateline_end(text, tree.sentence)
        for mention in mentions:
            if mention.start < begin or text[mention.end : mention.end + 1] == "$":
                continue  # "US$2 million" is no state
            if not _is_somebody(mention):
                self.contested.append(mention)
            first = max(bisect_right(starts, mention.start) - 1, 0)
            for index in range(first, len(starts)):
                if starts[index] >= mention.end:
                    break
                if _is_somebody(mention) and tree.tokens[index].end > mention.start:
                    self.by_token.setdefault(index, mention)
        self.by_token |= dict(subjects_again(tree, self.by_token))
        self.by_token |= dict(thanked(tree, self.by_token))
        self.by_token |= dict(crews(tree, self.by_token, self.named_by))
        self.by_token |= dict(objects_again(tree, self.named_by))

    def at(self, index: int) -> Mention | None:
        """The mention that the token is part of."""
        return self.by_token.get(index)

    def mentions(self) -> list[Mention]:
        """The mentions of the sentence, in order, but for places of action."""
        found = {m.start: m for index, m in self.by_token.items() if not self.is_place(index)}
        return [found[start] for start in sorted(found)]

    def named_by(self, index: int, prepositions: tuple[str, ...] = NAMING) -> list[Mention]:
        """The mentions that say who is meant by the noun phrase headed here."""
        return self._named(index, prepositions, _DEPTH)

    def _named(self, index: int, prepositions: tuple[str, ...], depth: int) -> list[Mention]:
        mention = self.at(index)
        if mention:
            return [mention, *self._joined(mention, index)]
        if depth == 0:
            return []
        if self.tree.tokens[index].tag == "WP$":
            return self._all_of(self._owners_of(index), prepositions, depth)
        if self.tree.tokens[index].dep == "appos":
            beside = self._beside(index, depth)
            if beside:
                return beside
        within = (c for c in self.tree.kids(index, "appos") if not self._is_parted(index, c))
        beside = self._ruled(index, prepositions, depth)
        beside = beside or self._first_of(within, prepositions, depth)
        owners = beside or self._all_of(self.tree.owners(index), prepositions, depth)
        if self.tree.keys[index] in _GATHERINGS:
            owners = [m for m in owners if not self._is_venue(m)]
            prepositions = tuple(word for word in prepositions if word not in _WHERE)
        if owners:
            return owners
        return self._under_preposition(index, prepositions, depth) or self._led_by(index, depth)

    def _ruled(self, index: int, prepositions: tuple[str, ...], depth: int) -> list[Mention]:
        """The land that is ruled, not its ruler: of "the Malian colony of Chad" Chad."""
        is_colony = self.tree.keys[index] in _COLONIES
        lands = self.tree.obliques(index).get("of", ()) if is_colony else ()
        return self._all_of(lands, prepositions, depth)

    def _owners_of(self, whose: int) -> Iterable[int]:
        """Those before "whose": all of them in "Chad and Mali, whose ministers had met"."""
        owner = self.tree.antecedent(whose)
        many = self.tree.tokens[self.tree.tokens[whose].head].tag == "NNS"
        return self.tree.group(owner) if many else (owner,)

    def _beside(self, index: int, depth: int) -> list[Mention]:
        """Whom the noun explains, "Hamas, a movement", or who did it: "it left, a step that"."""
        tree, above = self.tree, self.tree.tokens[index].head
        if tree.keys[index] not in self._deeds:
            named = self.at(above)
            return [named] if named else []
        verb = next((a for a in tree.ancestors(above) if tree.tokens[a].pos in CLAUSAL), None)
        return [] if verb is None else self._all_of(tree.surface_subjects(verb), NAMING, depth)

    def _is_parted(self, left: int, right: int) -> bool:
        return ";" in self.tree.words[left:right]

    def _is_venue(self, mention: Mention) -> bool:
        """Whether a town lends its name to what was held or signed there: "the Bern accord"."""
        words = self.text[mention.start : mention.end]
        return mention.kind == "name" and all(words not in r.name for r in mention.referents)

    def _led_by(self, index: int, depth: int) -> list[Mention]:
        """Who stands for "a delegation led by King Moussa"."""
        heads = (c for c in self.tree.kids(index, "acl") if self.tree.keys[c] in {"lead", "head"})
        leaders = (leader for head in heads for leader in self.tree.arguments(head).subjects)
        return self._all_of(leaders, NAMING, depth)

    def _joined(self, mention: Mention, index: int) -> list[Mention]:
        """Mentions coordinated with a word inside this one: "the Republic of Chad and Mali"."""
        inside = [i for i in self.tree.subtree(index) if self.at(i) is mention and i != index]
        others = [self.at(c) for i in inside for c in self.tree.group(i)[1:]]
        before = self.tree.kids(index, "amod", "nmod", "compound")
        coupled = (self.at(c) for c in before if self.tree.kids(c, "cc"))
        # "Chadian | and Malian men"
        others += [m for m in coupled if m and m.kind not in _DESCRIBING]
        others += self._listed(mention, index)
        return [other for other in others if other is not None and other is not mention]

    def _listed(self, mention: Mention, index: int) -> list[Mention]:
        """Other states that look like an apposition: of "Chad, the UK, and Mali" the UK."""
        beside = (c for c in self.tree.kids(index, "appos") if not self._is_parted(index, c))
        named = (self.at(i) for c in beside for i in self.tree.group(c))
        states = [m for m in named if m and m.kind == "name" and _are_powers(m)]
        return [m for m in states if not _countries([m]) & _countries([mention])]

    def _under_preposition(
        self, index: int, prepositions: tuple[str, ...], depth: int
    ) -> list[Mention]:
        obliques = self.tree.obliques(index)
        for word in prepositions:
            found = self._all_of(obliques.get(word, ()), prepositions, depth)
            if found and word in _WHERE and self.tree.keys[index] in self._strangers:
                return [self._there(index, mention) for mention in found]
            if found:
                return found
        examples = [noun for word in _EXAMPLES for noun in obliques.get(word, ())]
        return self._all_of(examples, prepositions, depth)

    def _there(self, noun: int, place: Mention) -> Mention:
        """Who is known by no more than where they are: "a journalist in Bern"."""
        token = self.tree.tokens[noun]
        referents = tuple(
            replace(r, name=token.text, kind="people", wikidata=None) for r in place.referents
        )
        return Mention(start=token.start, end=token.end, kind="nominal", referents=referents)

    def _all_of(
        self, indexes: Iterable[int], prepositions: tuple[str, ...], depth: int
    ) -> list[Mention]:
        found: list[Mention] = []
        for index in indexes:
            found += [m for m in self._named(index, prepositions, depth - 1) if m not in found]
        return found

    def _first_of(
        self, indexes: Iterable[int], prepositions: tuple[str, ...], depth: int
    ) -> list[Mention]:
        for index in indexes:
            found = self._all_of(self.tree.group(index), prepositions, depth)
            if found:
                return found
        return []

    def side(self, mentions: Iterable[Mention]) -> Side:
        """The participants that these mentions stand for, each once."""
        found: dict[str, Participant] = {}
        for mention in mentions:
            for referent in mention.referents:
                found.setdefault(referent.actor, participant(self.text, mention, referent))
        return tuple(found.values())

    def countries(self, verb: int) -> list[frozenset[str]]:
        """The countries that each mention means, but for places of action and other clauses."""
        found = {
            mention.start: frozenset(_countries([mention]))
            for index, mention in self.by_token.items()
            if not self.is_place(index) and not self._is_elsewhere(index, verb)
        }
        return list(found.values())

    def _is_elsewhere(self, index: int, verb: int) -> bool:
        """Whether it stands in a clause that only hangs on the verb's, or on what governs it."""
        tree, over = self.tree, set(self.tree.ancestors(verb))
        for above in tree.ancestors(index):
            if above in over:
                return False
            free = any(tree.tokens[o].tag == "WP" for o in tree.kids(above, "dobj"))
            if tree.tokens[above].dep in {"relcl", "acl", "advcl"} or free:
                return True
        return False

    def helpers(self) -> set[str | None]:
        """The countries with whose help something is done."""
        helped = (i for i in range(len(self.tree.tokens)) if self.is_help(i))
        return {r.country for i in helped for m in self.named_by(i) for r in m.referents}

    def in_clause(self, verb: int) -> set[str]:
        """The countries that the clause of a verb names, but for those inside other clauses."""
        found: set[str] = set()
        for child in self.tree.children[verb]:
            if self.tree.tokens[child].dep not in _OTHER_CLAUSES and not self._is_anothers(child):
                found |= _countries([None if self.is_place(child) else self.at(child)])
                found |= self.in_clause(child)
        return found

    def _is_anothers(self, clause: int) -> bool:
        """Whether it is a coordinated clause with a subject of its own."""
        joined = self.tree.tokens[clause].dep == "conj" and self.tree.tokens[clause].pos in CLAUSAL
        return joined and bool(self.tree.kids(clause, "nsubj", "nsubjpass"))

    def all_countries(self) -> set[str]:
        """The countries that the sentence names, but for places of action."""
        return _countries(self.mentions())

    def under(self, verb: int) -> set[str]:
        """The countries that the clause of a verb names, with the clauses that hang on it.

        What goes on at the same time, or stands after a semicolon, does not hang on it.
        """
        found: set[str] = set()
        for child in self.tree.children[verb]:
            parted = ";" in self.tree.words[min(verb, child) : max(verb, child)]
            if not parted and not self._is_aside(child):
                found |= _countries([self.at(child)]) | self.under(child)
        return found

    def _is_aside(self, index: int) -> bool:
        """Whether it is coordinated, or tells what went on meanwhile: "while Chad voted"."""
        tree, dep = self.tree, self.tree.tokens[index].dep
        marks = {tree.words[c] for c in tree.kids(index, "mark")}
        clause = tree.tokens[index].pos in CLAUSAL
        return clause and (dep in {"conj", "parataxis"} or bool(marks & _MEANWHILE))

    def is_help(self, noun: int) -> bool:
        """Whether it is that "with" which one acts: "with support from Chad", "in solidarity"."""
        over, key = self.tree.words[self.tree.tokens[noun].head], self.tree.keys[noun]
        return (key in _HELP and over in {"with", "without"}) or (key in _STANDING and over == "in")

    def is_place(self, index: int) -> bool:
        """Whether it is where something is done, and no side of it."""
        token, mention = self.tree.tokens[index], self.at(index)
        if self.tree.is_stray(index):
            return False
        if self.tree.keys[token.head] in _GATHERINGS and mention:
            return self._is_venue(mention)
        where = self.tree.words[token.head]
        return token.dep == "pobj" and (where in _WHERE or (where == "on" and self.is_land(index)))

    def is_land(self, index: int) -> bool:
        """Whether it is a town or an island and no more: "on Malaita"."""
        mention = self.at(index)
        kinds = {r.kind for r in mention.referents} if mention else set()
        return kinds == {"place"}


def _countries(mentions: Iterable[Mention | None]) -> set[str]:
    return {r.country for m in mentions if m for r in m.referents if r.country}


def _are_powers(mention: Mention) -> bool:
    return all(referent.kind in {"state", "organisation"} for referent in mention.referents)


def _is_somebody(mention: Mention) -> bool:
    """Whether it means anyone: a town that several states claim acts for none of them."""
    return any(r.country or r.kind != "place" for r in mention.referents)
