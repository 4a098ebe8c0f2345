"""The one state that a text is about, as an entry of a handbook is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

_OFTEN = 4  # times that it is named at least
_ALONE = 2.5  # and so many times as often as the next


def topic(counts: Counter[str], titled: Collection[str], *, is_entry: bool) -> str | None:
    """The country whose entry it is, or that is named most by far; none beside a title's.

    `counts` says how often the text names each, `titled` which of them its title names.
    """
    if is_entry:
        return next(iter(titled), None)
    (country, often), (_, seldom) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    alone = often >= _OFTEN and often >= _ALONE * seldom
    of_title = not titled or set(titled) == {country}
    return country if of_title and alone and country else None
