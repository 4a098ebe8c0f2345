"""The words that attribution turns on, loaded from the tables in `data/attribution`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from dragoman.errors import DataError
from dragoman.records.claims import Certainty
from dragoman.records.codec import Record

T = TypeVar("T")

# Lists that are asked for together, under a name of their own.
_TOGETHER = {
    "acting": ("speech_acts", "labelling"),
    "introducing": ("speech_acts", "citing"),
    "calling": ("labelling", "judging"),
    "untrue": ("false_adjectives", "false_nouns"),
    "making": ("light verbs", "issuing", "speech_acts", "spreading"),
    "texts": ("carriers", "wordings"),
    "named_words": ("works", "wordings"),
    "official": ("offices", "mouthpieces", "officials"),
    "own": ("offices", "mouthpieces", "carriers", "own_side", "officials"),
    "speaking": ("mouthpieces", "offices", "titles", "anonymous"),
    "ruling": ("officials", "own_side", "titles", "rulers"),
    "not_names": ("titles", "outlets"),
    "pronouns": ("first_person", "third_person"),
}


class Reporting(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of reporting words: how surely a speaker who uses them stands behind the content."""

    name: str
    certainty: Certainty
    negated: Certainty
    nothing: Certainty | None = None  # what is left where nothing does it ("nothing suggests that")
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
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
    adjectives: dict[str, Reporting]
    accusations: dict[str, Accusation]
    followed: dict[str, tuple[tuple[str, ...], ...]]  # phrases before a speaker, by first word
    words: dict[str, frozenset[str]]
    modals: dict[str, Modal]
    adverbs: dict[str, Certainty]
    weighing: dict[str, tuple[tuple[str, Certainty], ...]]  # phrases as adverbs, by first word
    complements: dict[str, Complement]


class _ReportingTable(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    group: tuple[Reporting, ...]
    accusation: tuple[Accusation, ...]
    followed: tuple[str, ...]
    words: dict[str, tuple[str, ...]]


class _OperatorTable(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    modals: dict[str, Modal]
    adverbs: dict[str, Certainty]
    phrases: dict[str, Certainty]
    time: dict[str, tuple[str, ...]]
    negation: dict[str, tuple[str, ...]]
    conditions: dict[str, tuple[str, ...]]
    complement: tuple[Complement, ...]
    light: dict[str, tuple[str, ...]]


@cache
def lexicon() -> Lexicon:
    """The lexicon that the package ships; DataError for a table that is not well formed."""
    reporting = table("reporting.toml", _ReportingTable)
    operators = table("operators.toml", _OperatorTable)
    speakers = table("speakers.toml", dict[str, tuple[str, ...]])
    prefixed = {
        **{f"negation {name}": words for name, words in operators.negation.items()},
        **{f"condition {name}": words for name, words in operators.conditions.items()},
        **{f"time {name}": words for name, words in operators.time.items()},
        **{f"light {name}": words for name, words in operators.light.items()},
    }
    listed = {**reporting.words, **speakers, **prefixed}
    words = {name: frozenset(each) for name, each in listed.items()}
    for name, parts in _TOGETHER.items():
        words[name] = frozenset().union(*(words[part] for part in parts))
    verbs = {verb: group for group in reporting.group for verb in group.verbs}
    denials = {verb for verb, group in verbs.items() if group.certainty == "CT-"}
    words["denying"] = words["untrue"] | words["calling"] | words["negation lemmas"] | denials
    return Lexicon(
        verbs=verbs,
        nouns={noun: group for group in reporting.group for noun in group.nouns},
        adjectives={word: group for group in reporting.group for word in group.adjectives},
        accusations={verb: group for group in reporting.accusation for verb in group.verbs},
        followed={
            first: tuple(tuple(phrase.split()) for phrase in phrases)
            for first, phrases in _by_first_word(reporting.followed).items()
        },
        words=words,
        modals=operators.modals,
        adverbs=operators.adverbs,
        weighing={
            first: tuple((phrase, operators.phrases[phrase]) for phrase in phrases)
            for first, phrases in _by_first_word(operators.phrases).items()
        },
        complements={word: group for group in operators.complement for word in group.words},
    )


def _by_first_word(phrases: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(phrase.split()[0], []).append(phrase)
    return found


def table(name: str, kind: type[T]) -> T:
    """The table of this file; DataError that names what is wrong in it."""
    text = files("dragoman").joinpath(f"data/attribution/{name}").read_text("utf-8")
    try:
        return msgspec.convert(tomllib.loads(text), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"data/attribution/{name}: {error}; correct that line") from error
