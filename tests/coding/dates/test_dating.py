from __future__ import annotations

from collections.abc import Sequence

import pytest

from dragoman.coding import LexiconCoder
from dragoman.records.documents import Section, SectionKind
from tests.coding.told import coded, document, read

Dates = Sequence[tuple[str, str]]
Names = dict[str, Sequence[str]]

# text, what its words mean, the dates of its events in order
DATED: list[tuple[str, Dates, list[str | None]]] = [
    ("Peru recognised Palau on 3 May 1971.", [("3 May 1971", "1971-05-03")], ["1971-05-03"]),
    ("On 3 May 1971, Peru recognised Palau and signed a treaty with Nepal.",
     [("3 May 1971", "1971-05-03")], ["1971-05-03", "1971-05-03"]),
    ("Peru recognised Palau in 1971 and Nepal attacked Chad in 1980.",
     [("1971", "1971"), ("1980", "1980")], ["1971", "1980"]),
    ("After the 1971 border raid the Chadian ministry condemned Niger.",
     [("1971", "1971")], ["1971"]),
    ("During the Lake War (1971–72), Chad condemned Niger.",
     [("1971–72", "1971/1972")], ["1971/1972"]),
    ("Chad condemned the 1971 treaty with Niger.", [("1971", "1971")], [None]),
    ("Chad attacked Niger after 3 May 1971.", [("3 May 1971", "1971-05-03")], [None]),
    ("Chad withheld food from Niger until 1971.", [("1971", "1971")], [None]),
    ("Since 1971, Peru has recognised Palau.", [("Since 1971", "1971/..")], ["1971"]),
    ("Since 1971, Peru has helped Palau.", [("Since 1971", "1971/..")], ["1971/.."]),
    ("Floods came in May 1971, when Chad had its army attack Niger.",
     [("May 1971", "1971-05")], ["1971-05"]),
    ("Talks failed in May 1971 when Chad accused Niger.", [("May 1971", "1971-05")], ["1971-05"]),
    ("Fear has grown since May 1971, when Chad attacked Niger.",
     [("since May 1971", "1971-05/..")], ["1971-05"]),
    ("In May 1971 Peru recognised Palau, and Nepal attacked Chad.",
     [("May 1971", "1971-05")], ["1971-05", "1971-05"]),
    ("In the treaty of 1971 Peru recognised Palau, and Nepal attacked Chad.",
     [("1971", "1971")], ["1971", None]),
    ("King Moussa paid a visit to Mali on 3 May 1971, during which the Kenyan envoy met Norway.",
     [("3 May 1971", "1971-05-03")], ["1971-05-03", "1971-05-03"]),
    ("Chad severed relations with Niger on 3 May 1971, accusing Mali of lies.",
     [("3 May 1971", "1971-05-03")], ["1971-05-03", "1971-05-03"]),
    ("On 3 May 1971 Chad announced that it had severed relations with Mali.",
     [("3 May 1971", "1971-05-03")], ["1971-05-03"]),
    ("After floods hit the north in May 1971, Chad condemned Niger and denounced Mali.",
     [("May 1971", "1971-05")], ["1971-05", "1971-05"]),
    ("When floods came in May 1971, Peru closed a road and offered to help Palau.",
     [("May 1971", "1971-05")], ["1971-05"]),
    ("Chad invited Niger to reopen the road in a speech in May 1971.",
     [("May 1971", "1971-05")], ["1971-05"]),
    ("3 May 1971 — Chad admits that Mali attacked Niger.",
     [("3 May 1971", "1971-05-03")], [None]),
    ("Norwegian support for Mali began in the 1970s.", [("the 1970s", "197X")], ["197X"]),
    ("When Palau was proclaimed on 3 May 1971, Peru recognised it.",
     [("3 May 1971", "1971-05-03")], ["1971-05-03"]),
    ("It was on 3 May 1971 that Peru recognised Palau.",
     [("3 May 1971", "1971-05-03")], ["1971-05-03"]),
    ("3 May 1971 — Peru recognises Palau.", [("3 May 1971", "1971-05-03")], ["1971-05-03"]),
    ("Peru has always helped Palau.", [], [None]),
    ("Today is the 50th anniversary of the recognition of Palau by Peru.",
     [("the 50th anniversary", "anniversary:1971-05-03")], ["1971-05-03"]),
    ("On the 50th anniversary of its foundation, Peru congratulated Palau.",
     [("the 50th anniversary", "anniversary:1921")], [None]),
    ("Peru said on 3 May 1971 that it would help Palau.",
     [("3 May 1971", "1971-05-03")], ["1971-05-03"]),
    ("Peru said on 3 May 1971 that Chad attacked Niger.",
     [("3 May 1971", "1971-05-03")], [None]),
    ("Peru condemned Palau and on 3 May 1971 recognised Nepal.",
     [("3 May 1971", "1971-05-03")], [None, "1971-05-03"]),
    ("Peru recognised Palau at once, and signed a treaty with Nepal in May 1971.",
     [("May 1971", "1971-05")], [None, "1971-05"]),
    ("Chadian troops attacked Niger out of a clear dawn Sunday.",
     [("Sunday", "1971-05-02")], ["1971-05-02"]),
    ("When Chad replied by leaving the talks in May 1971, Mali condemned Niger.",
     [("May 1971", "1971-05")], ["1971-05"]),
    ("Workers in Chad condemned Mali, as they did in 1971.", [("1971", "1971")], [None]),
    ("Chad said nothing until 1971, when it condemned Mali.",
     [("until 1971", "../1971")], ["1971"]),
    ("Peru did recognise Palau on 3 May 1971.", [("3 May 1971", "1971-05-03")], ["1971-05-03"]),
]  # fmt: skip
PRONOUNS: Names = {"it": ("Palau",)}


