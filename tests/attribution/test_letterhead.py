from __future__ import annotations

import pytest

from dragoman.attribution.letterhead import letterhead
from dragoman.records.documents import Document, Section
from dragoman.records.provenance import Source
from dragoman.records.readings import Reading
from eval.attribution import STAMP, mentions


def head(*lines: str, author: str | None = None, kind: str = "other") -> tuple[str, str | None]:
    """Name and state of the letterhead of a document with these lines; empty for none."""
    sections, start = [], 0
    for line in lines:
        sections.append(Section(kind="body", start=start, end=start + len(line)))
        start += len(line) + 1
    text = "\n".join(lines)
    source = Source(id="s", name="Unknown", kind=kind)  # type: ignore[arg-type]
    document = Document(
        id="d", path="p", url="u", source=source, text=text, sections=tuple(sections), author=author
    )
    reading = Reading(document="d", sentences=(), mentions=mentions(text), times=(), stamp=STAMP)
    found = letterhead(document, reading)
    return ("", None) if found is None else (found.name, found.country)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            ("MINISTRY OF FOREIGN AFFAIRS", "REPUBLIC OF KENYA"),
            "Ministry of Foreign Affairs of Kenya",
        ),
        (("Embassy of Kenya", "Press release"), "Embassy of Kenya"),
        (("Press statement", "Government of Kenya"), "Government of Kenya"),
    ],
)
def test_an_office_at_the_head_writes_in_its_own_name(lines: tuple[str, ...], name: str) -> None:
    assert head(*lines, "We condemn the raid.") == (name, "KEN")


def test_what_is_no_head_is_nobodys_paper() -> None:
    assert head("Kenya condemned the ministry.", "It did so twice.") == ("", None)
    assert head("EMBASSY OF KENYA", author="Ana Soto") == ("", None)
    assert head("EMBASSY OF KENYA", kind="news") == ("", None)
