from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.times import find_times
from dragoman.reading.times.lexicon import LEXICON
from dragoman.records import dates
from tests.work import growth

TUESDAY = "2023-11-14"


def _found(text: str, anchor: str | None = None) -> list[tuple[str, str]]:
    return [(text[t.start : t.end], t.edtf) for t in find_times(text, anchor)]


def _edtf(text: str, anchor: str | None = None) -> list[str]:
    return [time.edtf for time in find_times(text, anchor)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("signed on 2 July 1976", "1976-07-02"),
        ("signed on July 2nd, 1976", "1976-07-02"),
        ("signed in July 1976", "1976-07"),
        ("signed in 1976", "1976"),
        ("active in the 1970s", "197X"),
        ("active in the late 1970s", "1977/1979"),
        ("an accord of the 19th century", "18XX"),
        ("in the spring of 1976", "1976-21"),
        ("in the third quarter of 1976", "1976-35"),
        ("in mid-July 1976", "1976-07-11/1976-07-20"),
        ("from 2 to 9 July 1976", "1976-07-02/1976-07-09"),
        ("the war of 1976–81", "1976/1981"),
        ("allied since 1976", "1976/.."),
        ("allied until 1976", "../1976"),
        ("founded around 1920", "1920~"),
        ("founded probably in 1920", "1920?"),
        ("dated Juche 65 (1976)", "1976"),
        ("dated Juche 65 (1977)", "1977?"),
        ("dated 1355 (1976-77)", "1976/1977"),
        ("on Christmas Day 1976", "1976-12-25"),
    ],
)
def test_dates_that_stand_alone(text: str, edtf: str) -> None:
    assert _edtf(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Envoys met on Friday.", "2023-11-10"),
        ("Envoys will meet on Friday.", "2023-11-17"),
        ("Envoys met last week.", "2023-11-06/2023-11-12"),
        ("Envoys met two weeks ago.", "2023-10-31"),
        ("Envoys met in October.", "2023-10"),
        ("Envoys met on 20 November.", "2022-11-20"),
        ("Envoys will meet on 20 November.", "2023-11-20"),
        ("ROME, Nov. 13 — Envoys met.", "2023-11-13"),
        ("Over the past three years envoys met.", "2020/2023"),
        ("Envoys met in May last year.", "2022-05"),
    ],
)
def test_dates_that_need_the_documents_date(text: str, edtf: str) -> None:
    assert _edtf(text, TUESDAY) == [edtf]
    assert _edtf(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1718 was adopted.",
        "Resolutions 1695, 1718 and 1874 were adopted.",
        "Flight 1655 was shot down.",
        "About 2000 soldiers crossed.",
        "The August body may march again.",
        "The June 4 incident is remembered.",
        "They met for the first time in 30 years.",
        "The office lies on the 38th parallel.",
    ],
)
def test_figures_that_are_no_dates(text: str) -> None:
    assert _edtf(text, TUESDAY) == []


def test_a_day_takes_the_year_of_its_sentence() -> None:
    assert _edtf("During the 2014 war, on 15 July, they spoke.") == ["2014", "2014-07-15"]


def test_a_day_takes_the_year_of_the_heading_above() -> None:
    text = "1956\nOn 29 October the army crossed.\n\n1957\nIt left on 8 March."
    assert _edtf(text) == ["1956", "1956-10-29", "1957", "1957-03-08"]


def test_a_paragraph_of_news_keeps_to_the_anchor() -> None:
    text = "Ties were cut in 2014, the ministry said on Monday. On 3 March envoys met."
    assert _edtf(text, TUESDAY) == ["2014", "2023-11-13", "2023-03-03"]


def test_a_told_year_holds_on_the_very_day_of_the_year() -> None:
    text = "The strike began in 1980. On 14 November the men went back."
    assert _edtf(text, TUESDAY) == ["1980", "1980-11-14"]
    news = text + " Ministers will speak on Friday."
    assert _edtf(news, TUESDAY) == ["1980", "2023-11-14", "2023-11-17"]


def test_a_day_after_a_month_of_last_year_is_of_this_one() -> None:
    text = "In September the town was fenced, a step that was praised on Jan. 11. It had rained."
    assert _edtf(text, "2022-01-21") == ["2021-09", "2022-01-11"]


@pytest.mark.parametrize("part", ["before dawn", "before noon", "just before midnight"])
def test_a_part_of_a_day_does_not_put_the_day_ahead(part: str) -> None:
    assert _edtf(f"The boat fired on it {part} on Monday.", TUESDAY) == ["2023-11-13"]


def test_what_is_proposed_lies_ahead() -> None:
    assert _edtf("She proposed that they meet in March.", TUESDAY) == ["2024-03"]


def test_a_year_before_more_than_counts_nothing() -> None:
    assert _edtf("In 1956 more than 90,000 marched.") == ["1956"]
    assert _edtf("In 2000 more people marched.") == []


