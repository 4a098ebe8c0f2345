"""Documents as CSL-JSON, which Zotero, pandoc and citeproc read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.export.references import address, capture_note, key
from dragoman.records.codec import encode
from dragoman.records.dossiers import DocumentUsed

_TYPES = {
    "news": "article-newspaper",
    "state_media": "article-newspaper",
    "encyclopedia": "entry-encyclopedia",
    "blog": "post-weblog",
    "ngo": "report",
}
_POINT = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}


def csl(documents: Iterable[DocumentUsed]) -> Iterator[str]:
    """One array, an item for each document."""
    between = "[\n"
    for used in documents:
        yield between + encode(_item(used)).decode()
        between = ",\n"
    yield "\n]\n" if between == ",\n" else "[]\n"


def _item(used: DocumentUsed) -> dict[str, Any]:
    item = {
        "id": key(used),
        "type": _TYPES.get(used.kind, "webpage"),
        "title": used.title,
        "author": [{"literal": used.author}] if used.author else None,
        "container-title": used.source,
        "publisher": used.source,
        "issued": _date(used.published) if used.published else None,
        "accessed": _date(used.captured_at[:10]) if used.captured_at else None,
        "URL": address(used),
        "language": used.language,
        "note": capture_note(used),
        "custom": {
            "document": used.document,
            "capture_digest": used.digest,
            "captured_at": used.captured_at,
        },
    }
    return {name: value for name, value in item.items() if value is not None}


def _date(edtf: str) -> dict[str, Any]:
    """An EDTF date as CSL has dates; in its own words where CSL has none."""
    points = [_POINT.fullmatch(end) for end in edtf.split("/")]
    if not all(points):
        return {"literal": edtf}
    found = [point for point in points if point]
    season = _season(found[0]) if len(found) == 1 else None
    date: dict[str, Any] = {"date-parts": [_parts(point) for point in found]}
    if season:
        date |= {"season": season}
    if any(point[4] for point in found):
        date |= {"circa": True}
    return date


def _parts(point: re.Match[str]) -> list[int]:
    parts = [int(part) for part in point.groups()[:3] if part]
    return parts[:1] if len(parts) > 1 and parts[1] > 12 else parts


def _season(point: re.Match[str]) -> int | None:
    return _SEASONS.get(int(point[2] or 0))