@pytest.mark.parametrize(("text", "dates", "expected"), DATED, ids=[row[0][:50] for row in DATED])
def test_an_event_has_the_date_of_its_clause(
    text: str, dates: Dates, expected: list[str | None]
) -> None:
    means: Names = {"it": ("Peru",)} if "said" in text else PRONOUNS
    assert [c.occurred for c in coded(text, dates=dates, pronouns=means)] == expected


def test_a_date_that_is_a_sentence_heads_its_row() -> None:
    text = "3 May 1971. Dawn of a war. Chad attacks Niger. Mali condemns Chad.\n\nPeru helps Mali."
    found = coded(text, dates=[("3 May 1971", "1971-05-03")])
    assert [c.occurred for c in found] == ["1971-05-03", "1971-05-03", None]


def test_a_date_parted_by_a_gap_heads_its_row() -> None:
    text = "3.5.1971   Chad attacks Niger. Peru recognises Palau at once, and meets it in June."
    found = coded(text, dates=[("3.5.1971", "1971-05-03"), ("June", "1971-06")])
    assert [c.occurred for c in found] == ["1971-05-03", "1971-05-03", "1971-06"]


def test_two_years_head_a_row_together() -> None:
    text = "1971 & 1972   Chad and Mali sign two treaties."
    found = coded(text, dates=[("1971", "1971"), ("1972", "1972")])
    assert [c.occurred for c in found] == ["1971/1972"]


def test_the_day_on_which_a_document_is_written_is_no_heading() -> None:
    text = "3 May 2021\n\nChad attacked Niger."
    sections = (Section(kind="title", start=0, end=10), Section(kind="body", start=12, end=32))
    written = document(text, published="2021-05-03", source="ministry", sections=sections)
    reading = read(written, dates=[("3 May 2021", "2021-05-03")])
    assert [c.occurred for c in LexiconCoder().code(written, reading)] == [None]


def test_what_was_never_done_is_of_no_time() -> None:
    text = "In 1971 Chad attacked Niger. Chad never apologised to Niger."
    assert coded(text, dates=[("1971", "1971")])[-1].occurred is None


