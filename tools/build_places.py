"""Writes where states lie, `dragoman/web/data/places.csv`, from the shapes of world-atlas.

    python tools/build_places.py countries-50m.json dragoman/web/data/places.csv

Needs pycountry for the numeric codes of ISO 3166-1. A place is the middle of the largest
piece of land, for a mark on a map; it says nothing of whose land it is.
"""

from __future__ import annotations

import csv
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = list[Point]

BY_NAME = {"XKX": "Kosovo"}  # world-atlas gives it no number
CAPITALS = {  # states of the past, by the capital that they had
    "SUN": (37.6, 55.8),
    "DDR": (13.4, 52.5),
    "YUG": (20.5, 44.8),
    "CSK": (14.4, 50.1),
    "ROV": (106.7, 10.8),
}


def main(shapes: Path, out: Path) -> None:
    """Writes the table, by code."""
    topology = json.loads(shapes.read_text("utf-8"))
    arcs = list(_arcs(topology))
    geometries = topology["objects"]["countries"]["geometries"]
    by_key = {one.get("id") or one["properties"]["name"]: one for one in geometries}
    rows = [(code, "", *where) for code, where in CAPITALS.items()]
    for code, key in _keys():
        if key in by_key:
            rows.append((code, key, *_middle(_largest(by_key[key], arcs))))
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "shape", "longitude", "latitude"))
        writer.writerows(sorted(rows))


def _keys() -> Iterator[tuple[str, str]]:
    yield from BY_NAME.items()
    countries: Any = importlib.import_module("pycountry").countries
    yield from ((country.alpha_3, country.numeric) for country in countries)


def _arcs(topology: dict[str, Any]) -> Iterator[Ring]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        ring: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            ring.append((x * sx + tx, y * sy + ty))
        yield ring


def _largest(geometry: dict[str, Any], arcs: list[Ring]) -> Ring:
    pieces = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return max((_ring(piece[0], arcs) for piece in pieces), key=lambda ring: abs(_area(ring)))


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    """The arcs one after another; a negative index is an arc walked backwards."""
    return [p for i in indices for p in (arcs[i] if i >= 0 else reversed(arcs[~i]))]


def _area(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def _middle(ring: Ring) -> Point:
    area = _area(ring) or 1e-9
    x = y = 0.0
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return round(x / (6 * area), 2), round(y / (6 * area), 2)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
