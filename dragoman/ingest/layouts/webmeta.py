"""What the head of a web page says of it: JSON-LD, meta tags, time elements, the title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from dragoman.ingest import dates
from dragoman.ingest.layouts import names, tree
from dragoman.ingest.layouts.tree import Element
from dragoman.ingest.page import Facts, Publication
from dragoman.ingest.vocabulary import wordlist

_ARTICLE = re.compile(r"(?:Article|Posting|Report|WebPage|Webpage|Statement)$")
_DATES = wordlist(
    "article:published_time og:article:published_time og:published_time datepublished"
    " date.published publishdate publish-date publish_date pubdate publication_date"
    " article.published"
    " dc.date.issued dcterms.issued dc.date dcterms.date dcterms.created dc.date.created date"
    " citation_publication_date citation_date sailthru.date parsely-pub-date article_date_original"
    " originalpublicationdate created release_date"
)
_SITES = wordlist(
    "og:site_name application-name publisher dc.publisher dcterms.publisher citation_publisher"
)
_AUTHORS = wordlist(
    "author article:author dc.creator dcterms.creator citation_author parsely-author byl"
)
_SUFFIX = re.compile(r"\s+[|–—·»-]\s+")
_BYLINES = (
    '//*[@rel="author"]',
    '//*[@itemprop="author"]',
    '//*[contains(concat(" ",normalize-space(@class)," ")," author ")]',
    '//*[contains(concat(" ",normalize-space(@class)," ")," byline ")]',
)


def read(root: Element) -> Facts:
    """What the page says of itself where programs look for it."""
    entries = list(_entries(root))
    meta = _meta(root)
    title, site = _titles(root, meta)
    return Facts(
        title=_first(entries, "headline") or title,
        author=_author(root, entries, meta),
        published=tuple(_published(root, entries, meta)),
        site=_name(_value(entries, "publisher")) or _pick(meta, _SITES) or site,
        kind="encyclopedia" if "mediawiki" in meta.get("generator", "").lower() else None,
        address=_address(root, meta),
    )


def _entries(root: Element) -> Iterator[dict[str, Any]]:
    """The articles among the JSON-LD of the page."""
    for script in tree.select(root, '//script[@type="application/ld+json"]'):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):  # a page's slip is no reason to lose the page
            continue
        for entry in _flat(data):
            kinds = entry.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in named):
                yield entry


def _flat(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        yield from _flat(data.get("@graph"))
    elif isinstance(data, list):
        for entry in data:
            yield from _flat(entry) if isinstance(entry, dict) else ()


def _meta(root: Element) -> dict[str, str]:
    """The meta tags of the page, the first of each name."""
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _published(
    root: Element, entries: list[dict[str, Any]], meta: dict[str, str]
) -> Iterator[Publication]:
    values = [entry.get("datePublished") for entry in entries]
    values += [meta.get(name) for name in _DATES]
    values += [_stamp(tag) for tag in tree.select(root, '//*[@itemprop="datePublished"]')]
    values += [_stamp(tag) for tag in tree.select(root, "//time[@pubdate or @datetime]")][:1]
    for value in values:
        if isinstance(value, str) and (dated := dates.given(value)):
            yield Publication(date=dated, basis="metadata")


def _stamp(tag: Element) -> str:
    return tag.get("datetime") or tag.get("content") or tree.text(tag)


def _titles(root: Element, meta: dict[str, str]) -> tuple[str | None, str | None]:
    """The title of the article and the name of the site that stands behind it."""
    whole = next((tree.text(tag) for tag in root.iter("title")), "")
    parts = _SUFFIX.split(whole)
    shown = meta.get("og:title") or meta.get("dc.title") or ""
    if len(parts) > 1 and len(parts[-1].split()) <= 8:
        title = shown or whole[: whole.rindex(parts[-1])].rstrip(" |–—·»-")
        return title, parts[-1] if parts[-1] not in title else None
    return shown or whole or None, None


def _author(root: Element, entries: list[dict[str, Any]], meta: dict[str, str]) -> str | None:
    named = _name(_value(entries, "author")) or _pick(meta, _AUTHORS)
    if named and not named.startswith("http"):
        return names.author(named) or None
    for path in _BYLINES:
        for tag in tree.select(root, path):
            words = re.sub(r"^by\s+", "", tree.text(tag), flags=re.IGNORECASE)
            if names.is_person(words):
                return words
    return None


def _value(entries: list[dict[str, Any]], key: str) -> Any:
    return next((entry[key] for entry in entries if entry.get(key)), None)


def _first(entries: list[dict[str, Any]], key: str) -> str | None:
    value = _value(entries, key)
    return " ".join(value.split()) if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """The name in a JSON-LD value: a text, a thing with a name, or several of these."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, (_name(v) for v in value if not isinstance(v, list)))) or None
    return None


def _pick(meta: dict[str, str], wanted: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in wanted if name in meta), None)


def _address(root: Element, meta: dict[str, str]) -> str | None:
    """The address under which the page was published, as it says itself."""
    links = [tag.get("href") or "" for tag in tree.select(root, '//link[@rel="canonical"]')]
    return next((url for url in (*links, meta.get("og:url", "")) if url.startswith("http")), None)
