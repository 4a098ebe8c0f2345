"""What attribution costs: its share of coding, and how it grows with the marks of quotation."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

from dragoman.app import App
from dragoman.attribution import RuleAttributor
from dragoman.attribution.quotes import quotations
from dragoman.records.documents import Section

MARKS = 1_000_000


def attribution_costs(app: App, folders: Iterable[Path], repeats: int) -> dict[str, str]:
    """The share of processor time of `code` that goes to attribution, and seconds by marks."""
    few, many = _scanned(MARKS // 4), _scanned(MARKS)
    return {
        "attribution, share of code": f"{_share(app, list(map(str, folders)), repeats):.1%}",
        "a million marks of quotation": f"{many:.1f} s",
        "  times a quarter of them": f"{many / few:.1f}",
    }


def _share(app: App, folders: list[str], repeats: int) -> float:
    """Attribution's part of the processor time that coding takes."""
    plain, spent = RuleAttributor.attribute, 0.0

    def timed(attributor: RuleAttributor, *given: Any) -> Any:
        nonlocal spent
        begun = process_time()
        claims = plain(attributor, *given)
        spent += process_time() - begun
        return claims

    with patch.object(RuleAttributor, "attribute", timed):
        begun = process_time()
        for _ in range(repeats):
            list(app.code(folders))
        return spent / (process_time() - begun)


def _scanned(marks: int) -> float:
    """Seconds that it takes to find the quotations between so many marks."""
    text = "“a” " * (marks // 2)
    begun = process_time()
    quotations(text, ((Section(kind="body", start=0, end=len(text)),),))
    return process_time() - begun
