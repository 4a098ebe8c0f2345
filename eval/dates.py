"""How well time expressions are read: exact cases of our own, and the public date cases.

A case of ours is right if every expression has its span and its EDTF, and nothing else is found.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import msgspec

from dragoman.reading.times import find_times
from dragoman.records import dates

GOLD: Final = Path(__file__).parent / "gold" / "dates.jsonl"


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A text, the date of its document, and the dates that it tells."""

    text: str
    date: str | None
    dates: tuple[dict[str, str], ...]
    kind: str
    split: str


def cases(path: Path) -> list[Case]:
    """The cases of a JSON Lines file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [msgspec.json.decode(line, type=Case) for line in lines]


def read(case: Case) -> list[tuple[str, str, str]]:
    """What is found in a case: words, EDTF, basis."""
    found = find_times(case.text, case.date)
    return [(case.text[t.start : t.end], t.edtf, t.basis) for t in found]


def wanted(case: Case) -> list[tuple[str, str, str]]:
    """What should be found in a case: words, EDTF, basis."""
    return [(d["text"], d["edtf"], d["basis"]) for d in case.dates]


def score(path: Path | str = GOLD) -> dict[str, Any]:
    """Shares of cases read exactly (words and EDTF): all, by split, by kind; with basis too."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case in cases(Path(path)):
        keys = ("all", f"split {case.split}", f"kind {case.kind}")
        found, gold = read(case), wanted(case)
        total.update((*keys, "with basis"))
        if [f[:2] for f in found] == [g[:2] for g in gold]:
            right.update(keys)
            right["with basis"] += found == gold
    return {key: round(right[key] / total[key], 4) for key in sorted(total)} | {
        "cases": total["all"]
    }


def misses(path: Path | str = GOLD, split: str = "dev") -> list[str]:
    """One line for each case of a split that is not read exactly."""
    lines = []
    for case in cases(Path(path)):
        found, gold = read(case), wanted(case)
        if case.split == split and [f[:2] for f in found] != [g[:2] for g in gold]:
            lines.append(f"{case.kind}: {case.text!r} wanted {gold} found {found}")
    return lines


# Why a public case is left out, and what shows it in the words to be found (or the whole input).
LEFT_OUT: Final = (
    ("no date is expected, for another parser has it", re.compile(r"^$")),
    ("a number alone as a day", re.compile(r"^(the )?([a-z]+( [a-z]+)?|\d{1,2}(st|nd|rd|th)?)$")),
    ("two figures as a day", re.compile(r"^(from )?[A-Z]?[a-z]*\d?\d?[./-]\d{1,2}( |$)")),
    ("figures in US order", re.compile(r"^(0?\d|1[0-2])[/-](0?\d|1[0-2])[/,-]\d+$")),
    ("chat: my, rest of, misspelt", re.compile(r"\b(my|rest|tmrw|w/c|Yuandan|thanks)\b")),
    (
        "a deictic `the day`, `the week`",
        re.compile(r"^(the )?(day|week|weekend|last day|past day)$"),
    ),
    ("numbered weeks", re.compile(r"\b[Ww]eek \d")),
    ("business days, office hours", re.compile(r"business|\bfor (a|\d)|starting")),
    ("month as figures", re.compile(r"^\d{4} ?[./-] ?\d{1,2}$|^\d{1,2} ?[./-] ?\d{4}$")),
)
# Read here by another convention (docs/times.md): counted apart, and as wrong in the second share.
OTHER_CONVENTION: Final = (
    (
        "a range ends where its last unit begins",
        re.compile(
            r"(to|and|until|through|-) ?(january 5th |May |may |Feb |March |June |2018 )?"
            r"(\d{4}|two thousand and fourteen|2018 June|2018 May)$"
        ),
    ),
    (
        "early and late are halves",
        re.compile(r"\b(early|late|mid|end of)\b (this|next|last|March)"),
    ),
    ("earlier and later cut the unit", re.compile(r"^(earlier|later) ")),
    ("`a few` is three", re.compile(r"\bfew\b")),
    (
        "decades counted by the calendar",
        re.compile(r"\d decades|two decades|this decade|next decade"),
    ),
    ("a month alone next to its like means the one after", re.compile(r"^last sept$")),
    ("holy days as intervals of days", re.compile(r"^(Rama|Eid|Islamic|Hijri|Arabic|Festival)")),
)
# "the second", "the seventies" have the look of a number alone, but only some are
_WORDS_FOR_DAYS: Final = re.compile(
    r"first|second|thir|four|fif|six|seven|eight|nine|ten|el|twel|tw"
)
_COARSE: Final = re.compile(r"\b(months?|years?|decades?)\b")


