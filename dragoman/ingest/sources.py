"""Who publishes: known outlets by name and address, and what a name alone tells."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

import msgspec

from dragoman.records.codec import Record, content_id
from dragoman.records.provenance import Source, SourceKind


class Outlet(Record, frozen=True, kw_only=True):
    """One entry of the table of outlets."""

    name: str
    kind: SourceKind
    also: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    country: str | None = None
    owner: str | None = None


class Aggregator(Record, frozen=True, kw_only=True):
    """A site that reprints the outlets of one state, told by the words of its pages."""

    name: str
    kind: SourceKind
    country: str
    words: tuple[str, ...]
    at_least: int  # occurrences of the words


class Outlets(Record, frozen=True, kw_only=True):
    """The table of outlets that the package ships."""

    outlet: tuple[Outlet, ...]
    aggregator: tuple[Aggregator, ...] = ()


FALLBACKS: dict[SourceKind, str] = {
    "encyclopedia": "Encyclopedia",
    "blog": "Blog",
    "ministry": "Ministry",
    "state_media": "State media",
    "news": "News",
    "court": "Court",
    "ngo": "NGO",
}
_KINDS: tuple[tuple[SourceKind, str], ...] = (
    (
        "ministry",
        r"\b(?:ministry of|ministry for|foreign ministry|ministère|ministerio|department of"
        r" (?:state|foreign affairs)|foreign office|embassy of|permanent mission|mfa)\b",
    ),
    ("encyclopedia", r"\bencyclop|wikipedia|\bwiki\b"),
    ("court", r"\b(?:court|tribunal)\b"),
    ("blog", r"\bblog\b|\b(?:substack|wordpress|blogspot|medium\.com)\b"),
    (
        "news",
        r"\b(?:news|times|post|herald|daily|tribune|gazette|guardian|journal|observer|press"
        r"|courier|telegraph|chronicle|wire|dispatch|newspaper|broadcasting|radio|tv|agency)\b",
    ),
)
_STATEMENT = re.compile(
    r"(?:no\W*[\w/.-]+,?\s*)?(?:official |press |media |urgent )?(?:statement|information|release"
    r"|communiqu[eé]|declaration|comment(?:ary)?|remarks|announcement|message|notice|briefing"
    r"|answers?|response|note)\b",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?P<name>(?:(?:Foreign )?Ministry(?: (?:of|for) [A-Z]\w+(?:(?:,| and)? [A-Z]\w+)*)?"
    r"|Department of State|Embassy|Permanent Mission)\s+of\s+(?:the\s+)?[A-Z][\w’'-]+"
    r"(?:\s+(?:(?:of|and|the|of the)\s+)?[A-Z][\w’'-]+)*(?:\s+\([A-Z]\w+\))?)"
)
_SPOKEN = re.compile(
    r"(?P<name>[A-Z].{4,60}?)(?:['’]s)? (?:Spokes\w+(?:['’]s)? )?(?:answers?|statement|remarks"
    r"|comments?|commentary|press (?:release|statement|briefing)|regular press|briefing"
    r"|communiqu[eé])\b",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"(?:press|media|information|public)[\w ]{0,20} (?:service|office|department|cent(?:er|re)"
    r"|bureau|division|release|secretariat)|press releases?|spokes\w+|news|statements?",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"\s*[\[(](?:en|eng|english|kr|kor|korean|ru|fr|es|de|cn|zh|ar|fa|jp|ja)[\])]$", re.IGNORECASE
)
_NOISE = re.compile(r"[^\w()]+")


def resolve(
    name: str | None,
    *,
    kind: SourceKind | None = None,
    country: str | None = None,
    url: str = "",
    fallback: str | None = None,
) -> Source:
    """The source of a page: as the table knows it, or as its name and layout tell."""
    plain = bare(name) if name else None
    outlet = lookup(name) if name else None
    outlet = outlet or (lookup_host(url) if plain is None else None)
    if outlet:
        return _source(outlet.name, outlet.kind, outlet.country, outlet.owner)
    guess = _kind(plain, kind)
    host = _host(url)
    named = plain or fallback or FALLBACKS.get(guess) or host.removeprefix("www.") or "Unknown"
    return _source(named, guess, country, None)


def _kind(name: str | None, layout: SourceKind | None) -> SourceKind:
    """The kind of an outlet that is not in the table, by its name and the layout of its page."""
    by_name = guess_kind(name) if name else None
    if layout == "encyclopedia" or (layout == "state_media" and by_name != "ministry"):
        return layout
    return by_name or layout or "other"


def bare(name: str) -> str:
    """The name of an outlet without the mark of a language edition."""
    return _LANGUAGE.sub("", name.strip()).strip()


def lookup(name: str) -> Outlet | None:
    """The outlet that goes by this name; None if it is not in the table."""
    by_name, _ = _index()
    plain = bare(name)
    known = by_name.get(_key(name)) or by_name.get(_key(plain))
    is_host = "." in plain and " " not in plain
    return known or (lookup_host(f"https://{plain.lower()}") if is_host else None)


def lookup_host(url: str) -> Outlet | None:
    """The outlet at this address, or at a domain that it lies under; None if it is unknown."""
    _, by_host = _index()
    labels = _host(url).split(".")
    domains = (".".join(labels[i:]) for i in range(len(labels) - 1))
    return next((by_host[domain] for domain in domains if domain in by_host), None)


def _host(url: str) -> str:
    """The host of an address of the web; empty if there is none to be read in it."""
    try:
        return urlsplit(url).hostname or "" if url.startswith("http") else ""
    except ValueError:  # a bracket that is never closed
        return ""


def guess_kind(name: str) -> SourceKind | None:
    """The kind that words of a name stand for; None if they tell nothing."""
    return next((kind for kind, pattern in _KINDS if re.search(pattern, name, re.IGNORECASE)), None)


def reprinted(text: str) -> Aggregator | None:
    """The aggregator whose words the page uses; None if of none."""
    for aggregator in outlets().aggregator:
        if sum(text.count(word) for word in aggregator.words) >= aggregator.at_least:
            return aggregator
    return None


def issuer(title: str) -> str | None:
    """The institution whose statement a title announces; None if it names none."""
    spoken = _SPOKEN.match(title)
    if spoken and (outlet := lookup(spoken["name"])):
        return outlet.name
    found = _INSTITUTION.search(title) if _STATEMENT.match(title) else None
    return " ".join(found["name"].split()) if found else None


def is_department(name: str) -> bool:
    """Whether the name is that of any institution's press service."""
    return _DEPARTMENT.fullmatch(bare(name)) is not None


@cache
def outlets() -> Outlets:
    """The table of outlets, `data/sources.toml`."""
    text = files("dragoman").joinpath("data/sources.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Outlets)


@cache
def _index() -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    listed = outlets().outlet
    names = {_key(name): outlet for outlet in listed for name in (outlet.name, *outlet.also)}
    return names, {host: outlet for outlet in listed for host in outlet.hosts}


def _key(name: str) -> str:
    words = _NOISE.sub(" ", name.casefold()).strip()
    return words.removeprefix("the ").strip()


def _source(name: str, kind: SourceKind, country: str | None, owner: str | None) -> Source:
    identity = content_id("src", name.casefold(), kind, country or "")
    return Source(id=identity, name=name, kind=kind, country=country, owner=owner)
