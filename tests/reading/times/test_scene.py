from __future__ import annotations

import pytest

from dragoman.reading.times import find_times

ANCHOR = "2021-05-01"


def _edtf(text: str) -> list[str]:
    return [time.edtf for time in find_times(text, ANCHOR)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In 1953 they fell out. That August the consul left.", "1953-08"),
        ("In November 1953 they fell out. That January the consul left.", "1954-01"),
        ("In 1953 they fell out. The following March the consul left.", "1954-03"),
        ("In March 1953 they fell out. The following August the consul left.", "1953-08"),
        ("In February 1953 they fell out. The following spring the consul left.", "1953-21"),
        ("In November 1953 they fell out. The following spring the consul left.", "1954-21"),
        ("In January 1953 they fell out. That winter the consul left.", "1952-24"),
        ("In May 1953 they fell out. By the next summer the consul had left.", "1953-22"),
        ("In March 1953 they fell out. On the 22nd a consul left.", "1953-03-22"),
        ("In late 1956 they fell out. By Christmas the consul had left.", "1956-12-25"),
        ("The quarrel goes back to 1975. In August the consul left.", "1975-08"),
        ("In 1994 they fell out. In December the first consul left.", "1994-12"),
        ("In 1953 they fell out over the talks of 1947. In May of that year they left.", "1953-05"),
        ("In 1953 they came, who had met three years before. Two years later he left.", "1955"),
        ("In 1953 they fell out. He, who had come five years before, left in May.", "1953-05"),
        ("Until 1953 they were friends. In July of that year the consul left.", "1953-07"),
        ("In 1953 they fell out. They met in January of the next year.", "1954-01"),
    ],
)
def test_a_history_keeps_to_its_own_years(text: str, edtf: str) -> None:
    assert _edtf(text)[-1] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In March 1964 they fell out.\n\nIn December a truce was made.", "1964-12"),
        ("In November 1964 they fell out.\n\nIn January a truce was made.", "1965-01"),
        ("They met on Tuesday.\n\nIn March 1964 a war began. It ended in May 1964.\n\nIn June "
         "envoys came.", "1964-06"),
    ],
)  # fmt: skip
def test_a_history_goes_on_in_the_next_paragraph(text: str, edtf: str) -> None:
    assert _edtf(text)[-1] == edtf


@pytest.mark.parametrize(
    "text",
    [
        "They have had ties since 1962.\n\nIn March the minister spoke of them.",
        "The pact was signed in June 1994.\n\nThey left it on Tuesday. In March they had said so.",
        "The pact, signed in 1949, binds both. In March they renewed it.",
        "Founded in 1949, the club has two members. In March they met.",
        "The war ended in 1988. In recent months they came closer; in March they met.",
    ],
)
def test_what_is_told_of_now_takes_the_nearest_year(text: str) -> None:
    assert _edtf(text)[-1] in {"2021-03", "2021-04-27"}
    assert "2021-03" in _edtf(text)


def test_a_day_without_its_month_is_none_of_the_anchors_in_a_history() -> None:
    assert _edtf("In 1953 they fell out, and on the 5th, a consul left.") == ["1953"]


def test_the_22nd_congress_is_no_day() -> None:
    assert _edtf("In March 1953 it met. On the 22nd Congress of the party it spoke.") == ["1953-03"]


def test_a_clause_after_and_goes_on_to_the_next_year() -> None:
    text = "In October 1964 they met, and in February their aides came."
    assert _edtf(text) == ["1964-10", "1965-02"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They have been at odds since the coup of July 2020. A ban ended in February.", "2021-02"),
        ("The office, opened last July, signed a lease in April.", "2021-04"),
        ("In July 2015 they fell out. A ban ended in February.", "2015-02"),
        ("They met on Friday. Last year they quarrelled. On 14 April he left.", "2021-04-14"),
    ],
)
def test_a_month_alone_is_the_last_one_of_its_name(text: str, edtf: str) -> None:
    assert _edtf(text)[-1] == edtf


def test_what_lasted_until_a_later_year_ends_the_years_before() -> None:
    text = "In April 1989 they fell out. It took until 1992 to mend it.\n\nIn January they met."
    assert _edtf(text)[-1] == "2021-01"


@pytest.mark.parametrize(
    "text",
    [
        "In May 1939 they quarrelled. Chad left the union of 1932 on 4 June.",
        "In May 1939 they quarrelled. Chad broke the treaty of 1932. It left on 4 June.",
    ],
)
def test_the_year_of_a_pact_is_not_that_of_its_end(text: str) -> None:
    assert _edtf(text)[-1] == "1939-06-04"
