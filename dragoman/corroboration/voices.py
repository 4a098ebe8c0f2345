"""Whose word a claim is: a source that only quotes another is no second witness."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

from msgspec.structs import replace

from dragoman.corroboration.block import sides
from dragoman.corroboration.words import runs, tokens
from dragoman.records.claims import Claim
from dragoman.records.codec import Record

StateName = Callable[[str], str | None]  # of a country's code

# Names that stand for any source of their kind, so that two who bear one are not the same.
_NAMELESS = frozenset(
    {"", "unknown", "encyclopedia", "blog", "ministry", "state media", "news", "court", "ngo"}
    | {"explainer", "other"}
)
_OFFICIAL = re.compile(
    r"\b(?:ministry|government|embassy|presidency|president|cabinet|parliament|army|navy"
    r"|consulate|prime minister|permanent mission"
    r"|(?:foreign|defence|defense|state)\s+(?:office|department))\b",
    re.IGNORECASE,
)
# Whose country is where they are printed, and not for whom they speak.
_PRESS = re.compile(r"\b(?:media|press|(?:news)?papers?|dail(?:y|ies)|weekl(?:y|ies)|magazines?)\b")
_OF_STATE = re.compile(r"\b(?:state|official|government|party)\b")
_COPIED = 0.5  # share of the shorter sentence's runs of words that stand in the other one
_RUNS = 8  # and how many at least, for short sentences are alike by chance
_FIRST = 4  # holders of a run that later ones are compared with: all are copies of them


class Voice(Record, frozen=True, kw_only=True):
    """Who tells: the outlet, and the state or speaker whose word it passes on, if it does."""

    outlet: str
    copies: str  # one value for all documents that are copies of each other
    origin: str | None
    state: str | None  # the state that speaks, whoever prints it
    runs: frozenset[int]  # of the sentence


def voice(claim: Claim, *, copies: str, state_name: StateName | None) -> Voice:
    """Whose word a claim is."""
    speaker = claim.asserted_by
    outlet = named(claim.source) or f"document {claim.document}"
    state = None if _is_press(speaker.text or "") else speaker.country
    if speaker.role == "author":
        state = state or _official(claim, state_name)
    own = speaker.role in {"author", "commenter"}
    origin = f"state {state}" if state else None if own else named(speaker.name or "")
    return Voice(outlet=outlet, copies=copies, origin=origin, state=state, runs=runs(claim.text))


def named(name: str) -> str | None:
    """The key of who bears a name; None for a name that tells nobody from another."""
    key = " ".join(tokens(name)).removeprefix("the ")
    return None if key in _NAMELESS else key


def _is_press(words: str) -> bool:
    """Whether these are the words for papers that no state owns: "a Greek paper"."""
    return bool(_PRESS.search(words.casefold()) and not _OF_STATE.search(words.casefold()))


def _official(claim: Claim, state_name: StateName | None) -> str | None:
    """The side for which the outlet speaks by its name, as does "Ministry of Trade of Peru"."""
    if not state_name or not _OFFICIAL.search(claim.source):
        return None
    words = f" {' '.join(tokens(claim.source))} "
    for code in sorted(sides((*claim.actors, *claim.recipients))):
        name = state_name(code)
        if name and f" {' '.join(tokens(name))} " in words:
            return code
    return None


def teller_of(voices: Mapping[str, Voice]) -> dict[str, str]:
    """As `witness_of`, but who passes on the same word in two places is two."""
    return witness_of({name: _as_told(told) for name, told in voices.items()})


def _as_told(told: Voice) -> Voice:
    by = told.origin or ""
    outlet, copies = f"{told.outlet} / {by}", f"{told.copies} / {by}"
    return replace(told, outlet=outlet, copies=copies, origin=None)


def witness_of(voices: Mapping[str, Voice]) -> dict[str, str]:
    """For each of these, by id, the least id among those that are one witness with it."""
    least = {name: name for name in voices}
    if len(voices) < 2:
        return least

    def root(name: str) -> str:
        while least[name] != name:
            least[name] = least[least[name]]
            name = least[name]
        return name

    for group in _same_witness(voices):
        first, *rest = sorted({root(name) for name in group})
        for name in rest:
            least[root(name)] = root(first)
    return {name: root(name) for name in voices}


def _same_witness(voices: Mapping[str, Voice]) -> Iterable[set[str]]:
    """Groups that share an origin or, for what outlets say themselves, an outlet or a text."""
    groups: dict[Hashable, set[str]] = defaultdict(set)
    for name, told in voices.items():
        if told.origin:
            groups["origin", told.origin].add(name)
        else:
            groups["origin", told.outlet].add(name)
            groups["copies", told.copies].add(name)
    yield from groups.values()
    own = {name: told.runs for name, told in voices.items() if not told.origin}
    yield from _copied(own)


def _copied(sentences: dict[str, frozenset[int]]) -> Iterable[set[str]]:
    """Pairs of which one's sentence repeats much of the other's."""
    holders: dict[int, list[str]] = defaultdict(list)
    for name in sorted(sentences):
        shared: Counter[str] = Counter()
        for run in sentences[name]:
            shared.update(holders[run])
            if len(holders[run]) < _FIRST:
                holders[run].append(name)
        for other, common in shared.items():
            shorter = min(len(sentences[name]), len(sentences[other]))
            if common >= max(_RUNS, _COPIED * shorter):
                yield {name, other}
