"""Claims turned into citations: the sentence, where it stands, and the archived bytes."""

from __future__ import annotations

from dragoman.ports import View
from dragoman.records.claims import Claim
from dragoman.records.documents import Document
from dragoman.records.dossiers import Citation
from dragoman.records.provenance import Capture


class Sources:
    """Documents and captures, each asked for once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._documents: dict[str, Document | None] = {}
        self._captures: dict[str, Capture | None] = {}

    def document(self, document_id: str) -> Document | None:
        """The document, or None."""
        if document_id not in self._documents:
            self._documents[document_id] = self._view.document(document_id)
        return self._documents[document_id]

    def capture(self, document_id: str) -> Capture | None:
        """The capture that a document was read from, or None."""
        document = self.document(document_id)
        if not document or not document.capture:
            return None
        if document.capture not in self._captures:
            self._captures[document.capture] = self._view.capture(document.capture)
        return self._captures[document.capture]


def cite(claim: Claim, sources: Sources) -> Citation:
    """The sentence of a claim, and where it stands."""
    document, capture = sources.document(claim.document), sources.capture(claim.document)
    return Citation(
        claim=claim.id,
        document=claim.document,
        source=claim.source,
        title=document.title if document else None,
        url=document.url if document else None,
        path=claim.path,
        published=claim.published or (document.published if document else None),
        section=claim.section,
        start=claim.start,
        end=claim.end,
        sentence=claim.text,
        trigger=claim.trigger,
        occurred=claim.occurred,
        asserted_by=claim.asserted_by,
        certainty=claim.certainty,
        auxiliary=claim.auxiliary,
        capture=capture.id if capture else None,
        digest=capture.payload_digest if capture else None,
    )


def best_first(citation: Citation) -> tuple[bool, bool, bool, str, str, int, str]:
    """For sorting: the surest testimony in a source's own words first."""
    return (
        is_comment(citation) or citation.section == "teaser",
        citation.certainty != "CT+",
        citation.asserted_by.role != "author",
        citation.source,
        citation.document,
        citation.start,
        citation.claim,
    )


def is_comment(citation: Citation) -> bool:
    """Whether a reader said it, and not the source."""
    return citation.section == "comment" or citation.asserted_by.role == "commenter"


def is_testimony(citation: Citation) -> bool:
    """Whether a source says it in so many words: no comment, no teaser, no mere possibility."""
    return (
        not is_comment(citation)
        and citation.section != "teaser"
        and citation.certainty == "CT+"
        and "hypothetical" not in citation.auxiliary
    )


def is_uncertain(citation: Citation) -> bool:
    """Whether whoever says it is not sure that it happened, or that it did not."""
    return citation.certainty not in {"CT+", "CT-"} or "hypothetical" in citation.auxiliary
