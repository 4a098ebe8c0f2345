from __future__ import annotations

import pytest

from tests.coding.told import coded

MAY = ("3 May 1971", "1971-05-03")


def _dates(text: str, *dates: tuple[str, str], **more: object) -> list[str | None]:
    return [coding.occurred for coding in coded(text, dates=dates, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "again",
    [
        "Historians agree that Peru was the first to recognise Palau.",
        "The attack on Chad came to nothing. Peruvian papers still say that Peru recognised Palau.",
    ],
)
def test_what_happens_but_once_has_the_date_given_before(again: str) -> None:
    assert _dates(f"Peru recognised Palau on 3 May 1971.\n\n{again}", MAY)[-1] == "1971-05-03"


@pytest.mark.parametrize(
    "again",
    [
        "The attack on Niger by Chad was a mistake.",
        "Chadian officials deny that Chad attacked Niger.",
        "There was no Chadian attack on Niger.",
        "Chad did not attack Niger.",
    ],
)
def test_a_deed_pointed_at_or_denied_has_the_date_given_before(again: str) -> None:
    assert _dates(f"Chad attacked Niger on 3 May 1971.\n\n{again}", MAY)[-1] == "1971-05-03"


@pytest.mark.parametrize(
    "again",
    [
        "Chad attacked Niger.",  # another time, for all that is said
        "Chad condemned the attack on Niger by Mali.",
        "Chadian officials deny that Chad attacked Niger again.",
        "Norway recognised Palau.",
    ],
)
def test_another_deed_has_no_date_from_before(again: str) -> None:
    text = f"Chad attacked Niger on 3 May 1971. Peru recognised Palau.\n\n{again}"
    assert _dates(text, MAY)[-1] is None


def test_of_two_dates_neither_is_taken() -> None:
    text = (
        "Chad attacked Niger on 3 May 1971. Chad attacked Niger in 1980.\n\n"
        "The attack on Niger by Chad was a mistake."
    )
    assert _dates(text, MAY, ("1980", "1980"))[-1] is None


def test_so_did_others() -> None:
    assert _dates("Peru recognised Palau on 3 May 1971. So did Norway.", MAY) == [
        "1971-05-03",
        "1971-05-03",
    ]
