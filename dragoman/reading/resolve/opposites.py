"""Whom words for one of two mean: `its neighbour`, `the other side`, `the invader`."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.resolve.bodies import Bodies
from dragoman.reading.resolve.catalogue import Catalogue
from dragoman.reading.resolve.lexicon import ALLIES, NEIGHBOURS, PAST
from dragoman.reading.resolve.roles import ROLES
from dragoman.reading.resolve.setting import Referents, Setting
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import Referent

_WATERS = frozenset({"sea", "gulf", "strait", "straits", "channel", "water", "ocean"})
_BEYOND = 4  # words: `its neighbour | across the narrow strait`


class Opposites:
    """Answers for one document, whose discourse fills as its sentences are read."""

    def __init__(self, catalogue: Catalogue, bodies: Bodies, home: Referent | None) -> None:
        self._state_of, self._home = catalogue.state_of, home
        self._bodies, self._pairs, self._recall = bodies, bodies.pairs, bodies.recall

    def answer(self, span: Span, at: Setting) -> Referents:
        """The states that a span means; nobody rather than a guess."""
        return self._in_role(span, at) if span.base == "role" else self._other(span, at)

    def of(self, owners: Referents, at: Setting) -> Referents:
        """The other of the two, where `his hosts` are told of."""
        state = self._state_of(owners[0]) if len(owners) == 1 else None
        other = self._pairs.opposite(at.words.index, state) if state else None
        return (other,) if other else ()

    def _in_role(self, span: Span, at: Setting) -> Referents:
        """The one who did what makes an invader, or a lender, or the other of the two."""
        role = ROLES[at.words.at(span.last)]
        doer = self._recall.doer(at.words, span.first, role.deeds)
        state = self._state_of(doer) if doer else None
        other = self._pairs.opposite(at.words.index, state) if state else None
        known = other is not None or (doer is not None and doer.kind == "military")
        one = state if role.does and known else other
        return (one,) if one else ()

    def _other(self, span: Span, at: Setting) -> Referents:
        """The other of two: than whoever owns it, or than the subject of its clause."""
        words, is_other = at.words, at.words.at(span.first) == "other"
        beside = self._bodies.scene.beside(words, span.last)
        if beside and not is_other:
            return (beside,)  # `its ally in Rome`
        owner = next((s for s in reversed(at.spans) if _owns(words, s, span)), None)
        owners = owner.referents if owner else ()
        if not owners and is_other:
            seen = self._recall.subject_over(words, span.first, deep=True)
            seen = seen or self._recall.main_subject(words.index - 1)
            owners = seen.referents if seen else ()
        state = self._state_of(owners[0]) if len(owners) == 1 else None
        told = words.folded[owner.last + 1 : span.first] if owner else []
        return self._others(words, span, state, told) if state else ()

    def _others(self, words: Words, span: Span, state: Referent, told: Sequence[str]) -> Referents:
        """Those that a state has as neighbour, ally or counterpart, of whom more is told."""
        noun = words.at(span.last)
        if noun in NEIGHBOURS and not _WATERS.intersection(words.folded[span.last + 1 :][:_BEYOND]):
            return self._pairs.neighbours(words.index, state, told, many=span.many)
        other = self._pairs.opposite(words.index, state)
        if noun in ALLIES and not PAST.intersection(told):  # any third may be an ally
            opposed = other is None or self._home is None or self._home == state
            other = None if opposed else self._home
        return (other,) if other else ()


def _owns(words: Words, owner: Span, span: Span) -> bool:
    """Whether the one span is the possessor of the other."""
    between = words.tokens[owner.last + 1 : span.first]
    owning = words.tokens[owner.last].tag == "PRP$" or words.is_possessive(owner.last + 1)
    return owner.last < span.first and owning and all(t.pos in ("ADJ", "PART") for t in between)
