"""Fills slots: states and what belongs to them, persons, groups, organisations, dates."""

from __future__ import annotations

import random
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

TABLE: Final = Path(__file__).parent / "slots.toml"

_MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS: Final = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_DECADES: Final = ("1950s", "1960s", "1970s", "1980s", "1990s")
_FIRST, _LAST = 1951, 2024
_SOUNDS_Y: Final = ("Eu", "Ug", "Uk", "Ur", "Un")  # written with a vowel, spoken with a consonant
_NAMED_BY: Final = ("name", "adj", "capital")  # a state that the wording itself names is not drawn
_NO_ARTICLE: Final = re.compile(
    r"(?:\b(?:[Tt]he|[Nn]eighbouring|[Nn]orthern|[Ss]outhern|[Ee]astern|[Ww]estern|central"
    r"|usual|little|[Aa]n?)\s|[-–/])$"
)
_ARTICLE: Final = re.compile(r"\b([Aa])n?\s$")


@cache
def table() -> dict[str, Any]:
    """The lists that slots are filled from."""
    return tomllib.loads(TABLE.read_text("utf-8"))


class Filler:
    """Fills the slots of one sentence; one slot gets the same filling wherever it stands."""

    def __init__(self, draw: random.Random, slots: frozenset[str], words: str) -> None:
        self.draw = draw
        self.kept: dict[str, str] = {}
        letters = sorted({_letter(slot) for slot in slots} - {""})
        free = [s for s in table()["states"] if not any(s[k] in words for k in _NAMED_BY)]
        chosen = draw.sample(free, len(letters))
        self.states: dict[str, dict[str, Any]] = dict(zip(letters, chosen, strict=True))
        years = sorted(draw.sample(range(_FIRST, _LAST), 12))
        self.years = iter(years)  # dates of a sentence run forwards
        self.weekdays = iter(draw.sample(_WEEKDAYS, 7))

    def words(self, slot: str, before: str, after: str) -> tuple[str, tuple[str, str] | None]:
        """What fills a slot, and the change that the article in front of it needs, if any."""
        text = self._value(slot, after)
        bare = text.removeprefix("the ")
        if bare != text and (_NO_ARTICLE.search(before) or after.startswith("-")):
            text = bare
        article = _ARTICLE.search(before)
        if article is None:
            return text, None
        right = article[1] + ("n " if _takes_an(text) else " ")
        return text, (article[0], right)

    def _value(self, slot: str, after: str) -> str:
        if slot in {"day", "monthday", "month", "year", "weekday", "n", "decade"}:
            return self._time(slot, after)
        if slot not in self.kept:
            self.kept[slot] = self._named(slot)
        return self.kept[slot]

    def _time(self, slot: str, after: str) -> str:
        draw = self.draw
        day, month = draw.randint(1, 28), draw.choice(_MONTHS)
        match slot:
            case "weekday":
                return next(self.weekdays)
            case "n":
                return _number(draw, after)
            case "decade":
                return draw.choice(_DECADES)
            case "monthday":
                return f"{month} {day}"
        year = next(self.years)
        return {"day": f"{day} {month} {year}", "month": f"{month} {year}", "year": f"{year}"}[slot]

    def _named(self, slot: str) -> str:
        lists = table()["lists"]
        if slot == "P":
            return self._person(self.draw.choice(sorted(table()["names"])))
        if slot == "O":
            return str(self.draw.choice(lists["organisations"]))
        state = self.states[_letter(slot)]
        if slot.startswith("G of "):
            pattern = str(self.draw.choice(lists["groups"]))
            return pattern.format(adj=state["adj"], name=state["name"])
        return self._of_state(state, slot.partition(".")[2])

    def _of_state(self, state: dict[str, Any], part: str) -> str:
        match part:
            case "" | "neutral":
                return str(state["name"])
            case "leader":
                return f"{state['head']} {self._person(state['names'])}"
            case "minister":
                return f"Foreign Minister {self._person(state['names'])}"
            case "city":
                return str(self.draw.choice(state["cities"]))
        return str(state[part])

    def _person(self, region: str) -> str:
        names = table()["names"][region]
        return f"{self.draw.choice(names['given'])} {self.draw.choice(names['family'])}"


def _letter(slot: str) -> str:
    """The letter of the state that a slot speaks of."""
    name = slot.removeprefix("G of ").partition(".")[0]
    return name if len(name) == 1 and name in "ABCDE" else ""


def _number(draw: random.Random, after: str) -> str:
    if after.startswith(" million"):
        return str(draw.randint(2, 80))
    if after.startswith((" inhabitants", " and is", " nationals")):
        return f"{draw.randint(3, 90)},{draw.randint(0, 999):03d}"
    return str(draw.randint(11, 980))


def _takes_an(text: str) -> bool:
    return text[0] in "AEIOU" and not text.startswith(_SOUNDS_Y)
