"""Sections cut into sentences by rules that know the abbreviations of diplomatic prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.calendar import SHORT_MONTHS, SHORT_WEEKDAYS
from dragoman.records.documents import Document, Section

# Lines of these are units of their own; in all other sections a line break is only a space.
LINE_SECTIONS = frozenset({"list", "table", "infobox"})
LONGEST = 4000  # characters; what has no full stop for so long is cut at a space
LONG = 300  # characters; longer sentences are cut at semicolons, each part parsed better alone

_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st gen col lt maj capt sgt adm cmdr brig sen rep gov pres amb hon rev fr sr jr
    messrs mme mlle h.e u.s u.k u.n u.s.s.r d.p.r.k r.o.k r.o.c e.u u.a.e p.r.c d.c a.m p.m i.e e.g
    cf vs etc al no nos vol art arts sec para fig approx ca c est inc ltd co corp bros dept ed eds
    """.split()  # noqa: SIM905 a list of words reads best as words
) | {name.lower() for name in (*SHORT_MONTHS, *SHORT_WEEKDAYS)}
# After these a capital letter may well begin a sentence, so the next word decides nothing.
_NEVER_LAST = frozenset(
    """
    mr mrs ms dr prof gen col lt maj capt sgt adm cmdr brig sen rep gov amb hon messrs mme mlle h.e
    e.g i.e cf vs no nos st fig vol art arts para approx
    """.split()  # noqa: SIM905
)
_BREAK = re.compile(
    r"""(?:[.!?…]+|[.!?]["”’»')\]]+)   # the stop, with the quotation marks that it closes
        (?:\[[0-9]{1,3}\])*            # reference marks of encyclopedias
        (?=\s+["“‘«'(\[]*[A-Z0-9À-ÞА-Я])  # and a beginning
    """,
    re.VERBOSE,
)
_SEMICOLON = re.compile(r";(?=\s)")
_LAST_WORD = re.compile(r"[\w.]+$")
_STARTERS = re.compile(
    r"\s+[\"“‘«'(\[]*(?:The|In|On|At|It|He|She|They|We|This|That|But|And|A|An|After|However)\b"
)


def sentence_spans(document: Document) -> Iterator[tuple[int, int, int]]:
    """Start, end and section index of each sentence, without the space around it."""
    for index, section in enumerate(document.sections):
        for start, end in _unit_spans(document.text, section):
            for sentence_start, sentence_end in _split(document.text, start, end):
                yield sentence_start, sentence_end, index


def _unit_spans(text: str, section: Section) -> Iterator[tuple[int, int]]:
    """Lines of lists and tables; of other sections, paragraphs (parted by an empty line)."""
    parting = r"\n" if section.kind in LINE_SECTIONS else r"\n[^\S\n]*\n"
    start = section.start
    for part in re.compile(parting).finditer(text, section.start, section.end):
        yield start, part.start()
        start = part.end()
    yield start, section.end


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Trimmed spans of the sentences in one unit."""
    begin = start
    for stop in _BREAK.finditer(text, start, end):
        if not _is_abbreviation(text, begin, stop.start(), stop.end()):
            yield from _clauses(text, begin, stop.end())
            begin = stop.end()
    yield from _clauses(text, begin, end)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or what stands between its semicolons if it lists many things."""
    for stop in _SEMICOLON.finditer(text, start, end) if end - start > LONG else ():
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from _trimmed(text, start, end)


def _is_abbreviation(text: str, begin: int, stop: int, after: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it."""
    if text[stop] != "." or text[stop + 1 : after].strip(".)]") != "":
        return False
    found = _LAST_WORD.search(text, max(begin, stop - 24), stop)
    if not found:
        return False
    word = found.group().lower()
    if word in _NEVER_LAST:
        return True
    initial = len(word) == 1 and word.isalpha() and word != "i"
    dotted = "." in word and all(len(part) <= 1 for part in word.split("."))
    if word in _ABBREVIATIONS or initial or dotted:
        return not _STARTERS.match(text, after)
    return False


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without outer space, in pieces no longer than LONGEST; nothing if empty."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
