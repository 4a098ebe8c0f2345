"""Documents as BibTeX, which BibTeX and biblatex both read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.export.references import address, capture_note, key
from dragoman.records.dossiers import DocumentUsed

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}
_TO_ESCAPE = re.compile(r"[\\{}~^&%$#_]")
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f]+")


def bibtex(documents: Iterable[DocumentUsed]) -> Iterator[str]:
    """An entry for each document."""
    return map(_entry, documents)


def _entry(used: DocumentUsed) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(used))
    return f"@misc{{{key(used)},\n{fields}}}\n\n"


def _fields(used: DocumentUsed) -> Iterator[tuple[str, str]]:
    # a second pair of braces keeps BibTeX from taking a name apart, or a title's capitals down
    yield "author", f"{{{_escaped(used.author or used.source)}}}"
    yield "title", f"{{{_escaped(used.title or 'Untitled')}}}"
    yield "howpublished", _escaped(used.source)
    if used.published:
        yield "date", used.published
        if year := re.match(r"\d{4}", used.published):
            yield "year", year[0]
    if url := address(used):
        yield "url", re.sub(r"[{}\\\s]", lambda mark: f"%{ord(mark[0]):02X}", url)
    if used.captured_at:
        yield "urldate", used.captured_at[:10]
    if used.language:
        yield "langid", _escaped(used.language)
    yield "note", _escaped(capture_note(used))


def _escaped(text: str) -> str:
    flat = _BLANKS.sub(" ", text).strip()
    return _TO_ESCAPE.sub(lambda mark: _SPECIAL[mark[0]], flat)
