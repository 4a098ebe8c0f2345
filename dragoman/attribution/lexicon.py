"""The words that attribution turns on, loaded from the tables in `data/attribution`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from dragoman.errors import DataError
from dragoman.records.claims import Certainty
from dragoman.records.codec import Record

T = TypeVar("T")


class Reporting(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of reporting words: how surely a speaker who uses them stands behind the content."""

    name: str
    certainty: Certainty
    negated: Certainty
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    holds: bool = True  # whether the asserter changes
    object: bool = False  # whether the verbs take a happening as a noun
    future: bool = False
    doubtful: bool = False  # only probable, if the speaker is second-hand


class Accusation(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs that lay a deed at someone's door, and the prepositions that bring the deed in."""

    certainty: Certainty
    negated: Certainty
    prepositions: tuple[str, ...]
    verbs: tuple[str, ...]


class Effect(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a word leaves of a plain happening in its scope, and what its negation leaves."""

    certainty: Certainty
    negated: Certainty
    future: bool = False
    hypothetical: bool = False


class Modal(Effect, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A modal verb; `perfect` is its effect with "have" and a participle."""

    perfect: Certainty


class Complement(Effect, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of words that take a happening as their complement."""

    name: str
    words: tuple[str, ...]


class Lexicon(Record, frozen=True, kw_only=True):
    """Every table, with the words as keys."""

    verbs: dict[str, Reporting]
    nouns: dict[str, Reporting]
    accusations: dict[str, Accusation]
    phrases: dict[str, tuple[str, ...]]
    words: dict[str, frozenset[str]]
    modals: dict[str, Modal]
    adverbs: dict[str, Certainty]
    complements: dict[str, Complement]


class _ReportingTable(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    group: tuple[Reporting, ...]
    accusation: tuple[Accusation, ...]
    phrases: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


class _OperatorTable(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    modals: dict[str, Modal]
    adverbs: dict[str, Certainty]
    negation: dict[str, tuple[str, ...]]
    conditions: dict[str, tuple[str, ...]]
    complement: tuple[Complement, ...]
    light: dict[str, tuple[str, ...]]


@cache
def lexicon() -> Lexicon:
    """The lexicon that the package ships; DataError for a table that is not well formed."""
    reporting = _table("reporting.toml", _ReportingTable)
    operators = _table("operators.toml", _OperatorTable)
    speakers = _table("speakers.toml", dict[str, tuple[str, ...]])
    prefixed = {
        **{f"negation {name}": words for name, words in operators.negation.items()},
        **{f"condition {name}": words for name, words in operators.conditions.items()},
        **{f"light {name}": words for name, words in operators.light.items()},
    }
    words = {**reporting.words, **speakers, **prefixed}
    return Lexicon(
        verbs={verb: group for group in reporting.group for verb in group.verbs},
        nouns={noun: group for group in reporting.group for noun in group.nouns},
        accusations={verb: group for group in reporting.accusation for verb in group.verbs},
        phrases=reporting.phrases,
        words={name: frozenset(listed) for name, listed in words.items()},
        modals=operators.modals,
        adverbs=operators.adverbs,
        complements={word: group for group in operators.complement for word in group.words},
    )


def _table(name: str, kind: type[T]) -> T:
    """The table of this file; DataError that names what is wrong in it."""
    text = files("dragoman").joinpath(f"data/attribution/{name}").read_text("utf-8")
    try:
        return msgspec.convert(tomllib.loads(text), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"data/attribution/{name}: {error}; correct that line") from error
