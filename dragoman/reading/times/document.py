"""Time expressions of a whole document, read section by section."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dragoman.reading.times.find import new_scene, reduce, resolve
from dragoman.reading.times.foundings import named
from dragoman.reading.times.heads import stated_publication
from dragoman.reading.times.published import dated_by_weekday, implied_publication, written_on
from dragoman.reading.times.scene import Scene
from dragoman.records import dates
from dragoman.records.documents import Document, PublishedBasis, Section
from dragoman.records.readings import Sentence, TimeExpression

_MARKUP = 6  # characters around a heading that is a date: "# 1999", "-- 1999 --"
_YEAR = re.compile(r"\W*(1[0-9]{3}|20[0-9]{2})\W*")
_FLOWING = ("body", "question", "answer")  # a history may go on from one to the next
_APART = ("comment", "teaser")  # told by others, at another time: what they say dates nothing else


def read_times(
    document: Document, sentences: tuple[Sentence, ...] | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of a document in order; of its sentences only, where they are given."""
    anchor = document.published or own_date(document)[0]
    if anchor is not None:
        anchor = written_on(_own_text(document), anchor)
    found = sorted(_read(document, anchor), key=lambda t: t.start)
    if sentences is None:
        return tuple(found)
    return tuple(t for t in found if any(s.start <= t.start < s.end for s in sentences))


def own_date(document: Document) -> tuple[str | None, PublishedBasis | None]:
    """The date that a document's own words give it, by bearing or by implying it, and which."""
    text = _own_text(document)
    if stated := stated_publication(text) or dated_by_weekday(text):
        return stated, "stated"
    implied = implied_publication(text)
    return implied, "anniversary" if implied else None


def _own_text(document: Document) -> str:
    """The text without its comments and teasers."""
    text, at = "", 0
    for section in document.sections:
        if section.kind in _APART:
            text += document.text[at : section.start]
            at = max(at, section.end)
    return text + document.text[at:]


def _read(document: Document, anchor: str | None) -> Iterator[TimeExpression]:
    if not document.sections:
        tokens = reduce(document.text)
        yield from resolve(tokens, new_scene(tokens, anchor))
        return
    before: Scene | None = None
    replied: Scene | None = None
    scenes = [_scene(document.text, section, anchor) for section in document.sections]
    news = any(scene.news for scene in scenes)
    solar = any(scene.solar for scene in scenes)
    founded = tuple(named(document.text)) if "birthday" in document.text else ()
    for section, scene in zip(document.sections, scenes, strict=True):
        scene.news, scene.solar, scene.founded = news, solar, founded
        if before is not None and section.kind not in _APART:
            scene.follow(before)
        if section.kind == "comment" and replied is not None:
            scene.reference = replied.reference  # "five days before", of what another has told
        scene.heading = _left_out(document, section) or scene.heading
        asks = _text(document, section).rstrip().endswith("?")
        if section.kind not in _FLOWING and not asks:
            scene.passage = None
        times = [_moved(time, section.start) for time in resolve(scene.tokens, scene)]
        scene.new_line()
        alone = len(times) == 1 and _is_all_of(times[0], section)
        if section.kind == "body" and alone and _YEAR.fullmatch(_text(document, section)):
            scene.heading = _heading_year(times)
        if section.kind == "title":
            scene.heading = _heading_year(times) if section.level >= 2 or alone else scene.heading
            scene.passage = scene.passage if asks else None
        if section.kind not in _APART:
            before = scene
        elif section.kind == "comment":
            replied = scene
        yield from times


def _left_out(document: Document, section: Section) -> int | None:
    """The year right above a section, where the line was taken for furniture of the page."""
    ends = (s.end for s in document.sections if s.end <= section.start)
    above = document.text[max(ends, default=0) : section.start].rstrip().rpartition("\n")[2]
    year = _YEAR.fullmatch(above)
    return int(year[1]) if year else None


def _text(document: Document, section: Section) -> str:
    return document.text[section.start : section.end]


def _scene(text: str, section: Section, anchor: str | None) -> Scene:
    return new_scene(reduce(text[section.start : section.end]), anchor)


def _is_all_of(time: TimeExpression, section: Section) -> bool:
    return time.end - time.start >= section.end - section.start - _MARKUP


def _moved(time: TimeExpression, by: int) -> TimeExpression:
    return msgspec.structs.replace(time, start=time.start + by, end=time.end + by)


def _heading_year(times: list[TimeExpression]) -> int | None:
    """The one year that a heading names; None ends what the heading before had set."""
    for time in times:
        first, last = dates.bounds(time.edtf)
        if first is not None and last is not None and first.year == last.year:
            return first.year
    return None
