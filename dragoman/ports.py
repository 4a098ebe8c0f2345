"""What the rooms promise each other, as protocols; `app` joins who keeps them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol, TypeVar, runtime_checkable

from dragoman.records.claims import Claim, Coding
from dragoman.records.codec import Record
from dragoman.records.corrections import Correction, Subject
from dragoman.records.documents import Document
from dragoman.records.events import Event
from dragoman.records.links import Link
from dragoman.records.provenance import Capture, Payload, Refusal, Source
from dragoman.records.readings import Reading

A = TypeVar("A")
B = TypeVar("B")

Span = tuple[int, int]  # start and end, in characters
Clock = Callable[[], datetime]  # this moment, in UTC


class Fetcher(Protocol):
    """Finds and brings the bytes behind what a user names."""

    def fetch(self, wanted: Iterable[str]) -> Iterator[Payload | Refusal]:
        """Payloads in a fixed order; a refusal for each thing that cannot be read."""
        ...


class Extractor(Protocol):
    """Makes documents of bytes."""

    def extract(self, payload: Payload) -> Document | Refusal:
        """The document that the bytes hold, cut into sections."""
        ...


class Archive(Protocol):
    """Keeps what was fetched as it was."""

    def keep(self, payload: Payload) -> Capture:
        """The capture under which the bytes are kept; bytes known already are not kept twice."""
        ...

    def load(self, capture: Capture) -> bytes:
        """The bytes as they were fetched."""
        ...

    def verify(self, capture: Capture) -> bool | None:
        """Whether the bytes still have their digest; None if that was not checked."""
        ...


class Reader(Protocol):
    """Finds sentences, actors and times."""

    def read(self, document: Document) -> Reading:
        """The reading of a document; an empty one, with its refusal, if it cannot be read."""
        ...


class Coder(Protocol):
    """Finds events."""

    def code(self, document: Document, reading: Reading) -> tuple[Coding, ...]:
        """The events told in a document, in the order of the text."""
        ...

    def classify(
        self, text: str, reading: Reading, actor: Span | None, recipient: Span | None
    ) -> dict[str, float]:
        """How probable each type is of what one span of a text does to another; sums to 1."""
        ...


class Attributor(Protocol):
    """Finds whose word an event is, and how sure they are of it."""

    def attribute(
        self, document: Document, reading: Reading, codings: tuple[Coding, ...]
    ) -> tuple[Claim, ...]:
        """The claims of the codings, in their order, each before the claims that deny it."""
        ...


class Witness(Record, frozen=True, kw_only=True):
    """A document as corroboration sees it: where it comes from, and its text."""

    document: str
    source: str
    published: str | None
    text: str


class Corroborator(Protocol):
    """Finds which claims tell of one happening."""

    def block(self, claim: Claim) -> str:
        """The key of the block within which a claim is compared; events never span blocks."""
        ...

    def copies(self, witnesses: Iterable[Witness]) -> tuple[Link, ...]:
        """The copy-of links among documents."""
        ...

    def corroborate(
        self, claims: Iterable[Claim], witnesses: Iterable[Witness], copies: Iterable[Link]
    ) -> tuple[tuple[Event, ...], tuple[Link, ...]]:
        """The events of whole blocks of claims, and the same-event links they rest on."""
        ...


class Executor(Protocol):
    """Runs a function over many things, perhaps side by side."""

    def map(self, function: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        """Results in the order of the items."""
        ...


class EventQuery(Record, frozen=True, kw_only=True):
    """What is asked of a record; an empty query asks for everything."""

    sides: tuple[str, ...] = ()  # one or two country codes or names, in any order
    event_types: tuple[str, ...] = ()
    since: str | None = None  # EDTF
    until: str | None = None  # EDTF
    source: str | None = None
    document: str | None = None
    standing: str | None = None
    certainty: str | None = None
    words: str | None = None  # full text; what stands between quotation marks as it stands
    section: str | None = None
    rejected: bool = False  # with the claims that people rejected
    after: str | None = None  # id of the last one that was shown: goes on behind it
    limit: int | None = None


class Intake(Record, frozen=True, kw_only=True):
    """Everything that the stages made of one payload, to be kept whole or not at all."""

    path: str
    url: str
    capture: Capture
    document: Document | None  # None where nothing could be extracted
    claims: tuple[Claim, ...]
    blocks: tuple[str, ...]  # the block of each claim
    refusals: tuple[Refusal, ...]
    config: str  # digest of what made this: versions, models, settings


class Passage(Record, frozen=True, kw_only=True):
    """A stretch of a text, and the places in it of the words that were looked for."""

    text: str
    marks: tuple[Span, ...]


class Hit(Record, frozen=True, kw_only=True):
    """A document found by its words: the passage that holds them, and claims that do."""

    document: Document  # without its text
    passage: Passage
    claims: tuple[str, ...]


class ClaimHit(Record, frozen=True, kw_only=True):
    """A claim found by the words of its sentence, and what people made of it, oldest first."""

    claim: Claim
    passage: Passage
    corrections: tuple[Correction, ...] = ()
    rejected: bool = False


class Version(Record, frozen=True, kw_only=True):
    """One of the documents that an address held; a document may come back."""

    number: int
    document: str
    payload_digest: str
    recorded_at: str
    stands: bool


class View(Protocol):
    """Reads a record. Where nothing else is said, what is superseded or merged is left out."""

    def document(self, document_id: str) -> Document | None:
        """The document, or None; also one that is superseded."""
        ...

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """These documents, superseded or not, or all that stand, in the order of their ids."""
        ...

    def titles(
        self,
        ids: Iterable[str] | None = None,
        *,
        source: str | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> Iterator[Document]:
        """These documents, or those that stand (behind one, of one source), without text, by id."""
        ...

    def versions(self, url: str) -> tuple[Version, ...]:
        """What an address held, oldest first."""
        ...

    def capture(self, capture_id: str) -> Capture | None:
        """The capture, or None."""
        ...

    def captures(self, ids: Iterable[str] | None = None) -> Iterator[Capture]:
        """These captures, or all, by id."""
        ...

    def sources(self) -> Iterator[Source]:
        """All outlets, by id."""
        ...

    def claim(self, claim_id: str) -> Claim | None:
        """The claim, or None; also one that is superseded."""
        ...

    def coded(self, claim_id: str) -> Claim | None:
        """The claim as it was coded, whatever people made of it, or None."""
        ...

    def claims_named(self, ids: Iterable[str]) -> Iterator[Claim]:
        """These claims as people left them, superseded or not, in no particular order."""
        ...

    def claims(self, query: EventQuery) -> Iterator[Claim]:
        """Claims as people left them, by date (undated last), then id."""
        ...

    def event(self, event_id: str) -> Event | None:
        """The event, or None; `merged_into` leads on from one that was merged."""
        ...

    def events(self, query: EventQuery) -> Iterator[Event]:
        """Events by date (undated last), then id."""
        ...

    def events_of(self, claims: Iterable[str]) -> Iterator[Event]:
        """The events that hold these claims, each once, by id."""
        ...

    def links(self, *, superseded: bool = False) -> Iterator[Link]:
        """Links by id; with those that are superseded, if asked for."""
        ...

    def copies(self, documents: Iterable[str] | None = None) -> Iterator[Link]:
        """The copy-of links that hold and touch one of these documents, or all, by id."""
        ...

    def links_of(self, ids: Iterable[str]) -> Iterator[Link]:
        """Links that hold among or to these things, by id."""
        ...

    def refusals(self) -> Iterator[Refusal]:
        """What was refused when each address was last read, by item."""
        ...

    def search(self, words: str, query: EventQuery) -> Iterator[Hit]:
        """Documents that hold all the words and tell of what is asked, best first."""
        ...

    def find_claims(self, words: str, query: EventQuery) -> Iterator[ClaimHit]:
        """Claims whose sentence holds all the words, best first."""
        ...

    def corrections(self) -> tuple[Correction, ...]:
        """The whole ledger, taken back or not, in the order in which it was written."""
        ...

    def stand(self, claims: Iterable[str]) -> frozenset[str]:
        """Which of these claims the record still holds, rejected or not."""
        ...

    def at_place(self, subject: Subject) -> tuple[Claim, ...]:
        """Claims that stand in the same sentence as a claim that was corrected."""
        ...

    def doubtful_claims(self, query: EventQuery) -> Iterator[Claim]:
        """Claims as people left them, the least sure of their coding first."""
        ...

    def doubtful_links(self, query: EventQuery) -> Iterator[Link]:
        """Same-event links between claims as asked for, the least sure first."""
        ...

    def complete(self, beginning: str) -> tuple[str, ...]:
        """Ids of claims and events that begin so, two at the most; one alone if it is whole."""
        ...

    def counts(self) -> dict[str, int]:
        """How many captures, documents, claims, events, links and refusals there are."""
        ...

    def fingerprint(self) -> str:
        """A digest that two records share if they say the same."""
        ...


class Writer(Protocol):
    """Adds to a record; what is called within one `batch` is kept whole or not at all."""

    def batch(self) -> AbstractContextManager[None]:
        """A transaction."""
        ...

    def known(self, url: str, payload_digest: str, config: str) -> bool:
        """Whether this is what was last taken in from this place, under these settings."""
        ...

    def take_in(self, intake: Intake) -> None:
        """Keeps one document with its claims, and marks their blocks as stale."""
        ...

    def stale_blocks(self) -> tuple[str, ...]:
        """Blocks whose events no longer follow from their claims."""
        ...

    def claims_of(self, blocks: Iterable[str]) -> Iterator[Claim]:
        """All claims of these blocks that stand."""
        ...

    def put_copies(self, links: Iterable[Link]) -> None:
        """Keeps all copy-of links that hold; one that is not among them is superseded."""
        ...

    def put_events(
        self, blocks: Iterable[str], events: Iterable[Event], links: Iterable[Link]
    ) -> None:
        """Replaces what these blocks hold and marks them as fresh."""
        ...

    def put_correction(self, correction: Correction, blocks: Mapping[str, str]) -> None:
        """Adds to the ledger, heeds it, and marks blocks as stale; one that is known is left.

        `blocks` gives the block of each claim that is now compared within another.
        """
        ...


class Store(Protocol):
    """A record on disk or on a server."""

    def view(self) -> View:
        """For reading."""
        ...

    def writer(self) -> Writer:
        """For adding."""
        ...

    def close(self) -> None:
        """Lets go of the record."""
        ...


class Exporter(Protocol):
    """Turns events into another format."""

    def export(self, view: View, query: EventQuery) -> Iterator[bytes]:
        """Chunks of the export."""
        ...


Vector = tuple[float, ...]
# What a text says of the event that hangs on a trigger, as a vector of length 1, or () where that
# is not known. The product of two is the nearer to 1 the more alike is what two texts say.
Meaning = Callable[[str, Span], Vector]


@runtime_checkable
class Understanding(Coder, Protocol):
    """A coder that also knows what texts mean, whatever their words."""

    def meaning(self, text: str, trigger: Span) -> Vector:
        """What a text says of the event on a trigger; depends on nothing but the two."""
        ...
