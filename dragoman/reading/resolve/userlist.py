"""A user's own list of actors: CSV with name, alias, country, sector, from, to."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, NoReturn

from dragoman.errors import CatalogueError
from dragoman.reading.resolve.asof import ALWAYS, LAST, Days, days
from dragoman.reading.resolve.lexicon import word_set

COLUMNS = ("name", "alias", "country", "sector", "from", "to")
SECTORS = word_set(
    "GOV MIL PAR LEG JUD OPP REB SPY COP CVL BUS MED EDU REL NGO IGO UAF REF ELI CRM LAB HRI UNK"
)
_COUNTRY = re.compile(r"[A-Z]{3}")


class UserLine(NamedTuple):
    """One line of a user's list."""

    name: str
    alias: str
    country: str | None
    sector: str | None
    valid: Days


def user_lines(lines: Iterable[str]) -> Iterator[UserLine]:
    """The lines of a list, its header and empty lines left out; CatalogueError for a wrong one."""
    reader = csv.reader(lines)
    for row in reader:
        cells = [cell.strip() for cell in row]
        is_header = tuple(cell.lower() for cell in cells) == COLUMNS
        if any(cells) and not is_header and not cells[0].startswith("#"):
            yield _user_line(cells, reader.line_num)


def _user_line(cells: list[str], number: int) -> UserLine:
    if len(cells) > len(COLUMNS):
        _refuse(number, f"{len(cells)} columns", f"expected {', '.join(COLUMNS)}")
    name, alias, country, sector, since, until = cells + [""] * (len(COLUMNS) - len(cells))
    if not name:
        _refuse(number, "no name", "the first column names the actor")
    if country and not _COUNTRY.fullmatch(country):
        _refuse(number, f"country {country!r}", "give three capital letters, as in PRK, or nothing")
    if sector and sector not in SECTORS:
        _refuse(
            number, f"sector {sector!r}", f"give one of {' '.join(sorted(SECTORS))}, or nothing"
        )
    valid = _valid(since, until, number)
    return UserLine(name, alias or name, country or None, sector or None, valid)


def _valid(since: str, until: str, number: int) -> Days:
    first, last = days(since) if since else ALWAYS, days(until) if until else ALWAYS
    if first is None or last is None:
        wrong = since if first is None else until
        _refuse(number, f"date {wrong!r}", "give a year, month or day, as in 1989-05-14")
    if first.first > last.last:
        _refuse(number, f"from {since!r} to {until!r}", "the end lies before the beginning")
    return Days(first.first if since else ALWAYS.first, last.last if until else LAST)


def _refuse(number: int, what: str, fix: str) -> NoReturn:
    raise CatalogueError(f"actor list, line {number}: {what}; {fix}")
