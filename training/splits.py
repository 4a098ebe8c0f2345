"""Divides data so that what is alike stays together."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Final

_WORD: Final = re.compile(r"[a-z]+|[0-9]+")
_ALIKE: Final = 0.5  # share of word pairs in common from which two texts count as near copies
_COMMON: Final = 60  # word pairs in more texts than this find no new neighbours


def groups(texts: Sequence[str]) -> list[int]:
    """For each text the number of its group, which texts that are alike share."""
    leader = list(range(len(texts)))

    def find(i: int) -> int:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    for i, j in near_copies(texts):
        leader[find(i)] = find(j)
    return [find(i) for i in range(len(texts))]


def near_copies(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of texts that share at least half of their word pairs."""
    shingles = [_shingles(text) for text in texts]
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, pairs in enumerate(shingles):
        for pair in pairs:
            holders[pair].append(i)
    candidates = {
        couple
        for held in holders.values()
        if 1 < len(held) <= _COMMON
        for couple in combinations(held, 2)
    }
    return sorted((i, j) for i, j in candidates if _likeness(shingles[i], shingles[j]) >= _ALIKE)


def _shingles(text: str) -> frozenset[tuple[str, str]]:
    words = _WORD.findall(text.lower())
    return frozenset(pairwise(words))


def _likeness(a: frozenset[tuple[str, str]], b: frozenset[tuple[str, str]]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))


def family_groups(texts: Sequence[str], families: Sequence[str]) -> list[int]:
    """As `groups`, but alike are only families whose first texts are: clauses may be shared."""
    first: dict[str, int] = {}
    for i, family in enumerate(families):
        first.setdefault(family, i)
    group = groups([texts[i] for i in first.values()])
    of_family = dict(zip(first, group, strict=True))
    return [of_family[family] for family in families]


def folds(group: Sequence[int], names: Sequence[str], count: int) -> list[int]:
    """For each member its fold, from 0; a group has one, chosen by the least name in it.

    Further members leave those that are there where they were.
    """
    least: dict[int, str] = {}
    for g, name in zip(group, names, strict=True):
        least[g] = min(name, least.get(g, name))
    return [zlib.crc32(least[g].encode()) % count for g in group]
