"""Records for the tests of the web: one of ordinary documents, one of hostile ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from dragoman.app import App
from dragoman.ports import Intake
from dragoman.records.claims import Claim, Framing, Speaker
from dragoman.records.codec import content_id, digest
from dragoman.records.corrections import Correction, correction
from dragoman.records.documents import Document, Section, document_id
from dragoman.records.events import Dispute, DisputedValue, Event
from dragoman.records.provenance import Capture, Source
from dragoman.settings import Settings, load
from dragoman.store import open_record
from tests.factories import make_claim, make_document
from tests.store.making import make_event, make_link

LOADED = Framing(
    text="embassies",
    start=17,
    end=26,
    kind="scare-quoted",
    target="North Korea",
    country="PRK",
    speaker=Speaker(role="author", name="Harbour Weekly"),
)
NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)

SCRIPT = "<script>document.title='run'</script>"
HOSTILE = (
    SCRIPT,
    "<img src=x onerror=\"document.title='run'\">",
    "\"><svg onload=document.title='run'>",
    "' onmouseover='document.title=1' x='",
    "</title></textarea></style><script>document.title='run'</script>",
    "javascript:document.title='run'",
    "data:text/html,<script>document.title='run'</script>",
    "{{ 7 * 7 }}{% for x in y %}",
    "safe\u202etxt.exe\u202c \u2066hidden\u2069",
    "<!--<iframe srcdoc='<script>parent.document.title=1</script>'>",
    "</script><script>document.title='run'</script>",
    '=HYPERLINK("http://example.org")',
)


def noon() -> datetime:
    """A clock that stands still."""
    return NOON


def app_over(record: Path) -> App:
    """An application over a record."""
    settings: Settings = load({"record": str(record)}, environment={})
    return App(settings)


def make_told(
    text: str,
    claims: Sequence[Claim],
    *,
    source: Source,
    url: str,
    title: str | None = None,
    sections: tuple[Section, ...] | None = None,
    **fields: Any,
) -> Intake:
    """An intake of a document in which each claim stands where its text is found."""
    id_ = document_id(url, source, text)
    capture = Capture(
        id=content_id("cap", url, text),
        url=url,
        captured_at="2026-03-30T08:00:00Z",
        media_type="text/html",
        payload_digest=digest(text.encode()),
    )
    document: Document = make_document(
        id_, text, url=url, title=title, capture=capture.id, **fields
    )
    document = replace(document, source=source, sections=sections or document.sections)
    told = tuple(_placed(claim, document) for claim in claims)
    blocks = tuple(f"block {claim.event_type}" for claim in told)
    return Intake(
        path=document.path, url=url, capture=capture, document=document, claims=told,
        blocks=blocks, refusals=(), config="one",
    )  # fmt: skip


def _placed(claim: Claim, document: Document) -> Claim:
    """The claim with its offsets, and those of its participants, where its text stands."""
    at = max(0, document.text.find(claim.text))
    actors = tuple(replace(a, start=at, end=at + 3) for a in claim.actors)
    recipients = tuple(replace(r, start=at + 9, end=at + 12) for r in claim.recipients)
    placed = replace(
        claim, id="", document=document.id, source=document.source.name,
        start=at, end=at + len(claim.text), actors=actors, recipients=recipients,
        trigger=replace(claim.trigger, start=at + 4, end=at + 8),
    )  # fmt: skip
    return replace(placed, id=content_id("clm", document.id, at, claim.event_type))


def keep(
    record: Path,
    intakes: Sequence[Intake],
    events: Sequence[Event],
    links: Any = (),
    corrections: Sequence[Correction] = (),
) -> None:
    """Writes a record."""
    store = open_record(str(record), clock=noon)
    writer = store.writer()
    for intake in intakes:
        with writer.batch():
            writer.take_in(intake)
    for row in corrections:
        writer.put_correction(row, {})
    with writer.batch():
        blocks = writer.stale_blocks()
        writer.put_events(blocks, events, links)
    store.close()


def ordinary(record: Path) -> dict[str, str]:
    """Two sources tell of two states, and differ on a date; the ids of what was made."""
    weekly = Source(id="src_weekly", name="Harbour Weekly", kind="news")
    press = Source(id="src_press", name="State Press", kind="state_media", country="PRK")
    opened = "Two sides opened embassies on 13 April 1966."
    later = "Two sides opened embassies in 1967."
    sold = "The state sold rockets to the camps."
    old = make_told(
        "An older wording.\n" + opened,
        (),
        source=weekly,
        url="https://weekly.example/a",
        title="Embassies",
    )
    first = make_told(
        f"{opened}\n{sold}",
        (
            make_claim(
                opened,
                "SUPPORT",
                ("establish-relations",),
                occurred="1966-04-13",
                framing=(LOADED,),
            ),
            make_claim(sold, "AID", occurred="197X", certainty="PR+"),
        ),
        source=weekly,
        url="https://weekly.example/a",
        title="Embassies",
        published="2021-04-13",
    )
    second = make_told(
        later,
        (make_claim(later, "SUPPORT", ("establish-relations",), occurred="1967"),),
        source=press,
        url="https://press.example/b",
        title="Half a century",
        published="2017-01-01",
    )
    (a, b), (c,) = first.claims, second.claims
    dispute = Dispute(
        field="occurred",
        values=(
            DisputedValue(value="1966-04-13", claims=(a.id,)),
            DisputedValue(value="1967", claims=(c.id,)),
        ),
    )
    joined = replace(make_event(a, c, standing="disputed"), disputes=(dispute,))
    alone = replace(make_event(b), disputes=(_earlier(b, c),))
    read = correction("confirm", (a,), by="R. Hale", at="2026-03-31T09:00:00Z", why="read in print")
    links = (make_link(a.id, c.id),)
    keep(record, (old, first, second), (joined, alone), links, (read,))
    assert first.document is not None
    assert old.document is not None
    return {
        "event": joined.id,
        "alone": alone.id,
        "claim": a.id,
        "document": first.document.id,
        "older": old.document.id,
        "source": weekly.id,
    }


def _earlier(one: Claim, other: Claim) -> Dispute:
    """Who was first, when the other is told of another event."""
    values = (
        DisputedValue(value="PRK", claims=(one.id,)),
        DisputedValue(value="PSE", claims=(other.id,)),
    )
    return Dispute(field="first", values=values)


def hostile(record: Path) -> list[str]:
    """Documents that try to run, in every field that comes from outside; their addresses."""
    intakes, events, ledger = [], [], []
    for number, text in enumerate(HOSTILE):
        source = Source(id=f"src_{number}", name=text, owner=text)
        body = f"{text} told {text}\nA comment: {text}"
        cut = body.index("\n")
        sections = (
            Section(kind="body", start=0, end=cut),
            Section(kind="comment", start=cut + 1, end=len(body), author=text),
        )
        claim = make_claim(
            f"{text} told {text}",
            occurred="2001-02-03",
            actors=(f"PRK:{text}",),
            recipients=(f"PSE:{text}",),
            place=text,
            occurred_text=text,
        )
        speaker = Speaker(role="quoted", name=text, text=text)
        framing = replace(LOADED, text=text, target=text, speaker=speaker)
        claim = replace(claim, asserted_by=speaker, framing=(framing,))
        intake = make_told(
            body, (claim,), source=source, url=f"javascript:{number}", title=text, author=text,
            sections=sections, path=text, warnings=(text,),
        )  # fmt: skip
        (told,) = intake.claims
        value = DisputedValue(value=text, claims=(told.id,))
        event = make_event(told, standing="disputed")
        events.append(replace(event, disputes=(Dispute(field="actors", values=(value,)),)))
        intakes.append(intake)
        ledger.append(correction("change", (told,), by=text, at="2026-03-31T09:00:00Z", why=text))
    keep(record, intakes, events, corrections=ledger)
    pages = [
        "/",
        "/relations",
        "/relations/PRK-PSE",
        "/sources",
        "/documents",
        "/events",
        "/network",
    ]
    pages += [f"/events/{event.id}" for event in events]
    pages += [f"/claims/{event.claims[0]}" for event in events]
    pages += [f"/documents/{intake.document.id}" for intake in intakes if intake.document]
    pages += [f"/sources/src_{number}" for number in range(len(HOSTILE))]
    return [
        *pages,
        "/network",
        "/search?q=told",
        "/review?every=1",
        "/corrections",
        "/ask",
        "/complete?q=s",
    ]
