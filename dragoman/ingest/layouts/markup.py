"""How deep the elements of a page nest, told cheaply, before any parser sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.ingest.vocabulary import wordlist

_TAG = re.compile(r"<(?:!--|(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>]{0,2000}>)")
_UNREAD_END = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style", "textarea")
}
_COMMENT_END = re.compile("-->")
# elements that are never closed, or that the next one of their kind closes
_FLAT = frozenset(
    wordlist(
        "area base br col embed hr img input link meta param source track wbr"
        " p li dt dd tr td th thead tbody tfoot option optgroup colgroup body html head"
    )
)
_LEVELS = {"ul": 2, "ol": 2, "dl": 2, "table": 4}  # with the flat ones that come between


def extent(page: str, stop: int) -> tuple[int, int]:
    """How many tags the page has and how deep they nest; counting ends beyond the `stop`."""
    count = depth = deepest = 0
    for tag in _tags(page):
        count += 1
        name = tag["name"].lower()
        if name in _FLAT or tag.group().endswith("/>"):
            continue
        step = _LEVELS.get(name, 1)
        depth = max(depth - step, 0) if tag["end"] else depth + step
        deepest = max(deepest, depth)
        if deepest > stop:
            break
    return count, deepest


def _tags(page: str) -> Iterator[re.Match[str]]:
    """The tags of the page outside of comments and scripts."""
    at = 0
    while tag := _TAG.search(page, at):
        at = tag.end()
        name = (tag["name"] or "").lower()
        ending = _UNREAD_END.get(name) if name else _COMMENT_END
        if name:
            yield tag
        if ending and not tag["end"]:
            end = ending.search(page, at)
            if end is None:
                return
            at = end.start()
