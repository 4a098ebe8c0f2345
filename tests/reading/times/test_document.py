from __future__ import annotations

import msgspec

from dragoman.reading.times import own_date, read_times
from dragoman.records.documents import Document, Section, SectionKind
from dragoman.records.provenance import Source
from dragoman.records.readings import Sentence
from tests.reading.times.pages import page


def _document(*parts: tuple[SectionKind, int, str], published: str | None = None) -> Document:
    return page(*parts, published=published)


def _told(document: Document) -> list[tuple[str, str]]:
    return [(document.text[t.start : t.end], t.edtf) for t in read_times(document)]


def test_a_heading_gives_its_year_to_the_sections_under_it() -> None:
    document = _document(
        ("title", 0, "Relations"),
        ("title", 2, "War of 1973"),
        ("body", 0, "It began on 6 October."),
        ("list", 0, "22 October: truce"),
        ("title", 2, "Afterwards"),
        ("body", 0, "Envoys met on 1 May."),
    )
    assert _told(document) == [
        ("1973", "1973"),
        ("6 October", "1973-10-06"),
        ("22 October", "1973-10-22"),
    ]


def test_comments_and_teasers_lend_nothing_to_the_body() -> None:
    document = _document(
        ("body", 0, "The war of 1973 was long."),
        ("comment", 1, "I was there in 1999."),
        ("teaser", 0, "February 26, 2026"),
        ("body", 0, "The following year they met."),
    )
    assert _told(document)[-1] == ("The following year", "1974")


def test_the_documents_date_is_the_anchor() -> None:
    document = _document(("body", 0, "They met last week."), published="2023-11-14")
    assert _told(document) == [("last week", "2023-11-06/2023-11-12")]


def test_only_the_sentences_asked_for_are_read() -> None:
    document = _document(("body", 0, "In 1973 they met. In 1974 they left."))
    second = Sentence(start=18, end=36, section=0, tokens=())
    assert [t.edtf for t in read_times(document, (second,))] == ["1974"]


def test_a_document_without_sections_is_read_whole() -> None:
    document = Document(
        id="doc_1",
        path="a.txt",
        url="file:a.txt",
        source=Source(id="a", name="A"),
        text="They met in 1973.",
        sections=(),
    )
    assert _told(document) == [("1973", "1973")]


def test_a_year_that_no_section_holds_heads_the_one_below() -> None:
    text = "Chad and Niger\n1987\n14 May - A bridge falls."
    document = msgspec.structs.replace(
        _document(("body", 0, "")),
        text=text,
        sections=(
            Section(kind="title", start=0, end=14),
            Section(kind="body", start=20, end=len(text)),
        ),
    )
    assert _told(document) == [("14 May", "1987-05-14")]


def test_the_date_that_a_document_bears_is_its_own() -> None:
    stated = _document(("title", 0, "A visit"), ("body", 0, "BERN, 3 May 1999 (Wire) - They met."))
    implied = _document(
        ("body", 0, "This year marks the 40th anniversary of the fisheries accord of 1974.")
    )
    assert own_date(stated) == ("1999-05-03", "stated")
    assert own_date(implied) == ("2014", "anniversary")
    assert own_date(_document(("body", 0, "They met."))) == (None, None)


def test_a_comment_goes_on_from_the_one_before() -> None:
    document = _document(
        ("body", 0, "They met in 2010."),
        ("comment", 1, "They fought in 1974."),
        ("comment", 1, "A year before, one had left."),
    )
    assert _told(document)[-1] == ("A year before", "1973")


def test_a_comment_does_not_date_what_it_is_on() -> None:
    document = _document(("body", 0, "They met."), ("comment", 1, "Posted on 3 May 1999"))
    assert own_date(document) == (None, None)


def test_a_history_goes_on_under_a_question() -> None:
    parts: list[tuple[SectionKind, int, str]] = [
        ("title", 2, "What happened?"),
        ("body", 0, "On 25 May 2001 the consul left Bern."),
        ("title", 2, "And then?"),
        ("body", 0, "It sent a note. In September it closed the mission."),
    ]
    assert _told(_document(*parts, published="2002-12-20"))[-1] == ("September", "2001-09")
    parts[2] = ("title", 2, "The end")
    assert _told(_document(*parts, published="2002-12-20"))[-1] == ("September", "2001-09")
    parts[2] = ("title", 2, "The end of 2002")
    assert _told(_document(*parts, published="2002-12-20"))[-1] == ("September", "2002-09")


def test_a_line_that_is_a_year_heads_those_under_it() -> None:
    document = _document(
        ("title", 0, "Stages"),
        ("body", 0, "-- 2019 --"),
        ("body", 0, "Aug 18: The post falls."),
        published="2022-07-04",
    )
    assert _told(document)[-1] == ("Aug 18", "2019-08-18")


def test_a_chronology_goes_on_from_row_to_row() -> None:
    document = _document(
        ("body", 0, "19 March 1982: envoys meet."),
        ("body", 0, "2 November: they leave."),
        ("title", 2, "January 5 – The end"),
        ("body", 0, "7 January: ships sail."),
        published="2012-04-02",
    )
    assert [edtf for _, edtf in _told(document)] == [
        "1982-03-19",
        "1982-11-02",
        "1983-01-05",
        "1983-01-07",
    ]


def test_a_row_that_would_be_ahead_stays_in_its_year() -> None:
    document = _document(
        ("title", 2, "December 5"),
        ("body", 0, "They leave."),
        ("title", 2, "January 10"),
        published="2013-12-20",
    )
    assert [edtf for _, edtf in _told(document)] == ["2013-12-05", "2013-01-10"]


def test_a_row_is_of_the_year_of_a_new_heading() -> None:
    document = _document(
        ("title", 2, "War of 1973"),
        ("body", 0, "6 October: it begins."),
        ("title", 2, "War of 1978"),
        ("body", 0, "7 November: it ends."),
    )
    assert _told(document)[-1] == ("7 November", "1978-11-07")


def test_the_line_with_the_date_of_the_text_is_no_heading() -> None:
    document = _document(
        ("title", 0, "Visit"),
        ("title", 2, "The Review, No. 16, April 21, 1972"),
        ("body", 0, "They voted for it last October."),
        ("body", 0, "On April 15 they signed it."),
        published="1972-04-21",
    )
    assert _told(document)[-1] == ("April 15", "1972-04-15")
