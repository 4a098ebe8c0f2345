"""Charts as Vega-Lite specifications; a value such as `--conflict` is a colour of the theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from dragoman.records.dates import bounds
from dragoman.records.dossiers import Dossier, Entry
from dragoman.web.answers import static
from dragoman.web.overview import Overview
from dragoman.web.places import places
from dragoman.web.words import kind, listed, when

Spec = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
ATLAS = "vendor/countries-110m.json"
QUADS = ("material cooperation", "verbal cooperation", "verbal conflict", "material conflict")
QUAD_COLOURS = [f"--{name.replace(' ', '-')}" for name in QUADS]
HALO: Spec = {"stroke": "--paper", "strokeWidth": 4, "color": "--paper"}  # behind a name on a map
NEAR = 50.0  # degrees: a locator map shows at least so much


def intensity(dossier: Dossier) -> Spec:
    """Cooperation up and conflict down, month by month."""
    rows = [
        {"month": m.month, "score": score, "sort": sort, "events": m.events}
        for m in dossier.relation.series
        for sort, score in (("cooperation", m.cooperation), ("conflict", m.conflict))
        if score
    ]
    encoding = {
        "x": {"field": "month", "type": "temporal", "title": None, "scale": {"padding": 12}},
        "y": {"field": "score", "type": "quantitative", "title": "sum of scores"},
        "color": {
            "field": "sort",
            "type": "nominal",
            "title": None,
            "legend": {"orient": "top"},
            "scale": {
                "domain": ["cooperation", "conflict"],
                "range": ["--cooperation", "--conflict"],
            },
        },
        "tooltip": [
            {"field": "month", "type": "temporal", "format": "%B %Y", "title": "month"},
            {"field": "sort", "title": "of"},
            {"field": "score", "title": "sum of scores"},
            {"field": "events", "title": "events in the month"},
        ],
    }
    rule = {"mark": {"type": "rule", "strokeWidth": 4}, "params": [_zoom()], "encoding": encoding}
    zero: Spec = {"mark": {"type": "rule", "color": "--rule"}, "encoding": {"y": {"datum": 0}}}
    return _spec(rows, height=200, layer=[zero, rule])


def timeline(dossier: Dossier) -> Spec:
    """Every dated event where it stands in time, by what sort of thing it is."""
    rows = list(_points(dossier.timeline))
    return _spec(
        rows,
        height=180,
        layer=[
            {
                "mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.45},
                "transform": [{"filter": "datum.from != datum.to"}],
                "encoding": _where() | {"x2": {"field": "to"}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 90, "opacity": 0.8},
                "params": [_zoom()],
                "encoding": _where()
                | {
                    "href": {"field": "url", "type": "nominal"},
                    "shape": {
                        "field": "standing",
                        "type": "nominal",
                        "title": None,
                        "legend": {"orient": "top"},
                        "scale": {
                            "domain": ["single", "agreed", "disputed", "denied"],
                            "range": ["circle", "square", "triangle-up", "cross"],
                        },
                    },
                    "tooltip": [
                        {"field": "date"},
                        {"field": "what"},
                        {"field": "sources"},
                    ],
                },
            },
        ],
    )


def _where() -> Spec:
    return {
        "x": {"field": "from", "type": "temporal", "title": None, "scale": {"padding": 12}},
        "y": {"field": "quad", "type": "nominal", "title": None, "sort": list(QUADS)},
        "color": {
            "field": "quad",
            "type": "nominal",
            "legend": None,
            "scale": {"domain": list(QUADS), "range": QUAD_COLOURS},
        },
    }


def _points(entries: Iterable[Entry]) -> Iterator[Spec]:
    for entry in entries:
        event = entry.event
        first, last = bounds(event.occurred) if event.occurred else (None, None)
        start, end = first or last, last or first
        if start is None or end is None:
            continue
        yield {
            "from": _noon(start),
            "to": _noon(end),
            "quad": event.quad_class,
            "standing": event.standing,
            "date": when(event.occurred),
            "what": kind(event.event_type, event.modes),
            "sources": listed(citation.source for citation in entry.citations),
            "url": f"/events/{event.id}",
        }


def _noon(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}T12:00:00"


def located(codes: Iterable[str]) -> bool:
    """Whether any of these has a place on the map."""
    return any(code in places() for code in codes)


def locator(dossier: Dossier) -> Spec:
    """A map of the two sides."""
    found = {side.name: places()[side.code] for side in dossier.sides if side.code in places()}
    marks = [{"name": n, "lon": p.longitude, "lat": p.latitude} for n, p in found.items()]
    shapes = [place.shape for place in found.values() if place.shape]
    return {
        "$schema": SCHEMA,
        "width": "container",
        "height": 210,
        "projection": _around([(p.longitude, p.latitude) for p in found.values()]),
        "layer": [
            _land(
                {"condition": {"test": _any_of(shapes), "value": "--located"}, "value": "--land"}
            ),
            {
                "data": {"values": marks},
                "mark": {"type": "point", "filled": True, "size": 40, "color": "--ink"},
                "encoding": _lonlat(),
            },
            *(
                {
                    "data": {"values": marks},
                    "mark": {"type": "text", "dy": -11, "fontWeight": 600, **look},
                    "encoding": _lonlat() | {"text": {"field": "name"}},
                }
                for look in (HALO, {"color": "--ink"})
            ),
        ],
    }


def _around(points: list[tuple[float, float]]) -> Spec:
    """A projection turned towards the middle of some points, near enough to tell them apart."""
    if not points:
        return {"type": "equalEarth"}
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    if east - west > 180:  # the shorter way round
        west, east = east, west + 360
    middle = ((west + east) / 2, sum(p[1] for p in points) / len(points))
    spread = max(east - west, 1.6 * _spread(p[1] for p in points), NEAR)
    scale = round(9_000 / spread)
    return {"type": "equalEarth", "rotate": [-middle[0], -middle[1], 0], "scale": scale}


def _spread(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return max(found) - min(found)


def world(overview: Overview) -> Spec:
    """The world, each state shaded by how many events it takes part in."""
    rows = [
        {
            "key": places()[one.code].shape,
            "name": one.name,
            "events": one.activity.events,
            "disputed": one.activity.disputed,
            "url": f"/states/{one.code}",
        }
        for one in overview.states
        if one.code in places() and places()[one.code].shape
    ]
    fill = {
        "field": "events",
        "type": "quantitative",
        "title": "events",
        "scale": {"type": "log", "range": ["--shade-low", "--shade-high"], "nice": False},
        "legend": {"gradientLength": 140, "tickCount": 3},
    }
    layer = _land(fill)
    fields = ["name", "events", "disputed", "url"]
    found = {"data": {"values": rows}, "key": "key", "fields": fields}
    layer["transform"] += [{"lookup": "key", "from": found}, {"filter": "isValid(datum.events)"}]
    layer["encoding"] |= {
        "href": {"field": "url", "type": "nominal"},
        "tooltip": [{"field": "name"}, {"field": "events"}, {"field": "disputed"}],
    }
    return {
        "$schema": SCHEMA,
        "width": "container",
        "usermeta": {"aspect": 0.48, "least": 230},
        "projection": {"type": "equalEarth"},
        "layer": [_land({"value": "--land"}), layer],
    }


def _land(fill: Spec) -> Spec:
    return {
        "data": {"url": static(ATLAS), "format": {"type": "topojson", "feature": "countries"}},
        "transform": [
            {"filter": "datum.properties.name != 'Antarctica'"},
            {"calculate": "isValid(datum.id) ? datum.id : datum.properties.name", "as": "key"},
        ],
        "mark": {"type": "geoshape", "stroke": "--paper", "strokeWidth": 0.5},
        "encoding": {"color": fill},
    }


def _any_of(shapes: list[str]) -> str:
    return " || ".join(f"datum.key == '{shape}'" for shape in shapes) or "false"


def _lonlat() -> Spec:
    return {
        "longitude": {"field": "lon", "type": "quantitative"},
        "latitude": {"field": "lat", "type": "quantitative"},
    }


def _zoom() -> Spec:
    return {"name": "zoom", "select": {"type": "interval", "encodings": ["x"]}, "bind": "scales"}


def _spec(rows: list[Spec], *, height: int, layer: list[Spec]) -> Spec:
    return {
        "$schema": SCHEMA,
        "width": "container",
        "height": height,
        "data": {"values": rows},
        "layer": layer,
    }