def test_until_some_year_sets_no_scene() -> None:
    text = "Until 1971 the lake was open. Chad condemned Niger."
    assert coded(text, dates=[("Until 1971", "../1971")])[-1].occurred is None


def test_since_then_counts_from_what_was_dated_last() -> None:
    text = "In May 1971 Chad met Mali. Mali met Chad in June 1972. Since then Chad has helped Mali."
    found = coded(text, dates=[("May 1971", "1971-05"), ("June 1972", "1972-06")])
    assert found[-1].occurred == "1972-06/.."


def test_what_is_told_ever_since() -> None:
    text = "In 1971 Chad attacked Niger. Mali has condemned Chad ever since."
    assert coded(text, dates=[("1971", "1971")])[-1].occurred == "1971/.."


def test_what_is_done_in_a_participle_is_done_when_the_main_verb_is() -> None:
    text = "In 1971 there was war. Chad attacked Niger, killing Nigerien soldiers."
    assert {c.occurred for c in coded(text, dates=[("1971", "1971")])} == {"1971"}


def test_what_is_done_in_the_present_beside_the_story_does_not_move_it() -> None:
    text = "Chad visited Niger on Monday. Niger thanked the doctors who help Chad today."
    found = coded(
        text,
        dates=[("Monday", "2021-04-12"), ("today", "2021-04-13")],
        published="2021-04-13",
        source="news",
    )
    assert next(c.occurred for c in found if c.event_type == "SUPPORT") == "2021-04-12"


def test_what_is_told_since_is_no_news_of_today() -> None:
    text = "In 1971 Chad attacked Niger, and Peru has helped Niger since."
    found = coded(text, dates=[("1971", "1971")], published="2021-04-13", source="news")
    assert [c.occurred for c in found] == ["1971", "1971/.."]


def test_a_row_of_occasions_is_of_no_one_time() -> None:
    text = "In 1971 Chad attacked Niger. Mali condemned Chad on several occasions."
    assert coded(text, dates=[("1971", "1971")])[-1].occurred is None


def test_a_scene_set_first_goes_on() -> None:
    text = "During the Lake War (1971–72), Chad condemned Niger. Mali denounced Niger."
    first, second = coded(text, dates=[("1971–72", "1971/1972")])
    assert (first.occurred_basis, second.occurred, second.occurred_basis) == (
        "stated",
        "1971/1972",
        "inherited",
    )


@pytest.mark.parametrize(
    "second",
    [
        "Later Mali denounced Niger.",
        "Mali had denounced Niger.",
        "\n\nMali denounced Niger.",
        "Mali and Peru had a close relationship, and Mali trained Peruvian soldiers.",
    ],
)
def test_a_scene_ends(second: str) -> None:
    found = coded(f"In 1971 Chad condemned Niger. {second}", dates=[("1971", "1971")])
    assert found[-1].occurred is None


def test_a_date_that_is_not_set_first_does_not_go_on() -> None:
    found = coded("Peru recognised Palau in 1971. Norway helped Palau.", dates=[("1971", "1971")])
    assert [c.occurred for c in found] == ["1971", None]


def test_the_present_of_a_statement_is_its_date() -> None:
    (coding,) = coded(
        "Our people express full support for Mali.",
        pronouns={"Our people": ("Chad",)},
        published="2021-04-13",
    )
    assert (coding.occurred, coding.occurred_basis) == ("2021-04-13", "published")


def test_the_present_of_the_state_that_speaks_is_its_date() -> None:
    (coding,) = coded("Chad condemns Niger.", published="2021-04-13", voice="Chad")
    assert coding.occurred_basis == "published"


@pytest.mark.parametrize(
    "text", ["Chad condemned Niger.", "Chad recognises Palau.", "Chad often condemns Niger."]
)
def test_what_is_past_or_lasting_is_not_dated_by_publication(text: str) -> None:
    (coding,) = coded(text, published="2021-04-13", voice="Chad")
    assert coding.occurred is None


