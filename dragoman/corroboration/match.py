"""Whether two claims tell of one happening: a score with its reasons, or a reason why not."""

from __future__ import annotations

from math import sqrt
from typing import Literal

from dragoman.corroboration.kinds import (
    CONTESTED,
    DIPLOMATIC,
    MODE_NEIGHBOURS,
    MUTUAL_MODES,
    MUTUAL_TYPES,
    ONCE,
    ONE_WAY_MODES,
    TYPE_NEIGHBOURS,
)
from dragoman.corroboration.telling import Telling
from dragoman.records.codec import Record, content_id
from dragoman.records.links import Link
from dragoman.records.provenance import Reason

JUDGE = "corroboration.match/1"
THRESHOLD = 0.6
TOLERANCE = 731  # days by which tellers of what happens only once may differ about its date

Grain = Literal["day", "month", "year", "coarse"]
Direction = Literal["same", "mirrored"]

_WIDTHS: tuple[tuple[int, Grain], ...] = ((10, "day"), (31, "month"), (366, "year"))
_WHEN = {"day": 0.4, "month": 0.3, "year": 0.2, "coarse": 0.0}
_ALIKE = 0.85  # of two sentences that are one sentence, give or take a word


class Verdict(Record, frozen=True, kw_only=True):
    """How surely two tellings are of one happening, and why."""

    score: float
    reasons: tuple[Reason, ...]


def judge(left: Telling, right: Telling) -> Verdict | None:
    """The verdict on two tellings that do not clash; None if they are not the same."""
    if clash(left, right):
        return None
    for rule in (_repeated, _in_one_breath, _mirrored, _once, _denied, _alike):
        reasons = rule(left, right)
        score = round(min(1.0, sum(reason.score for reason in reasons)), 4)
        if score >= THRESHOLD:
            return Verdict(score=score, reasons=reasons)
    return None


def clash(left: Telling, right: Telling) -> bool:
    """Whether no third telling could make these two one happening."""
    return (
        left.comments != right.comments
        or (left.comments and left.copies != right.copies)  # readers are no testimony to match
        or left.supposes != right.supposes
        or (_same_sentence(left, right) and not _same_kind(left, right))
        or direction(left, right) is None
        or not _times_agree(left, right)
    )


def direction(left: Telling, right: Telling) -> Direction | None:
    """Whether both have the same side act, or each the other one; None if neither fits."""
    if (left.actors, left.recipients) == (right.actors, right.recipients):
        return "same"
    if left.actors | left.recipients != right.actors | right.recipients:
        return None
    if _mutual(left) or _mutual(right):
        return "same"
    return "mirrored" if _accuse_each_other(left, right) else None


def apart(left: Telling, right: Telling) -> bool:
    """Whether both have dates, and not one day is in both."""
    return bool(left.span and right.span and not left.span.overlaps(right.span))


def link(left: Telling, right: Telling, verdict: Verdict) -> Link:
    """The same-event link that a verdict makes between two claims."""
    first, second = sorted((left.claim.id, right.claim.id))
    return Link(
        id=content_id("lnk", "same-event", first, second, JUDGE),
        kind="same-event",
        left=first,
        right=second,
        score=verdict.score,
        reasons=verdict.reasons,
        judged_by=JUDGE,
    )


def _mutual(telling: Telling) -> bool:
    if telling.modes & ONE_WAY_MODES:
        return "visit" in telling.modes and not telling.recipients and len(telling.actors) > 1
    return telling.claim.event_type in MUTUAL_TYPES or bool(telling.modes & MUTUAL_MODES)


def _accuse_each_other(left: Telling, right: Telling) -> bool:
    speakers = (left.claim.asserted_by.country, right.claim.asserted_by.country)
    return (
        left.claim.event_type == right.claim.event_type
        and left.claim.event_type in CONTESTED
        and (left.actors, left.recipients) == (right.recipients, right.actors)
        and speakers[0] in left.recipients
        and speakers[1] in right.recipients
        and _grain(left, right) == "day"
    )


def _times_agree(left: Telling, right: Telling) -> bool:
    if not left.span or not right.span or left.span.overlaps(right.span):
        return True
    return (
        bool(left.modes & right.modes & ONCE)
        and left.source != right.source  # what one source dates twice are two happenings
        and left.span.gap(right.span) <= TOLERANCE
    )


def _grain(left: Telling, right: Telling) -> Grain | None:
    if not left.span or not right.span:
        return None
    days = max(left.span.days, right.span.days)
    return next((grain for widest, grain in _WIDTHS if days <= widest), "coarse")


def _words(left: Telling, right: Telling) -> float:
    if not left.words or not right.words:
        return 0.0
    return len(left.words & right.words) / sqrt(len(left.words) * len(right.words))


def _same_sentence(left: Telling, right: Telling) -> bool:
    a, b = left.claim, right.claim
    return a.document == b.document and a.start < b.end and b.start < a.end


def _same_kind(left: Telling, right: Telling) -> bool:
    same_type = left.claim.event_type == right.claim.event_type
    return same_type and (bool(left.modes & right.modes) or left.modes == right.modes)


