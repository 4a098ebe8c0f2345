"""Datelines: where a sentence begins after "BERN, Chad, 3 May -"."""

from __future__ import annotations

import re

from dragoman.records.readings import Sentence

_PLACE = r"[A-Z][\w.'’/]*(?: [A-Z][\w.'’/]*){0,3}"
_DATELINE = re.compile(
    "(?:"
    r"[A-Z][A-Z.'’/ -]{2,}(?:[,(][^—–]{0,50}?)?\s*(?:—|–|--)"  # BERN, Chad, May 3 —
    rf"|{_PLACE}(?:,[^—–()]{{0,40}})? ?\([^)]{{2,40}}\)\.? ?(?:—|–|--?|:)"  # Bern (Wire):
    rf"|{_PLACE}, [^—–()\d]{{0,12}}\d[\d,]*[^—–()]{{0,16}}? ?(?:—|–|--?)"  # Bern, 3 May -
    r")(?:\s|(?<=—)(?=[A-Z]))"
)


def dateline_end(text: str, sentence: Sentence) -> int:
    """Where the sentence begins after "GENEVA, 3 May —"; its own start if it has none."""
    dateline = _DATELINE.match(text, sentence.start, sentence.end)
    return dateline.end() if dateline else sentence.start
