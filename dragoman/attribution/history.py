"""What is told as history, and not as news."""

from __future__ import annotations

import re

from dragoman.attribution.scene import Scene
from dragoman.attribution.syntax import Tree
from dragoman.records.claims import Coding
from dragoman.records.dates import sort_key
from dragoman.records.documents import Document
from dragoman.records.readings import Reading

_DATE = re.compile(r"(\d{3}[\dX]|\d{2}XX)(?:-(\d{2}))?")
_YEAR = 12  # months
_ENOUGH = 3  # dated events, before their dates say what kind of text it is
_NEWS = frozenset({"news", "state_media"})
_PAST = frozenset({"VBD", "VBN"})


class History:
    """Knows whether a document tells a history, and which of its events belong to it."""

    def __init__(
        self, document: Document, reading: Reading, scene: Scene, codings: tuple[Coding, ...]
    ) -> None:
        self.scene = scene
        self.issued = document.published or reading.published
        self.published = last_month(self.issued)
        basis = document.published_basis or reading.published_basis
        dated = [coding for coding in codings if coding.occurred is not None]
        old = [coding for coding in dated if self._is_old(coding)]
        self.is_history = (
            document.source.kind == "encyclopedia"
            or basis == "anniversary"
            or (
                document.source.kind not in _NEWS
                and len(dated) >= _ENOUGH
                and 2 * len(old) > len(dated)
            )
        )

    def holds(self, coding: Coding) -> bool:
        """Whether an event is told as part of a history."""
        if self._is_old(coding):
            return True
        undated = coding.occurred is None or self.published is None
        return self.is_history and undated and self._is_told_in_past(coding)

    def is_ahead(self, coding: Coding) -> bool:
        """Whether an event told in no past tense is dated after the document was published."""
        if coding.occurred is None or self.issued is None:
            return False
        later = sort_key(coding.occurred)[0] > sort_key(self.issued)[1]
        return later and not self._is_told_in_past(coding)

    def _is_old(self, coding: Coding) -> bool:
        """Whether an event was over more than a year before the document was published."""
        month = last_month(coding.occurred)
        return month is not None and self.published is not None and month < self.published - _YEAR

    def _is_told_in_past(self, coding: Coding) -> bool:
        tree = self.scene.tree(coding.sentence)
        verbs = (node for node in tree.path(coding.head) if tree[node].pos in {"VERB", "AUX"})
        verb = next((verb for verb in verbs if not _is_timeless(tree, verb)), None)
        return verb is not None and _is_past(tree, verb)


def _is_timeless(tree: Tree, verb: int) -> bool:
    """Whether a verb has the time of the one that it hangs on: "to sign", "by signing"."""
    helpers = tree.children(verb, "aux", "auxpass")
    if any(tree.lemma(helper) == "have" for helper in helpers):
        return False
    if any(tree[helper].tag == "TO" for helper in helpers):
        return True
    return tree[verb].tag == "VBG" and not helpers


def _is_past(tree: Tree, verb: int) -> bool:
    helpers = tree.children(verb, "aux", "auxpass")
    if any(tree[helper].tag == "VBD" for helper in helpers):
        return True
    has = any(tree.lemma(helper) == "have" for helper in helpers)
    present = any(tree[helper].tag in {"VBZ", "VBP", "MD"} for helper in helpers)
    return has or (tree[verb].tag in _PAST and not present)


def last_month(edtf: str | None) -> int | None:
    """The last month that an EDTF text can mean, counted from year 0; None for an open end."""
    if edtf is None or edtf.endswith(".."):
        return None
    found = list(_DATE.finditer(edtf))
    if not found:
        return None
    year, month = found[-1].groups()
    ends = int(year.replace("X", "9")) * _YEAR
    return ends + (int(month) if month is not None and int(month) <= _YEAR else _YEAR)
