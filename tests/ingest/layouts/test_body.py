from __future__ import annotations

import pytest

from tests.ingest.making import kinds, of_kind, read

LONG = (
    "The government of Borduria recalled its envoy from Syldavia on Friday, after shots had been"
    " fired at the bridge between the two states."
)


def test_each_paragraph_is_a_section() -> None:
    assert kinds(read(f"{LONG}\n{LONG}\n\n{LONG}")) == [("body", LONG)] * 3


@pytest.mark.parametrize(
    ("line", "level"),
    [("== The bridge ==", 2), ("===The bridge===", 3), ("## The bridge", 2), ("The bridge:", 2)],
)
def test_headings_are_titles_of_a_lower_level(line: str, level: int) -> None:
    document = read(f"{LONG}\n\n{line}\n{LONG}")
    assert of_kind(document, "title") == ["The bridge"]
    assert document.sections[1].level == level


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    document = read(f"{LONG}\n\nThe bridge and the river\n\n{LONG}")
    assert of_kind(document, "title") == ["The bridge and the river"]


def test_a_line_that_announces_a_list_is_none() -> None:
    document = read(f"{LONG}\nThree things were agreed upon:\n- fish\n- salt\n- wood\n")
    assert [kind for kind, _ in kinds(document)] == ["body", "body", "list"]


@pytest.mark.parametrize("mark", ["-", "*", "•", "1.", "a)"])
def test_a_list_is_one_section_with_a_line_for_each_item(mark: str) -> None:
    items = f"{mark} fish\n{mark} salt\n\n{mark} wood"
    assert of_kind(read(f"{LONG}\n\n{items}\n\n{LONG}"), "list") == [items]


def test_numbered_paragraphs_are_paragraphs() -> None:
    document = read(f"{LONG}\n\n1. {LONG}\n\n2. {LONG}\n")
    assert kinds(document) == [("body", LONG)] * 3


def test_a_chronicle_is_a_list() -> None:
    items = "1936 - The bridge is built.\n12 May 1945 — A truce is signed.\n1950s: Trade goes on."
    assert of_kind(read(f"The bridge\n\n{items}"), "list") == [items]


def test_rows_are_a_table() -> None:
    rows = "Year | What\n1936 | The bridge is built\n1945 | A truce"
    assert of_kind(read(f"{LONG}\n\n{rows}\n"), "table") == [rows]


def test_quoted_lines_are_a_block() -> None:
    document = read(f"{LONG}\n\n> We came.\n> We saw.\n\n{LONG}")
    assert of_kind(document, "quote_block") == ["We came.\n> We saw."]


def test_an_infobox_ends_where_its_fields_do() -> None:
    document = read(f"= Bridge =\n\nInfobox\n- Built: 1936\n- Length: 90 m\n\n{LONG}")
    assert kinds(document) == [
        ("title", "Bridge"),
        ("infobox", "- Built: 1936\n- Length: 90 m"),
        ("body", LONG),
    ]
    assert (document.source.name, document.source.kind) == ("Encyclopedia", "encyclopedia")


def test_menus_and_notices_are_in_no_section() -> None:
    page = f"Home > World > Asia\nAccept all cookies\n{LONG}\nShare on Facebook\nAdvertisement\n"
    assert kinds(read(page + LONG)) == [("body", LONG)] * 2
