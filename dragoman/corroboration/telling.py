"""A claim made ready to be compared: its sides, its time as days, its words as stems."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from dragoman.corroboration.block import sides
from dragoman.corroboration.kinds import CONTESTED, RELATIONS
from dragoman.corroboration.places import Place, place
from dragoman.corroboration.quantities import Quantity, quantities, toll
from dragoman.corroboration.superlatives import Superlative, superlative
from dragoman.corroboration.voices import StateName, Voice, voice
from dragoman.corroboration.words import content, stem, tokens
from dragoman.ports import Meaning, Vector
from dragoman.records.actors import Participant
from dragoman.records.claims import Claim
from dragoman.records.codec import Record
from dragoman.records.dates import bounds

# The sentence after the deed, where its dead are often counted.
_SENTENCE = re.compile(r"\s*[^\n]*?[.!?](?=\s|$)")
_DAYS = re.compile(r"\d{4}-\d\d-\d\d[~?%]?/\d{4}-\d\d-\d\d[~?%]?")
_CLASH = re.compile(r"(?:clash|skirmish|exchang|traded fire|fought each)", re.IGNORECASE)
_EACH_OTHER = re.compile(r"\b(?:each other|one another|both sides)\b")
_EACH_OTHER_WITHIN = 60  # characters behind the verb
_DENYING = "deny denied denies denying rejects rejected dismissed refuted"


class Span(Record, frozen=True, kw_only=True):
    """A stretch of days, both ends included, as proleptic Gregorian ordinals."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: Span) -> int:
        """The days from the end of the earlier to the start of the later; 0 if they overlap."""
        return max(0, other.first - self.last, self.first - other.last)


class Name(NamedTuple):
    """A person, office or body that takes part: its side, and its name as the set of its words."""

    side: str
    words: frozenset[str]


class Telling(Record, frozen=True, kw_only=True):
    """A claim with what comparing it needs."""

    claim: Claim
    voice: Voice
    actors: frozenset[str]
    recipients: frozenset[str]
    people: frozenset[Name]
    modes: frozenset[str]
    trigger: frozenset[str]  # its words as stems
    words: frozenset[str]  # of the sentence, less those for who and when
    scene: frozenset[str]  # of the sentence, less those for when and the names in those for who
    span: Span | None
    published: Span | None
    quantities: tuple[Quantity, ...]
    place: Place | None
    superlative: Superlative | None  # the rank that the sentence gives to the deed or its doer
    means: Callable[[], Vector]  # costly when first asked

    @property
    def denies(self) -> bool:
        """Whether the claim is that it did not happen."""
        return self.claim.certainty in {"CT-", "PR-"}

    @property
    def supposes(self) -> bool:
        """Whether the claim only plays a thought through."""
        return "hypothetical" in self.claim.auxiliary

    @property
    def commits(self) -> bool:
        """Whether the teller commits to it at all, as one who only asks does not."""
        return self.claim.certainty != "Uu" and not self.supposes

    @property
    def comments(self) -> bool:
        """Whether it is a reader's comment, and no testimony of the source."""
        return self.claim.section == "comment" or self.claim.asserted_by.role == "commenter"

    @property
    def lasts(self) -> bool:
        """Whether it is dated from one day to another."""
        return bool(_DAYS.fullmatch(self.claim.occurred or ""))

    @property
    def together(self) -> bool:
        """Whether all sides do it, and none has it done to them."""
        return not self.recipients and len(self.actors) > 1


def telling(
    claim: Claim,
    *,
    copies: str,
    text: str = "",
    state_name: StateName | None = None,
    meaning: Meaning | None = None,
) -> Telling:
    """The claim as a telling; `text` is that of its document."""
    participants = (*claim.actors, *claim.recipients)
    spoken = [words for p in participants for words in (p.text, p.name or "")]
    actors, recipients = sides(claim.actors), sides(claim.recipients)
    trigger = claim.trigger.start - claim.start
    aside = (claim.occurred_text or "", _DENYING)
    if claim.event_type in CONTESTED and _is_mutual(claim, trigger):
        actors, recipients = actors | recipients, frozenset()
    return Telling(
        claim=claim,
        voice=voice(claim, copies=copies, state_name=state_name),
        actors=actors,
        recipients=recipients,
        people=frozenset(_people(participants, state_name)),
        modes=_modes(claim),
        trigger=content(claim.trigger.text),
        words=content(claim.text, without=(*spoken, *aside)),
        scene=content(claim.text, without=(*_named(spoken), *aside)),
        span=span(claim.occurred),
        published=span(claim.published),
        quantities=_quantities(claim, text),
        place=place(
            claim.text, trigger, given=claim.place, without=(*spoken, claim.occurred_text or "")
        ),
        superlative=superlative(
            claim.text, (trigger, claim.trigger.end - claim.start), (*spoken, *aside)
        ),
        means=_means(claim, meaning),
    )


def span(occurred: str | None) -> Span | None:
    """The days that an EDTF date may mean; None if it bounds nothing."""
    earliest, latest = bounds(occurred) if occurred else (None, None)
    if earliest is None and latest is None:
        return None
    return Span(first=(earliest or date.min).toordinal(), last=(latest or date.max).toordinal())


def _means(claim: Claim, meaning: Meaning | None) -> Callable[[], Vector]:
    if not meaning:
        return tuple  # which makes ()
    trigger = (claim.trigger.start - claim.start, claim.trigger.end - claim.start)
    return cache(partial(meaning, claim.text, trigger))


def _modes(claim: Claim) -> frozenset[str]:
    """The modes, less those of diplomatic relations where only consular ones are told of."""
    words = claim.trigger.text.casefold()
    consular = "consular relations" in words and "diplomatic" not in words
    return frozenset(claim.modes) - (RELATIONS if consular else frozenset())


def _is_mutual(claim: Claim, trigger: int) -> bool:
    """Whether a clash is told as one of both sides, by its verb or by "each other"."""
    rest = claim.text[trigger : trigger + _EACH_OTHER_WITHIN]
    return bool(_CLASH.match(claim.trigger.text) or _EACH_OTHER.search(rest))


def _quantities(claim: Claim, text: str) -> tuple[Quantity, ...]:
    """How many, by the claim's sentence and, for the dead of an assault, by the one after it."""
    found = quantities(claim.text, claim.trigger.start - claim.start, claim.event_type)
    after = _SENTENCE.match(text, claim.end) if claim.event_type == "ASSAULT" else None
    kinds = {quantity.kind for quantity in found}
    told_after = toll(after[0]) if after else ()
    return (*found, *(quantity for quantity in told_after if quantity.kind not in kinds))


def _named(spoken: Iterable[str]) -> Iterator[str]:
    """The words of names among words for who: states and persons, but no boats and soldiers."""
    return (word for words in spoken for word in words.split() if word[:1].isupper())


def _people(participants: Iterable[Participant], state_name: StateName | None) -> Iterator[Name]:
    if not state_name:  # then the states would be names that all claims of a block share
        return
    for participant in participants:
        state = state_name(participant.country or "")
        # a patrol and the soldiers of it are one, whatever they are called
        if participant.name and participant.name != state and participant.sector != "MIL":
            words = frozenset(map(stem, tokens(participant.name)))
            yield Name(side=participant.country or "", words=words)
