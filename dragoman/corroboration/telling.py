"""A claim made ready to be compared: its sides, its time as days, its words as stems."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from dragoman.corroboration.block import sides
from dragoman.records.actors import Participant
from dragoman.records.claims import Claim
from dragoman.records.codec import Record
from dragoman.records.dates import bounds

StateName = Callable[[str], str | None]  # of a country's code

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ments", "ment", "ings", "ing", "ers", "ed", "er", "es", "ly", "s", "e")
_STEM = 4  # letters that must remain of a word when its ending is cut
_FUNCTION_WORDS = (
    "a about after all also an and any are as at be been before being between both but by can "
    "could did do does during each for from had has have he her him his how i in into is it its "
    "may might more most mr mrs must no not of on one only or other our over said say says shall "
    "she should since so some such than that the their them then there these they this those "
    "through to under until up upon us was we were what when where which while who whom whose "
    "will with would you your"
)
_STOPWORDS = frozenset(_FUNCTION_WORDS.split())


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


class Telling(Record, frozen=True, kw_only=True):
    """A claim with what comparing it needs."""

    claim: Claim
    source: str
    copies: str  # one value for all documents that are copies of each other
    actors: frozenset[str]
    recipients: frozenset[str]
    people: frozenset[frozenset[str]]  # each name as the set of its words
    modes: frozenset[str]
    words: frozenset[str]
    span: Span | None

    @property
    def denies(self) -> bool:
        """Whether the claim is that it did not happen."""
        return self.claim.certainty in {"CT-", "PR-"}

    @property
    def supposes(self) -> bool:
        """Whether the claim only plays a thought through."""
        return "hypothetical" in self.claim.auxiliary

    @property
    def comments(self) -> bool:
        """Whether it is a reader's comment, and no testimony of the source."""
        return self.claim.section == "comment" or self.claim.asserted_by.role == "commenter"


def telling(claim: Claim, *, source: str, copies: str, state_name: StateName | None) -> Telling:
    """The claim as a telling; the neutral name of a state stands for no one person."""
    participants = (*claim.actors, *claim.recipients)
    spoken = [text for p in participants for text in (p.text, p.name or "")]
    return Telling(
        claim=claim,
        source=source,
        copies=copies,
        actors=sides(claim.actors),
        recipients=sides(claim.recipients),
        people=frozenset(_people(participants, state_name)),
        modes=frozenset(claim.modes),
        words=_content(claim.text, without=(*spoken, claim.occurred_text or "")),
        span=span(claim.occurred),
    )


def span(occurred: str | None) -> Span | None:
    """The days that an EDTF date may mean; None if it bounds nothing."""
    first, last = bounds(occurred) if occurred else (None, None)
    if first is None and last is None:
        return None
    return Span(first=(first or date.min).toordinal(), last=(last or date.max).toordinal())


def _people(
    participants: Iterable[Participant], state_name: StateName | None
) -> Iterator[frozenset[str]]:
    if not state_name:  # then the states would be names that all claims of a block share
        return
    for participant in participants:
        if participant.name and participant.name != state_name(participant.country or ""):
            yield frozenset(_tokens(participant.name))


def _tokens(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _content(text: str, *, without: Iterable[str]) -> frozenset[str]:
    # who and when are compared on their own: left in, they would make all sentences alike
    dropped = _STOPWORDS.union(*(_tokens(spoken) for spoken in without))
    return frozenset(_stem(word) for word in _tokens(text) if word not in dropped)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word
