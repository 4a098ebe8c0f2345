"""Time expressions of a whole document, read section by section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.reading.times.find import new_scene, reduce, resolve
from dragoman.reading.times.foundings import named
from dragoman.reading.times.heads import stated_publication
from dragoman.reading.times.posts import Posts
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
    posts = Posts(document, anchor)
    read = _read(document, anchor, posts) if document.sections else _whole(document, anchor)
    if sentences is not None:
        read = (t for t in read if any(s.start <= t.start < s.end for s in sentences))
    return tuple(sorted((*posts.begun(document.sections), *read), key=lambda t: t.start))


def own_date(document: Document) -> tuple[str | None, PublishedBasis | None]:
    """The date that a document's own words give it, by bearing or by implying it, and which."""
    text = _own_text(document)
    stated = stated_publication(text) or dated_by_weekday(text)
    if stated := stated or Posts(document, None).first:
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


def _read(document: Document, anchor: str | None, posts: Posts) -> Iterator[TimeExpression]:
    before: Scene | None = None
    replied: Scene | None = None
    numbers = [posts.of(section) for section in document.sections]
    post: int | None = None
    for section, scene, number in zip(
        document.sections, _scenes(document, anchor, posts, numbers), numbers, strict=True
    ):
        if section.kind not in _APART:
            before = before if number == post else None  # another writes, at another time
            post = number
            scene.follow(before)
        if section.kind == "comment" and replied is not None:
            scene.reference = replied.reference  # "five days before", of what another has told
        scene.heading = _left_out(document, section) or scene.heading
        asks, carried = _text(document, section).rstrip().endswith("?"), scene.passage
        if section.kind not in _FLOWING and not asks:
            scene.passage = None
        times = [_moved(time, section.start) for time in resolve(scene.tokens, scene)]
        scene.new_line()
        alone = len(times) == 1 and _is_all_of(times[0], section)
        if section.kind == "body" and alone and _YEAR.fullmatch(_text(document, section)):
            scene.heading = _heading_year(times)
        if section.kind == "title":
            undated = section.level >= 2 and scene.heading is None and not times
            if section.level >= 2 or alone:  # not the line that bears the text's own date
                scene.set_heading(_heading_year([t for t in times if t.edtf != anchor]))
            carried = carried if undated else None  # "Escalation", where headings bear no years
            scene.passage = scene.passage if asks else carried
        if section.kind not in _APART:
            before = scene
        elif section.kind == "comment":
            replied = scene
        yield from times


def _whole(document: Document, anchor: str | None) -> Iterator[TimeExpression]:
    """The expressions of a text that nobody has cut into sections."""
    tokens = reduce(document.text)
    yield from resolve(tokens, new_scene(tokens, anchor))


def _scenes(
    document: Document, anchor: str | None, posts: Posts, numbers: Sequence[int | None]
) -> list[Scene]:
    """A scene for each section, read against the day of its post, or else of the document."""
    days = (anchor if number is None else posts.day(number) for number in numbers)
    scenes = [
        _scene(document.text, section, day)
        for section, day in zip(document.sections, days, strict=True)
    ]
    news = any(scene.news for scene in scenes)
    solar = any(scene.solar for scene in scenes)
    founded = tuple(named(document.text)) if "birthday" in document.text else ()
    for scene in scenes:
        scene.news, scene.solar, scene.founded = news, solar, founded
    return scenes


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
