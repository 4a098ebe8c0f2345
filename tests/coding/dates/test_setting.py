from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.coding.dates.setting import Setting
from dragoman.coding.lexicon import lexicon
from dragoman.records.documents import Section
from dragoman.records.readings import TimeExpression
from tests.coding.told import document, read


def _setting(text: str, day: tuple[str, str], published: str | None) -> Setting:
    written = document(text, published=published, source="news")
    return Setting(written, read(written, dates=[day]), lexicon())


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("BERN, South Town, May 3—Chad left.", "2010-05-04", "2010-05-03"),
        ("Bern, May 3 (Wire) - Chad left.", None, "2010-05-03"),
        ("May 3, 14:20\n\nChad left Niger.", None, "2010-05-03"),
        ("BERN, May 3 - Chad left.", "2010-06-04", "2010-06-04"),
        ("Chad left on May 3.", "2010-05-04", "2010-05-04"),
        ("Chad left on May 3.", None, None),
    ],
)
def test_a_document_was_written_on_the_day_of_its_dateline(
    text: str, published: str | None, expected: str | None
) -> None:
    assert _setting(text, ("May 3", "2010-05-03"), published).published == expected


def _time(edtf: str) -> TimeExpression:
    return TimeExpression(start=0, end=1, edtf=edtf, basis="stated")


def test_days_are_current_recent_past_or_ahead_of_the_document() -> None:
    setting = _setting("Chad left.", ("left", "2010"), "2010-05-04")
    assert setting.is_current(_time("2010-05-02"))
    assert not setting.is_current(_time("2010-04-20"))
    assert setting.is_recent(_time("2010-04-20"))
    assert not setting.is_current(_time("2010-05"))
    assert setting.is_past(_time("2010-05-03"))
    assert setting.is_ahead(_time("2010-06"))


def test_without_a_date_nothing_is_past_or_ahead() -> None:
    setting = _setting("Chad left.", ("left", "2010"), None)
    day = _time("2010-05-03")
    assert not setting.is_past(day)
    assert not setting.is_ahead(day)
    assert not setting.is_current(day)


def test_a_question_above_says_of_which_day_is_told() -> None:
    text = "What happened on Sunday?\n\nChad left."
    sections = (
        Section(kind="question", start=0, end=24),
        Section(kind="answer", start=26, end=len(text)),
    )
    written = document(text, sections=sections)
    setting = Setting(written, read(written, dates=[("Sunday", "2010-05-02")]), lexicon())
    asked = setting.asked(1)
    assert asked is not None
    assert asked.edtf == "2010-05-02"
    assert setting.asked(0) is None


def test_an_answer_is_told_under_its_question() -> None:
    text = "What happened on Sunday?\n\nChad left."
    sections = (
        Section(kind="question", start=0, end=24),
        Section(kind="body", start=26, end=len(text)),
    )
    written = document(text, published="2010-05-04", sections=sections)
    setting = Setting(written, read(written), lexicon())
    assert (setting.is_answer(0), setting.is_answer(1)) == (False, True)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Joint statement of Chad and Mali", True),
        ("Telephone talk of the ministers", True),
        ("A letter", False),
    ],
)
def test_a_communique_and_the_notes_of_a_meeting_are_of_one_meeting(
    title: str, expected: bool
) -> None:
    assert _setting(f"{title}\n\nChad left.", ("left", "2010"), None).is_joint is expected


def test_only_what_was_reckoned_is_misread() -> None:
    setting = _setting("Chad left.", ("left", "2010"), "2010-05-04")
    assert not setting.is_misread(_time("2010-06-03"))
    assert setting.is_misread(replace(_time("2010-06-03"), basis="relative"))
    assert not setting.is_misread(replace(_time("2010-05-03"), basis="relative"))


def test_a_post_has_its_own_day() -> None:
    parts = ("Chad left.", "Mali left.", "Peru left.")
    text, sections = "", []
    for words in parts:
        sections.append(Section(kind="body", start=len(text), end=len(text) + len(words)))
        text += words + "\n"
    written = document(text, published="2010-05-04", source="other", sections=sections)
    start = sections[1].start
    post = TimeExpression(start=start, end=start, edtf="2010-05-09", basis="published")
    setting = Setting(written, replace(read(written), times=(post,)), lexicon())
    assert (setting.published, setting.is_personal) == ("2010-05-04", False)
    assert setting.enter(1)
    assert (setting.published, setting.is_personal) == ("2010-05-09", True)
    assert not setting.enter(2)
    assert setting.published == "2010-05-09"


@pytest.mark.parametrize(("text", "daily"), [("BERN, May 3 (Wire) -- ", True), ("", False)])
def test_a_dateline_makes_news_of_what_nobody_has_sorted(text: str, daily: bool) -> None:
    text += "Chad left on May 3."
    written = document(text, published="2010-05-03", source="other")
    setting = Setting(written, read(written, dates=[("May 3", "2010-05-03")]), lexicon())
    assert setting.is_daily is daily
