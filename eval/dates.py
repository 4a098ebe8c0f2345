"""How well time expressions are read: exact cases of our own, and the public date cases.

A case of ours is right if every expression has its span and its EDTF, and nothing else is found.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

import msgspec

from dragoman.reading.times import find_times

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


def main(argv: list[str] | None = None) -> int:
    """Prints the figures; 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--misses", action="store_true", help="list the dev cases that fail")
    options = parser.parse_args(argv)
    for key, value in score(options.gold).items():
        sys.stdout.write(f"{key:24} {value}\n")
    if options.misses:
        sys.stdout.write("\n".join(misses(options.gold)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
