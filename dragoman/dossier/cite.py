"""Claims turned into citations: the sentence, where it stands, and the archived bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from dragoman.ports import View
from dragoman.records.claims import Claim
from dragoman.records.dates import overlaps
from dragoman.records.documents import Document
from dragoman.records.dossiers import Citation, DocumentUsed, Entry, document_used
from dragoman.records.events import Event
from dragoman.records.provenance import Capture


class Sources:
    """The documents of some claims with their captures, and which of them repeat another."""

    def __init__(self, view: View, claims: Iterable[Claim]) -> None:
        named = sorted({claim.document for claim in claims})
        self._view = view
        self._documents = {found.id: found for found in view.documents(named)}
        held = {found.capture for found in self._documents.values() if found.capture}
        self._captures = {found.id: found for found in view.captures(held)}

    def document(self, document_id: str) -> Document | None:
        """The document, or None."""
        return self._documents.get(document_id)

    def capture(self, document_id: str) -> Capture | None:
        """The capture that a document was read from, or None."""
        document = self.document(document_id)
        return self._captures.get(document.capture or "") if document else None

    def text_of(self, document_id: str) -> str:
        """The oldest of these documents that has the same text: the document itself if none."""
        return self._originals.get(document_id, document_id)

    def used(self, document_id: str, claims: int) -> DocumentUsed | None:
        """The document as a list of documents cites it."""
        document, original = self.document(document_id), self.text_of(document_id)
        if not document:
            return None
        copy_of = original if original != document_id else None
        return document_used(document, self.capture(document_id), claims, copy_of)

    @cached_property
    def _originals(self) -> dict[str, str]:
        neighbours: dict[str, set[str]] = defaultdict(set)
        for link in self._view.copies(self._documents):
            neighbours[link.left].add(link.right)
            neighbours[link.right].add(link.left)
        originals: dict[str, str] = {}
        for document in sorted(self._documents, key=self._age):
            for same in _reached(document, neighbours):
                originals.setdefault(same, document)
        return originals

    def _age(self, document_id: str) -> tuple[str, str]:
        return (self._documents[document_id].published or "9", document_id)


def _reached(start: str, neighbours: dict[str, set[str]]) -> set[str]:
    reached, ahead = {start}, [start]
    while ahead:
        new = neighbours.get(ahead.pop(), set()) - reached
        reached |= new
        ahead.extend(new)
    return reached


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


def denies(citation: Citation) -> bool:
    """Whether it says that it did not happen."""
    return citation.certainty in {"CT-", "PR-"}


def allows(citation: Citation, event: Event) -> bool:
    """Whether the date told can be that of the event."""
    told = citation.occurred
    return not told or not event.occurred or overlaps(told, event.occurred)


def agreeing(entry: Entry) -> list[Citation]:
    """Testimony that allows the date of the event, whoever says just that date first."""
    occurred = entry.event.occurred
    testimony = [one for one in entry.citations if is_testimony(one) and allows(one, entry.event)]
    return sorted(testimony, key=lambda one: one.occurred != occurred)


def objecting(entry: Entry, cited: Citation) -> list[Citation]:
    """Who says that it did not happen, or dates it otherwise than the telling that is cited."""
    told = cited.occurred or entry.event.occurred
    rivals = {
        claim
        for dispute in entry.event.disputes
        if dispute.field == "occurred"
        for value in dispute.values
        if told and not overlaps(value.value, told)
        for claim in value.claims
    }
    return [one for one in entry.citations if denies(one) or one.claim in rivals]
