from __future__ import annotations

from datetime import date

import pytest

from dragoman.reading.times import holidays


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Easter", 2024, "2024-03-31"),
        ("Easter Monday", 1916, "1916-04-24"),
        ("Good Friday", 2022, "2022-04-15"),
        ("Thanksgiving", 2010, "2010-11-25"),
        ("Labor Day", 2024, "2024-09-02"),
        ("Memorial Day", 2024, "2024-05-27"),
        ("Yom Kippur", 1973, "1973-10-06"),
        ("Rosh Hashanah", 2023, "2023-09-16"),
        ("Eid al-Fitr", 2023, "2023-04-21"),
        ("Nowruz", 2024, "2024-03-20"),
        ("New Year’s Eve", 1999, "1999-12-31"),
    ],
)
def test_holiday_in(name: str, year: int, day: str) -> None:
    assert holidays.holiday_in(holidays.holiday_key(name), year) == date.fromisoformat(day)


def test_a_month_may_lack_a_fifth_friday() -> None:
    assert holidays.nth_weekday(2023, 2, 4, 5) is None
    assert holidays.nth_weekday(2023, 2, 4, -1) == date(2023, 2, 24)
