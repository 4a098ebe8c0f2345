"""What tense, negation and governing verbs make of an event: a promise, a refusal, a threat."""

from __future__ import annotations

from itertools import pairwise

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.ahead import (
    FUTURE_WORDS,
    is_conditional,
    is_future,
    is_possible,
    is_threat,
)
from dragoman.coding.telling.means import modes_by_means
from dragoman.coding.telling.negation import is_negated, is_no_longer, is_refusal
from dragoman.coding.telling.remains import ENDED, complement_modes, mode_of
from dragoman.coding.telling.standing import (
    COMPLEMENTS,
    governors,
    is_due,
    is_purpose,
    is_reported,
    is_supposed,
)
from dragoman.coding.telling.unmeant import is_nearly_done, is_unmeant
from dragoman.coding.triggers import Match
from dragoman.records.codec import Record

_PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_REFUSABLE = _PROMISED | {"AGREE", "CONCEDE", "RETREAT"}
_SUBORDINATE = frozenset({"xcomp", "ccomp", "acomp", "oprd"})
_VOWS = frozenset({"vow", "promise", "pledge", "swear"})
_HARMFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
_MADE = frozenset({"AGREE", "REQUEST", "ACCUSE"})  # an offer that is refused was made
_ADJUNCTS = frozenset(
    {"after", "amid", "before", "by", "during", "following", "in", "since", "through", "under"}
)
SAID = frozenset({"ACCUSE", "CONCEDE", "REQUEST", "SUPPORT", "REJECT", "THREATEN"})
SUMMONS = frozenset({"summon", "convoke", "call"})
BY_WORD = frozenset({"phone", "letter"})
_ANSWERS = frozenset({"AGREE", "REJECT"})


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
        self.anchors = {match.anchor: match for match in matches}
        self.governors = {id(match): self._governor(match) for match in matches}

    def stands(self, match: Match) -> bool:
        """Whether the event is told for itself, and not only asked for, wished or supposed."""
        if self.governors[id(match)] and not self._is_answered(match):
            return False
        if self._is_wished(match):
            return False
        anchor = match.anchor
        if is_supposed(self.tree, anchor):
            return False
        if is_purpose(self.tree, anchor) and not self._is_said_at_once(match):
            return False
        if is_due(self.tree, anchor) or is_unmeant(self.tree, match) or self._is_prelude(match):
            return False
        return not self._orders_own(match)

    def _is_prelude(self, match: Match) -> bool:
        """Whether a move is part of an attack: "crossed the border | and attacked"."""
        if match.frame.event_type != "MOBILIZE" or match.verb is None:
            return False
        following = (self.anchors.get(c) for c in self.tree.kids(match.anchor, "conj"))
        return any(
            m.frame.event_type == "ASSAULT" and not self.tree.kids(m.anchor, "nsubj")
            for m in following
            if m
        )

    def _is_said_at_once(self, match: Match) -> bool:
        """Whether it is what a call or a letter was for: "telephoned him | to complain"."""
        above = self.anchors.get(self.tree.tokens[match.anchor].head)
        if match.frame.event_type not in SAID or above is None or is_negated(self.tree, above):
            return False
        called_in = above.frame.event_type == "ACCUSE" and self.tree.keys[above.head] in SUMMONS
        spoken = called_in or bool(BY_WORD.intersection(above.frame.modes))
        return spoken and not is_future(self.tree, above)

    def telling(self, match: Match) -> Telling | None:
        """The event with its type; None where nothing is left of it."""
        event_type, modes = match.frame.event_type, modes_by_means(self.tree, match)
        inner = self._inner(match) if match.frame.complement else None
        if inner and inner.frame.event_type == "ASSAULT" and self._is_vow(match):
            event_type = "THREATEN"
        if inner and self._is_retreat_to_come(match, inner):
            event_type = "CONCEDE"
        if inner:
            modes = complement_modes(event_type, inner) or modes
        if match.frame.negative:
            return self._refused(match, event_type, modes, inner)
        if is_nearly_done(self.tree, match):
            return self._refused(match, "MOBILIZE", (), inner)
        if self._is_ended(match):
            event_type, modes = ENDED.get(event_type, (event_type, modes))
        elif is_no_longer(self.tree, match) and event_type in ENDED and "recognize" not in modes:
            return self._refused(match, *ENDED[event_type], inner)
        if is_negated(self.tree, match):
            return self._negated(match, event_type, modes, inner)
        if not match.frame.complement and self._is_ahead(match):
            return self._future(match, event_type, modes, inner)
        return Telling(match=match, event_type=event_type, modes=modes, inner=inner)

    def _negated(
        self, match: Match, event_type: str, modes: tuple[str, ...], inner: Match | None
    ) -> Telling:
        withheld = "recognize" in modes
        if withheld or (event_type in _REFUSABLE and is_refusal(self.tree, match)):
            refused = () if withheld else mode_of("REJECT", event_type)
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
        elif event_type in _HARMFUL and is_threat(self.tree, match):
            event_type, modes = "THREATEN", complement_modes("THREATEN", match)
        else:
            return Telling(match=match, event_type=event_type, modes=modes, inner=inner)
        return Telling(
            match=match, event_type=event_type, modes=modes, inner=inner, changed_by="future"
        )

    def _is_retreat_to_come(self, match: Match, promised: Match) -> bool:
        """Whether a promise or consent is one of withdrawal: "agreed | to leave the island"."""
        if match.frame.event_type != "AGREE" or match.frame.word_class != "verbs":
            return False
        retreat = promised.verb is not None and promised.frame.event_type == "RETREAT"
        return retreat and "ceasefire" not in promised.frame.modes  # a truce is agreed on

    def _is_ahead(self, match: Match) -> bool:
        """Whether it is still to come, or may come: "might visit", "may attack if"."""
        if is_future(self.tree, match):
            return FUTURE_WORDS.isdisjoint(match.frame.phrase)  # "will remember this" is thanks
        hoped = match.frame.event_type in _PROMISED or match.frame.event_type == "RETREAT"
        return is_possible(self.tree, match) and (hoped or is_conditional(self.tree, match.anchor))

    def _is_wished(self, match: Match) -> bool:
        """Whether it is only wished for: "hopes to visit", "wants Chad to leave"."""
        desire = self.lexicon.list("desire")
        for child, index in pairwise(governors(self.tree, match.anchor)):
            dep = self.tree.tokens[child].dep
            if dep not in _SUBORDINATE or (dep == "ccomp" and child < index):
                return False  # "Chad refused it: it wants no aid"
            if self.tree.keys[index] in desire and index not in self.anchors:
                return True
        return False

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
        for child, index in pairwise(governors(self.tree, match.anchor)):
            dep = self.tree.tokens[child].dep
            if dep not in COMPLEMENTS or is_reported(self.tree, child):
                return None
            above = self.anchors.get(index)
            if dep == "conj" or above is None or above is match:
                continue  # "promised to stay away and not to meddle"
            governs = above.frame.complement and self._takes(above, child)
            return above if governs and not self._orders_own(above) else None
        return None

    def _is_answered(self, match: Match) -> bool:
        """Whether it is an offer or a demand that somebody made, though it is but refused."""
        above, frame = self.governors[id(match)], match.frame
        if above is None or match.verb is not None or frame.event_type not in _MADE:
            return False
        made = frame.word_class == "nouns" and self._has_maker(match.head)
        return made and above.frame.event_type in _ANSWERS

    def _has_maker(self, noun: int) -> bool:
        """Whether the words beside the noun say whose it is: "Peru's", but not "its"."""
        tree, places = self.tree, self.tree.obliques(noun)
        named = (n for n in places.get("of", ()) if tree.tokens[n].pos == "PROPN")
        makers = [*tree.kids(noun, "poss"), *places.get("by", ()), *places.get("from", ()), *named]
        return any(tree.tokens[maker].pos in {"PROPN", "NOUN"} for maker in makers)

    def _takes(self, outer: Match, child: int) -> bool:
        """Whether what hangs on the governing word is its complement, and not its coordination."""
        token = self.tree.tokens[child]
        if token.dep == "conj":
            return False
        if token.dep in {"ccomp", "prep"} and child < outer.anchor:
            return False  # a quotation, or "At the summit", before its verb
        word = self.tree.words[child]
        wanted = word == "in" and bool(self.tree.kids(child, "pcomp"))  # "interest in meeting"
        return token.dep != "prep" or word not in _ADJUNCTS or wanted

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
        return any(self._is_own(noun) for noun in commanded)

    def _is_own(self, noun: int) -> bool:
        """Whether it is "its troops", or "the navy", of which nobody says whose it is."""
        if any(self.tree.tokens[c].tag == "PRP$" for c in self.tree.kids(noun, "poss")):
            return True
        armed = (self.lexicon.list("troops"), self.lexicon.list("police"))
        return any(self.tree.keys[noun] in few for few in armed) and not self.tree.owners(noun)

    @staticmethod
    def _is_vow(match: Match) -> bool:
        return match.frame.event_type == "AGREE" and match.frame.lemma in _VOWS
