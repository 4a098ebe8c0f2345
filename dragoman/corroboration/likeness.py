"""How far two tellings are alike: in time, kind, words, meaning, names, place and numbers."""

from __future__ import annotations

from operator import mul
from typing import Literal

from dragoman.corroboration import places
from dragoman.corroboration.kinds import (
    DIPLOMATIC,
    MESSAGES,
    MODE_NEIGHBOURS,
    ONCE,
    ONCE_TOLERANCE,
    TYPE_NEIGHBOURS,
)
from dragoman.corroboration.quantities import TOLL
from dragoman.corroboration.roles import opposed
from dragoman.corroboration.telling import Span, Telling
from dragoman.corroboration.words import alike
from dragoman.records.provenance import Reason

# How two dates meet: within a day, a month or a year, or coarser; not quite ("close"); one is
# missing and the text came out soon after the other's ("soon"); both are, and the texts came out
# on the same days ("told").
Grain = Literal["day", "month", "year", "coarse", "close", "soon", "told"]

SOON = 31  # days for which news is told without saying when
_TOLD = 3  # days within which texts without dates may tell of one thing
_WIDTHS: tuple[tuple[int, Grain], ...] = ((10, "day"), (31, "month"), (366, "year"))
_CLOSE = ((10, 7), (31, 31), (366, 366))  # of dates so wide, how many days apart may be a mistake
_SAME_TITLE = 0.5  # share of words from which a treaty of another year is the same, misdated
MEANING = 0.075  # the most that meaning counts, for or against
_MIDDLING, _SLOPE = 0.75, 0.3  # how like meanings must be to count for it, and how fast they do
_MISTAKEN = 2  # days apart for what the same place or number marks as the same


def grain(left: Telling, right: Telling) -> Grain | None:
    """How the times of two tellings meet; None if nothing is known of it, or they do not."""
    if left.span and right.span:
        if not left.span.overlaps(right.span):
            return "close" if left.span.gap(right.span) <= tolerance(left, right) else None
        days = max(left.span.days, right.span.days)
        return next((found for widest, found in _WIDTHS if days <= widest), "coarse")
    if left.span or right.span:
        return "soon" if _soon(left, right) or _soon(right, left) else None
    if left.published and right.published and left.published.gap(right.published) <= _TOLD:
        return "told"
    return None


def foretold(undated: Telling, dated: Telling) -> bool:
    """Whether a text without a date came out before the day that another tells of."""
    if undated.span or not undated.published or not dated.span:
        return False
    return dated.span.first > undated.published.last + SOON


def recent(telling: Telling) -> Span | None:
    """The days that an undated telling is likely to mean: the month up to its publication."""
    if telling.span or not telling.published or "historical" in telling.claim.auxiliary:
        return None
    return Span(first=max(1, telling.published.first - SOON), last=telling.published.last)


def tolerance(left: Telling, right: Telling) -> int:
    """By how many days the dates of two tellers of one happening may differ."""
    shared = left.modes & right.modes
    if left.voice.outlet == right.voice.outlet:  # what one source dates twice are two happenings
        return 0
    if shared & ONCE:
        return ONCE_TOLERANCE
    if opposed(left, right) or not left.span or not right.span:
        return 0
    days = max(left.span.days, right.span.days)
    close = next((apart for widest, apart in _CLOSE if days <= widest), 0)
    if "visit" in shared:  # the next one may well be paid within the year
        return close if days <= _CLOSE[0][0] else 0
    if shared & (DIPLOMATIC - MESSAGES):
        return close if days <= _CLOSE[0][0] or words(left, right) >= _SAME_TITLE else 0
    return min(close, _MISTAKEN) if places.same(left.place, right.place) else 0


def words(left: Telling, right: Telling) -> float:
    """How far the sentences use the same words, beside those for who and when."""
    return alike(left.words, right.words)


def same_sentence(left: Telling, right: Telling) -> bool:
    """Whether two claims stand on one sentence."""
    a, b = left.claim, right.claim
    return a.document == b.document and a.start < b.end and b.start < a.end


