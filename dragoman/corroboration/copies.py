"""Near copies of documents: found by the runs of words that they share."""

from __future__ import annotations

import re
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

import numpy as np

from dragoman.ports import Witness
from dragoman.records.codec import Record, content_id
from dragoman.records.links import Link
from dragoman.records.provenance import Reason

JUDGE = "corroboration.copies/1"
COPY = 0.6  # share of all shingles that two near copies have in common
EXCERPT = 0.85  # share of the shorter text's shingles that stand in the longer one

_WORD = re.compile(r"\w+")
_RUN = 4  # words to a shingle
_LONG_ENOUGH = 40  # shingles below which standing within another text proves nothing
_TIMES_LONGER = 3  # beyond this a longer text is a digest of many, and no copy of one
_SAMPLED = 16  # one shingle in so many is looked up
_ALWAYS = 4  # and these many of each document, however short it is
_FIRST = 20  # holders of a shingle that later ones are compared with: footers are in thousands


class Print(Record, frozen=True, kw_only=True):
    """What is kept of a text to compare it: hashes of its shingles, each once."""

    document: str
    published: str
    shingles: array[int]  # a tenth of the room that a set takes: all prints are held at one time
    keys: array[int]


def copies(witnesses: Iterable[Witness]) -> tuple[Link, ...]:
    """The copy-of links among documents: left is the later, right the one it repeats."""
    prints = {found.document: found for found in map(_print, witnesses)}
    ordered = [prints[document] for document in sorted(prints)]
    return tuple(sorted(_links(ordered), key=lambda link: link.id))


def groups(copy_links: Iterable[Link]) -> dict[str, str]:
    """For each document in a copy-of link that stands, the least id among all its copies."""
    least: dict[str, str] = {}

    def root(document: str) -> str:
        while least.setdefault(document, document) != document:
            least[document] = least[least[document]]
            document = least[document]
        return document

    for link in copy_links:
        if link.kind == "copy-of" and link.superseded_at is None:
            left, right = root(link.left), root(link.right)
            least[max(left, right)] = min(left, right)
    return {document: root(document) for document in tuple(least)}


def _print(witness: Witness) -> Print:
    words = _WORD.findall(witness.text.casefold())
    runs = range(max(1, len(words) - _RUN + 1)) if words else range(0)
    hashes = {zlib.crc32(" ".join(words[i : i + _RUN]).encode()) for i in runs}
    sampled = {value for value in hashes if value % _SAMPLED == 0}
    return Print(
        document=witness.document,
        published=witness.published or "9",
        shingles=array("I", hashes),
        keys=array("I", sampled.union(sorted(hashes)[:_ALWAYS])),
    )


def _links(prints: list[Print]) -> Iterator[Link]:
    """The links between prints that share a key, each with those before it."""
    shared = _shared(prints)
    holders: dict[int, list[int]] = defaultdict(list)
    for place, later in enumerate(prints):
        likely: set[int] = set()
        for key in shared.intersection(later.keys):
            likely.update(holders[key])
            if len(holders[key]) < _FIRST:
                holders[key].append(place)
        shingles = frozenset(later.shingles)
        found = (_compare(prints[earlier], later, shingles) for earlier in likely)
        yield from filter(None, found)


def _shared(prints: list[Print]) -> frozenset[int]:
    """The keys that several prints have: of most texts they are few."""
    keys = np.sort(np.fromiter(chain.from_iterable(found.keys for found in prints), np.uint32))
    return frozenset(keys[1:][keys[1:] == keys[:-1]].tolist())


def _compare(a: Print, b: Print, of_b: frozenset[int]) -> Link | None:
    small, large = sorted((len(a.shingles), len(b.shingles)))
    common = len(of_b.intersection(a.shingles))
    alike = common / (small + large - common)
    held = common / small if small >= _LONG_ENOUGH and large <= _TIMES_LONGER * small else 0.0
    if alike < COPY and held < EXCERPT:
        return None
    left, right = sorted((a, b), key=lambda found: (found.published, found.document), reverse=True)
    return Link(
        id=content_id("lnk", "copy-of", left.document, right.document, JUDGE),
        kind="copy-of",
        left=left.document,
        right=right.document,
        score=round(max(alike, held), 4),
        reasons=(
            Reason(feature="shingles in common", score=round(alike, 4)),
            Reason(feature="shorter text within the longer", score=round(held, 4)),
        ),
        judged_by=JUDGE,
    )
