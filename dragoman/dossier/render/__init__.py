"""A dossier as text for a terminal, Markdown, a page of HTML or JSON."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.dossier.render.html import html as _html
from dragoman.dossier.render.markdown import markdown as _markdown
from dragoman.dossier.render.text import text as _text
from dragoman.records.codec import encode
from dragoman.records.dossiers import Dossier


def _json(dossier: Dossier) -> str:
    return encode(dossier).decode() + "\n"


FORMATS: dict[str, Callable[[Dossier], str]] = {
    "text": _text,
    "md": _markdown,
    "html": _html,
    "json": _json,
}
