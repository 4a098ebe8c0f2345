"""Turns codings into claims: whose word each event is, and how sure they are of it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.attribution.lexicon import lexicon
from dragoman.attribution.listener import Listener, Voice
from dragoman.ontology import plover
from dragoman.records.claims import Claim, Coding, claim_id
from dragoman.records.documents import Document
from dragoman.records.provenance import Stamp
from dragoman.records.readings import Reading


class RuleAttributor:
    """Attributes by syntax, quotation marks and sections; keeps the port Attributor."""

    def __init__(self, stamp: Stamp) -> None:
        self.stamp = stamp
        self._words = lexicon()

    def attribute(
        self, document: Document, reading: Reading, codings: tuple[Coding, ...]
    ) -> tuple[Claim, ...]:
        """The claims of the codings, in their order, each before the claims that deny it."""
        return tuple(self._claims(document, reading, codings)) if codings else ()

    def _claims(
        self, document: Document, reading: Reading, codings: tuple[Coding, ...]
    ) -> Iterator[Claim]:
        listener = Listener(document, reading, codings, self._words)
        for index, coding in enumerate(codings):
            for voice in listener.voices(index):
                yield self._claim(document, reading, coding, voice)

    def _claim(self, document: Document, reading: Reading, coding: Coding, voice: Voice) -> Claim:
        sentence = reading.sentences[coding.sentence]
        ontology = plover()
        return Claim(
            id=claim_id(document.id, coding, voice.asserted_by, voice.denied_at),
            document=document.id,
            path=document.path,
            source=document.source.name,
            section=document.sections[sentence.section].kind,
            text=document.text[sentence.start : voice.end],
            start=sentence.start,
            end=voice.end,
            event_type=coding.event_type,
            modes=coding.modes,
            contexts=coding.contexts,
            quad_class=ontology.type(coding.event_type).quad_class,
            score=ontology.score(coding.event_type, coding.modes),
            trigger=coding.trigger,
            actors=coding.actors,
            recipients=coding.recipients,
            occurred=coding.occurred,
            occurred_text=coding.occurred_text,
            occurred_basis=coding.occurred_basis,
            published=document.published or reading.published,
            place=coding.place,
            asserted_by=voice.asserted_by,
            via=voice.via,
            certainty=voice.factuality.certainty,
            auxiliary=voice.factuality.auxiliary,
            quote=voice.quote,
            framing=voice.framing,
            confidence=coding.confidence,
            stamp=self.stamp,
        )
