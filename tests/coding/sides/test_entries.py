from __future__ import annotations

from dragoman.coding import LexiconCoder
from dragoman.coding.sides.entries import entries
from dragoman.records.documents import Section
from tests.coding.told import document, read, shape

LINES = (
    "Chad is dry. Chad borders many. Chad sings.",
    "Niger – Chad severed relations in anger.",
    "Mali – Mali is far away. Built a school and sent nurses.",
    "Peru – Peru called the step regrettable.",
)


def _sections(lines: tuple[str, ...]) -> tuple[str, tuple[Section, ...]]:
    text, found = "", []
    for line in lines:
        found.append(Section(kind="body", start=len(text), end=len(text) + len(line)))
        text += f"{line}\n"
    return text, tuple(found)


def _entries(lines: tuple[str, ...], home: str = "TCD") -> list[str]:
    text, sections = _sections(lines)
    written = document(text, sections=sections)
    return [entry.country for entry in entries(written, read(written), home)]


def _told(lines: tuple[str, ...]) -> list[str]:
    text, sections = _sections(lines)
    written = document(text, sections=sections)
    return [shape(coding) for coding in LexiconCoder().code(written, read(written))]


def test_a_page_may_take_up_one_state_after_the_other() -> None:
    assert _entries(LINES) == ["NER", "MLI", "PER"]


def test_one_such_line_does_not_make_a_page_of_entries() -> None:
    assert _entries(LINES[:2]) == []
    assert _entries(("Chad is dry.", "Niger left.", "Mali left.")) == []


def test_an_entry_is_about_its_state_and_that_of_the_page() -> None:
    assert "SANCTION sever-relations: TCD > NER" in _told(LINES)


def test_an_entry_goes_on_about_its_state_without_naming_it() -> None:
    assert "AID: MLI > TCD" in _told(LINES)
