"""A fake resolver: names from a table, and documents of one or more sentences coded with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import cast

from dragoman.coding import LexiconCoder
from dragoman.reading.parse import Parser
from dragoman.records.claims import Coding
from dragoman.records.documents import Document, Section, SectionKind
from dragoman.records.provenance import Source, SourceKind, Stamp
from dragoman.records.readings import (
    DateBasis,
    Mention,
    MentionKind,
    Reading,
    Referent,
    TimeExpression,
)

# words: (country, name, kind of the actor, kind of the mention)
ACTORS: dict[str, tuple[str | None, str, str, MentionKind]] = {
    **{
        name: (code, name, "state", "name")
        for name, code in {
            "Chad": "TCD", "Niger": "NER", "Peru": "PER", "Chile": "CHL", "Bolivia": "BOL",
            "Norway": "NOR", "Kenya": "KEN", "Mali": "MLI", "Ghana": "GHA", "Nepal": "NPL",
            "Palau": "PLW", "Hague Council": "IGO", "the United Nations": "UNO",
        }.items()
    },
    **{
        adjective: (code, name, "state", "adjective")
        for adjective, (code, name) in {
            "Chadian": ("TCD", "Chad"), "Nigerien": ("NER", "Niger"), "Peruvian": ("PER", "Peru"),
            "Chilean": ("CHL", "Chile"), "Norwegian": ("NOR", "Norway"), "Kenyan": ("KEN", "Kenya"),
            "Malian": ("MLI", "Mali"), "Ghanaian": ("GHA", "Ghana"), "Bolivian": ("BOL", "Bolivia"),
        }.items()
    },
    "President Haugen": ("NOR", "Anna Haugen", "person", "name"),
    "President Quispe": ("PER", "Juan Quispe", "person", "name"),
    "King Moussa": ("TCD", "Moussa", "person", "name"),
    "Accra": ("GHA", "Ghana", "state", "name"),
    "Sahel Front": ("MLI", "Sahel Front", "group", "name"),
}  # fmt: skip
STAMP = Stamp(dragoman="0", model="none")


@cache
def parser() -> Parser:
    """One parser for all tests: its model takes a second to load."""
    return Parser()


def document(
    text: str,
    kind: SectionKind = "body",
    *,
    published: str | None = None,
    source: SourceKind = "encyclopedia",
    sections: Sequence[Section] | None = None,
) -> Document:
    """A document of one section, or of those given."""
    whole = (Section(kind=kind, start=0, end=len(text)),)
    return Document(
        id="doc_1",
        path="1.txt",
        url="file:1.txt",
        source=Source(id="src_1", name="A source", kind=source),
        text=text,
        sections=tuple(sections) if sections else whole,
        published=published,
    )


def referent(words: str) -> Referent:
    """Whom these words mean by the table."""
    country, name, kind, _ = ACTORS[words]
    return Referent(actor=f"act_{name}", name=name, kind=kind, country=country)


def mentions(text: str, pronouns: dict[str, Sequence[str]] | None = None) -> tuple[Mention, ...]:
    """The mentions of the table's words, and of pronouns as the test says whom they mean."""
    words = {**{w: (w,) for w in ACTORS}, **(pronouns or {})}
    alternatives = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    found = []
    for match in re.finditer(rf"\b(?:{alternatives})\b", text):
        means = words[match.group()]
        kind: MentionKind = ACTORS[match.group()][3] if match.group() in ACTORS else "pronoun"
        referents = tuple(referent(word) for word in means)
        found.append(Mention(start=match.start(), end=match.end(), kind=kind, referents=referents))
    return tuple(found)


def times(text: str, dates: Iterable[tuple[str, str]]) -> tuple[TimeExpression, ...]:
    """Time expressions for words and their EDTF, which may begin with a basis: `anniversary:`."""
    found = []
    for words, edtf in dates:
        start = text.index(words)
        basis, _, value = edtf.rpartition(":")
        found.append(
            TimeExpression(
                start=start,
                end=start + len(words),
                edtf=value,
                basis=cast(DateBasis, basis or "stated"),
            )
        )
    return tuple(sorted(found, key=lambda time: time.start))


def read(
    written: Document,
    *,
    dates: Iterable[tuple[str, str]] = (),
    pronouns: dict[str, Sequence[str]] | None = None,
    voice: str | None = None,
) -> Reading:
    """A reading with real syntax, and with mentions and times from tables."""
    return Reading(
        document=written.id,
        sentences=parser().parse(written),
        mentions=mentions(written.text, pronouns),
        times=times(written.text, dates),
        stamp=STAMP,
        voice=referent(voice) if voice else None,
    )


def coded(
    text: str,
    kind: SectionKind = "body",
    *,
    dates: Iterable[tuple[str, str]] = (),
    pronouns: dict[str, Sequence[str]] | None = None,
    voice: str | None = None,
    published: str | None = None,
    source: SourceKind = "encyclopedia",
    teasers: bool = False,
) -> tuple[Coding, ...]:
    """The codings of a text of one section."""
    written = document(text, kind, published=published, source=source)
    reading = read(written, dates=dates, pronouns=pronouns, voice=voice)
    return LexiconCoder(teasers=teasers).code(written, reading)


def shape(coding: Coding) -> str:
    """`TYPE mode: ACTORS > RECIPIENTS`, for tests to compare."""
    actors = " ".join(sorted(p.country or p.text for p in coding.actors))
    recipients = " ".join(sorted(p.country or p.text for p in coding.recipients))
    kind = " ".join((coding.event_type, *coding.modes))
    return f"{kind}: {actors} > {recipients}".strip()


def shapes(text: str, **options: object) -> list[str]:
    """The shapes of all codings of a text."""
    return [shape(coding) for coding in coded(text, **options)]  # type: ignore[arg-type]
