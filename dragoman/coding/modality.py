"""What tense, negation and governing verbs make of an event: a promise, a refusal, a threat."""

from __future__ import annotations

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.coding.tense import is_present
from dragoman.coding.triggers import Match
from dragoman.records.codec import Record

# What a promise, demand, refusal or threat of an event of the first type has as mode.
_MODES: dict[str, dict[str, str]] = {
    "REQUEST": {
        "AID": "assist", "SUPPORT": "assist", "RETREAT": "yield", "CONCEDE": "yield",
        "CONSULT": "meet",
    },
    "REJECT": {
        "AID": "assist", "RETREAT": "yield", "CONCEDE": "yield", "CONSULT": "meet",
        "SUPPORT": "change", "AGREE": "change", "COOPERATE": "assist",
    },
    "THREATEN": {
        "ASSAULT": "violence", "MOBILIZE": "violence", "COERCE": "restrict",
        "SANCTION": "relations", "REJECT": "relations",
    },
}  # fmt: skip
_THREATENED_MODES = {"arrest": "arrest", "expel": "expel", "deport": "expel", "seize": "territory"}
# What is left of an event that somebody stops doing.
_ENDED: dict[str, tuple[str, tuple[str, ...]]] = {
    "AID": ("SANCTION", ("discontinue",)),
    "COOPERATE": ("SANCTION", ("discontinue",)),
    "SUPPORT": ("SANCTION", ("discontinue",)),
    "CONSULT": ("REJECT", ("meet",)),
    "ASSAULT": ("RETREAT", ("ceasefire",)),
    "MOBILIZE": ("RETREAT", ("withdraw",)),
    "SANCTION": ("CONCEDE", ()),
    "COERCE": ("CONCEDE", ()),
}
_OUGHT = frozenset({"should", "ought", "must"})
_PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_REFUSABLE = _PROMISED | {"AGREE", "CONCEDE", "RETREAT"}
_COMPLEMENTS = frozenset(
    {"xcomp", "ccomp", "pcomp", "prep", "dobj", "pobj", "conj", "acl", "dative", "oprd"}
    | {"advmod", "acomp", "nsubjpass"}
)
_SUBORDINATE = frozenset({"xcomp", "ccomp", "acomp", "oprd"})
_FUTURE_WORDS = frozenset({"will", "'ll", "shall", "wo"})
_PLANNED = frozenset(
    (
        "planned",
        "upcoming",
        "forthcoming",
        "scheduled",
        "expected",
        "proposed",
        "impending",
        "coming",
    )
)
_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without"})
_AWAITING = frozenset({"until", "till"})
_INVERTING = frozenset({"should", "had", "were"})
_NOBODY = frozenset({"no", "none", "nobody", "neither", "nothing"})
_VOWS = frozenset({"vow", "promise", "pledge", "swear"})


class Telling(Record, frozen=True, kw_only=True):
    """An event as the sentence tells it: the match, and the type after tense and negation."""

    match: Match
    event_type: str
    modes: tuple[str, ...]
    inner: Match | None = None  # the event that is asked for, promised, refused or threatened
    negated: bool = False
    changed_by: str | None = None  # "future", "negation", or None where the frame's type stands


def tellings(tree: Tree, matches: list[Match], lexicon: Lexicon) -> list[Telling]:
    """The events that a sentence tells; what is only asked for or promised is none itself."""
    reader = _Modality(tree, matches, lexicon)
    found = [reader.telling(match) for match in matches if reader.stands(match)]
    return [telling for telling in found if telling]


