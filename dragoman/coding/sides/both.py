"""Both sides: what the two of whom a text tells did together, though the sentence names nobody."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.sides.across import RELATIONS
from dragoman.coding.sides.partners import Partners
from dragoman.coding.sides.roles import Roles, is_mutual
from dragoman.coding.sides.side import Side, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.records.claims import Coding

_SUBJECTS = ("nsubj", "nsubjpass", "attr")  # "talks were held", "there were talks"
_ENVOYS = frozenset({"adviser", "advisor", "negotiator", "representative", "expert"})
_TAKING_PLACE = frozenset({"be", "take", "hold", "occur", "happen", "arrange", "cancel"})
_JOINT = frozenset({"joint", "mixed", "bilateral", "binational"})
_MET = frozenset({"CONSULT", "SUPPORT"})
_OF_MANY = frozenset({"summit", "conference", "assembly", "session"})
_MEANWHILE = frozenset({"at", "during", "in", "after", "since"})
_PARTED = frozenset({"with", "between", "among", "of"})
_TWO = frozenset({"two", "both"})
_WITHIN = frozenset({"advcl", "pcomp", "relcl"})  # of clauses in others: "since it began"
_GUARDS = frozenset({"guard", "patrol", "outpost", "gun", "artillery"})
_ROUNDS = frozenset({"day", "hour", "week", "month", "round", "series"})


_FIGHTING = frozenset({"fight", "battle", "brawl", "skirmish", "grapple", "scuffle"})
_AGAINST = frozenset({"against", "alongside", "beside", "for", "off", "under"})


def is_fought_out(tree: Tree, telling: Telling) -> bool:
    """Whether some fought, and no word says for what or with whom: "fought with stones"."""
    arguments = tree.arguments(telling.match.anchor)
    others = arguments.objects or _AGAINST.intersection(arguments.obliques)
    return tree.keys[telling.match.anchor] in _FIGHTING and not others


class Both:
    """Finds the sides of the events of one sentence that go without saying between the two."""

    def __init__(self, tree: Tree, roles: Roles, partners: Partners) -> None:
        self.tree, self.roles, self.partners = tree, roles, partners
        self._officials = tree.lexicon.list("officials") | _ENVOYS
        self._troops = tree.lexicon.list("troops") | tree.lexicon.list("police") | _GUARDS
        self._happening = tree.lexicon.list("happening") | _TAKING_PLACE

    def acting(self, telling: Telling, number: int, told: Sequence[Coding]) -> Side:
        """The two who did it together, where it is said of nobody: "no meeting took place"."""
        joint = is_mutual(telling) or bool({*telling.modes} & RELATIONS)
        if joint and (there := self._those_there(telling.match.anchor)):
            return there
        if telling.match.proposed or not (is_mutual(telling) or self._is_at_each_other(telling)):
            return ()
        both, named = self.partners.pair(number, told), self.roles.cast.all_countries()
        if named <= countries_of(both):
            without_saying = self._is_joint(telling) or self._goes_without_saying(telling)
            if without_saying or self._is_of_two(telling) or self._is_fighting(telling):
                return both
        # "signed it | after four days of talks"
        theirs = self._is_of_rounds(telling) or self._is_of_those_named(telling)
        return both if theirs and countries_of(both) <= named else ()

    def _those_there(self, verb: int) -> Side:
        """Guest and host: "he flew to Bern in May, where a treaty was signed"."""
        tree, roles = self.tree, self.roles
        where = [c for c in tree.kids(verb, "advmod") if tree.words[c] == "where"]
        above = tree.ancestors(tree.tokens[verb].head)
        over = next((a for a in above if tree.tokens[a].pos in CLAUSAL), verb)
        if not where or over >= verb:
            return ()
        places = [i for i in range(over, where[0]) if roles.cast.at(i)]
        both = roles.side_of([*places[-1:], *tree.surface_subjects(over)])
        return both if len(countries_of(both)) == 2 else ()

    def _is_at_each_other(self, telling: Telling) -> bool:
        """Whether some fight one another, or fight, and no word says with whom."""
        if telling.event_type != "ASSAULT" or telling.match.verb is None:
            return False
        return self.roles.is_each_other(telling.match) or is_fought_out(self.tree, telling)

    def _is_of_two(self, telling: Telling) -> bool:
        """Whether "the two" do it, or somebody of "two countries"."""
        tree = self.tree
        subjects = tree.arguments(telling.match.anchor).subjects
        groups = [n for s in subjects for n in (s, *tree.obliques(s).get("of", ()))]
        return any(tree.words[i] in _TWO for n in groups for i in (n, *tree.kids(n, "nummod")))

    def _is_fighting(self, telling: Telling) -> bool:
        """Whether it is fought out by troops of whom no more is said, or by nobody at all."""
        tree, match = self.tree, telling.match
        if telling.event_type != "ASSAULT" or telling.negated:
            return False
        if match.verb is None:
            return self._is_held(match.head) or tree.tokens[match.head].dep == "ROOT"
        if tree.tokens[match.verb].dep in _WITHIN:
            return False
        subjects = tree.arguments(match.anchor).subjects
        return all(tree.keys[s] in self._troops or s in (match.key, *match.used) for s in subjects)

    def _goes_without_saying(self, telling: Telling) -> bool:
        match = telling.match
        noun = match.head if match.frame.word_class == "nouns" else match.key
        if noun is not None and _PARTED & self.tree.obliques(noun).keys() - {"of"}:
            return False  # "talks with other countries"
        if match.frame.word_class == "nouns" and match.verb is None:
            return self._is_held(match.head) or self._is_of_rounds(telling)
        return self._is_by_officials(match.anchor, match.key)

    def _is_held(self, noun: int) -> bool:
        """Whether a clause says no more of it than that it was held, or was not."""
        tree, token = self.tree, self.tree.tokens[noun]
        while token.dep in {"pobj", "prep"}:  # "two rounds of | talks followed"
            noun = token.head
            token = tree.tokens[noun]
        verb = token.head
        held = tree.keys[verb] in self._happening and not tree.kids(verb, "acomp", "oprd")
        single = token.tag == "NN" and not tree.kids(noun, "det", "nummod", "amod")
        of_another = token.dep == "attr" and not tree.kids(verb, "expl")  # "is the talk of town"
        subject = token.dep in _SUBJECTS and not of_another
        return subject and self._is_told(verb) and held and not single

    def _is_told(self, verb: int) -> bool:
        """Whether a clause says it for itself."""
        return self.tree.tokens[verb].dep in {"ROOT", "conj", "ccomp"}

    def _is_of_rounds(self, telling: Telling) -> bool:
        """Whether it is told with its length: "after four days of talks"."""
        tree, noun = self.tree, telling.match.head
        measure = tree.tokens[tree.tokens[noun].head].head
        counted = tree.keys[measure] in _ROUNDS and bool(tree.kids(measure, "nummod", "det"))
        over = tree.words[tree.tokens[measure].head]
        return counted and over in {"after", "following", "during"}

    def _is_joint(self, telling: Telling) -> bool:
        """Whether both have it together, or a body of both met: "a mixed commission met"."""
        tree, match = self.tree, telling.match
        nouns = [n for n in (match.head, match.key) if n is not None]
        if telling.event_type == "CONSULT":
            nouns += tree.surface_subjects(match.anchor)
        return any(tree.words[c] in _JOINT for n in nouns for c in tree.kids(n, "amod", "compound"))

    def _is_of_those_named(self, telling: Telling) -> bool:
        """Whether they met meanwhile, and no word says who: "at the meeting in May"."""
        tree, noun = self.tree, telling.match.head
        met = telling.event_type in _MET and tree.keys[noun] not in _OF_MANY
        if telling.match.verb is not None or tree.tokens[noun].dep != "pobj" or not met:
            return False
        meanwhile = tree.words[tree.tokens[noun].head] in _MEANWHILE
        others = [n for word in _PARTED for n in tree.obliques(noun).get(word, ())]
        said = any(tree.tokens[n].pos != "NUM" for n in others)  # but not "the talks of 1994"
        return meanwhile and not said and bool(tree.kids(noun, "det", "amod"))

    def _is_by_officials(self, verb: int, key: int | None) -> bool:
        """Whether it is done by "the foreign ministers", or nobody is said to do it."""
        tree = self.tree
        if tree.tokens[verb].pos not in CLAUSAL or tree.kids(verb, "xcomp"):
            return False
        arguments = tree.arguments(verb)
        if arguments.passive:  # "visits were exchanged"
            return not arguments.subjects and key is not None and self._is_told(verb)
        return bool(arguments.subjects) and all(
            tree.tokens[s].tag == "NNS" and tree.keys[s] in self._officials
            for s in arguments.subjects
        )
