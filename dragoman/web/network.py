"""States as a network: who has to do with whom, more to help or more to harm."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Any, NamedTuple

from dragoman.web.charts import HALO, SCHEMA, Spec
from dragoman.web.overview import Overview

MOST = 80  # relations drawn
TURNS = 250  # of the layout
PULL = 0.9  # towards the middle, which keeps those apart who have no line between them
WIDE = 560  # pixels: on a narrower drawing only the most active states are named
NAMED = 9
RECENT = 120  # years that a slider goes back at most


class Years(NamedTuple):
    """From and up to these years, both counted."""

    first: int
    last: int


class Edge(NamedTuple):
    """What went on between two states in a span of years."""

    sides: tuple[str, str]
    names: tuple[str, str]
    events: int
    cooperation: float
    conflict: float

    @property
    def net(self) -> float:
        """From -1, nothing but conflict, to 1, nothing but cooperation."""
        whole = self.cooperation - self.conflict
        return round((self.cooperation + self.conflict) / whole, 2) if whole else 0.0


Point = tuple[float, float]


def span(overview: Overview, since: str | None, until: str | None) -> Years:
    """The years asked for, within those that the record knows."""
    known = [one.year for one in overview.years] or [0]
    last = max(known)
    first = max(min(known), last - RECENT)
    begin, end = _number(since, first), _number(until, last)
    return Years(min(max(begin, first), last), max(min(end, last), min(max(begin, first), last)))


def _number(text: str | None, otherwise: int) -> int:
    given = (text or "").strip()
    return int(given) if given.isascii() and given.isdigit() and len(given) < 5 else otherwise


def between(overview: Overview, years: Years) -> list[Edge]:
    """The relations of these years, the most active first."""
    names = {relation.sides: relation.names for relation in overview.relations}
    sums: defaultdict[tuple[str, str], list[float]] = defaultdict(lambda: [0, 0.0, 0.0])
    for one in overview.years:
        if years.first <= one.year <= years.last:
            found = sums[one.sides]
            found[0] += one.activity.events
            found[1] += one.activity.cooperation
            found[2] += one.activity.conflict
    edges = [
        Edge(sides, names[sides], int(events), round(good, 1), round(bad, 1))
        for sides, (events, good, bad) in sums.items()
    ]
    return sorted(edges, key=lambda edge: (-edge.events, edge.sides))[:MOST]


def network_chart(overview: Overview, years: Years) -> Spec:
    """The network drawn: a line is thicker the more goes on, and coloured by what."""
    edges = between(overview, years)
    at = layout([edge.sides for edge in edges])
    names = {
        code: name for edge in edges for code, name in zip(edge.sides, edge.names, strict=True)
    }
    return {
        "$schema": SCHEMA,
        "width": "container",
        "usermeta": {"aspect": 0.62, "least": 520},
        "layer": [_lines(edges, at), *_nodes(edges, at, names)],
        "resolve": {"scale": {"color": "independent"}},
        "config": {"axis": {"disable": True}, "view": {"stroke": None}},
    }


def _lines(edges: list[Edge], at: dict[str, Point]) -> Spec:
    rows = [
        {
            "x": at[edge.sides[0]][0],
            "y": at[edge.sides[0]][1],
            "x2": at[edge.sides[1]][0],
            "y2": at[edge.sides[1]][1],
            "between": " and ".join(edge.names),
            "events": edge.events,
            "net": edge.net,
            "url": f"/relations/{'-'.join(edge.sides)}",
        }
        for edge in edges
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "rule", "opacity": 0.75, "strokeCap": "round"},
        "encoding": _place()
        | {
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "href": {"field": "url", "type": "nominal"},
            "strokeWidth": {
                "field": "events",
                "type": "quantitative",
                "scale": {"type": "sqrt", "range": [1.5, 10]},
                "legend": None,
            },
            "color": {
                "field": "net",
                "type": "quantitative",
                "title": "conflict to cooperation",
                "scale": {
                    "domain": [-1, 0, 1],
                    "range": ["--conflict", "--middle", "--cooperation"],
                    "interpolate": "rgb",  # no third colour between two
                },
                "legend": {"orient": "top", "gradientLength": 160, "values": [-1, 0, 1]},
            },
            "tooltip": [{"field": "between"}, {"field": "events"}, {"field": "net"}],
        },
    }


def _nodes(edges: list[Edge], at: dict[str, Point], names: dict[str, str]) -> list[Spec]:
    events: defaultdict[str, int] = defaultdict(int)
    for edge in edges:
        for code in edge.sides:
            events[code] += edge.events
    ranked = sorted(at, key=lambda code: (-events[code], code))
    rows: list[dict[str, Any]] = [
        {"x": at[code][0], "y": at[code][1], "name": names[code], "events": events[code]}
        | {"rank": rank, "url": f"/states/{code}"}
        for rank, code in enumerate(ranked, start=1)
    ]
    point: Spec = {
        "data": {"values": rows},
        "mark": {"type": "point", "filled": True, "opacity": 1, "color": "--ink"},
        "encoding": _place()
        | {
            "href": {"field": "url", "type": "nominal"},
            "size": {
                "field": "events",
                "type": "quantitative",
                "legend": None,
                "scale": {"type": "sqrt", "range": [30, 320]},
            },
            "tooltip": [{"field": "name"}, {"field": "events"}],
        },
    }
    labels: list[Spec] = [
        {
            "data": {"values": rows},
            "transform": [{"filter": f"width > {WIDE} || datum.rank <= {NAMED}"}],
            "mark": {"type": "text", "dy": -14, "fontWeight": 600, **look},
            "encoding": _place() | {"text": {"field": "name"}},
        }
        for look in (HALO, {"color": "--ink"})
    ]
    return [point, *labels]


def _place() -> Spec:
    scale = {"domain": [-0.06, 1.06], "nice": False}
    return {
        "x": {"field": "x", "type": "quantitative", "scale": scale},
        "y": {"field": "y", "type": "quantitative", "scale": scale},
    }


def layout(pairs: Iterable[tuple[str, str]]) -> dict[str, Point]:
    """Where each node stands, between 0 and 1: neighbours near, all others apart; always the same.

    Fruchterman and Reingold's forces, cooled down step by step.
    """
    edges = list(pairs)
    codes = sorted({code for pair in edges for code in pair})
    if not codes:
        return {}
    dice = random.Random(7)  # noqa: S311 - for a first place, not for a secret
    at = {code: [dice.random(), dice.random()] for code in codes}
    ideal = math.sqrt(1 / len(codes))
    for turn in range(TURNS):
        _step(at, edges, ideal, heat=0.12 * (1 - turn / TURNS))
    return _fitted(at)


def _step(
    at: dict[str, list[float]], edges: list[tuple[str, str]], ideal: float, heat: float
) -> None:
    moves = {code: [-PULL * (x - 0.5), -PULL * (y - 0.5)] for code, (x, y) in at.items()}

    def push(a: str, b: str, force: Callable[[float], float]) -> None:
        dx, dy = at[a][0] - at[b][0], at[a][1] - at[b][1]
        by = force(max(math.hypot(dx, dy), 1e-4))
        for code, sign in ((a, by), (b, -by)):
            moves[code][0] += dx * sign
            moves[code][1] += dy * sign

    for a, b in combinations(at, 2):
        push(a, b, lambda far: (ideal / far) ** 2)
    for a, b in edges:
        push(a, b, lambda far: -far / ideal)
    for code, (dx, dy) in moves.items():
        length = math.hypot(dx, dy) or 1e-9
        at[code][0] += dx / length * min(length, heat)
        at[code][1] += dy / length * min(length, heat)


def _fitted(at: dict[str, list[float]]) -> dict[str, Point]:
    """Stretched so that it fills the square."""
    lows = [min(place[i] for place in at.values()) for i in (0, 1)]
    highs = [max(place[i] for place in at.values()) for i in (0, 1)]
    sizes = [(high - low) or 1.0 for low, high in zip(lows, highs, strict=True)]
    return {
        code: (round((x - lows[0]) / sizes[0], 3), round((y - lows[1]) / sizes[1], 3))
        for code, (x, y) in at.items()
    }
