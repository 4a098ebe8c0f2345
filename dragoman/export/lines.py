"""JSON Lines: each record whole, with all its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dragoman.ports import EventQuery, View
from dragoman.records.codec import Record, encode

Read = Callable[[View, EventQuery], Iterable[Record]]


class Lines:
    """What is read from a view, one JSON object a line; keeps the port `Exporter`."""

    def __init__(self, read: Read) -> None:
        self._read = read

    def export(self, view: View, query: EventQuery) -> Iterator[bytes]:
        """The lines of what is asked for."""
        return (encode(record) + b"\n" for record in self._read(view, query))
