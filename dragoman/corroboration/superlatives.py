"""Superlatives: ranks that only one can have, as "the first to recognise it", "the only visit"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import Literal

from dragoman.corroboration.words import content, listed, stem, tokens
from dragoman.records.codec import Record
from dragoman.records.honours import Rank

_RANKED = re.compile(r"first|earliest|only|last|before|ahead of", re.IGNORECASE)  # soon asked
_STATE = r"(?:countr(?:y|ies)|states?|nations?|governments?|powers?|republics?)"
# "the first Arab country in Africa to recognise": among whom stands before and behind the noun.
_ACTOR = re.compile(
    r"(?:^|,\s*|\b(?:the|as|be|is|was|were|are|became|become)\s+)(?:very\s+)?"
    r"(?:(?:first|earliest)(?:\s+and\s+only)?|(?<=the )(?P<rank>only|last))\s+"
    r"(?P<among>(?:[\w’'-]+\s+){0,6}?)"
    r"(?:to(?:\s+have)?|that|which|who)\s+(?:[a-z]+ly\s+|ever\s+)?$",
    re.IGNORECASE,
)
_BEFORE_ALL = re.compile(
    r"\b(?:before|ahead of)\s+(?:any other|all other|all the other|every other|anyone|everyone)"
)
_SHARED = re.compile(
    r"\b(?:among|amongst|of|not|never|nor|perhaps|probably|possibly|maybe|apparently)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_NO_HOLDER = re.compile(  # "the first three states to", "the last week to", "first to agree to"
    r"^(?:\d|two|three|four|five|six|seven|few|several|dozen|time|day|week|month|year|thing|step)"
    r"|\bto\b",
    re.IGNORECASE,
)
_ANY_STATE = re.compile(rf"\b(?:foreign\s+)?(?<!head of ){_STATE}\b|\b(?:one|ever|of all)\s*$")
_WORLD = frozenset({"", "in the world", "of all", "anywhere"})

# "the first visit by a Chadian king": the deed is, and not who did it.
_DEED = re.compile(
    r"\b(?:the|(?P<his>his|her|[\w-]+['’]s))\s+(?:very\s+)?"
    r"(?P<rank>first|only)\s+(?P<ever>ever\s+)?"
    r"(?P<kind>(?:[a-z-]+\s+){0,2}?)(?P<noun>visit|trip|tour)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\b(?:by|of)\s+(?:an?|any|the)\s+(?P<office>[\w’'-]+(?:\s+[\w’'-]+){0,4})")
_PART = listed("day leg round stage phase part half week of")
_AFTER_OFFICE = listed(
    "to in on at for since after was were is are came comes took takes began begins had has would"
)
_IDLE = listed("ever such official formal")
_SINCE = re.compile(
    r"\b(?:since|after)\s+(?P<since>[^,.;:]+)"
    r"|\b(?:in|for)\s+(?P<span>(?:[\w-]+\s+){0,3}(?:years?|decades?|months?|century|centuries))\b"
)
_THIS_TIME = re.compile(r"\b(?:this|of the|of his|of her)\s+(?:year|month|week|term|season)\b")
_SAID_BY_THE_TYPE = "send sent give gave provide deliver offer aid help assistance relief support"
_CLAUSE = re.compile(r"[,.;:—–]|\b(?:which|who|that|while|when|where)\b")
_RANKS: dict[str, Rank] = {
    "first": "first",
    "earliest": "first",
    "only": "only",
    "last": "last",
}


class Superlative(Record, frozen=True, kw_only=True):
    """A rank that a sentence gives to its deed, or to who did it."""

    rank: Rank
    of: Literal["actor", "deed"]
    among: str = ""  # of which kind; empty for all
    since: frozenset[str] = frozenset()  # stems of the words for since when
    words: frozenset[str] = frozenset()  # stems of the deed and of what follows it
    his: bool = False  # a person's own: "his first visit"


def superlative(
    sentence: str, trigger: tuple[int, int], without: Iterable[str] = ()
) -> Superlative | None:
    """The rank that a sentence gives to the deed at the trigger; None where it gives none.

    `without` are words for who and when, which say nothing of the deed. An honour that is
    shared is none: "among the first".
    """
    start, end = trigger
    if not _RANKED.search(sentence) or _THIS_TIME.search(sentence):
        return None
    told = _of_actor(sentence, start) or _of_deed(sentence, start, end)
    if told is None:
        return None
    clause = sentence[start : _clause_end(sentence, end)]
    found = _SINCE.search(sentence, start)
    since = (found["since"] or found["span"]) if found else ""
    aside = (*without, since, _SAID_BY_THE_TYPE)
    return Superlative(
        rank=told.rank,
        of=told.of,
        among=told.among,
        since=content(since, without=without),
        words=content(clause, without=aside),
        his=told.his,
    )


def _of_actor(sentence: str, trigger: int) -> Superlative | None:
    found = _ACTOR.search(sentence[:trigger])
    if found is None:
        before = _BEFORE_ALL.search(sentence[trigger:])
        return Superlative(rank="first", of="actor") if before else None
    if _SHARED.search(sentence[: found.start()]) or _NO_HOLDER.search(found["among"]):
        return None
    rank = _RANKS[(found["rank"] or "first").lower()]
    return Superlative(rank=rank, of="actor", among=_among(found["among"]))


def _among(words: str) -> str:
    """Of which kind, without the words that mean any state."""
    kind = " ".join(_ANY_STATE.sub(" ", words).split()).casefold()
    return "" if kind in _WORLD else kind


def _of_deed(sentence: str, start: int, end: int) -> Superlative | None:
    for found in _DEED.finditer(sentence):
        kind = set(tokens(found["kind"]))
        inside = found.start("noun") < end and start < found.end("noun")
        again = sentence[: found.start()].rstrip().endswith((",", "—", "–"))
        named = stem(found["noun"]) in map(stem, tokens(sentence[start:end]))
        shared = kind & _PART or _SHARED.search(sentence[: found.start()])
        if shared or not (inside or (again and named)):
            continue
        office, his = _office(sentence[found.end() :]), bool(found["his"])
        if office or his or found["ever"]:  # else whose visits they were is left open
            among = " ".join(sorted((kind - _IDLE) | office))
            rank = _RANKS[found["rank"].lower()]
            return Superlative(rank=rank, of="deed", among=among, his=his)
    return None


def _office(after: str) -> set[str]:
    """Whose visit it was the first of: "by a Chadian head of state", without the state."""
    found = _OFFICE.match(after.lstrip())
    words = found["office"].split() if found else []
    office = takewhile(lambda word: word not in _AFTER_OFFICE and not word.endswith("ed"), words)
    return {word for word in office if word.islower()}


def _clause_end(sentence: str, start: int) -> int:
    found = _CLAUSE.search(sentence, start)
    return found.start() if found else len(sentence)