def test_a_month_heads_a_row_that_runs_on() -> None:
    text = "1956\n3 May — The army crossed. August — It left."
    assert _edtf(text) == ["1956", "1956-05-03", "1956-08"]


def test_a_telling_goes_on_into_the_next_year() -> None:
    told = "The post was built in November 1956. In January "
    assert _edtf(told + "it burned.") == ["1956-11", "1957-01"]
    assert _edtf(told + "the plans had been drawn.") == ["1956-11", "1956-01"]
    assert _edtf("He left in November 1956 for what began in January.") == ["1956-11", "1956-01"]


def test_what_has_gone_on_since_a_year_sets_none() -> None:
    text = "Since he took office in March 2022, he has travelled. On 20 October he flew home."
    assert _edtf(text, TUESDAY) == ["2022-03", "2023-10-20"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On May 17 soldiers came.", ["2023-05-17"]),
        ("Wednesday, May 17 soldiers came.", ["2023-05-17"]),
        ("In May 17 soldiers died.", ["2023-05"]),
        ("In May 300 students left.", ["2023-05"]),
        ("On May 3, 2015 students left.", ["2015-05-03"]),
        ("In 1956 students left.", ["1956"]),
        ("In 2000 villages the rice failed.", []),
    ],
)
def test_a_figure_before_a_plural_counts_it_or_dates_it(text: str, edtf: list[str]) -> None:
    assert _edtf(text, TUESDAY) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met on 10/30.", ["2023-10-30"]),
        ("They met on 3/10.", ["2023-10-03"]),
        ("After 9/11 they met.", ["2001-09-11/.."]),
        ("By 2/3 of the votes, on 24/7 duty.", []),
    ],
)
def test_two_figures_are_a_day_where_a_day_is_looked_for(text: str, edtf: list[str]) -> None:
    assert _edtf(text, TUESDAY) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("in the first three months of 1976", "1976-01/1976-03"),
        ("in the last two years of the 1970s", "1978/1979"),
        ("in the first two weeks of May 1976", "1976-05-01/1976-05-14"),
        ("in the first days of May 1976", "1976-05-01/1976-05-10"),
        ("in the last weeks of 1976", "1976-12"),
        ("in the first three months of May 1976", "1976-05"),
    ],
)
def test_so_many_units_at_an_end(text: str, edtf: str) -> None:
    assert _edtf(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("possibly born in 1920", ["1920?"]),
        ("possibly ill; he was born in 1920", ["1920"]),
        ("This marks half a century of ties.", ["1973"]),
        ("This marks nearly half a century of ties.", ["1973~"]),
        ("They celebrated more than 40 years of ties.", ["1983~"]),
        ("After half a century of war", []),
    ],
)
def test_how_sure_a_date_is(text: str, edtf: list[str]) -> None:
    assert _edtf(text, TUESDAY) == edtf


def test_the_decade_of_what_an_anniversary_remembers() -> None:
    text = "Today is the 50th anniversary of the pact. Schools opened in the same decade."
    assert _edtf(text, TUESDAY) == ["2023-11-14", "1973-11-14", "197X"]


def test_a_text_may_count_its_years_by_the_sun() -> None:
    assert _edtf("On 3 Azar 1389 he wrote. It was built in 1351.") == ["2010-11-24", "1972/1973"]
    assert _edtf("It was built in 1351.") == ["1351"]


def test_years_ago_today_is_a_day_and_dates_the_text() -> None:
    text = "Thirty years ago today it fell. A day earlier, on 8 May 1990, they spoke last week."
    assert _edtf(text)[:2] == ["1990-05-09", "1990-05-08"]
    assert _edtf(text)[-1] == "2020-04-27/2020-05-03"


def test_figures_are_day_first_unless_the_text_shows_otherwise() -> None:
    assert _edtf("Sent 03/04/2022.") == ["2022-04-03"]
    assert _edtf("Sent 03/04/2022, received 03/15/2022.") == ["2022-03-04", "2022-03-15"]


def test_what_was_told_before_is_counted_from() -> None:
    text = "The accord of 5 June 1992 lapsed. Two weeks earlier, and the following year, they met."
    assert _edtf(text) == ["1992-06-05", "1992-05-22", "1993"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met in January 1974. A month before that, envoys left.", "1973-12"),
        ("They met in January 1974. A year after that they fought.", "1975"),
        ("They have quarrelled since January 1974. A month before that, envoys left.", "1973-12"),
        ("They met in May 1974 under the 1961 pact. A month before that, envoys left.", "1974-04"),
        ("They met in October 1949; others followed before the year was out.", "1949"),
        ("They met in the late summer of 1999; three weeks later one left.", "1999"),
        ("They met in July 1974. Five days before, one left.", "1974"),
        ("From 7 to 12 August 2008 they fought. Guns opened up on the 9th.", "2008-08-09"),
        ("They fought in May 2008. On the 15th President Quispe closed the road.", "2008-05-15"),
    ],
)
def test_what_was_told_is_counted_from_however_long_it_was(text: str, edtf: str) -> None:
    assert _edtf(text)[-1] == edtf


