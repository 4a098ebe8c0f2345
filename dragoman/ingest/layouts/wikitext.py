"""Turns the markup of MediaWiki into plain text that keeps its headings, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from dragoman.ingest.vocabulary import wordlist

_UNREAD = (  # what opens and what closes a stretch that is no text
    (re.compile("<!--"), re.compile("-->")),
    (
        re.compile(r"<ref\b(?:[^<>/]|/(?!>))*>", re.IGNORECASE),
        re.compile(r"</ref\s*>", re.IGNORECASE),
    ),
    *(
        (re.compile(rf"<{name}\b[^<>]*>"), re.compile(rf"</{name}\s*>"))
        for name in wordlist("gallery math timeline score style imagemap syntaxhighlight")
    ),
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]{0,300}>", re.IGNORECASE)
_MARK = re.compile(r"\{\{|\}\}|\[\[|\]\]")
_FILE = re.compile(r":?\s*(?:file|image|category|media|datei|fichier)\s*:", re.IGNORECASE)
_OUTER_LINK = re.compile(r"\[(?:https?:)?//[^\s\]]+\s*([^\]\n]*)\]")
_EMPHASIS = re.compile(r"'{2,5}")
_SUBJECT = re.compile(r"^[^\n{|=*#:!']{0,30}'{3}([^'\n=]{2,150})'{3}", re.MULTILINE)
_SWITCH = re.compile(r"__[A-Z]{3,20}__")
_LIST = re.compile(r"^[*#:;]+\s*", re.MULTILINE)
_BLANKS = re.compile(r"\n{3,}")
_INFOBOX = re.compile(r"(?:infobox|info box|taxobox|.*\binfobox)\b", re.IGNORECASE)
_NO_VALUE = re.compile(r"(?:[\w -]*\.(?:svg|png|jpe?g|gif|webp)|\d+px)?", re.IGNORECASE)
_WORDS = frozenset(
    wordlist(  # templates that stand for their last unnamed argument
        "lang nowrap transl transliteration translation flag flagcountry flagu small abbr"
        " ill interlanguage_link nobold hlist plainlist ubl unbulleted_list as_of circa c."
        " langx wikt-lang date native_name big noitalic"
    )
)
_FIRST = frozenset(
    wordlist("flag flagcountry flagu ill interlanguage_link abbr as_of nowrap small")
)
_QUOTES = frozenset(wordlist("quote blockquote quotation cquote bq quote_box"))
_DATES = frozenset(
    wordlist("start_date end_date start_date_and_age date dts birth_date death_date")
)
_SIGNS = {
    "snd": " – ",
    "spnd": " – ",
    "ndash": "–",
    "mdash": "—",
    "emdash": "—",
    "spaced_ndash": " – ",
    "nbsp": " ",
    "'": "'",
    "!": "|",
    "=": "=",
    "pipe": "|",
}


DEEPEST = 40  # templates within templates


def clean(text: str) -> str:
    """The text without its markup; a table row becomes a line of cells joined by ` | `."""
    for opening, closing in _UNREAD:
        text = _without(text, opening, closing)
    text = _BREAK.sub("\n", text)
    text = _nested(text)
    text = _tables(text)
    text = _OUTER_LINK.sub(r"\1", text)
    text = _SWITCH.sub("", _EMPHASIS.sub("", _TAG.sub("", text)))
    lines = (_LIST.sub("- ", line).rstrip() for line in unescape(text).split("\n"))
    return _BLANKS.sub("\n\n", "\n".join(lines)).strip() + "\n"


def _without(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    """The text without the stretches from an opening to the next closing mark."""
    parts, at = list[str](), 0
    while (start := opening.search(text, at)) and (end := closing.search(text, start.end())):
        parts.append(text[at : start.start()])
        at = end.end()
    return "".join(parts) + text[at:]


def subject(text: str) -> str | None:
    """What an article is about: by custom, the first words in bold; None if there are none."""
    found = _SUBJECT.search(text)
    return " ".join(clean(found[1]).split()) if found else None


def _nested(text: str) -> str:
    """The text with templates and links, however nested, replaced from the inside out."""
    parts: list[list[str]] = [[]]
    opened: list[str] = []
    last = 0
    for mark in _MARK.finditer(text):
        parts[-1].append(text[last : mark.start()])
        last = mark.end()
        if mark.group() in ("{{", "[["):
            if len(opened) > DEEPEST:
                continue
            opened.append(mark.group())
            parts.append([])
        elif opened and opened[-1] == ("{{" if mark.group() == "}}" else "[["):
            inner = "".join(parts.pop())
            parts[-1].append(_template(inner) if opened.pop() == "{{" else _link(inner))
    tail = text[last:]
    return "".join("".join(part) for part in parts) + tail


def _link(inner: str) -> str:
    if _FILE.match(inner):
        return ""
    target, *shown = inner.split("|")
    return shown[-1] if shown and shown[-1].strip() else target.lstrip(":").strip()


def _template(inner: str) -> str:
    name, *arguments = inner.split("|")
    key = name.strip().lower().replace(" ", "_")
    if _INFOBOX.match(key.replace("_", " ")):
        return _infobox(arguments)
    unnamed = [part.strip() for part in arguments if "=" not in part]
    named = [part.partition("=")[2].strip() for part in arguments if "=" in part]
    if key in _SIGNS:
        return _SIGNS[key]
    if key in _QUOTES:
        words = (unnamed or named or [""])[0]
        return "\n\n" + "\n".join(f"> {line}" for line in words.split("\n")) + "\n\n"
    if key in _DATES and unnamed:
        return "-".join(part.zfill(2) for part in unnamed[:3] if part.isdigit())
    if key in _WORDS and unnamed:
        return unnamed[0] if key in _FIRST else unnamed[-1]
    return ""


def _infobox(arguments: list[str]) -> str:
    fields = (part.partition("=") for part in arguments if "=" in part)
    lines = [
        f"- {name.strip()}: {' '.join(value.split())}"
        for name, _, value in fields
        if not _NO_VALUE.fullmatch(" ".join(value.split()))
    ]
    return "\nInfobox\n" + "\n".join(lines) + "\n\n" if lines else ""


def _tables(text: str) -> str:
    """The text with each table as lines, one a row."""
    return "\n".join(_rows(text.split("\n"))) if "{|" in text else text


def _rows(lines: list[str]) -> Iterator[str]:
    depth, cells = 0, list[str]()
    for line in lines:
        bare = line.strip()
        if bare.startswith("{|"):
            depth += 1
            yield ""
        elif depth == 0:
            yield line
        elif bare.startswith(("|-", "|}")):
            yield from _row(cells)
            cells = []
            if bare.startswith("|}"):
                depth -= 1
                yield ""
        elif bare.startswith("|+"):
            continue
        elif bare.startswith(("|", "!")):
            cells.extend(_cells(bare))
        elif cells and bare:
            cells[-1] = f"{cells[-1]} {bare}".strip()
    yield from _row(cells)


def _cells(line: str) -> list[str]:
    parts = re.split(r"\|\||!!", line[1:]) if line[0] == "!" else line[1:].split("||")
    return [part.rpartition("|")[2].strip() if _styled(part) else part.strip() for part in parts]


def _styled(cell: str) -> bool:
    """Whether a cell begins with attributes: `style="…" | words`."""
    return "|" in cell and "=" in cell.partition("|")[0]


def _row(cells: list[str]) -> Iterator[str]:
    if any(cells):
        yield " | ".join(cell.lstrip("*#: ") or "–" for cell in cells)
