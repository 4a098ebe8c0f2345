"""The codebook as data: PLOVER's types with their modes, quad classes and scores."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.errors import OntologyError
from dragoman.records.codec import Record


class Mode(Record, frozen=True, kw_only=True):
    """A way in which an event of its type is done."""

    score: float
    extension: bool = False  # added by this project, not PLOVER's


class EventType(Record, frozen=True, kw_only=True):
    """One of the 16 types; `score` is from -10 (conflict) to 10 (cooperation)."""

    quad_class: str
    score: float
    covers: str
    needs_recipient: bool = False
    modes: dict[str, Mode] = msgspec.field(default_factory=dict)


class Ontology(Record, frozen=True, kw_only=True):
    """The whole codebook."""

    schema: str
    contexts: tuple[str, ...]
    types: dict[str, EventType]

    def type(self, name: str) -> EventType:
        """The type of this name; OntologyError if there is none."""
        try:
            return self.types[name]
        except KeyError:
            known = ", ".join(self.types)
            raise OntologyError(f"no event type {name!r} in the codebook; it has {known}") from None

    def score(self, event_type: str, modes: tuple[str, ...] = ()) -> float:
        """The score of a type, or of the first of its modes; OntologyError for one it lacks."""
        found = self.type(event_type)
        for mode in modes:
            if mode not in found.modes:
                known = ", ".join(found.modes) or "none"
                raise OntologyError(f"{event_type} has no mode {mode!r}; it has {known}")
        return found.modes[modes[0]].score if modes else found.score


@cache
def plover() -> Ontology:
    """The codebook that the package ships, `data/plover.toml`."""
    text = files("dragoman").joinpath("data/plover.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Ontology)
