"""The record in the formats of others: JSON Lines, CSV, BibTeX, CSL-JSON.

Each exporter here is registered in `pyproject.toml` under what it exports and the format.
"""

from collections.abc import Iterator

from dragoman.export.bibtex import bibtex
from dragoman.export.csl import csl
from dragoman.export.lines import Lines
from dragoman.export.references import Bibliography, cited
from dragoman.export.tables import CLAIM, DOCUMENT, EVENT, Table
from dragoman.ports import EventQuery, View
from dragoman.records.claims import Claim
from dragoman.records.events import Event

__all__ = [
    "bibtex",
    "citations_bibtex",
    "citations_csl",
    "citations_csv",
    "citations_jsonl",
    "claims_csv",
    "claims_jsonl",
    "csl",
    "events_csv",
    "events_jsonl",
]


def _events(view: View, query: EventQuery) -> Iterator[Event]:
    return view.events(query)


def _claims(view: View, query: EventQuery) -> Iterator[Claim]:
    return view.claims(query)


events_jsonl = Lines(_events)
events_csv = Table(_events, EVENT)
claims_jsonl = Lines(_claims)
claims_csv = Table(_claims, CLAIM)
citations_jsonl = Lines(cited)
citations_csv = Table(cited, DOCUMENT)
citations_bibtex = Bibliography(bibtex)
citations_csl = Bibliography(csl)
