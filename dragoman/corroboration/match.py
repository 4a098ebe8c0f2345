"""Whether two claims tell of one happening: a score with its reasons, or a reason why not."""

from __future__ import annotations

from dragoman.corroboration import likeness, places
from dragoman.corroboration.kinds import BREAKS, CONTESTED, DIPLOMATIC, MESSAGES, ONCE
from dragoman.corroboration.likeness import Grain, same_kind, same_sentence, strangers, words
from dragoman.corroboration.places import IsTown
from dragoman.corroboration.roles import direction, one_scene, opposed
from dragoman.corroboration.telling import Telling
from dragoman.records.codec import Record, content_id
from dragoman.records.links import Link
from dragoman.records.provenance import Reason

JUDGE = "corroboration.match/4"
THRESHOLD = 0.6

_WHEN = {
    "day": 0.4,
    "month": 0.3,
    "year": 0.2,
    "coarse": 0.0,
    "close": 0.2,
    "soon": 0.25,
    "told": 0.15,
}
# The share of words that tellings must have in common, where nothing else marks them as the same.
_ENOUGH = {
    "day": 0.15,
    "month": 0.15,
    "year": 0.4,
    "coarse": 0.6,
    "close": 0.3,
    "soon": 0.3,
    "told": 0.5,
}
_ALIKE = 0.85  # of two sentences that are one sentence, give or take a word
_NEARBY = 1500  # characters within which a text goes on about one thing

Reasons = tuple[Reason, ...]


class Verdict(Record, frozen=True, kw_only=True):
    """How surely two tellings are of one happening, and why."""

    score: float
    reasons: Reasons


def judge(left: Telling, right: Telling, is_town: IsTown | None = None) -> Verdict | None:
    """The verdict on two tellings that do not clash; None if they are not the same."""
    if clash(left, right):
        return None
    for rule in (_repeated, _in_one_breath, _told_on, _mirrored, _once, _denied):
        if (verdict := _verdict(rule(left, right))) is not None:
            return verdict
    return _verdict(_pondered(left, right, _alike(left, right, is_town)))


def clash(left: Telling, right: Telling) -> bool:
    """Whether no third telling could make these two one happening."""
    return (
        left.comments != right.comments
        or (left.comments and left.voice.copies != right.voice.copies)  # readers are no testimony
        or left.supposes != right.supposes
        or (same_sentence(left, right) and not _one_deed(left, right))
        or direction(left, right) is None
        or (apart(left, right) and likeness.grain(left, right) != "close")
        or likeness.foretold(left, right)
        or likeness.foretold(right, left)
    )


def apart(left: Telling, right: Telling) -> bool:
    """Whether both have dates, and not one day is in both."""
    if left.span is None or right.span is None or left.span.overlaps(right.span):
        return False
    return not _is_reprinted(left, right)


def _is_reprinted(left: Telling, right: Telling) -> bool:
    """Whether one is a copy of the other and dated by its own printing alone."""
    if left.voice.copies != right.voice.copies or left.claim.document == right.claim.document:
        return False
    dated = {left.claim.occurred_basis, right.claim.occurred_basis}
    return "published" in dated and words(left, right) >= _ALIKE


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


def _pondered(left: Telling, right: Telling, reasons: Reasons) -> Reasons:
    """The reasons and, where it could decide, the meaning; to ask for it is costly."""
    if not reasons or abs(_score(reasons) - THRESHOLD) > likeness.MEANING:
        return reasons
    return (*reasons, *likeness.meaning(left, right))


def _score(reasons: Reasons) -> float:
    return round(min(1.0, sum(reason.score for reason in reasons)), 4)


def _verdict(reasons: Reasons) -> Verdict | None:
    score = _score(reasons)
    return Verdict(score=score, reasons=reasons) if score >= THRESHOLD else None


def _one_deed(left: Telling, right: Telling) -> bool:
    """Whether two words of one sentence may be for one deed."""
    types = {left.claim.event_type, right.claim.event_type}
    fought = len(types) == 1 and types <= CONTESTED and not (left.modes and right.modes)
    return (fought or same_kind(left, right)) and not opposed(left, right)


def _repeated(left: Telling, right: Telling) -> Reasons:
    """One sentence, told again in the same text or in a copy of it."""
    common = words(left, right)
    if left.voice.copies != right.voice.copies or common < _ALIKE or same_sentence(left, right):
        return ()
    if not same_kind(left, right) or left.denies != right.denies or strangers(left, right):
        return ()
    return (Reason(feature="sentence repeated", score=0.95, detail=f"words {common:.2f}"),)


def _in_one_breath(left: Telling, right: Telling) -> Reasons:
    """Two words of one sentence for one deed, as in "met and talked with"."""
    if not same_sentence(left, right) or left.denies != right.denies or strangers(left, right):
        return ()
    if not _one_deed(left, right) or left.claim.occurred != right.claim.occurred:
        return ()
    return (Reason(feature="told in one sentence", score=0.7),)


