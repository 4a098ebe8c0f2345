from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ingest import media
from dragoman.records.documents import Document
from tests.ingest.making import extract, kinds, read, refused

STATEMENT = """\
Envoy Recalled from Borduria
Date: 14/05/2022 | Source: Naenara (En) | Read original version at source
The government recalled its envoy from Borduria on Friday after shots at the border bridge.
It will not send him back before the guards are withdrawn, the paper wrote in its commentary.
"""


def line(**fields: Any) -> bytes:
    return json.dumps(fields).encode()


def test_plain_text_is_kept_as_it_is() -> None:
    text = "One line.\n\n\tAnother  line, with its spaces. \n\n\n"
    assert read(text).text == text


def test_a_marked_utf_16_file_is_read_like_any_other() -> None:
    assert read(STATEMENT.encode("utf-16")).text == STATEMENT
    assert read(STATEMENT.encode("utf-16")).id == read(STATEMENT).id


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\t ", "no-text"),
        (b"%PDF-1.7 and so on", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (("\u0378\ue000\uf8ff" * 20).encode("utf-16"), "binary"),
        (b"caf\xe9 in Zenda", "encoding"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, code: str) -> None:
    assert refused(content).code == code


def test_the_date_of_the_head_is_stated() -> None:
    document = read(STATEMENT)
    assert (document.published, document.published_basis) == ("2022-05-14", "stated")
    assert document.source.name == "Naenara"


@pytest.mark.parametrize("day", ["31/02/2022", "14/05/2031"])
def test_a_date_that_cannot_be_is_put_aside_with_a_warning(day: str) -> None:
    document = read(STATEMENT.replace("14/05/2022", day))
    assert document.published is None
    assert len(document.warnings) == 1
    assert day in document.warnings[0]


def test_without_a_now_no_date_is_too_late() -> None:
    document = read(STATEMENT.replace("14/05/2022", "14/05/2031"), now=None)
    assert document.published == "2031-05-14"


def test_the_day_before_the_date_line_is_not_the_future() -> None:
    assert read(STATEMENT, now="2022-05-13").published == "2022-05-14"


def test_the_fields_of_a_line_come_before_what_its_text_says() -> None:
    entry = line(
        id="a", text=STATEMENT, date="2021-01-02", source="The Harbour Courier", author="A. B."
    )
    document = read(entry, media.LINE)
    assert document.text == STATEMENT
    assert (document.published, document.published_basis) == ("2021-01-02", "given")
    assert (document.source.name, document.author) == ("The Harbour Courier", "A. B.")
    assert document.title == "Envoy Recalled from Borduria"


def test_a_line_without_a_real_date_says_so() -> None:
    document = read(line(text="They met. They parted.", date="last week"), media.LINE)
    assert document.published is None
    assert "last week" in document.warnings[0]


def test_lone_surrogates_do_not_reach_the_record() -> None:
    document = read(b'{"text": "They met \\ud800 there.", "source": "\\udfffNews"}', media.LINE)
    assert document.text == "They met \ufffd there."
    document.source.name.encode()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "bad-json"),
        (b"[1]", "bad-json"),
        (b"[" * 100_000, "bad-json"),
        (b'{"text": 5}', "no-text"),
        (b'{"text": " "}', "no-text"),
        (b'{"text": "\xff"}', "encoding"),
    ],
)
def test_a_line_that_is_no_entry_is_refused(content: bytes, code: str) -> None:
    assert refused(content, media.LINE).code == code


def test_the_address_dates_a_page_that_does_not() -> None:
    document = read("They met. They parted.", url="https://a.example/2023/12/06/talks")
    assert (document.published, document.published_basis) == ("2023-12-06", "address")


def test_deep_pages_are_refused_at_once() -> None:
    page = "<html><body>" + "<div>" * 100_000 + "x" + "</div>" * 100_000
    assert refused(page, media.HTML).code == "too-deep"


def test_pages_of_endless_tags_are_refused() -> None:
    assert refused("<html>" + "<p>x</p>" * 60_000, media.HTML).code == "too-large"


def test_a_line_without_end_is_refused() -> None:
    assert refused("word " * 1_200_000).code == "long-line"


def test_a_page_without_words_is_refused() -> None:
    assert refused("<html><body><script>f()</script></body></html>", media.HTML).code == "no-text"


def test_the_room_does_not_load_a_parser_before_it_is_needed() -> None:
    check = (
        "import sys, dragoman.ingest; print('trafilatura' in sys.modules, 'lxml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, check=True)  # noqa: S603
    assert done.stdout.split() == [b"False", b"False"]


TYPES = [media.PLAIN, media.HTML, media.MARKDOWN, media.WIKI, media.LINE]
SCRAPS = st.lists(
    st.sampled_from(
        [
            "= Title =",
            "== See also ==",
            "Infobox",
            "- Key: value",
            "1. Karl",
            "    A comment that goes on for a while.",
            "Q: Why did they?",
            "A: They did.",
            "3 Comments",
            "Jo says:",
            "> quoted",
            "a | b",
            "More From Naenara (En)",
            "February 25, 2026",
            "By Jane Roe",
            "Date: 14/05/2022 | Source: X",
            "Kim Chol Su",
            "Member of the Association",
            "Material help:",
            "The two sides met on Friday, and they parted as friends after a long talk.",
            "",
            "   ",
            "-----",
            "<p>x</p>",
            "{| class=x",
            "| cell || cell",
            "|}",
            "{{Infobox|a=b}}",
            "[[Link|words]]",
            "'''Bold'''",
            "### Three",
        ]
    ),
    max_size=14,
)


def assert_sound(document: Document) -> None:
    last = 0
    for at, part in enumerate(document.sections):
        assert last <= part.start < part.end <= len(document.text)
        assert document.text[part.start : part.end].strip()
        assert part.parent is None or document.sections[part.parent].kind == "comment"
        assert part.parent is None or part.parent < at
        last = part.end


@settings(max_examples=150, deadline=None)
@given(SCRAPS.map("\n".join), st.sampled_from(TYPES[:4]))
def test_sections_are_in_order_and_within_the_text(text: str, media_type: str) -> None:
    document = extract(text, media_type)
    if isinstance(document, Document):
        assert_sound(document)
        if media_type == media.PLAIN and media.sniff(media_type, text) == media.PLAIN:
            assert document.text == text


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)),
    st.sampled_from(TYPES),
)
def test_any_bytes_are_a_document_or_a_refusal(content: bytes, media_type: str) -> None:
    document = extract(content, media_type)
    if isinstance(document, Document):
        assert_sound(document)


def test_the_same_bytes_make_the_same_document() -> None:
    assert read(STATEMENT) == read(STATEMENT)
    assert kinds(read(STATEMENT))[0] == ("title", "Envoy Recalled from Borduria")