class _Modality:
    def __init__(self, tree: Tree, matches: list[Match], lexicon: Lexicon) -> None:
        self.tree, self.matches, self.lexicon = tree, matches, lexicon
        self._doers = lexicon.list("told") | lexicon.list("doers")
        self.anchors = {match.anchor: match for match in matches}
        self.governors = {id(match): self._governor(match) for match in matches}

    def stands(self, match: Match) -> bool:
        """Whether the event is told for itself, and not only asked for, wished or supposed."""
        if self.governors[id(match)] or self._under(match, self.lexicon.list("desire")):
            return False
        if self._is_purpose(match.anchor) or self._is_supposed(match.anchor):
            return False
        if self._is_due(match.anchor):
            return False
        return not self._orders_own(match)

    def telling(self, match: Match) -> Telling | None:
        """The event with its type; None where nothing is left of it."""
        event_type, modes = match.frame.event_type, match.frame.modes
        inner = self._inner(match) if match.frame.complement else None
        if inner and inner.frame.event_type == "ASSAULT" and self._is_vow(match):
            event_type = "THREATEN"
        if inner:
            modes = _complement_modes(event_type, inner) or modes
        if match.frame.denied:
            return self._refused(match, event_type, modes, inner)
        if self._is_ended(match):
            event_type, modes = _ENDED.get(event_type, (event_type, modes))
        elif self._is_no_longer(match) and event_type in _ENDED and "recognize" not in modes:
            return self._refused(match, *_ENDED[event_type], inner)
        if self.is_negated(match):
            return self._negated(match, event_type, modes, inner)
        if self.is_future(match) and not match.frame.complement:
            return self._future(match, event_type, modes, inner)
        return Telling(match=match, event_type=event_type, modes=modes, inner=inner)

    def _negated(
        self, match: Match, event_type: str, modes: tuple[str, ...], inner: Match | None
    ) -> Telling:
        withheld = "recognize" in modes
        if withheld or (event_type in _REFUSABLE and self._is_refusal(match)):
            refused = () if withheld else _mode("REJECT", event_type)
            return self._refused(match, "REJECT", refused, inner)
        return Telling(match=match, event_type=event_type, modes=modes, inner=inner, negated=True)

    @staticmethod
    def _refused(
        match: Match, event_type: str, modes: tuple[str, ...], inner: Match | None
    ) -> Telling:
        """The event whose type says already that something was not done."""
        return Telling(
            match=match,
            event_type=event_type,
            modes=modes,
            inner=inner,
            changed_by="negation",
            negated=True,
        )

    def _future(
        self, match: Match, event_type: str, modes: tuple[str, ...], inner: Match | None
    ) -> Telling:
        if event_type in _PROMISED:
            event_type, modes = "AGREE", ()
        elif event_type == "RETREAT":
            event_type, modes = "CONCEDE", ()
        else:
            return Telling(match=match, event_type=event_type, modes=modes, inner=inner)
        return Telling(
            match=match, event_type=event_type, modes=modes, inner=inner, changed_by="future"
        )

    def is_future(self, match: Match) -> bool:
        """Whether the event is still to come, as the sentence has it."""
        tree, verb = self.tree, match.anchor
        for above in self._chain(verb):
            if self._is_planned(match) or any(
                tree.words[c] in _FUTURE_WORDS for c in tree.kids(above, "aux")
            ):
                return True
            if above != verb and tree.keys[above] in self.lexicon.list("future"):
                return True
            if tree.tokens[above].dep == "acl" and self._is_announced(above):
                return True
            if above != verb and tree.keys[above] == "be" and tree.tokens[verb].dep == "xcomp":
                return True
        if match.verb is not None and match.frame.word_class == "nouns":
            return False
        return self._is_future_in_past(verb)

    def _is_planned(self, match: Match) -> bool:
        """Whether it is "a planned visit"."""
        near = self.tree.kids(match.head, "amod") if match.frame.word_class == "nouns" else ()
        return any(self.tree.words[c] in _PLANNED for c in near)

    def _is_future_in_past(self, verb: int) -> bool:
        """Whether it was to come when it was said: "said that it would withdraw"."""
        tree = self.tree
        if not any(tree.words[c] == "would" for c in tree.kids(verb, "aux")):
            return False
        head = tree.tokens[verb].head
        return tree.tokens[verb].dep == "ccomp" and tree.keys[head] not in {"see", "ensure", "make"}

    def is_negated(self, match: Match) -> bool:
        """Whether the sentence says that it did not happen."""
        tree = self.tree
        nouns = [i for i in (match.key, match.head) if i is not None and i != match.verb]
        if any(tree.words[c] == "no" for n in nouns for c in tree.kids(n, "det")):
            return True
        subjects = tree.arguments(match.anchor).subjects
        if any(tree.words[i] in _NOBODY for s in subjects for i in (s, *tree.kids(s, "det"))):
            return True
        for above in self._chain(match.anchor):
            if any(tree.words[c] in _NEGATIONS for c in tree.kids(above, "neg", "preconj")):
                return True
            if any(tree.words[c] == "never" for c in tree.kids(above, "advmod")):
                return True
        token = tree.tokens[match.anchor]
        if token.dep == "conj" and not tree.kids(match.anchor, "nsubj", "aux"):
            return (
                bool(tree.kids(token.head, "neg")) and "or" in tree.words[token.head : match.anchor]
            )
        return token.dep == "pcomp" and tree.words[token.head] == "without"

    def _is_refusal(self, match: Match) -> bool:
        """Whether a negated verb speaks of now or the time to come: "will not meet"."""
        verb = match.anchor
        helpers = {self.tree.words[c] for c in self.tree.kids(verb, "aux")}
        if helpers & {"did", "had", "have", "has", "was", "were", "could", "might", "may"}:
            return False
        return bool(helpers & (_FUTURE_WORDS | {"would", "does", "do", "can"}))

    def _chain(self, verb: int) -> list[int]:
        """The verb and those that govern it as their complement, nearest first."""
        found = [verb]
        while self.tree.tokens[found[-1]].dep in {"xcomp", "acomp"}:
            if any(self.tree.words[c] == "whether" for c in self.tree.children[found[-1]]):
                break
            found.append(self.tree.tokens[found[-1]].head)
        return found

    def _under(self, match: Match, lemmas: frozenset[str]) -> bool:
        tree, index = self.tree, match.anchor
        while tree.tokens[index].dep in _SUBORDINATE:
            index = tree.tokens[index].head
            if tree.keys[index] in lemmas and index not in self.anchors:
                return True
        return False

    def _is_supposed(self, index: int) -> bool:
        """Whether the event stands in a condition: "if it attacks", "unless"."""
        tree = self.tree
        for above in tree.ancestors(index):
            marks = {tree.words[c] for c in tree.kids(above, "mark", "advmod")}
            if tree.tokens[above].dep == "advcl" and marks & {"if", "unless", "lest"}:
                return True
            if marks & _AWAITING and is_present(tree, above):
                return True  # "until the treaty is signed"
            if self._is_inverted(above):
                return True
            if tree.tokens[above].pos in CLAUSAL and tree.tokens[above].dep not in _COMPLEMENTS:
                return False
        return False

    def _is_inverted(self, verb: int) -> bool:
        """Whether it is a condition without "if": "Should Chad agree, …"."""
        tree = self.tree
        if tree.words[-1] == "?":
            return False
        subjects = tree.kids(verb, "nsubj", "nsubjpass")
        helpers = [c for c in tree.kids(verb, "aux", "auxpass") if tree.words[c] in _INVERTING]
        lead = helpers and (
            helpers[0] == 0 or tree.words[helpers[0] - 1] not in {"nor", "neither", "so", "only"}
        )
        return bool(lead and subjects and helpers[0] < subjects[0])

    def _is_purpose(self, index: int) -> bool:
        """Whether it is what something is for: "came to help", "the right to help"."""
        if self.tree.tokens[index].tag in {"VB", "VBG"}:
            index = self.tree.first(index)
        tree, token = self.tree, self.tree.tokens[index]
        if token.dep == "pcomp":  # "views on restoring relations"
            noun = tree.tokens[token.head].head
            return tree.words[token.head] != "by" and tree.tokens[noun].pos not in CLAUSAL
        if not any(tree.words[c] == "to" for c in tree.kids(index, "aux")):
            return False
        if token.dep in {"acl", "relcl"}:
            return tree.keys[token.head] not in self._doers and not self._is_announced(index)
        return token.dep == "advcl" and not self._is_among_doers(token.head)

    def _is_among_doers(self, verb: int) -> bool:
        """Whether it is "became the first country in the region | to do it"."""
        tree = self.tree
        nouns = [*tree.kids(verb, "attr"), *tree.obliques(verb).get("among", ())]
        if tree.keys[verb] not in {"be", "become"}:
            return False
        ranked = [*nouns, *(c for n in nouns for c in tree.kids(n, "amod"))]
        return any(tree.keys[n] in self._doers for n in ranked)

    def _is_announced(self, verb: int) -> bool:
        """Whether it is "announced plans | to do it"."""
        tree, noun = self.tree, self.tree.tokens[verb].head
        governor = tree.keys[tree.tokens[noun].head]
        return tree.keys[noun] in self.lexicon.list("plans") and (
            governor in self.lexicon.list("announcing")
        )

    def _is_due(self, verb: int) -> bool:
        """Whether it is only said that it ought to be: "should withdraw"."""
        helpers = {self.tree.words[c] for c in self.tree.kids(verb, "aux")}
        return bool(helpers & _OUGHT) and "have" not in helpers

    def _is_no_longer(self, match: Match) -> bool:
        """Whether it is "no longer" done."""
        tree = self.tree
        longer = (c for c in tree.kids(match.anchor, "advmod") if tree.words[c] == "longer")
        return any(tree.words[c - 1] == "no" for c in longer)

    def _is_ended(self, match: Match) -> bool:
        """Whether a verb over it says that it came to an end: "stopped buying"."""
        tree, token = self.tree, self.tree.tokens[match.anchor]
        return (
            token.dep in {"xcomp", "pcomp"}
            and token.tag == "VBG"
            and tree.keys[token.head] in self.lexicon.list("ending")
        )

    def _governor(self, match: Match) -> Match | None:
        """The match whose complement this one is, such as "refused" over "to meet"."""
        tree, index = self.tree, match.anchor
        while tree.tokens[index].dep in _COMPLEMENTS and tree.tokens[index].head != index:
            child, index = index, tree.tokens[index].head
            if tree.tokens[child].dep == "conj" and not self._starts_clause(child):
                continue  # "promised to stay away and not to meddle"
            above = self.anchors.get(index)
            if above is match:
                continue
            if above and above.frame.complement and self._takes(above, child):
                return None if self._orders_own(above) else above
            if above or self._starts_clause(child):
                return None
        return None

    def _takes(self, outer: Match, child: int) -> bool:
        """Whether what hangs on the governing word is its complement, and not its coordination."""
        token = self.tree.tokens[child]
        if token.dep == "conj":
            return False
        if token.dep in {"ccomp", "prep"} and child < outer.anchor:
            return False  # a quotation, or "At the summit", before its verb
        return token.dep != "prep" or self.tree.words[child] not in {
            "after",
            "during",
            "since",
            "by",
        }

    def _starts_clause(self, index: int) -> bool:
        token = self.tree.tokens[index]
        return token.dep == "conj" and token.tag in {"VBD", "VBZ", "VBP"}

    def _inner(self, outer: Match) -> Match | None:
        for match in self.matches:
            if self.governors[id(match)] is outer:
                return match
        return None

    def _orders_own(self, match: Match) -> bool:
        """Whether a command goes to one's own people: then what they do is the event."""
        if self.tree.keys[match.head] not in self.lexicon.list("commanding"):
            return False
        if match.frame.event_type != "REQUEST" or match.head not in self.anchors:
            return False
        tree = self.tree
        commanded = tree.controlled(match.head) if tree.kids(match.head, "xcomp") else []
        owners = (c for noun in commanded for c in tree.kids(noun, "poss"))
        return any(tree.tokens[owner].tag == "PRP$" for owner in owners)

    @staticmethod
    def _is_vow(match: Match) -> bool:
        return match.frame.event_type == "AGREE" and match.frame.lemma in _VOWS


def _mode(event_type: str, inner_type: str) -> tuple[str, ...]:
    found = _MODES.get(event_type, {}).get(inner_type)
    return (found,) if found else ()


def _complement_modes(event_type: str, inner: Match) -> tuple[str, ...]:
    """The mode that an event gives to the demand, refusal or threat that governs it."""
    if event_type == "THREATEN":
        for mode in inner.frame.modes:
            if mode in _THREATENED_MODES:
                return (_THREATENED_MODES[mode],)
    return _mode(event_type, inner.frame.event_type)
