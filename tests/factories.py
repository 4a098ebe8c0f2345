"""Hand-made records for tests: say what matters, the rest is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from dragoman.ontology import plover
from dragoman.ports import Witness
from dragoman.records.actors import Participant
from dragoman.records.claims import Claim, Speaker, Trigger
from dragoman.records.codec import content_id
from dragoman.records.documents import Document, Section
from dragoman.records.provenance import Source, Stamp

STATES = {"PRK": "North Korea", "PSE": "Palestine", "ISR": "Israel", "IRN": "Iran", "SYR": "Syria"}
STAMP = Stamp(dragoman="0.0.0", model="by hand")


def make_participant(who: str, **fields: Any) -> Participant:
    """A participant from `PRK` (a state) or `PRK:Kim Il Sung` (one of its people)."""
    country, _, name = who.partition(":")
    spoken = name or STATES.get(country, country)
    values = {"text": spoken, "name": spoken, "country": country or None, "sector": "GOV"}
    return Participant(**{**values, "wikidata": None, "start": 0, "end": 1, **fields})


def make_claim(  # every argument is a field that some test cares about
    text: str = "The two sides opened embassies.",
    event_type: str = "SUPPORT",
    modes: Sequence[str] = (),
    *,
    actors: Sequence[str] = ("PRK",),
    recipients: Sequence[str] = ("PSE",),
    occurred: str | None = None,
    source: str = "Encyclopedia",
    document: str | None = None,
    role: str = "author",
    speaker: str | None = None,
    **fields: Any,
) -> Claim:
    """A claim; its id follows from what is given here."""
    document = document or f"doc_{source.lower().replace(' ', '_')}"
    start = fields.pop("start", 0)
    values: dict[str, Any] = {
        "document": document,
        "path": f"{document}.txt",
        "source": source,
        "section": "comment" if role == "commenter" else "body",
        "text": text,
        "start": start,
        "end": start + len(text),
        "event_type": event_type,
        "modes": tuple(modes),
        "contexts": (),
        "quad_class": plover().type(event_type).quad_class,
        "score": plover().score(event_type, tuple(modes)),
        "trigger": {"text": text[:5], "start": start, "end": start + 5},
        "actors": tuple(make_participant(who) for who in actors),
        "recipients": tuple(make_participant(who) for who in recipients),
        "occurred": occurred,
        "occurred_text": None,
        "occurred_basis": "stated" if occurred else None,
        "published": None,
        "place": None,
        "asserted_by": msgspec.convert(
            {"role": role, "name": speaker or source, "country": fields.pop("voice", None)}, Speaker
        ),
        "via": (),
        "certainty": "CT+",
        "auxiliary": (),
        "quote": None,
        "confidence": 0.8,
        "stamp": STAMP,
        **fields,
    }
    values["trigger"] = msgspec.convert(values["trigger"], Trigger)
    identity = msgspec.to_builtins({name: values[name] for name in sorted(values)})
    return Claim(id=content_id("clm", identity), **values)


def make_witness(claim: Claim, text: str | None = None) -> Witness:
    """The document of a claim, as corroboration sees it; no copy of any other by default."""
    return Witness(
        document=claim.document,
        source=claim.source,
        published=claim.published,
        text=text or claim.document,
    )


def make_document(
    id: str = "doc_encyclopedia",  # noqa: A002 - as the record calls it
    text: str = "The two sides opened embassies.",
    **fields: Any,
) -> Document:
    """A document of one section."""
    source = fields.pop("source", "Encyclopedia")
    values: dict[str, Any] = {
        "path": f"{id}.txt",
        "url": f"https://example.org/{id}",
        "source": Source(id=f"src_{source}", name=source),
        "sections": (Section(kind="body", start=0, end=len(text)),),
        **fields,
    }
    return Document(id=id, text=text, **values)
