from __future__ import annotations

from tests.coding.told import coded

DAY = "2021-04-13"


def _dates(text: str, *dates: tuple[str, str], **more: object) -> list[str | None]:
    more.setdefault("published", DAY)
    more.setdefault("source", "news")
    return [coding.occurred for coding in coded(text, dates=dates, **more)]  # type: ignore[arg-type]


def test_what_went_on_since_a_recent_day_went_on_to_that_of_the_news() -> None:
    text = "Chadian officials said that Chad had met Mali twice since Sunday."
    found = _dates(text, ("since Sunday", "2021-04-11/.."))
    assert found == ["2021-04-11/2021-04-13"]


def test_what_has_since_been_done_was_done_between_the_day_and_the_news() -> None:
    text = "Chad attacked Niger on Monday.\n\nNiger has since expelled the Chadian envoy."
    assert _dates(text, ("Monday", "2021-04-12")) == ["2021-04-12", "2021-04-12/2021-04-13"]


def test_what_has_lasted_since_an_old_day_still_lasts() -> None:
    text = "The town that Chad has occupied since 3 January 1983 lies in Niger."
    found = _dates(text, ("since 3 January 1983", "1983-01-03/.."), source="ministry")
    assert found == ["1983-01-03/.."]


def test_the_day_that_ends_a_request_is_that_of_the_request() -> None:
    text = "Chad urged Niger and Mali to keep calm on Monday."
    assert _dates(text, ("Monday", "2021-04-12")) == ["2021-04-12"]
    assert _dates(text, ("Monday", "2021-04-19"))[0] != "2021-04-19"


def test_the_time_for_which_one_is_invited_is_not_that_of_the_invitation() -> None:
    assert _dates("Chad invited King Moussa's rival Mali for April.", ("April", "2021-04")) != [
        "2021-04"
    ]


def test_an_anniversary_has_the_day_that_its_sentence_gives() -> None:
    text = "Today is the 50th anniversary of the recognition of Palau by Peru, on 3 May 1971."
    dates = [("the 50th anniversary", "anniversary:1971"), ("3 May 1971", "1971-05-03")]
    assert "1971-05-03" in _dates(text, *dates)


def test_the_first_to_do_it_within_hours_did_it_on_the_day_that_is_remembered() -> None:
    text = (
        "Chad marked the 50th anniversary of the birth of Palau on 3 May 1971. "
        "Peru was the first country to recognise Palau, and did so within hours."
    )
    dates = [("the 50th anniversary", "anniversary:1971"), ("3 May 1971", "1971-05-03")]
    assert _dates(text, *dates)[-1] == "1971-05-03"
    assert _dates(text.replace(", and did so within hours", ""), *dates)[-1] is None


def test_that_very_day_is_finer_than_the_year_of_another_calendar() -> None:
    text = "On 3 May 1971 Peru recognised Palau. On the same day, in the year 60, Chad left Niger."
    text = text.replace("left Niger", "attacked Niger")
    found = _dates(text, ("3 May 1971", "1971-05-03"), ("the year 60", "1971"))
    assert found == ["1971-05-03", "1971-05-03"]


def test_what_lasts_since_a_day_began_then() -> None:
    text = "Chad freed Malian sailors, held by Chad since 3 January 1983."
    found = _dates(text, ("since 3 January 1983", "1983-01-03/.."))
    assert found[-1] == "1983-01-03/.."


def test_what_was_not_done_until_a_day_was_done_then() -> None:
    text = "Relations between Chad and Niger were not restored until May 1971."
    assert _dates(text, ("until May 1971", "../1971-05")) == ["1971-05"]


def test_what_was_spoken_of_at_talks_keeps_its_own_time() -> None:
    text = (
        "Talks of Chad and Mali\n\nOn Monday Chad held talks with Mali.\n\n"
        "Chad condemned the raid of Malian rebels in March."
    )
    dates = [("Monday", "2021-04-12"), ("March", "2021-03")]
    assert _dates(text, *dates, source="ministry")[-1] in {"2021-04-12", DAY}


def test_what_a_communique_recalls_was_done_on_its_own_day() -> None:
    text = (
        "Joint communiqué of Chad and Mali\n\nOn Monday Chad held talks with Mali.\n\n"
        "Chad and Mali established diplomatic relations on 3 May 1971."
    )
    dates = [("Monday", "2021-04-12"), ("3 May 1971", "1971-05-03")]
    assert _dates(text, *dates, source="ministry")[-1] == "1971-05-03"


def test_what_goes_on_from_a_month_stays_open() -> None:
    text = "From May 1971, Chad threatened Niger with war."
    assert _dates(text, ("May 1971", "1971-05"), source="encyclopedia") == ["1971-05/.."]
