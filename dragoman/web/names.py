"""Names as they are typed: what in the record may be meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Literal, NamedTuple

from dragoman.web.overview import Overview

SHOWN = 10


class Suggestion(NamedTuple):
    """A name that begins as typed, and the page of what it names."""

    text: str
    kind: Literal["state", "relation", "source"]
    address: str


class Names:
    """The names of an overview, looked up by how they begin."""

    def __init__(self, overview: Overview, also: Iterable[tuple[str, str]] = ()) -> None:
        self._overview = overview
        self._keys: list[tuple[str, str]] = []  # folded name, code
        known = {state.code for state in overview.states}
        for state in overview.states:
            self._keys += ((fold(state.name), state.code), (fold(state.code), state.code))
        self._keys += ((fold(alias), code) for alias, code in also if code in known)
        self._rank = {state.code: rank for rank, state in enumerate(overview.states)}
        self._name = {state.code: state.name for state in overview.states}

    def like(self, typed: str) -> list[Suggestion]:
        """What begins as typed: states, then their most active relations, then sources."""
        key = fold(typed)
        if not key:
            return []
        codes = {code for name, code in self._keys if _begins(name, key)}
        ranked = sorted(codes, key=self._rank.__getitem__)
        found = [Suggestion(self._name[code], "state", f"/states/{code}") for code in ranked[:6]]
        found += self._relations(set(ranked[:1]))
        for source in self._overview.sources:
            if _begins(fold(source.name), key):
                found.append(Suggestion(source.name, "source", f"/sources/{source.id}"))
        return found[:SHOWN]

    def _relations(self, codes: set[str]) -> list[Suggestion]:
        relations = (one for one in self._overview.relations if codes & set(one.sides))
        return [
            Suggestion(" – ".join(one.names), "relation", f"/relations/{'-'.join(one.sides)}")
            for one, _ in zip(relations, range(4), strict=False)
        ]


def _begins(name: str, key: str) -> bool:
    return name.startswith(key) or f" {key}" in name


def fold(text: str) -> str:
    """The text without case, accents or doubled blanks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
