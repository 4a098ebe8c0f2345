"""Arranges the lines of a page: what stands over the article, in it, under it, and beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.ingest import sources
from dragoman.ingest.layouts import body, comments, ending, headings, masthead, teasers
from dragoman.ingest.layouts.lines import split
from dragoman.ingest.page import Facts, Line, Page
from dragoman.records.documents import Section

_WIKIPEDIA = re.compile(r"\bwikipedia\b", re.IGNORECASE)


def read(text: str, known: Facts | None = None) -> Page:
    """The page that a plain text is; the text stays as it is."""
    return arrange(text, split(text), known)


def arrange(
    text: str,
    lines: Sequence[Line],
    known: Facts | None = None,
    beside: Sequence[Section] = (),
) -> Page:
    """The page that these lines make, with what is known of it, and what follows the lines.

    Parents of comments `beside` the lines count from the first of these.
    """
    thread = comments.find(lines)
    main, after = lines[: thread.start], lines[thread.end :]
    close = teasers.closing(main)
    head = masthead.read(main[:close])
    wire = masthead.dateline(head.rest[0].text) if head.rest else Facts()
    said = (known or Facts()).over(head.facts)
    end = ending.read(head.rest, said.author, thread.host)
    article = head.rest[: len(head.rest) - end.lines]
    facts = said.over(wire).over(end.facts)
    above = (*head.sections, *body.sections(article), *body.sections(main[close:]))
    above = tuple(sorted(above, key=lambda part: part.start))
    links = (part for part in body.sections(after) if part.kind == "teaser")
    parts = _numbered((above, thread.sections, tuple(links), beside))
    parts = comments.attributed(parts, facts.author)
    facts = _issued(facts.over(_layout(text, lines, parts)))
    return Page(text=text, sections=parts, facts=facts)


def _numbered(groups: Sequence[Sequence[Section]]) -> tuple[Section, ...]:
    """The groups in one row, with parents counted from the first section of all."""
    made: list[Section] = []
    for group in groups:
        before = len(made)
        made.extend(
            part if part.parent is None else replace(part, parent=part.parent + before)
            for part in group
        )
    return tuple(made)


def _issued(facts: Facts) -> Facts:
    """The facts, with the institution that a statement's title names, if no better is known."""
    named = facts.source or facts.site
    if named and not sources.is_department(named):
        return facts
    issuer = sources.issuer(facts.title or "")
    return replace(facts, source=issuer) if issuer else facts


def _layout(text: str, lines: Sequence[Line], parts: Sequence[Section]) -> Facts:
    """What the layout alone tells of who publishes."""
    outlet = teasers.outlet(lines)
    kinds = [part.kind for part in parts]
    if _is_wiki(lines):
        name = "Wikipedia" if any(_WIKIPEDIA.search(line.text) for line in lines[:3]) else None
        return Facts(source=outlet or name, kind="encyclopedia")
    if kinds.count("question") > 1:
        return Facts(source=outlet, fallback="Explainer")
    if "comment" in kinds:
        return Facts(source=outlet, kind="blog")
    is_reprint = teasers.repeats(lines) > 1 or any(map(_is_pointer, lines[:4]))
    reprint = sources.reprinted(text) if is_reprint else None
    if reprint is None:
        return Facts(source=outlet)
    return Facts(source=outlet, kind=reprint.kind, country=reprint.country)


def _is_pointer(line: Line) -> bool:
    """Whether a line points to the original of what is reprinted under it."""
    return line.text.lower().endswith("read original version at source")


def _is_wiki(lines: Sequence[Line]) -> bool:
    """Whether the lines are an article as wikis print it: marked headings, a box of facts."""
    marked = [line for line in lines if line.text.startswith("=") and headings.marked(line)]
    boxed = any(line.kind is None and line.text.lower() == "infobox" for line in lines[:5])
    return boxed or len(marked) > 1 or (bool(marked) and marked[0] is lines[0])