def same_kind(left: Telling, right: Telling) -> bool:
    """Whether type and mode are the same."""
    same_type = left.claim.event_type == right.claim.event_type
    return same_type and (bool(left.modes & right.modes) or left.modes == right.modes)


def kind(left: Telling, right: Telling) -> Reason | None:
    """What type and mode say for one happening; None if they say against it."""
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


def met(left: Telling, right: Telling) -> frozenset[str]:
    """The words of a name that both tell, one perhaps in short for the other."""
    pairs = _of_one_side(left, right)
    return frozenset().union(*(a & b for a, b in pairs if a <= b or b <= a))


def strangers(left: Telling, right: Telling) -> bool:
    """Whether both name someone of one side, and nobody is named by both."""
    return bool(_of_one_side(left, right)) and not met(left, right)


def people(left: Telling, right: Telling) -> tuple[Reason, ...]:
    """What names say: a person may go by name or by office, but has one office at a table."""
    if shared := met(left, right):
        return (Reason(feature="names", score=0.2, detail=" ".join(sorted(shared))),)
    if any(len(a & b) > 1 for a, b in _of_one_side(left, right)):
        return (Reason(feature="names", score=-0.4, detail="other offices"),)
    if strangers(left, right):
        return (Reason(feature="names", score=-0.2, detail="no name in common"),)
    return ()


def _of_one_side(left: Telling, right: Telling) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The pairs of names that could be one."""
    return [
        (a.words, b.words)
        for a in left.people
        for b in right.people
        if a.side == b.side and a.words and b.words
    ]


def place(left: Telling, right: Telling, is_town: places.IsTown | None) -> tuple[Reason, ...]:
    """What places say: tellers of one happening may name two, but seldom do."""
    if places.same(left.place, right.place) and left.place:
        return (Reason(feature="place", score=0.1, detail=left.place.name),)
    if left.place and right.place and places.differ(left.place, right.place, is_town):
        detail = f"{left.place.name} / {right.place.name}"
        return (Reason(feature="place", score=-0.2, detail=detail),)
    return ()


def trigger(left: Telling, right: Telling) -> tuple[Reason, ...]:
    """What the words say that the events hang on."""
    if shared := left.trigger & right.trigger:
        return (Reason(feature="trigger", score=0.1, detail=" ".join(sorted(shared))),)
    return ()


def numbers(left: Telling, right: Telling) -> tuple[Reason, ...]:
    """What numbers say: one source that gives two tells of two things, unless a toll has risen."""
    pairs = [(a, b) for a in left.quantities for b in right.quantities if a.comparable(b)]
    agreeing = [a.text for a, b in pairs if a.allows(b) and a.low > 1]
    if agreeing:
        return (Reason(feature="numbers", score=0.1, detail=min(agreeing)),)
    differing = [f"{a.text} / {b.text}" for a, b in pairs if not a.allows(b) and a.deed not in TOLL]
    if differing and left.voice.outlet == right.voice.outlet:
        return (Reason(feature="numbers", score=-0.3, detail=min(differing)),)
    return ()


def meaning(left: Telling, right: Telling) -> tuple[Reason, ...]:
    """What two texts say as wholes, in whatever words; nothing if that is not known."""
    a, b = left.means(), right.means()
    if not a or not b:
        return ()
    common = round(sum(map(mul, a, b)), 2)  # further digits differ between processors
    score = max(-MEANING, _SLOPE * (common - _MIDDLING))
    return (Reason(feature="meaning", score=round(score, 4), detail=f"{common:.2f}"),)


def _soon(undated: Telling, dated: Telling) -> bool:
    window = recent(undated)
    if not window or not dated.span or dated.span.days > SOON:
        return False
    # a date after the publication of what it dates is a mistake, and one that is made
    mistaken = bool(undated.modes & dated.modes & (DIPLOMATIC - MESSAGES))
    return window.gap(dated.span) <= (_MISTAKEN if mistaken else 0)
