"""Superlatives that exclude each other: two states cannot both be the first to recognise one."""

from __future__ import annotations

import re

# "the first Arab country in Africa to recognise": among whom, before and behind the noun.
_FIRST = re.compile(
    r"\b(?:[Ff]irst|[Ee]arliest)\s+"
    r"(?P<among>(?:[A-Z][\w’'-]*\s+){0,3})"
    r"(?:(?:country|state|nation|government|power|republic|one|ever|foreign|of all)\s+){0,2}"
    r"(?P<within>(?:(?:in|of|from|outside)\s+(?:the\s+)?[\w’'-]+(?:\s+[A-Z][\w’'-]*)*\s+)?)"
    r"to\s+(?:(?:officially|formally|diplomatically)\s+)?$"
)
_BEFORE_ALL = re.compile(
    r"\b(?:before|ahead of)\s+(?:any other|all other|all the other|every other|anyone|everyone)"
)
_SHARED = re.compile(r"\b(?:among|amongst|of|not|never|nor)\s+(?:the\s+)?(?:very\s+)?(?:the\s+)?$")
_WORLD = frozenset({"", "in the world", "of all"})


def first(sentence: str, trigger: int) -> str | None:
    """Among whom a sentence calls the actor of its trigger the first; empty for among all.

    None where it does not, and where the honour is shared: "among the first".
    """
    found = _FIRST.search(sentence[:trigger])
    if found:
        if _SHARED.search(sentence[: found.start()]):
            return None
        within = " ".join(found["within"].casefold().split())
        among = " ".join(found["among"].casefold().split())
        return " ".join(filter(None, (among, "" if within in _WORLD else within)))
    return "" if _BEFORE_ALL.search(sentence[trigger:]) else None
