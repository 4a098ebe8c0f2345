"""What layout readers pass among themselves: lines of text, and pages made of them."""

from __future__ import annotations

from dragoman.ingest.dates import Dated
from dragoman.records.codec import Record
from dragoman.records.documents import PublishedBasis, Section, SectionKind
from dragoman.records.provenance import SourceKind


class Line(Record, frozen=True, kw_only=True):
    """A stretch of text that stands by itself; hard-wrapped lines are joined into one."""

    text: str  # as it stands, without white space at its ends
    start: int
    end: int
    indent: int = 0  # columns
    gap: int = 0  # blank lines before it
    kind: SectionKind | None = None  # where the markup says what it is
    level: int = 0

    @property
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())


class Publication(Record, frozen=True, kw_only=True):
    """A date that a page gives for itself, and how it gives it."""

    date: Dated
    basis: PublishedBasis = "stated"
    late: bool = False  # of a later change, so the last choice


class Facts(Record, frozen=True, kw_only=True):
    """What a page says of itself; None where it says nothing."""

    title: str | None = None
    author: str | None = None
    published: tuple[Publication, ...] = ()  # best first
    source: str | None = None
    site: str | None = None  # the site on which it stands, the source if no other is named
    kind: SourceKind | None = None
    country: str | None = None
    fallback: str | None = None  # the name of a source that has none
    address: str | None = None  # under which a page that was saved had been published

    def over(self, other: Facts) -> Facts:
        """These facts, with the gaps filled from others."""
        named = {name: getattr(self, name) or getattr(other, name) for name in _SAID}
        return Facts(published=(*self.published, *other.published), **named)


_SAID = tuple(name for name in Facts.__struct_fields__ if name != "published")


class Page(Record, frozen=True, kw_only=True):
    """The text of a document, cut into sections, with what it says of itself."""

    text: str
    sections: tuple[Section, ...]
    facts: Facts = Facts()
    warnings: tuple[str, ...] = ()


def section(line: Line, kind: SectionKind, skip: int = 0) -> Section:
    """The section that a line makes, without its first `skip` characters."""
    return Section(kind=kind, start=line.start + skip, end=line.end, level=line.level)
