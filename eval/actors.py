"""How well actors are resolved: mentions of our own sentences, each with its right state.

A mention is right if what is found on its words means exactly the states it should; words that
name no actor are right if nobody is found on them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from dragoman.reading.parse import Parser
from dragoman.reading.resolve import Catalogue, Resolver
from dragoman.records.documents import Document, Section
from dragoman.records.provenance import Source
from dragoman.records.readings import Mention

GOLD: Final = Path(__file__).parent / "gold" / "actors.jsonl"


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a case, and the state or states that they should mean; None for no one."""

    text: str
    start: int
    country: str | tuple[str | None, ...] | None
    sector: str | None = None
    name: str | None = None


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A text of a day, whom its words mean, and which of its words mean nobody."""

    text: str
    date: str
    kind: str
    split: str
    mentions: tuple[Wanted, ...] = ()
    none: tuple[str, ...] = ()
    source_country: str | None = None


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """One judged point of a case."""

    kind: str
    split: str
    figure: str  # state, sector, name or none
    right: bool
    detail: str


def cases(path: Path = GOLD) -> list[Case]:
    """The cases of a JSON Lines file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [msgspec.json.decode(line, type=Case) for line in lines]


def document(case: Case) -> Document:
    """The case as a document of one section, with its text as the only paragraph."""
    source = Source(id="src_eval", name="eval", country=case.source_country)
    body = Section(kind="body", start=0, end=len(case.text))
    return Document(
        id="doc_eval",
        path="eval",
        url="eval:",
        source=source,
        text=case.text,
        sections=(body,),
        published=case.date,
    )


def judge(case: Case, mentions: tuple[Mention, ...]) -> Iterator[Verdict]:
    """One verdict for each point on which the case is decided."""
    for wanted in case.mentions:
        found = mentions_on(mentions, wanted.start, wanted.start + len(wanted.text))
        yield from _judge_mention(case, wanted, found)
    for words in case.none:
        start = case.text.index(words)
        found = mentions_on(mentions, start, start + len(words))
        named = [m for m in found if m.referents]
        detail = f"{case.text!r}: {words!r} should be nobody, is {[_said(case, m) for m in named]}"
        yield Verdict(
            kind=case.kind, split=case.split, figure="state", right=not named, detail=detail
        )


def mentions_on(mentions: tuple[Mention, ...], start: int, end: int) -> list[Mention]:
    """The mentions on these words, without a pronoun that stands beside a name among them."""
    found = [m for m in mentions if m.start < end and m.end > start]
    return [m for m in found if m.kind != "pronoun"] or found


def _judge_mention(case: Case, wanted: Wanted, found: list[Mention]) -> Iterator[Verdict]:
    want = wanted.country if isinstance(wanted.country, tuple) else (wanted.country,)
    states = {r.country for m in found for r in m.referents} or {None}
    said = [_said(case, m) for m in found]

    def verdict(figure: str, *, right: bool, value: object) -> Verdict:
        detail = f"{case.text!r}: {wanted.text!r} should be {value}, is {said}"
        return Verdict(kind=case.kind, split=case.split, figure=figure, right=right, detail=detail)

    yield verdict("state", right=states == set(want), value=want)
    if wanted.sector:
        sectors = {r.sector for m in found for r in m.referents}
        yield verdict("sector", right=wanted.sector in sectors, value=wanted.sector)
    if wanted.name:
        names = {r.name for m in found for r in m.referents}
        close = any(wanted.name in name or name in wanted.name for name in names)
        yield verdict("name", right=close, value=wanted.name)


def _said(case: Case, mention: Mention) -> str:
    whom = ", ".join(f"{r.name} ({r.country} {r.sector})" for r in mention.referents)
    return f"{case.text[mention.start : mention.end]} = {whom or 'nobody'}"


def verdicts(parser: Parser, resolver: Resolver, path: Path = GOLD) -> list[Verdict]:
    """All verdicts on all cases."""
    judged: list[Verdict] = []
    for case in cases(path):
        read = document(case)
        judged += judge(case, resolver.resolve(read, parser.parse(read)))
    return judged


def shares(judged: list[Verdict]) -> dict[str, float]:
    """Share right of each figure: over all, by split, and by kind for the state."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for verdict in judged:
        keys = [verdict.figure, f"{verdict.figure}, {verdict.split}"]
        keys += [f"state, kind {verdict.kind}"] if verdict.figure == "state" else []
        total.update(keys)
        right.update(keys if verdict.right else ())
    return {key: right[key] / total[key] for key in sorted(total)}


def figures(app: object, gold: Path, shared: Path) -> dict[str, float]:  # noqa: ARG001
    """The figures of the gate: right states and sectors over all, and right states held apart."""
    measured = score(gold / GOLD.name)
    return {f"actors: {key}": measured[key] for key in ("state", "state, held", "sector", "name")}


def score(path: Path = GOLD) -> dict[str, float]:
    """The shares, with a parser and a catalogue of its own."""
    return shares(verdicts(Parser(), Resolver(Catalogue.load()), path))


def main(argv: list[str] | None = None) -> int:
    """Prints the shares, and what went wrong in a split if asked; 0."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--gold", type=Path, default=GOLD)
    options.add_argument("--misses", choices=("dev", "held"), help="list what a split got wrong")
    wanted = options.parse_args(argv)
    judged = verdicts(Parser(), Resolver(Catalogue.load()), wanted.gold)
    for key, value in shares(judged).items():
        sys.stdout.write(f"{key:32} {value:.3f}\n")
    for verdict in judged:
        if verdict.split == wanted.misses and not verdict.right:
            sys.stdout.write(f"{verdict.kind} {verdict.figure}: {verdict.detail}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
