"""How well the words that name no state are told: `the ministry`, `police`, `he`, `both sides`.

Passages of our own in various registers, over states of all continents. A word is resolved if a
state is found on it, and right if it is exactly the state, or the two, that it should be; words
that could mean either side should mean nobody.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from dragoman.reading.parse import Parser
from dragoman.reading.resolve import Catalogue, Resolver
from dragoman.records.readings import Mention
from eval.actors import Case, Wanted, cases, document, mentions_on

GOLD: Final = Path(__file__).parent / "gold" / "reference.jsonl"


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What one word of a passage should mean, and what was found."""

    case: Case
    wanted: Wanted
    found: frozenset[str]

    @property
    def states(self) -> frozenset[str]:
        """The states that it should mean; none where it could be either side."""
        country = self.wanted.country
        codes = country if isinstance(country, tuple) else (country,)
        return frozenset(code for code in codes if code)

    @property
    def right(self) -> bool:
        """Whether exactly those are found."""
        return self.found == self.states


def verdicts(case: Case, mentions: tuple[Mention, ...]) -> Iterator[Verdict]:
    """One verdict for each word of a passage."""
    for wanted in case.mentions:
        found = mentions_on(mentions, wanted.start, wanted.start + len(wanted.text))
        codes = frozenset(r.country for m in found for r in m.referents if r.country)
        yield Verdict(case=case, wanted=wanted, found=codes)


def judged(parser: Parser, resolver: Resolver, path: Path = GOLD) -> list[Verdict]:
    """All verdicts on all passages."""
    out: list[Verdict] = []
    for case in cases(path):
        read = document(case)
        out += verdicts(case, resolver.resolve(read, parser.parse(read)))
    return out


def shares(judgements: Iterable[Verdict]) -> dict[str, float]:
    """The share resolved of the words that mean a state, and the share right of the resolved."""
    known = list(judgements)
    meant = [verdict for verdict in known if verdict.states]
    resolved = [verdict for verdict in known if verdict.found]
    return {
        "resolved": sum(bool(v.found) for v in meant) / len(meant),
        "right": sum(v.right for v in resolved) / len(resolved),
        "found": sum(v.right for v in meant) / len(meant),
    }


def figures(app: object, gold: Path, shared: Path) -> dict[str, float]:  # noqa: ARG001
    """The figures of the gate, for passages built on and for those held apart."""
    known = judged(Parser(), Resolver(Catalogue.load()), gold / GOLD.name)
    return {
        f"reference: {name}, {split}": value
        for split in ("dev", "held")
        for name, value in shares(v for v in known if v.case.split == split).items()
    }


def main(argv: list[str] | None = None) -> int:
    """Prints the shares, and what went wrong in a split if asked; 0."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", choices=("dev", "held"), help="list what a split got wrong")
    wanted = options.parse_args(argv)
    known = judged(Parser(), Resolver(Catalogue.load()))
    for split in dict.fromkeys(v.case.split for v in known):
        for name, value in shares(v for v in known if v.case.split == split).items():
            sys.stdout.write(f"{name}, {split:12} {value:.3f}\n")
    for verdict in known:
        if verdict.case.split == wanted.misses and not verdict.right:
            sys.stdout.write(_line(verdict))
    return 0


def _line(verdict: Verdict) -> str:
    wanted, text = verdict.wanted, verdict.case.text
    around = text[max(0, wanted.start - 40) : wanted.start + len(wanted.text) + 25]
    meant, found = (
        "+".join(sorted(codes)) or "nobody" for codes in (verdict.states, verdict.found)
    )
    return f"{verdict.case.kind}: {wanted.text!r} should be {meant}, is {found}: {around!r}\n"


if __name__ == "__main__":
    raise SystemExit(main())
