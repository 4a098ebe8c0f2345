"""The two states that a text is about, before it is known whom its pronouns mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping

Near = Callable[[str], Collection[str]]  # the neighbours of a state


def two(
    named: Mapping[str, int], titled: Collection[str], near: Near, own: str | None
) -> tuple[str, ...]:
    """The author's state and the one named most besides; else those of the title, or named most.

    Of two that are named as often a neighbour is meant; nobody where that is not plain.
    """
    if own is None and len(titled) == 2:
        return tuple(titled)
    first = own or next((code for code, _ in Counter(named).most_common(1)), None)
    if first is None:
        return ()
    around = near(first)
    told = Counter({code: 2 * n + (code in around) for code, n in named.items() if code != first})
    others = [*told.most_common(2), ("", 0), ("", 0)]
    is_clear = others[0][1] > others[1][1]
    return (first, others[0][0]) if is_clear else ()


def across(pair: tuple[str, ...], code: str | None) -> str | None:
    """The other of the two; None for a third."""
    return pair[1 - pair.index(code)] if code in pair else None
