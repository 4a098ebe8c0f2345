from __future__ import annotations

import pytest

from dragoman.reading.times import own_date, read_times
from dragoman.reading.times.posts import Posts
from dragoman.records.documents import Document, SectionKind
from tests.reading.times.pages import page

TEXT = "The envoys met in Bern.\n\n"
TOLD = "They signed it yesterday."


def _page(*parts: tuple[SectionKind | None, str], published: str | None = "2019-05-03") -> Document:
    return page(*((kind, 0, words) for kind, words in parts), published=published)


def _days(document: Document) -> list[str]:
    return [time.edtf for time in read_times(document) if time.basis == "relative"]


@pytest.mark.parametrize(
    "line",
    [
        "Anna — May 9, 2019",
        "Anna says: 9 May 2019 at 10:30",
        "May 9, 2019 8:14 am - Link - Report abuse",
        "Posted by: Anna | May 9 2019 15:20 utc | 1",
        "by Anna » Thu May 9, 2019 11:02 pm",
        "Anna, 05-09-2019 08:12 PM",
        "#2 Anna, 9th May 2019",
    ],
)
def test_a_comment_is_of_the_day_that_its_line_bears(line: str) -> None:
    other = (None, "Bert, 05-31-2019 08:12 PM")  # month first, so all of them
    written = _page(("body", TEXT), (None, line), ("comment", TOLD), other, ("comment", "I see."))
    assert _days(written) == ["2019-05-08"]


def test_a_line_may_stand_under_what_it_dates() -> None:
    written = _page(
        ("body", TEXT),
        ("comment", TOLD),
        (None, "9 May 2019 10:30"),
        ("comment", TOLD),
        (None, "12 May 2019 10:30"),
    )
    assert _days(written) == ["2019-05-08", "2019-05-11"]


@pytest.mark.parametrize(
    "line",
    [
        "On 9 May 2019 at 10:30 they left, and nobody knew where they had gone.",
        "They left on 9 May 2019.",
        "Anna | Joined 9 May 2019",
        "9 May 1999, 10:30",
        "9 May 2029, 10:30",
    ],
)
def test_what_is_told_or_far_off_dates_no_post(line: str) -> None:
    written = _page(("body", TEXT), ("body", line), ("body", TOLD))
    assert _days(written) == ["2019-05-02"]


def test_a_thread_without_a_date_has_that_of_its_first_post() -> None:
    written = _page(
        ("body", "Some board"),
        ("body", "Anna"),
        ("body", "9 May 2019, 10:30"),
        ("body", "They met on Tuesday, I hear, and nothing came of it."),
        ("body", "Bert"),
        ("body", "16 May 2019, 11:30"),
        ("body", TOLD),
        published=None,
    )
    assert own_date(written)[0] == "2019-05-09"
    assert _days(written) == ["2019-05-07", "2019-05-15"]


def test_each_post_is_marked_where_it_begins() -> None:
    written = _page(
        ("body", TEXT), (None, "Anna, 9 May 2019, 10:30"), ("comment", "Well."), ("comment", "So.")
    )
    marks = [t for t in read_times(written) if t.basis == "published"]
    assert [(t.edtf, t.start, t.end) for t in marks] == [
        ("2019-05-09", written.sections[1].start, written.sections[1].start)
    ]


def test_the_line_that_bears_the_date_of_the_text_begins_no_post() -> None:
    written = _page(("title", "Talks"), ("body", "3 May 2019, 10:30"), ("body", TEXT))
    assert Posts(written, "2019-05-03").of(written.sections[2]) is None