def why_left_out(case: dict[str, Any]) -> str | None:
    """Why a public case does not apply to news and histories, or None if it does."""
    if not case["Results"]:
        return LEFT_OUT[0][0]
    if "Context" not in case:
        return "no date to read it against"
    if any(_resolutions(result) == [] for result in case["Results"]):
        return "the case gives no days"
    for result in case["Results"]:
        for reason, pattern in LEFT_OUT[1:]:
            text = result["Text"]
            lone = reason == LEFT_OUT[1][0]
            if pattern.search(text) and not (lone and not _is_lone_number(text)):
                return reason
    return None


def _is_lone_number(text: str) -> bool:
    bare = text.removeprefix("the ")
    return bare[0].isdigit() or (
        _WORDS_FOR_DAYS.match(bare) is not None and not re.search("ies|teens|day|week|ens", bare)
    )


def _resolutions(result: dict[str, Any]) -> list[tuple[date | None, date | None]]:
    """First day and the day after the last (or the last), as the case gives them."""
    found: list[tuple[date | None, date | None]] = []
    for key in ("PastResolution", "FutureResolution"):
        value = (result.get("Value") or {}).get(key) or {}
        days = [value.get(k) for k in ("date", "startDate", "endDate")]
        given = [date.fromisoformat(day) for day in days if day and day != "0001-01-01"]
        if given:
            found.append((given[0], given[-1]))
        elif value:
            found.append((None, None))
    return found


def agrees(result: dict[str, Any], edtf: str | None) -> bool:
    """Whether an EDTF is one of the case's resolutions, or the month or year counted in."""
    wanted = _resolutions(result)
    if edtf is None:
        return (None, None) in wanted
    first, last = dates.bounds(edtf)
    for start, end in wanted:
        if start is None or end is None or first is None or last is None:
            continue
        if first == start and last in {end, end - timedelta(days=1)}:
            return True
        coarse = _COARSE.search(result["Text"]) and dates.precision(edtf) != "day"
        if coarse and first <= start <= last and first <= end - timedelta(days=1) <= last:
            return True
    return False


def score_public(folder: Path) -> dict[str, Any]:
    """The share of the applicable public cases that are read as they say, and what is left out."""
    right = total = 0
    left_out: Counter[str] = Counter()
    apart: Counter[str] = Counter()
    wrong = []
    for path in sorted(folder.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8-sig")):
            reason = why_left_out(case)
            if reason is not None:
                left_out[reason] += 1
                continue
            good = _reads(case)
            convention = _other_convention(case)
            if convention is not None and not good:
                apart[convention] += 1
                continue
            total += 1
            right += good
            if not good:
                wrong.append(case["Input"])
    everything = total + sum(apart.values())
    return {
        "right": right,
        "applicable": total,
        "share": round(right / total, 4) if total else None,
        "share with other conventions wrong": round(right / everything, 4) if everything else None,
        "other conventions": dict(apart),
        "left out": dict(left_out),
        "wrong": wrong,
    }


def _other_convention(case: dict[str, Any]) -> str | None:
    for result in case["Results"]:
        for name, pattern in OTHER_CONVENTION:
            if pattern.search(result["Text"]):
                return name
    return None


def _in_print(text: str) -> str:
    """The chat line with its names in capitals, as print has them."""
    return _NAMES.sub(lambda match: match[0].title().replace("'S", "'s"), text)


_NAMES: Final = re.compile(
    r"\b(easter|christmas|new year(?:'s)?|thanksgiving|father's|black friday|cyber monday|saint|"
    r"patrick's|presidents'|earth|halloween|day|eve|sunday|monday|friday|march|may|ramadan)(?!\w)"
)


def _reads(case: dict[str, Any]) -> bool:
    found = find_times(_in_print(case["Input"]), case["Context"]["ReferenceDateTime"][:10])
    for result in case["Results"]:
        start, end = result["Start"], result["Start"] + result["Length"]
        here = [t.edtf for t in found if t.start < end and start < t.end]
        if len(here) > 1 or not agrees(result, here[0] if here else None):
            return False
    return True


def figures(_: object, gold: Path, shared: Path) -> dict[str, float]:
    """The figures to hold: shares of our cases, all and held back, and of the public ones."""
    own = score(gold / "dates.jsonl")
    found = {"dates: exact": own["all"], "dates: exact, held back": own["split held"]}
    folder = shared / "data" / "recognizers-text"
    if folder.is_dir():
        found["dates: public cases"] = score_public(folder)["share"]
    return found


def main(argv: list[str] | None = None) -> int:
    """Prints the figures; 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--public", type=Path, help="folder of Recognizers-Text date cases")
    parser.add_argument("--misses", action="store_true", help="list the dev cases that fail")
    options = parser.parse_args(argv)
    for key, value in score(options.gold).items():
        sys.stdout.write(f"{key:24} {value}\n")
    if options.public is not None and options.public.is_dir():
        public = score_public(options.public)
        for key in [key for key in public if key != "wrong"]:
            sys.stdout.write(f"public {key} {public[key]}\n")
        if options.misses:
            sys.stdout.write("\n".join(public["wrong"]) + "\n")
    if options.misses:
        sys.stdout.write("\n".join(misses(options.gold)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
