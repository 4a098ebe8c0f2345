"""The names of months and days of the week, in full and cut short."""

from __future__ import annotations

import re
from typing import Final

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SHORT_MONTHS: Final = {
    **{name[:3]: number for number, name in enumerate(MONTHS, 1) if name != "May"},
    "Sept": 9,
}
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_WEEKDAYS: Final = ("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun")
MONTH: Final = rf"(?:{'|'.join((*MONTHS, *SHORT_MONTHS))})\b\.?"
WEEKDAY: Final = rf"(?:{'|'.join(WEEKDAYS)})"
_NAMED = re.compile(rf"{MONTH}|{WEEKDAY}", re.IGNORECASE)


def names_time(word: str) -> bool:
    """Whether it is the name of a month or of a day of the week."""
    return bool(_NAMED.fullmatch(word))