def _told_on(left: Telling, right: Telling) -> Reasons:
    """What a text told a little before, and says again without its date."""
    a, b = left.claim, right.claim
    if a.document != b.document or abs(a.start - b.start) > _NEARBY or same_sentence(left, right):
        return ()
    if left.denies != right.denies or strangers(left, right):
        return ()
    if _of_one_clash(left, right):
        return (Reason(feature="one side's account of a clash just told", score=0.7),)
    if bool(left.span) == bool(right.span) or not _marked(left, right):
        return ()
    if direction(left, right) != "same" or _other_number(left, right):
        return ()
    return (Reason(feature="told again in one text", score=0.7, detail=a.trigger.text),)


def _marked(left: Telling, right: Telling) -> bool:
    """Whether both tell, in one word or of one person, of what is not done every day."""
    rare = left.modes & right.modes & (DIPLOMATIC - MESSAGES)
    fought = left.claim.event_type in CONTESTED and same_kind(left, right)
    known = left.trigger & right.trigger or likeness.met(left, right)
    return bool((rare or fought) and known)


def _other_number(left: Telling, right: Telling) -> bool:
    return any(reason.score < 0 for reason in likeness.numbers(left, right))


def _of_one_clash(left: Telling, right: Telling) -> bool:
    """Whether a text lets one side speak of a clash, of the same day if it dates both."""
    dated = left.span and right.span
    same_day = not dated or likeness.grain(left, right) == "day"
    return same_day and (_side_of_clash(left, right) or _side_of_clash(right, left))


def _side_of_clash(account: Telling, clashed: Telling) -> bool:
    sides = account.actors | account.recipients
    return (
        clashed.together
        and clashed.claim.event_type in CONTESTED
        and account.claim.event_type == clashed.claim.event_type
        and account.voice.state in sides
    )


def _mirrored(left: Telling, right: Telling) -> Reasons:
    """One clash or break, for which each side blames the other."""
    if direction(left, right) != "mirrored":
        return ()
    common, grain = words(left, right), likeness.grain(left, right)
    here = one_scene(left, right) or common >= 0.3
    if not left.modes & right.modes & BREAKS and (grain not in {"day", "soon"} or not here):
        return ()
    return (Reason(feature="each side blames the other", score=0.7, detail=f"words {common:.2f}"),)


def _once(left: Telling, right: Telling) -> Reasons:
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


def _denied(left: Telling, right: Telling) -> Reasons:
    """A denial and what it denies, which share words but seldom a date."""
    if left.denies == right.denies or not same_kind(left, right):
        return ()
    if left.supposes or direction(left, right) == "mirrored":
        return ()
    common, grain = words(left, right), likeness.grain(left, right)
    fresh = grain in {"day", "month", "soon", "told"} and bool(left.trigger & right.trigger)
    if not fresh and common < (_ENOUGH["told"] if grain is None else _ENOUGH["soon"]):
        return ()
    return (
        Reason(feature="denial of the same", score=0.55),
        Reason(feature="words", score=round(0.3 * common, 4), detail=f"{common:.2f}"),
        *likeness.trigger(left, right),
    )


def _alike(left: Telling, right: Telling, is_town: IsTown | None) -> Reasons:
    """The same kind of thing at the same time in similar words."""
    grain, kind = likeness.grain(left, right), likeness.kind(left, right)
    if not grain or not kind or left.supposes or direction(left, right) == "mirrored":
        return ()
    common = words(left, right)
    if same_sentence(left, right) or not _enough(left, right, grain, common):
        return ()
    vague = grain in {"close", "soon", "told"}
    return (
        Reason(feature="when", score=_WHEN[grain], detail=grain),
        kind,
        Reason(feature="words", score=round(0.3 * common, 4), detail=f"{common:.2f}"),
        *likeness.people(left, right),
        *likeness.place(left, right, is_town),
        *likeness.numbers(left, right),
        *(likeness.trigger(left, right) if vague else ()),
    )


def _enough(left: Telling, right: Telling, grain: Grain, common: float) -> bool:
    """A day says more than a year, and a visit is rarer than a word of praise."""
    if common >= _ENOUGH[grain]:
        return grain != "told" or same_kind(left, right)
    both = (left.modes | right.modes) if same_kind(left, right) else frozenset()
    known = bool(likeness.met(left, right))
    if grain in {"day", "month"}:
        consulted = {left.claim.event_type, right.claim.event_type} == {"CONSULT"}
        rare = "visit" in both or (grain == "day" and both & DIPLOMATIC)
        return bool(rare) or (consulted and known) or places.same(left.place, right.place)
    if grain == "told":
        return known and places.same(left.place, right.place)
    here = places.same(left.place, right.place)
    if grain in {"close", "soon"}:
        return bool(both & DIPLOMATIC and (known or here)) or (known and here)
    return grain == "year" and "visit" in both and known
