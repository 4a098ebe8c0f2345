from __future__ import annotations

import pytest

from dragoman.reading.times import find_times, implied_publication, stated_publication
from dragoman.reading.times.published import dated_by_weekday, written_on


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            "April 13 marks the 55th anniversary of the establishment of ties. "
            "On April 13, 1966, the two states exchanged notes.",
            "2021-04-13",
        ),
        (
            "May 14 this year is the day that marks the 33rd anniversary of the meeting. "
            "The guest stayed from May 14 to 17, Juche 78 (1989).",
            "2022-05-14",
        ),
        (
            "This year marks the 40th anniversary of the signing of the fisheries accord. "
            "The fisheries accord was signed in 1974. A school opened in 1991.",
            "2014",
        ),
        ("The 40th anniversary was marked by both sides. They met in 1974.", None),
        ("On April 13, 1966, the two states exchanged notes.", None),
        ("February 29 marks the 1st anniversary. On February 29, 2020, it began.", None),
    ],
)
def test_implied_publication(text: str, edtf: str | None) -> None:
    assert implied_publication(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            "BERN, April 7 (Wire) - It shut its roads on Monday. War began in May 2024.",
            "2025-04-07",
        ),
        (
            "BERN, April 8 (Wire) - It shut its roads on Monday. War began in May 2023.",
            "2024-04-08",
        ),
        ("BERN, April 7 (Wire) - It shut its roads on Monday. War began in May 2019.", None),
        ("BERN, April 7 (Wire) - It shut its roads on Monday. War began in 2024.", None),
        ("BERN, April 7 (Wire) - It shut its roads. War began in May 2024.", None),
        ("It shut its roads on Monday. War began in May 2024.", None),
        (
            "BERN, April 7 (Wire) - It ended a 41-year friendship on Monday. It began in 1984.",
            "2025-04-07",
        ),
        ("BERN, April 7 (Wire) - It ended a 40-year friendship on Monday. It began in 1984.", None),
    ],
)
def test_a_weekday_gives_a_dateline_its_year(text: str, edtf: str | None) -> None:
    assert dated_by_weekday(text) == edtf
    assert not edtf or find_times(text)[0].edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Date: 14/05/2022 | Source: a paper\nThe envoy left.", "2022-05-14"),
        ("A headline\nMarch 3, 2017\nThe envoy left.", "2017-03-03"),
        ("GENEVA, March 10, 2023 — The envoy left.", "2023-03-10"),
        ("The envoy left on March 10, 2023.", None),
        ("A title\nA wire service\n\nGENEVA/BERN, March 10, 2023 - The envoy left.", "2023-03-10"),
        (
            "A title\nA paper\nFriday, 10 March 2023 (19 Esfand 1401) 15:20\n\nHe left.",
            "2023-03-10",
        ),
        ("A title\n10 March 2023, 9.15 pm GMT\nHe left.", "2023-03-10"),
        ("A title\n10 March 2023 was a fine day.", None),
    ],
)
def test_stated_publication(text: str, edtf: str | None) -> None:
    assert stated_publication(text) == edtf


def test_an_anniversary_dates_what_it_remembers() -> None:
    text = "The 55th anniversary of the exchange of notes falls on April 13."
    found = [(t.edtf, t.basis) for t in find_times(text, "2021")]
    assert found == [("1966-04-13", "anniversary"), ("2021-04-13", "relative")]


def test_an_anniversary_kept_on_a_weekday_gives_a_year() -> None:
    text = "On Monday the two sides marked the 20th anniversary of the pact."
    assert [t.edtf for t in find_times(text, "2023-11-14")] == ["2023-11-13", "2003"]


@pytest.mark.parametrize(
    ("published", "expected"), [("1974-05-04", "1974-05-03"), ("1974-06-04", "1974-06-04")]
)
def test_a_dateline_just_before_print_is_when_it_was_written(published: str, expected: str) -> None:
    assert written_on("A TITLE\n\nBERN, May 3 (Wire)—It left today.", published) == expected