@pytest.mark.parametrize(
    "text",
    [
        "They fought in 1974. Two months later, one left.",
        "They met in January 1974. A month before that war envoys left.",
        "They met in May 2008. On the 15th Street bridge they fought.",
    ],
)
def test_what_cannot_be_counted_is_not(text: str) -> None:
    assert len(_edtf(text)) == 1


def test_weeks_that_nobody_counts_lead_to_about_a_month() -> None:
    assert _edtf("They met only weeks ago.", TUESDAY) == ["2023-10~"]
    assert _edtf("They met many weeks ago.", TUESDAY) == []


def test_years_are_joined_by_the_sign_too() -> None:
    assert _edtf("1961 & 1962: two treaties.") == ["1961", "1962"]


def test_what_has_been_since_that_day_takes_the_telling_to_now() -> None:
    text = "On 3 May 1988 it left the pact. Since that day it has paid. On 2 June its men crossed."
    assert _edtf(text, TUESDAY)[-1] == "2023-06-02"


def test_a_text_may_date_itself() -> None:
    text = "Wed. Dec 6th, 2023\nThe minister spoke yesterday."
    assert _edtf(text) == ["2023-12-06", "2023-12-05"]


def test_an_owners_s_is_no_part_of_a_date() -> None:
    assert _found("Friday's vote and the 1980's", TUESDAY) == [
        ("Friday", "2023-11-10"),
        ("the 1980's", "198X"),
    ]


PIECES = st.sampled_from(
    [
        *LEXICON,
        *("1966", "13", "'67", "1970s", "(", ")", "–", ",", ".", "\n", "55th", "12/13/2014"),
        *("Christmas Day", "Ramadan", "Bahman", "22", "1357", "will", "people", "said", "$", "0"),
    ]
)
ANCHORS = st.sampled_from(
    [None, "2021", "2021-04-13", "2019-05", "0001-01-01", "9999-12-31", "198X", "1988/..", "-0043"]
)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=15).map(" ".join)), ANCHORS)
def test_any_text_is_read_without_error(text: str, anchor: str | None) -> None:
    end = 0
    for found in find_times(text, anchor):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip()
        assert dates.is_edtf(found.edtf)
        end = found.end


@pytest.mark.parametrize(
    "unit",
    [
        "the 55th ",
        "2008-",
        "March and ",
        "Friday ",
        "3, ",
        "the 55th anniversary ",
        " ",
        "(1",
        "1,",
    ],
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    assert growth(lambda count: find_times(unit * count + "1990", "2021-04-13"), 500) < 5


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("your note of the 11th instant", ["2023-11-11"]),
        ("your note of 28 ult.", ["2023-10-28"]),
        ("this twenty-first day of July 1954", ["1954-07-21"]),
        ("1988 Aug 20 - truce", ["1988-08-20"]),
        ("1956, 29 October: attack begins", ["1956-10-29"]),
        ("1994\n3/4: envoys meet\n17/4: they part", ["1994", "1994-04-03", "1994-04-17"]),
        ("May 1967: crisis. November: a resolution.", ["1967-05", "1967-11"]),
        ("We went in June. May: I never did.", ["2023-06"]),
        ("20 yrs ago", ["2003"]),
        ("the last day of 1963", ["1963-12-31"]),
        ("They signed on Monday, the third day of a visit.", ["2023-11-13"]),
        ("It moved on the morning of the 8th.", ["2023-11-08"]),
        ("At noon on the 8th our forces moved.", ["2023-11-08"]),
        ("It fell on 11 November 1965. A year and a month later it rose.",
         ["1965-11-11", "1966-12"]),
    ],
)  # fmt: skip
def test_the_registers_of_letters_treaties_chronologies_and_comments(
    text: str, edtf: list[str]
) -> None:
    assert _edtf(text, TUESDAY) == edtf


def test_a_day_some_weeks_ago_is_not_the_next_one_of_its_name() -> None:
    told = "The minister in a letter of 7 February demanded that troops quit the lake."
    assert _edtf(told, "2026-02-18") == ["2026-02-07"]


def test_old_papers_write_today_with_a_hyphen() -> None:
    assert _edtf("The fort fell to-day.", "1939-04-07") == ["1939-04-07"]


def test_until_a_year_gives_it_to_what_has_none() -> None:
    assert _edtf("By 1969 few were left. In April the law came.")[-1] == "1969-04"


def test_since_a_later_year_ends_the_years_before() -> None:
    told = "It began in 2021. In office since December 2023, it fell. On 28 May it left."
    assert _edtf(told, "2024-08-02")[-1] == "2024-05-28"


@pytest.mark.parametrize("part", ["early", "mid", "late"])
def test_a_part_of_a_year_counts_nothing(part: str) -> None:
    assert len(_edtf(f"In {part} 1990 miners struck.")) == 1
    assert _edtf("They sent 1990 miners.") == []
