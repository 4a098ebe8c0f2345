"""Builds from settings the rooms that make claims of a payload, once in each process."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman import __version__, registry
from dragoman.errors import CatalogueError
from dragoman.ports import Coder
from dragoman.records.codec import digest, encode
from dragoman.records.documents import Document, Section
from dragoman.records.provenance import Payload, Refusal, Source, Stamp
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.pipeline import Stages, Worked
    from dragoman.reading.reader import DocumentReader
    from dragoman.reading.resolve import Catalogue


def work(settings: Settings, payload: Payload | Refusal) -> Worked:
    """What the stages make of a payload; builds the stages once in each process."""
    from dragoman.pipeline import Worked

    if isinstance(payload, Refusal):
        return Worked(path=payload.item, refusals=(payload,))
    return _stages(settings)(payload)


@cache
def _stages(settings: Settings) -> Stages:
    from dragoman.attribution import RuleAttributor
    from dragoman.ingest import DocumentExtractor, ExtractConfig
    from dragoman.pipeline import Stages

    return Stages(
        extractor=DocumentExtractor(ExtractConfig(now=now().date().isoformat())),
        reader=reader(settings),
        coder=coder(settings),
        attributor=RuleAttributor(stamp(settings)),
    )


@cache
def reader(settings: Settings) -> DocumentReader:
    """What reads documents."""
    from dragoman.reading.parse import Parser
    from dragoman.reading.reader import DocumentReader
    from dragoman.reading.resolve import Resolver

    resolver = Resolver(catalogue(settings.actors))
    return DocumentReader(Parser(settings.language_model), resolver, stamp(settings))


@cache
def coder(settings: Settings) -> Coder:
    """What finds the events that a reading tells."""
    coder: Coder = registry.load(registry.CODERS, settings.coder)(teasers=settings.teasers)
    return coder


@cache
def catalogue(actors: str | None) -> Catalogue:
    """The actors known, those of a list of the user's own among them."""
    from dragoman.reading.resolve import Catalogue

    return Catalogue.load(_lines(actors))


@cache
def _lines(actors: str | None) -> tuple[str, ...]:
    """The lines of the user's own list of actors."""
    if actors is None:
        return ()
    try:
        return tuple(Path(actors).read_text("utf-8-sig").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"no actors from {actors}: {error}; name a CSV file") from error


@cache
def stamp(settings: Settings) -> Stamp:
    """What a reading was made with."""
    try:
        model = f"{settings.language_model} {version(settings.language_model)}"
    except PackageNotFoundError:
        model = settings.language_model
    return Stamp(dragoman=__version__, model=f"{model}, {settings.coder}", config=config(settings))


def config(settings: Settings) -> str:
    """The digest of all that what is found depends on."""
    return digest(encode([__version__, settings.output_digest(), _lines(settings.actors)]))


def loose(text: str, date: str | None, speaking: str | None) -> Document:
    """A text without a place, as a document."""
    return Document(
        id="doc_",
        path="",
        url="",
        source=Source(id="src_", name="", country=speaking),
        text=text,
        sections=(Section(kind="body", start=0, end=len(text)),),
        published=date,
    )


def now() -> datetime:
    """The one clock of the application."""
    return datetime.now(UTC)
