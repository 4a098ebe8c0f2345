"""Where states lie, for marks on a map; whose land it is, the table does not say."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Place(NamedTuple):
    """A state on the map: the key of its shape, if it has one, and a point inside."""

    shape: str
    longitude: float
    latitude: float


@cache
def places() -> dict[str, Place]:
    """The place of each state, by code."""
    text = files("dragoman.web").joinpath("data/places.csv").read_text("utf-8")
    rows = list(csv.reader(text.splitlines()))[1:]
    return {code: Place(shape, float(east), float(north)) for code, shape, east, north in rows}
