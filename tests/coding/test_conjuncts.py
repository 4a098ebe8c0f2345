from __future__ import annotations

from tests.coding.told import coded, shape


def dated(text: str, dates: dict[str, str]) -> list[tuple[str, str | None]]:
    """What a text tells, with its dates."""
    found = coded(text, dates=tuple(dates.items()))
    return [(shape(coding), coding.occurred) for coding in found]


def test_each_of_two_partners_has_the_time_beside_it() -> None:
    text = "Chad severed relations with Peru in 1957 and with Mali in 1963."
    assert dated(text, {"1957": "1957", "1963": "1963"}) == [
        ("SANCTION sever-relations: TCD > PER", "1957"),
        ("SANCTION sever-relations: TCD > MLI", "1963"),
    ]


def test_a_clause_may_stand_before_the_second_partner() -> None:
    text = "Chad severed relations with Peru in 1957, after it had left, and with Mali in 1963."
    assert ("SANCTION sever-relations: TCD > MLI", "1963") in dated(
        text, {"1957": "1957", "1963": "1963"}
    )


def test_what_was_done_again_was_done_twice() -> None:
    text = "Chad invaded Niger in 1972 and again in May 1980."
    found = dated(text, {"1972": "1972", "May 1980": "1980-05"})
    assert found == [("ASSAULT: TCD > NER", "1972"), ("ASSAULT: TCD > NER", "1980-05")]


def test_a_time_may_stand_before_the_second_object() -> None:
    text = "Chad attacked Niger in May 1972 and, in June 1980, the Malian coast."
    found = dated(text, {"May 1972": "1972-05", "June 1980": "1980-06"})
    assert ("ASSAULT: TCD > MLI", "1980-06") in found


def test_a_list_of_visits_is_as_many_visits() -> None:
    text = "King Moussa visited Kenya in 1990, Mali in 1991 and Ghana in 1993."
    found = dated(text, {"1990": "1990", "1991": "1991", "1993": "1993"})
    assert found == [
        ("CONSULT visit: TCD > KEN", "1990"),
        ("CONSULT visit: TCD > MLI", "1991"),
        ("CONSULT visit: TCD > GHA", "1993"),
    ]


def test_others_may_have_done_it_at_the_second_time() -> None:
    text = "Palau was recognised by Kenya in 1990 and by Ghana in 1991."
    assert dated(text, {"1990": "1990", "1991": "1991"}) == [
        ("SUPPORT recognize: KEN > PLW", "1990"),
        ("SUPPORT recognize: GHA > PLW", "1991"),
    ]


def test_a_second_clause_is_no_conjunct() -> None:
    text = "Chad invaded Niger in 1972, and in 1980, Mali left the union."
    found = dated(text, {"1972": "1972", "1980": "1980"})
    assert [one for one in found if one[0].startswith("ASSAULT")] == [
        ("ASSAULT: TCD > NER", "1972")
    ]
