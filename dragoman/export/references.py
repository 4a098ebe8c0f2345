"""The documents cited by the claims of a record, as reference managers know them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from dragoman.ports import EventQuery, View
from dragoman.records.dossiers import DocumentUsed, document_used

AT_A_TIME = 500  # documents in memory
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def cited(view: View, query: EventQuery) -> Iterator[DocumentUsed]:
    """The documents of the claims asked for, in the order of their ids."""
    claims = Counter(claim.document for claim in view.claims(query))
    names = sorted(claims)
    for at in range(0, len(names), AT_A_TIME):
        documents = list(view.documents(names[at : at + AT_A_TIME]))
        held = {document.capture for document in documents if document.capture}
        captures = {capture.id: capture for capture in view.captures(held)}
        for document in documents:
            capture = captures.get(document.capture or "")
            yield document_used(document, capture, claims[document.id])


class Bibliography:
    """The documents cited, in one of the formats below; keeps the port `Exporter`."""

    def __init__(self, write: Callable[[Iterable[DocumentUsed]], Iterator[str]]) -> None:
        self._write = write

    def export(self, view: View, query: EventQuery) -> Iterator[bytes]:
        """The documents of the claims asked for, an entry for each."""
        return (entry.encode("utf-8", "replace") for entry in self._write(cited(view, query)))


def key(used: DocumentUsed) -> str:
    """A name to cite it by, the same wherever this document is cited: `moran2020a7fb1a`."""
    words = _NOT_A_LETTER.split(used.source.casefold())
    name = next((word for word in words if word and word not in {"the", "a"}), "document")
    year = re.match(r"\d{4}", used.published or "")
    return f"{name}{year[0] if year else ''}{used.document.removeprefix('doc_')[:6]}"


def address(used: DocumentUsed) -> str | None:
    """The address, if it is one of the web: where a file lay on one machine leads nowhere."""
    try:
        scheme = urlsplit(used.url or "").scheme
    except ValueError:  # a bracket that is never closed
        return None
    return used.url if scheme in {"http", "https"} else None


def capture_note(used: DocumentUsed) -> str:
    """Which bytes were read: when they were captured, with their digest and our id."""
    parts = (
        f"captured {used.captured_at}" if used.captured_at else "",
        used.digest or "",
        used.document,
        "" if address(used) else used.path,
    )
    return "; ".join(filter(None, parts))
