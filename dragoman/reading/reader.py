"""A document read: its language, sentences, actors and times."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.reading.language import language_of
from dragoman.reading.parse import Parser
from dragoman.reading.resolve import Resolver
from dragoman.reading.resolve.fold import fold
from dragoman.reading.times import own_date, read_times
from dragoman.records.documents import Document
from dragoman.records.provenance import Refusal, Stamp
from dragoman.records.readings import Reading

LANGUAGES_READ = frozenset({"en", None})  # None: too short to tell, so it is tried

_NAMES = frozenset({"name", "adjective", "people", "seat"})


class DocumentReader:
    """Keeps the port Reader, with rules and spaCy's syntax."""

    def __init__(self, parser: Parser, resolver: Resolver, stamp: Stamp) -> None:
        self.parser = parser
        self.resolver = resolver
        self.stamp = stamp

    def read(self, document: Document) -> Reading:
        """The reading; an empty one, with the reason, for a language that is not read here."""
        language = language_of(document.text)
        if language not in LANGUAGES_READ:
            return self._unread(document, language)
        if document.published is None:
            published, basis = own_date(document)
            document = replace(document, published=published, published_basis=basis)
        sentences = self.parser.parse(document, self._is_name)
        times = read_times(document, sentences)
        mentions, voice = self.resolver.read(document, sentences, times)
        return Reading(
            document=document.id,
            sentences=sentences,
            mentions=mentions,
            times=times,
            stamp=self.stamp,
            language=language,
            voice=voice,
            published=document.published,
            published_basis=document.published_basis,
        )

    def _is_name(self, word: str) -> bool:
        """Whether a word in small letters is the name of somebody whom the catalogue knows."""
        senses = self.resolver.catalogue.senses.get(fold(word), ())
        return any(sense.use in _NAMES and sense.alias[0].isupper() for sense in senses)

    def _unread(self, document: Document, language: str | None) -> Reading:
        detail = (
            f"{document.path}: archived but not coded, it is in the language {language!r}; "
            "Dragoman reads English"
        )
        return Reading(
            document=document.id,
            sentences=(),
            mentions=(),
            times=(),
            stamp=self.stamp,
            language=language,
            refusal=Refusal(
                item=document.path, stage="reading", code="language", detail=detail, fatal=False
            ),
        )
