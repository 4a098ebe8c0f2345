from __future__ import annotations

import pytest

from dragoman.ingest.layouts import masthead
from tests.ingest.making import kinds, of_kind, read

BODY = (
    "\nThe government of Borduria recalled its envoy from Syldavia on Friday, after shots had been"
    " fired at the bridge between the two states. It will not send him back this year.\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "Envoy recalled\nDate: 14/05/2022 | Source: The Klow Courier | Read original at source",
        "Envoy recalled\nThe Klow Courier | By our own staff | 14 May 2022",
        "May 14, 2022\n    Envoy recalled\nSource: The Klow Courier",
        "Envoy recalled\nSource: The Klow Courier\nFormat: News\nPosted: 14 May 2022",
        "Skip to content\nEnvoy recalled\nPublished: May 14, 2022\nSource: The Klow Courier",
        "Envoy recalled\nUpdated: 16 May 2022\nPublished: 14 May 2022\nSource: The Klow Courier",
    ],
)
def test_the_head_is_told_apart_from_the_text(head: str) -> None:
    document = read(head + BODY)
    assert document.title == "Envoy recalled"
    assert document.published == "2022-05-14"
    assert document.source.name == "The Klow Courier"
    assert kinds(document) == [("title", "Envoy recalled"), ("body", BODY.strip())]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By Jane Roe and John Doe", "Jane Roe and John Doe"),
        ("By Jane Roe in Klow, 3 March 2021", "Jane Roe"),
        ("Posted on March 3, 2021 by Jane Roe", "Jane Roe"),
        ("by Jane Roe | 4 July 2019 | 3 min read", "Jane Roe"),
        ("Written by Jane Roe, Staff Writer", "Jane Roe"),
        ("By our foreign staff", None),
    ],
)
def test_a_byline_names_who_wrote(line: str, author: str | None) -> None:
    document = read(f"Envoy recalled\n{line}\n{BODY}")
    assert document.author == author
    assert len(document.sections) == 2


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    line = "By the accord of 26 July 1965 Borduria gave up the base at the bridge for good."
    document = read(f"Envoy recalled\n\n{line}{BODY}")
    assert document.published is None
    assert line in "".join(of_kind(document, "body"))


def test_a_sentence_is_no_title() -> None:
    document = read(f"This year marks the tenth anniversary of the truce.{BODY}")
    assert document.title is None
    assert len(of_kind(document, "body")) == 2


def test_a_late_change_is_the_last_choice() -> None:
    assert read(f"Envoy recalled\nUpdated: 16 May 2022{BODY}").published == "2022-05-16"


def test_the_days_of_a_chronicle_are_not_the_day_of_the_page() -> None:
    days = "".join(f"\n\nMarch {day}, 1989{BODY}" for day in (3, 5, 9))
    document = read(f"A winter at the bridge{days}")
    assert document.published is None
    assert of_kind(document, "title")[1:] == ["March 3, 1989", "March 5, 1989", "March 9, 1989"]


@pytest.mark.parametrize(
    ("head", "day", "source"),
    [
        ("KLOW, March 10, 2023 —", "2023-03-10", "News"),
        ("KLOW, Mar. 10, 2023 (AFP) -", "2023-03-10", "AFP"),
        ("KLOW (10 March 2023) –", "2023-03-10", "News"),
        ("Klow, March 10 (Xinhua) --", None, "Xinhua"),
        ("KLOW, Syldavia (Reuters) -", None, "Reuters"),
        ("KLOW —", None, "News"),
    ],
)
def test_a_wire_says_place_day_and_agency(head: str, day: str | None, source: str) -> None:
    document = read(f"Envoy recalled\n\n{head} {BODY.strip()}")
    assert document.published == day
    assert document.source.name == source
    assert document.source.kind in ("news", "state_media")


@pytest.mark.parametrize(
    "text",
    [
        "The envoy — a man of seventy — left.",
        "They met - as they had in March 10, 2023 - and parted.",
        "A" * 80 + "% - text",
    ],
)
def test_a_dash_in_a_sentence_makes_no_wire(text: str) -> None:
    assert masthead.dateline(text).kind is None


def test_a_statement_names_its_ministry() -> None:
    head = "Statement by the Ministry of Foreign Affairs of the Republic of Armenia\n27 May 2020\n"
    document = read(head + BODY)
    assert document.source.name == "Ministry of Foreign Affairs of Armenia"
    assert (document.source.kind, document.source.country) == ("ministry", "ARM")
    assert document.published == "2020-05-27"