def _repeated(left: Telling, right: Telling) -> tuple[Reason, ...]:
    """One sentence, told again in the same text or in a copy of it."""
    words = _words(left, right)
    if left.copies != right.copies or words < _ALIKE or _same_sentence(left, right):
        return ()
    if not _same_kind(left, right) or left.denies != right.denies or _strangers(left, right):
        return ()
    return (Reason(feature="sentence repeated", score=0.95, detail=f"words {words:.2f}"),)


def _in_one_breath(left: Telling, right: Telling) -> tuple[Reason, ...]:
    """Two words of one sentence for one deed, as in "met and talked with"."""
    if not _same_sentence(left, right) or left.denies != right.denies:
        return ()
    if left.modes != right.modes or left.claim.occurred != right.claim.occurred:
        return ()
    if _strangers(left, right):
        return ()
    return (Reason(feature="told in one sentence", score=0.7),)


def _mirrored(left: Telling, right: Telling) -> tuple[Reason, ...]:
    """One clash, for which each side blames the other."""
    words = _words(left, right)
    place = bool(left.claim.place) and left.claim.place == right.claim.place
    if direction(left, right) != "mirrored" or not (place or words >= 0.3):
        return ()
    return (Reason(feature="each side blames the other", score=0.7, detail=f"words {words:.2f}"),)


def _once(left: Telling, right: Telling) -> tuple[Reason, ...]:
    """What two sides do only once: the tellers may leave the date out, or differ about it."""
    shared = left.modes & right.modes & ONCE
    if not shared or direction(left, right) == "mirrored":
        return ()
    if not left.span or not right.span:
        score, when = 0.8, "undated"
    elif left.span.overlaps(right.span):
        score, when = 0.95, "dates agree"
    else:
        score, when = 0.7, "dates close"
    return (Reason(feature="happens once", score=score, detail=f"{min(shared)}, {when}"),)


def _denied(left: Telling, right: Telling) -> tuple[Reason, ...]:
    """A denial and what it denies, which share words but seldom a date."""
    words = _words(left, right)
    if left.denies == right.denies or not _same_kind(left, right) or words < 0.3:
        return ()
    if left.supposes or direction(left, right) == "mirrored":
        return ()
    return (
        Reason(feature="denial of the same", score=0.55),
        Reason(feature="words", score=round(0.3 * words, 4), detail=f"{words:.2f}"),
    )


def _alike(left: Telling, right: Telling) -> tuple[Reason, ...]:
    """The same kind of thing at the same time in similar words."""
    grain, words, kind = _grain(left, right), _words(left, right), _kind_reason(left, right)
    if not grain or not kind or left.supposes or direction(left, right) == "mirrored":
        return ()
    if _same_sentence(left, right) or not _enough_words(left, right, grain, words):
        return ()
    return (
        Reason(feature="when", score=_WHEN[grain], detail=grain),
        kind,
        Reason(feature="words", score=round(0.3 * words, 4), detail=f"{words:.2f}"),
        *_people_reason(left, right),
        *_place_reason(left, right),
    )


def _enough_words(left: Telling, right: Telling, grain: Grain, words: float) -> bool:
    """A day says more than a year, and a visit is rarer than a word of praise."""
    both = (left.modes | right.modes) if _same_kind(left, right) else frozenset()
    if grain in {"day", "month"}:
        rare = "visit" in both or (grain == "day" and both & DIPLOMATIC)
        return bool(rare) or words >= 0.15
    if grain == "year":
        return words >= 0.4 or ("visit" in both and bool(_met(left, right)))
    return words >= 0.6


def _kind_reason(left: Telling, right: Telling) -> Reason | None:
    types = frozenset({left.claim.event_type, right.claim.event_type})
    if shared := left.modes & right.modes:
        return Reason(feature="kind", score=0.35, detail=min(shared))
    if any(left.modes & pair and right.modes & pair for pair in MODE_NEIGHBOURS):
        return Reason(feature="kind", score=0.25, detail="neighbouring modes")
    if len(types) == 1:
        detail = min(types)
        if left.modes and right.modes:
            return Reason(feature="kind", score=0.1, detail=f"{detail}, other modes")
        score = 0.2 if left.modes or right.modes else 0.25
        return Reason(feature="kind", score=score, detail=detail)
    if types in TYPE_NEIGHBOURS:
        return Reason(feature="kind", score=0.15, detail="neighbouring types")
    return None


def _met(left: Telling, right: Telling) -> frozenset[str]:
    """The words of a name that both tell, one perhaps in short for the other."""
    pairs = ((a, b) for a in left.people for b in right.people if a and b)
    return frozenset().union(*(a & b for a, b in pairs if a <= b or b <= a))


def _strangers(left: Telling, right: Telling) -> bool:
    """Whether both name someone, and nobody is named by both."""
    return bool(left.people and right.people) and not _met(left, right)


def _people_reason(left: Telling, right: Telling) -> tuple[Reason, ...]:
    if met := _met(left, right):
        return (Reason(feature="names", score=0.2, detail=" ".join(sorted(met))),)
    if _strangers(left, right):
        return (Reason(feature="names", score=-0.2, detail="no name in common"),)
    return ()


def _place_reason(left: Telling, right: Telling) -> tuple[Reason, ...]:
    a, b = left.claim.place, right.claim.place
    if not a or not b:
        return ()
    if a.casefold() == b.casefold():
        return (Reason(feature="place", score=0.1, detail=a),)
    return (Reason(feature="place", score=-0.3, detail=f"{a} / {b}"),)
