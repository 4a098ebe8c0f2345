"""Words that praise or blame whom they name, loaded from `data/attribution/framing.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from dragoman.attribution.lexicon import table
from dragoman.records.claims import FramingKind
from dragoman.records.codec import Record

Place = Literal["phrase", "noun", "modifier"]


class Name(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Phrases that mean one country, with blame or with praise."""

    country: str
    name: str
    epithet: tuple[str, ...] = ()
    honorific: tuple[str, ...] = ()


class Entry(Record, frozen=True, kw_only=True):
    """Loaded words, where they stand in what they name, and whom they mean if that is fixed."""

    words: tuple[str, ...]
    kind: FramingKind
    place: Place = "phrase"
    name: str | None = None
    country: str | None = None


class Loaded(Record, frozen=True, kw_only=True):
    """The table, as it is looked up: entries by their first word, longest first."""

    entries: dict[str, tuple[Entry, ...]]
    plain: dict[str, frozenset[str]]  # neighbours beside which a word is not loaded


class _Table(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: tuple[Name, ...]
    phrases: dict[FramingKind, tuple[str, ...]]
    nouns: dict[FramingKind, tuple[str, ...]]
    modifiers: dict[FramingKind, tuple[str, ...]]
    plain: dict[str, tuple[str, ...]]


@cache
def loaded() -> Loaded:
    """The loaded words that the package ships; DataError for a table that is not well formed."""
    found = table("framing.toml", _Table)
    by_first: dict[str, list[Entry]] = {}
    for entry in _entries(found):
        by_first.setdefault(entry.words[0], []).append(entry)
    return Loaded(
        entries={first: tuple(_longest_first(entries)) for first, entries in by_first.items()},
        plain={word: frozenset(others) for word, others in found.plain.items()},
    )


def _entries(found: _Table) -> Iterator[Entry]:
    kinds: tuple[FramingKind, ...] = ("epithet", "honorific")
    for named in found.name:
        for kind, phrases in zip(kinds, (named.epithet, named.honorific), strict=True):
            for phrase in phrases:
                words = split(phrase)
                yield Entry(words=words, kind=kind, name=named.name, country=named.country)
    places: tuple[tuple[Place, dict[FramingKind, tuple[str, ...]]], ...] = (
        ("phrase", found.phrases),
        ("noun", found.nouns),
        ("modifier", found.modifiers),
    )
    for place, listed in places:
        for listed_kind, phrases in listed.items():
            for phrase in phrases:
                yield Entry(words=split(phrase), kind=listed_kind, place=place)


def _longest_first(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: -len(entry.words))


def split(phrase: str) -> tuple[str, ...]:
    """The words of a phrase; a hyphen or a genitive ending stands alone, as in a parse."""
    apart = phrase.replace("-", " - ").replace("'s ", " 's ").replace("s' ", "s ' ")
    return tuple(apart.split())
