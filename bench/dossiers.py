"""What a dossier costs out of a large record, for pairs of sides of all kinds and the busiest."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from itertools import combinations, groupby
from operator import itemgetter
from pathlib import Path
from random import Random
from time import process_time

from bench.record import claims_in
from dragoman import settings
from dragoman.app import App

DRAWN = 200  # dossiers
FORMS = ("json", "text")

Pair = tuple[str, str]


def dossier_costs(record: Path) -> dict[str, str]:
    """Median and 95th percentile, with pairs drawn alike, and drawn by the claims about them."""
    app = App(settings.load({"record": str(record)}))
    claims = pairs_in(
        record, {one.id for one in app.catalogue.actors.values() if one.kind == "state"}
    )
    pairs, weights, random = list(claims), list(claims.values()), Random(7)  # noqa: S311
    app.dossier(*pairs[0], "text")  # loads what is loaded once
    found = {"dossiers out of": f"{claims_in(record):,} claims, {max(weights):,} about one pair"}
    for form in FORMS:
        alike = [app_cost(app, random.choice(pairs), form) for _ in range(DRAWN)]
        drawn = random.choices(pairs, weights, k=DRAWN)
        found[f"  {form}, pairs drawn alike"] = _percentiles(alike)
        found[f"  {form}, pairs drawn by claims"] = _percentiles(
            [app_cost(app, pair, form) for pair in drawn]
        )
    return found


def app_cost(app: App, pair: Pair, form: str) -> float:
    """Seconds of processor for a dossier, from opening the record to the last line."""
    begun = process_time()
    app.dossier(*pair, form)
    return process_time() - begun


def pairs_in(record: Path, states: set[str]) -> dict[Pair, int]:
    """How many claims there are about each two states."""
    found: Counter[Pair] = Counter()
    with closing(sqlite3.connect(record)) as connection:
        rows = connection.execute("SELECT claim, upper(side) FROM claim_sides ORDER BY claim, side")
        for _, sides in groupby(rows, key=itemgetter(0)):
            found.update(combinations([side for _, side in sides if side in states], 2))
    return found


def _percentiles(seconds: Sequence[float]) -> str:
    ranked = sorted(seconds)
    median, high = ranked[len(ranked) // 2], ranked[int(len(ranked) * 0.95)]
    return f"median {1000 * median:,.0f} ms, 95th percentile {1000 * high:,.0f} ms"
