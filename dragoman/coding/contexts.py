"""Contexts: what an event is about, from the words of its passage."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from dragoman.errors import OntologyError
from dragoman.ontology import plover


def contexts_of(passage: str) -> tuple[str, ...]:
    """The codebook's contexts whose words stand in the passage, in the codebook's order."""
    lower = passage.lower()
    return tuple(name for name, pattern in _patterns() if pattern.search(lower))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    folder = files("dragoman").joinpath("data/lexicon")
    words = tomllib.loads(folder.joinpath("contexts.toml").read_text("utf-8"))
    unknown = sorted(set(words) - set(plover().contexts))
    if unknown:
        raise OntologyError(
            f"data/lexicon/contexts.toml: no context {unknown[0]!r} in the codebook; remove it"
        )
    return tuple((name, _pattern(words[name])) for name in plover().contexts if name in words)


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")
