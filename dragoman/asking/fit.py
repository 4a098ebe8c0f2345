"""How a claim fits a question: what it says of what was asked, or in what it is something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.asking.words import speaks_of, stem, stems
from dragoman.records.actors import Participant
from dragoman.records.answers import Question, Sought, Stance
from dragoman.records.claims import Claim
from dragoman.records.dates import overlaps
from dragoman.records.events import Event

# Between these it means nothing who is named first.
_EQUALS = {"AGREE", "CONSULT", "COOPERATE"}
_EQUAL_MODES = {"establish-relations", "restore-relations", "upgrade-relations", "sign"}
_ONE_WAY_MODES = {"visit", "letter"}
_WEAPONS = {"aerial", "drone", "explosives", "firearms", "heavy-weapons"}
_VERBAL = ("verbal cooperation", "verbal conflict")
_BACK = 250  # characters in which to look for what "We deny it altogether." denies


def stance(question: Question, claim: Claim) -> Stance:
    """What a claim that fits says of what was asked."""
    if question.denied:
        return "affirmed"
    if claim.certainty in {"CT-", "PR-"} or _withholds(question, claim):
        return "denied"
    if claim.certainty in {"PS+", "PS-", "Uu"} or "hypothetical" in claim.auxiliary:
        return "uncertain"
    if "future" in claim.auxiliary or _promises(question, claim):
        return "planned"
    return "affirmed"


def apart(
    question: Question, claim: Claim, before: str = "", event: Event | None = None
) -> tuple[str, ...]:
    """In what a claim is not what was asked, in words; nothing where it fits.

    `before` is the text in front of the claim's sentence, `event` the happening it tells of.
    """
    return (
        *_not_understood(question),
        *_no_denial(question, claim),
        *_another_kind(question, claim),
        *_others(question, claim),
        *_another_time(question, claim, event),
        *_another_speaker(question, claim),
        *_silent_about(question, claim, before),
    )


def is_kin(question: Question, claim: Claim) -> bool:
    """Whether a claim that does not fit is near enough to be told of besides."""
    if question.kind == "said" and tuple(_another_speaker(question, claim)):
        return False  # what others say is no near thing to what one says
    same_kind = not tuple(_another_kind(question, claim))
    return same_kind or any(speaks_of(claim.text, word) for word in question.about)


def _refers_back(question: Question, claim: Claim) -> bool:
    """Whether what a sentence is about may stand before it: of a denial, and of what is said."""
    return claim.certainty in {"CT-", "PR-", "PS-"} or question.kind == "said"


def fits(participant: Participant, sought: Sought) -> bool:
    """Whether a participant is whom a question names, or acts for it."""
    if sought.whole and sought.country:
        return participant.country == sought.country
    asked, told = stems(sought.name), stems(participant.name or participant.text)
    if sought.country and participant.country and sought.country != participant.country:
        return False
    return asked == told or (bool(told) and (told <= asked or asked <= told))


def _not_understood(question: Question) -> Iterator[str]:
    """Yes or no is said only of a deed; where none was found in the question, of nothing."""
    if question.kind == "whether" and not question.trigger:
        yield "may be something else"


def _no_denial(question: Question, claim: Claim) -> Iterator[str]:
    if question.denied and claim.certainty not in {"CT-", "PR-"}:
        yield "is no denial"


def _another_kind(question: Question, claim: Claim) -> Iterator[str]:
    if not question.event_types and not question.modes:
        return
    if _promises(question, claim) or _withholds(question, claim):
        return
    other_type = question.event_types and claim.event_type not in question.event_types
    asked = set(question.modes)
    if "destroy" in asked:
        asked |= _WEAPONS  # who tells with what it was shot down tells that it was
    other_mode = asked and asked.isdisjoint(claim.modes)
    if other_type or other_mode or _is_deed_of_its_own(question, claim):
        yield f"tells of {' '.join((claim.event_type, *claim.modes))}"


def _is_deed_of_its_own(question: Question, claim: Claim) -> bool:
    """Whether the modes of a claim make it another deed: who expels does not "impose sanctions"."""
    return _type(question) == "SANCTION" and bool(claim.modes) and not question.modes


def _promises(question: Question, claim: Claim) -> bool:
    """Whether a claim tells that the deed asked about was agreed on."""
    return claim.event_type == "AGREE" != _type(question) and _told_with(question, claim)


def _withholds(question: Question, claim: Claim) -> bool:
    """Whether a claim tells that the deed asked about was refused."""
    if claim.event_type != "REJECT" or _type(question) == "REJECT":
        return False
    return claim.certainty in {"CT+", "PR+"} and _told_with(question, claim)


def _type(question: Question) -> str | None:
    return next(iter(question.event_types), None)


def _told_with(question: Question, claim: Claim) -> bool:
    """Whether a sentence has the verb of the question."""
    verb = next(iter(question.trigger.split()), "")
    return bool(verb) and stem(verb) in stems(claim.text)


def _others(question: Question, claim: Claim) -> Iterator[str]:
    """Whether somebody else acts, or it is done to somebody else."""
    everyone = (*claim.actors, *claim.recipients)
    missing = [
        one
        for one in (*question.actors, *question.recipients)
        if not any(fits(participant, one) for participant in everyone)
    ]
    if missing and question.kind == "said":
        missing = [one for one in missing if not speaks_of(claim.text, one.name)]
    if missing:
        yield f"does not name {' or '.join(one.name for one in missing)}"
    elif not _same_way(question, claim):
        yield "tells of it the other way round"
    elif question.unknown in {"actor", "recipient"} and not list(unknown(question, claim)):
        yield "does not say who"


def unknown(question: Question, claim: Claim) -> Iterator[Participant]:
    """Those of a claim whom the question asks for."""
    asked = question.actors if question.unknown == "actor" else question.recipients
    known = question.recipients if question.unknown == "actor" else question.actors
    if (_directed(claim) and known and not asked) or _directed(claim):
        found = claim.actors if question.unknown == "actor" else claim.recipients
    else:
        found = (*claim.actors, *claim.recipients)
    for one in found:
        named = bool(one.country or one.name)
        if named and (asked or not any(fits(one, other) for other in known)):
            yield one


def _same_way(question: Question, claim: Claim) -> bool:
    if not _directed(claim):
        return True
    if question.actors and question.recipients:
        return _all_in(question.actors, claim.actors) and _all_in(
            question.recipients, claim.recipients
        )
    if question.unknown == "actor" and question.recipients:
        return _all_in(question.recipients, claim.recipients)
    if question.unknown == "recipient" and question.actors:
        return _all_in(question.actors, claim.actors)
    return True


def _directed(claim: Claim) -> bool:
    """Whether it matters who stands on which side of a claim."""
    if not claim.recipients:
        return False
    if _ONE_WAY_MODES & set(claim.modes):
        return True
    return claim.event_type not in _EQUALS and not _EQUAL_MODES & set(claim.modes)


def _all_in(sought: Iterable[Sought], participants: tuple[Participant, ...]) -> bool:
    return all(any(fits(one, other) for one in participants) for other in sought)


def _another_time(question: Question, claim: Claim, event: Event | None) -> Iterator[str]:
    if question.future and stance(question, claim) in {"affirmed", "denied"}:
        yield "tells of what is past"
    if question.when is None:
        return
    date = claim.occurred or (event.occurred if event else None)
    if date is None and "historical" not in claim.auxiliary:
        date = claim.published  # what is told as news and without a date is of its day
    if date is None:
        yield "gives no date"
    elif not overlaps(question.when, date):
        yield f"tells of {date}"


def _another_speaker(question: Question, claim: Claim) -> Iterator[str]:
    for one in question.speakers:
        said = claim.asserted_by
        by_name = fits(_speaker(claim), one) and bool(said.name or said.country)
        does = (
            not question.denied
            and claim.quad_class in _VERBAL
            and any(fits(actor, one) for actor in claim.actors)
        )
        if not by_name and not (does and question.kind == "said"):
            yield f"is not the word of {one.name}"


def _speaker(claim: Claim) -> Participant:
    said = claim.asserted_by
    return Participant(
        text=said.text or "",
        name=said.name,
        country=said.country,
        sector=None,
        wikidata=None,
        start=0,
        end=0,
    )


def _silent_about(question: Question, claim: Claim, before: str) -> Iterator[str]:
    """The words that narrow the question down, and that stand neither here nor just before.

    A sentence that has one of them goes on about a thing that others have named in full.
    """
    missing = [word for word in question.about if not speaks_of(claim.text, word)]
    if _refers_back(question, claim) or len(missing) < len(question.about):
        missing = [word for word in missing if not speaks_of(before[-_BACK:], word)]
    yield from (f"says nothing of “{word}”" for word in missing)
