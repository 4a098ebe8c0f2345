"""Derives `dragoman/data/actors/officials.csv` from the Phoenix dictionary of countries.

Development only: `python tools/build_actors.py Phoenix.Countries.actors.txt`. Kept are persons
with a full name, a country of ISO 3166-1 and at least one dated office; all else is left out.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

ACTORS = Path(__file__).parent.parent / "dragoman" / "data" / "actors"
LAST_YEAR = 14  # of the dictionary: later two-digit years are of the century before
PERSON = re.compile(r"^([A-Z][A-Z'\-_]+)_\s+# CountryInfo")
OFFICE = re.compile(
    r"\s+\[([A-Z]{3})([A-Z]*) "
    r"(?:(?P<from>\d{6})-(?P<to>\d{6})|>(?P<since>\d{6})|<(?P<until>\d{6}))\]"
)
PARTICLES = re.compile(r"de|da|dos|van|von|der|den|bin|ibn|al|el|la|of|del|di|du|le|e|y|ben|ul")
# Full names this common in English name too many others.
COMMON = re.compile(
    "ROBERT|JOHN|DAVID|JAMES|MICHAEL|PAUL|PETER|MARTIN|THOMAS|GEORGE|WILLIAM|RICHARD|CHARLES|MARK"
    "|STEPHEN|KEVIN|BRIAN|JOSEPH|CHRIS|ANDREW|SIMON|MARY|KAREN|LINDA|STEVE|STEVEN|JIM|TOM|BOB|BILL"
    "|MIKE|JACK|FRANK|TONY|GARY|ALAN|PATRICK|HENRY|EDWARD|DANIEL|ANTHONY|PHILIP|ROGER|RONALD|DONALD"
    "|KENNETH"
)
ENGLISH_SPEAKING = frozenset({"USA", "GBR", "AUS", "CAN", "NZL", "IRL"})


class Tenure(NamedTuple):
    """One dated office of the dictionary."""

    sector: str
    since: str
    until: str


def day(text: str | None) -> str:
    """YYMMDD as an ISO date; empty if it is none."""
    found = re.fullmatch(r"(\d\d)(\d\d)(\d\d)", text or "")
    if not found or not (1 <= int(found[2]) <= 12 and 1 <= int(found[3]) <= 31):
        return ""
    year = int(found[1]) + (2000 if int(found[1]) <= LAST_YEAR else 1900)
    return f"{year}-{found[2]}-{found[3]}" if year >= 1930 else ""


def tenure(line: str, countries: frozenset[str]) -> tuple[str, Tenure] | None:
    """The country and tenure that a line tells; None if it is not well formed."""
    found = OFFICE.match(line)
    if not found or found[1] not in countries:
        return None
    code = found[2]
    if not code.startswith("GOV") and code not in ("MIL", "LEG", "JUD"):
        return None
    sector = next((part for part in ("MIL", "JUD", "LEG") if part in code), "GOV")
    since = day(found["from"] or found["since"])
    until = day(found["to"] or found["until"])
    is_wrong = found["from"] and (not since or not until or since > until)
    return None if is_wrong or not (since or until) else (found[1], Tenure(sector, since, until))


def persons(text: str, countries: frozenset[str]) -> dict[tuple[str, str], list[Tenure]]:
    """Tenures by name, as the dictionary spells it, and country."""
    found: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    name: str | None = None
    for line in text.splitlines():
        person = PERSON.match(line)
        if person:
            name = person[1].strip("_")
        elif not line.startswith(("\t", " ", "+")):
            name = None
        elif name:
            told = tenure(line, countries)
            if told:
                found[name, told[0]].append(told[1])
    return found


def is_usable(name: str, country: str) -> bool:
    """Whether the name is long and rare enough to mean one person."""
    words = name.split("_")
    fits = 2 <= len(words) <= 6 and all(len(word) > 1 for word in words)
    return fits and not (COMMON.fullmatch(words[0]) and country not in ENGLISH_SPEAKING)


def spelled(name: str) -> str:
    """The name as it is written in a text."""
    words = []
    for number, word in enumerate(name.lower().split("_")):
        parts = [
            p if number and PARTICLES.fullmatch(p) else p.capitalize() for p in word.split("-")
        ]
        words.append("-".join(parts))
    return " ".join(words)


def rows(found: dict[tuple[str, str], list[Tenure]]) -> list[list[str]]:
    """One row for each person: name, country, sector, from, to."""
    out = []
    for (name, country), tenures in found.items():
        if is_usable(name, country):
            since = min((one.since for one in tenures if one.since), default="")
            until = "" if any(not t.until for t in tenures) else max(t.until for t in tenures)
            out.append([spelled(name), country, tenures[-1].sector, since, until])
    return sorted(out, key=lambda row: (row[1], row[0]))


def main() -> int:
    """Writes the file; 0."""
    with (ACTORS / "states.csv").open(encoding="utf-8") as lines:
        countries = frozenset(row["id"] for row in csv.DictReader(lines))
    text = Path(sys.argv[1]).read_text(encoding="utf-8", errors="replace")
    with (ACTORS / "officials.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["name", "country", "sector", "from", "to"])
        writer.writerows(rows(persons(text, countries)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
