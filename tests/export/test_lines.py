from __future__ import annotations

from dragoman import registry
from dragoman.ports import EventQuery, Exporter, View
from dragoman.records.claims import Claim
from dragoman.records.codec import decode
from dragoman.records.events import Event


def test_each_line_is_the_whole_record(view: View) -> None:
    asked = EventQuery()
    for name, kind, told in (
        ("claims", Claim, list(view.claims(asked))),
        ("events", Event, list(view.events(asked))),
    ):
        exporter: Exporter = registry.load(registry.EXPORTERS, f"{name}.jsonl")
        lines = b"".join(exporter.export(view, asked)).splitlines()
        assert [decode(line, kind) for line in lines] == told


def test_there_is_an_exporter_for_every_thing_and_form() -> None:
    expected = {
        f"{thing}.{form}"
        for thing in ("events", "claims", "citations")
        for form in ("jsonl", "csv")
    }
    assert expected | {"citations.bibtex", "citations.csl"} <= set(
        registry.names(registry.EXPORTERS)
    )