def test_news_of_the_day_goes_on_in_the_next_paragraph() -> None:
    text = "Chad condemned Niger on Monday.\n\nChad rejected Peru's proposal."
    found = coded(text, dates=[("Monday", "2021-04-12")], published="2021-04-13", source="news")
    assert [c.occurred for c in found] == ["2021-04-12", "2021-04-12"]


def test_others_than_those_who_acted_react_on_the_day_of_the_news() -> None:
    text = "Chad condemned Niger on Monday.\n\nPeru rejected Chad's proposal."
    found = coded(text, dates=[("Monday", "2021-04-12")], published="2021-04-13", source="news")
    assert [c.occurred for c in found] == ["2021-04-12", "2021-04-13"]


@pytest.mark.parametrize(("weekday", "expected"), [("Monday", "2021-04-13"), ("12 April", None)])
def test_an_outlet_of_no_known_kind_is_news_if_it_speaks_of_weekdays(
    weekday: str, expected: str | None
) -> None:
    text = f"Chad condemned Niger on {weekday}.\n\nPeru rejected Chad's proposal."
    found = coded(text, dates=[(weekday, "2021-04-12")], published="2021-04-13", source="other")
    assert found[-1].occurred == expected


def test_a_past_tense_means_no_day_after_publication() -> None:
    (coding,) = coded(
        "Chad attacked Niger in August.",
        dates=[("August", "relative:2021-08")],
        published="2021-04-13",
    )
    assert coding.occurred is None


def test_a_text_may_bear_an_older_date_than_what_it_tells() -> None:
    text, dates = "Chad attacked Niger on 3 May.", [("3 May", "1971-05-03")]
    (coding,) = coded(text, dates=dates, published="1971-05-01")
    assert coding.occurred == "1971-05-03"


def test_where_goes_with_the_clause_before_it() -> None:
    text = "King Moussa visited Mali on 3 May 1971, where he signed a treaty with Norway."
    found = coded(text, dates=[("3 May 1971", "1971-05-03")], pronouns={"he": ("Chad",)})
    assert [c.occurred for c in found] == ["1971-05-03", "1971-05-03"]


def test_news_has_what_somebody_said_on_its_own_day() -> None:
    (coding,) = coded("Chad condemned Niger.", published="2021-04-12", source="news")
    assert (coding.occurred, coding.occurred_basis) == ("2021-04-12", "published")


@pytest.mark.parametrize(
    "text", ["Chad had condemned Niger.", "Chad has often condemned Niger.", "Chad attacked Niger."]
)
def test_news_does_not_date_background_or_deeds_by_its_own_day(text: str) -> None:
    (coding,) = coded(text, published="2021-04-12", source="news")
    assert coding.occurred is None


def test_a_heading_that_is_a_year_dates_what_stands_under_it() -> None:
    text = "1971\n\nPeru recognises Palau."
    kinds: list[tuple[SectionKind, int, int]] = [("title", 0, 4), ("list", 6, len(text))]
    sections = [Section(kind=k, start=a, end=b, level=2) for k, a, b in kinds]
    written = document(text, sections=sections)
    (coding,) = LexiconCoder().code(written, read(written, dates=[("1971", "1971")]))
    assert (coding.occurred, coding.occurred_basis) == ("1971", "inherited")


def test_what_a_state_says_has_the_date_of_saying_not_that_of_its_subject() -> None:
    (coding,) = coded(
        "Chad condemns the shooting by Niger on the night of 9 April 2021.",
        dates=[("9 April 2021", "2021-04-09")],
        published="2021-04-13",
        voice="Chad",
    )
    assert (coding.occurred, coding.occurred_basis) == ("2021-04-13", "published")


def test_a_letterhead_says_for_whom_a_statement_speaks() -> None:
    text = "Ministry of Trade, Chad\n\nChad rejects the proposal of Niger."
    (coding,) = coded(text, published="2021-04-13", source="other")
    assert coding.occurred_basis == "published"


