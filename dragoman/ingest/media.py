"""What kind of text a file holds, by its name, its declared type, and how it begins."""

from __future__ import annotations

import re
from pathlib import PurePath

from dragoman.ingest.vocabulary import wordlist

PLAIN = "text/plain"
HTML = "text/html"
MARKDOWN = "text/markdown"
WIKI = "text/x-wiki"
LINE = "application/x-ndjson-line"  # one line of JSON Lines

_BY_SUFFIX = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml", ".aspx", ".php"), HTML),
    **dict.fromkeys((".md", ".markdown", ".mkd"), MARKDOWN),
    **dict.fromkeys((".wiki", ".mediawiki", ".wikitext"), WIKI),
}
_BINARY = frozenset(
    wordlist(
        ".7z .a .avi .avif .bin .bmp .bz2 .class .dll .doc .docx .dylib .epub .exe .flac .gif .gz"
        " .heic .ico .iso .jar .jpeg .jpg .m4a .mkv .mobi .mov .mp3 .mp4 .npy .npz .o .odp .ods"
        " .odt .ogg .otf .parquet .pdf .pickle .pkl .png .ppt .pptx .psd .pyc .rar .rtf .so .sqlite"
        " .tar .tgz .tif .tiff .ttf .wasm .wav .webm .webp .woff .woff2 .xls .xlsx .xz .zip .zst"
    )
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_LINKS = re.compile(r"\[\[[^\[\]\n]{1,200}\]\]")
_TEMPLATES = re.compile(r"\{\{[^{}\n]{1,200}(?:\}\}|\n)|'''|<ref\b|\{\|")
_HTMLS = frozenset((HTML, "application/xhtml+xml"))


def of_path(path: str) -> str:
    """The media type that a file's name stands for; plain text where it tells nothing."""
    return _BY_SUFFIX.get(PurePath(path).suffix.lower(), PLAIN)


def is_lines(path: str) -> bool:
    """Whether the file's name is one of JSON Lines."""
    return PurePath(path).suffix.lower() in (".jsonl", ".ndjson")


def is_json(path: str) -> bool:
    """Whether the file's name is one of a JSON document."""
    return PurePath(path).suffix.lower() == ".json"


def is_binary(path: str) -> bool:
    """Whether the file's name is one of a format that is no text."""
    return PurePath(path).suffix.lower() in _BINARY


def base(media_type: str) -> str:
    """The media type without its parameters."""
    return media_type.split(";", maxsplit=1)[0].strip().lower()


def sniff(media_type: str, text: str) -> str:
    """The kind of text: what the type declares, or what the text shows it to be."""
    kind = base(media_type)
    if kind in _HTMLS or _HTML.match(text):
        return HTML
    if kind == PLAIN and len(_LINKS.findall(text)) > 2 and len(_TEMPLATES.findall(text)) > 1:
        return WIKI
    return kind if kind in (MARKDOWN, WIKI) else PLAIN
