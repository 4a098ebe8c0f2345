"""How deep the elements of a page nest, told cheaply, before any parser sees it."""

from __future__ import annotations

import re

from dragoman.ingest.vocabulary import wordlist

_TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(/?)>|<!--.*?-->", re.DOTALL
)
# elements that are never closed, or that the next one of their kind closes
_FLAT = frozenset(
    wordlist(
        "area base br col embed hr img input link meta param source track wbr"
        " p li dt dd tr td th thead tbody tfoot option optgroup colgroup body html head"
    )
)


def extent(page: str, stop: int) -> tuple[int, int]:
    """How many tags the page has and how deep they nest; counting ends beyond the `stop`."""
    count = depth = deepest = 0
    for tag in _TAG.finditer(page):
        count += 1
        name = (tag[2] or "").lower()
        if not name or name in _FLAT or tag[3]:
            continue
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        deepest = max(deepest, depth)
        if deepest > stop:
            break
    return count, deepest