@pytest.mark.parametrize("opening", ["On that occasion", "During the visit"])
def test_a_visit_told_last_dates_what_was_done_on_it(opening: str) -> None:
    text = f"In 1971 Chad visited Mali. Mali visited Chad in 1980. {opening} Mali praised Chad."
    found = coded(text, dates=[("1971", "1971"), ("1980", "1980")])
    assert (found[-1].occurred, found[-1].occurred_basis) == ("1980", "inherited")


def test_a_scene_ends_where_the_sentence_goes_to_another_time() -> None:
    text = "In 1971 Chad condemned Niger. Mali sued Niger, and in 1980 Peru recognised Palau."
    found = coded(text, dates=[("1971", "1971"), ("1980", "1980")])
    assert [c.occurred for c in found] == ["1971", None, "1980"]


@pytest.mark.parametrize(
    "text", ["Chad said it denounced Niger.", "Chad denounced Niger, a Chadian spokesman said."]
)
def test_news_dates_what_somebody_says_of_himself(text: str) -> None:
    found = coded(text, published="2021-04-12", source="news", pronouns={"it": ("Chad",)})
    assert [c.occurred for c in found] == ["2021-04-12"]


def test_news_of_the_day_is_its_newest_day() -> None:
    text = "Chad condemned Niger on Monday. Mali denounced Niger on Sunday.\n\nChad rejected it."
    found = coded(
        text,
        dates=[("Monday", "2021-04-12"), ("Sunday", "2021-04-11")],
        pronouns={"it": ("Niger",)},
        published="2021-04-13",
        source="news",
    )
    assert found[-1].occurred == "2021-04-12"


def test_what_a_treaty_says_was_agreed_where_it_was_signed() -> None:
    text = "Chad and Mali signed a treaty on 3 May 1971. Chad promised to help Mali."
    found = coded(text, dates=[("3 May 1971", "1971-05-03")])
    assert [c.occurred for c in found] == ["1971-05-03", "1971-05-03"]


@pytest.mark.parametrize(
    "text",
    [
        "King Moussa visited Mali in 1971. He thanked Mali for its help.",
        "King Moussa visited Mali in 1971, and Mali thanked Chad for its help.",
    ],
)
def test_a_guest_speaks_on_his_visit(text: str) -> None:
    found = coded(text, dates=[("1971", "1971")], pronouns={"He": ("Chad",)})
    assert [c.occurred for c in found] == ["1971", "1971"]


@pytest.mark.parametrize(
    "second",
    [
        "Mali condemns Niger.",
        "In the years of the drought Mali helped Niger.",
        "During the drought Mali helped Niger.",
        "Mali accepted a plan that Chad had rejected.",
        "Mali helped Niger, which the Hague Council recognised in 1992.",
    ],
)
def test_a_scene_does_not_hold_what_lies_outside_it(second: str) -> None:
    text = f"In 1971 Chad attacked Niger. {second}"
    found = coded(text, dates=[("1971", "1971"), *([("1992", "1992")] if "1992" in second else [])])
    assert found[-1].occurred != "1971"


def test_a_clause_before_another_of_the_same_year_keeps_the_scene() -> None:
    text = "In May 1971 Chad attacked Niger. Peru condemned Chad, and Mali followed in July."
    found = coded(text, dates=[("May 1971", "1971-05"), ("July", "1971-07")])
    assert [c.occurred for c in found][1] == "1971-05"


def test_a_row_does_not_date_what_came_before_it() -> None:
    text = "3 May 1971 — Chad rejects a plan, although Mali has asked Chad to accept it."
    found = coded(text, dates=[("3 May 1971", "1971-05-03")])
    assert [c.occurred for c in found if c.event_type == "REQUEST"] == [None]


def test_a_line_below_its_heading_begins_with_its_date() -> None:
    text = "1971\n3 May - Chad attacks Niger."
    found = coded(text, dates=[("1971", "1971"), ("3 May", "1971-05-03")])
    assert [c.occurred for c in found] == ["1971-05-03"]
