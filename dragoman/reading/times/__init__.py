"""Time expressions of a text as EDTF, deterministic and without a model."""

from __future__ import annotations

from dragoman.reading.times.document import own_date, read_times
from dragoman.reading.times.find import new_scene, reduce, resolve, tells_time
from dragoman.reading.times.heads import stated_publication
from dragoman.reading.times.published import implied_by, implied_publication, weekday_dated
from dragoman.reading.times.tokens import may_tell_time
from dragoman.records.readings import TimeExpression

__all__ = [
    "find_times",
    "implied_publication",
    "own_date",
    "read_times",
    "stated_publication",
]


def find_times(text: str, anchor: str | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in order, read against the EDTF date of its document."""
    if not may_tell_time(text):
        return ()
    tokens = reduce(text)
    if not tells_time(tokens):
        return ()
    known = anchor or stated_publication(text) or weekday_dated(tokens) or implied_by(tokens)
    return tuple(resolve(tokens, new_scene(tokens, known)))
