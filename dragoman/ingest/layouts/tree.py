"""The tree of a page: parsed, named by its classes, cleared of what is never read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from lxml import etree, html

from dragoman.ingest.vocabulary import wordlist

Element = Any  # lxml ships no types

_SITES_OWN = frozenset(("nav", "footer", "menu"))
_UNREAD = frozenset(
    wordlist(
        "script style noscript template svg iframe canvas object embed audio video map button"
        " select textarea input dialog"
    )
)
_ROLES = frozenset(wordlist("navigation dialog alertdialog search contentinfo banner toolbar menu"))
_FURNITURE = frozenset(
    wordlist(
        "cookie cookies consent gdpr advert advertisement advertising ad ads adv sponsor sponsored"
        " promo promotion share sharing social breadcrumb breadcrumbs newsletter subscribe"
        " subscription popup modal sidebar menu navbar nav navigation navbox topbar toolbar"
        " pagination pager skip widget tags taglist catlinks paywall toc editsection noprint"
        " reflist references printfooter mw-jump-link metadata ambox hatnote authorbio authorbox"
        " aboutauthor bio signup banner related-tags donate login"
    )
)
_PAIRS = frozenset(("author-bio", "author-box", "about-author", "post-tags", "jump-link"))
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NEVER = frozenset(("html", "body", "main", "article", "h1"))


def parse(page: str) -> Element | None:
    """The root of the page; None if there is nothing in it."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(page.encode("utf-8"), parser=parser)
    except etree.ParserError:  # lxml's word for a page without elements
        return None


def labels(element: Element) -> frozenset[str]:
    """The words of an element's class and id, single and in neighbouring pairs, lower case."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    found: set[str] = set()
    for token in named.split():
        parts = [part.lower() for part in _WORD.findall(token)]
        found.update(parts, (token.lower(),))
        found.update(f"{a}-{b}" for a, b in pairwise(parts))
    return frozenset(found)


def remove(element: Element) -> None:
    """Takes an element out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is not None:
        element.drop_tree()


def clear(root: Element) -> None:
    """Takes out of the tree what is never part of an article: scripts, menus, banners."""
    held = len(root.text_content()) // 2
    for element in list(root.iter(etree.Element)):
        if _is_furniture(element) and not _holds_article(element, held):
            remove(element)


def inside(element: Element, names: frozenset[str]) -> bool:
    """Whether the element lies in one of these names."""
    return any(above.tag in names for above in element.iterancestors())


def text(element: Element) -> str:
    """All the words in an element, on one line."""
    return " ".join(element.text_content().split())


def select(root: Element, path: str) -> Iterator[Element]:
    """The elements that an XPath finds, in the order of the page."""
    yield from root.xpath(path)


def _is_furniture(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _NEVER:
        return False
    if (
        element.tag in (_UNREAD | _SITES_OWN)
        or element.get("role") in _ROLES
        or "hidden" in element.attrib
    ):
        return True
    if _HIDDEN.search(element.get("style") or "") or element.get("aria-hidden") == "true":
        return True
    if element.tag == "header":
        return not inside(element, _NEVER - {"html", "body"})
    return bool(labels(element) & (_FURNITURE | _PAIRS))


def _holds_article(element: Element, most: int) -> bool:
    """Whether an element that calls itself furniture has the page's article in it."""
    if element.tag in _UNREAD:
        return False
    holds = element.find(".//article") is not None or element.find(".//h1") is not None
    return holds or len(element.text_content()) > most
