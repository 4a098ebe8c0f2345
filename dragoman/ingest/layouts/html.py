"""Web pages: the article that trafilatura finds, block by block, and what stands beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy

import msgspec
from msgspec.structs import replace

from dragoman.ingest.layouts import beside, masthead, plain, tree, webmeta
from dragoman.ingest.layouts.blocks import Block, walk
from dragoman.ingest.layouts.lines import is_sentence
from dragoman.ingest.layouts.tree import Element
from dragoman.ingest.page import Facts, Line, Page
from dragoman.records.documents import Section

_NOT_LETTERS = re.compile(r"[\W_]+")
_SINGLE = frozenset(("p", "h1", "h2", "h3", "ul", "ol", "dl", "table", "blockquote", "pre"))
KEY_LENGTH = 40  # letters by which a paragraph is known again
LINKED = 0.7  # of the words of a menu are links
SHARE = 0.97  # of the article's words that its element must hold


def read(text: str) -> Page:
    """The page of an HTML document: the article, then comments, then teasers."""
    root = tree.parse(text)
    if root is None:
        return Page(text="", sections=())
    facts = webmeta.read(root).over(Facts(source=beside.outlet(root)))
    comments = beside.take_comments(root)
    links = beside.take_teasers(root)
    tree.clear(root)
    blocks = _article(root, facts.title)
    if any(block.kind == "title" and block.level == 1 for block in blocks):
        facts = replace(facts, title=None)  # what the reader sees is the title
    return compose(blocks, facts, comments, links)


def compose(
    blocks: Sequence[Block],
    facts: Facts,
    comments: Sequence[beside.Comment] = (),
    links: Sequence[str] = (),
) -> Page:
    """The page made of these parts, set one below the other with blank lines between."""
    text = "\n\n".join((*(b.text for b in blocks), *(c.text for c in comments), *links))
    lines, at = [], 0
    for block in blocks:
        end = at + len(block.text)
        lines.append(_as_line(block, at, end))
        at = end + 2
    parts: list[Section] = []
    for comment in comments:
        made = msgspec.structs.asdict(comment)
        size = len(made.pop("text"))
        parts.append(Section(kind="comment", start=at, end=at + size, **made))
        at += size + 2
    for link in links:
        parts.append(Section(kind="teaser", start=at, end=at + len(link)))
        at += len(link) + 2
    return plain.arrange(text, lines, facts, beside=parts)


def _as_line(block: Block, start: int, end: int) -> Line:
    return Line(text=block.text, start=start, end=end, gap=1, kind=block.kind, level=block.level)


def _article(root: Element, title: str | None) -> list[Block]:
    """The blocks of the article, with its title and what stands under that."""
    body = next(iter(root.iter("body")), root)
    blocks = _titled(list(walk(body)), title)
    told = _told(root)
    held = _container(body, blocks, told)
    inside = [at for at, block in enumerate(blocks) if _lies_in(block.element, held)]
    if not inside:
        return []
    first = inside[0]
    article = _kept(blocks[first : inside[-1] + 1], told)
    head = _head(blocks[:first])
    return [*blocks[head:first][:1], *filter(_is_masthead, blocks[head + 1 : first]), *article]


def _titled(blocks: list[Block], title: str | None) -> list[Block]:
    """The blocks, with the one that repeats the page's title as the heading that it is."""
    keys = [_key(block.text) for block in blocks]
    wanted = _key(title or "")
    if wanted and wanted in keys:
        at = keys.index(wanted)
        blocks[at] = replace(blocks[at], kind="title", level=1)
    return blocks


def _told(root: Element) -> frozenset[str]:
    """Keys of the paragraphs that trafilatura takes for the article."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - a quarter of a second

    found = bare_extraction(deepcopy(root), include_comments=False, include_tables=True)
    if found is None or found.body is None:
        return frozenset()
    return frozenset(filter(None, (_key(part) for part in found.body.itertext())))


def _key(text: str) -> str:
    """The first letters of a text, by which it is known again; empty for very short ones."""
    letters = _NOT_LETTERS.sub("", text).casefold()
    return letters[:KEY_LENGTH] if len(letters) > 3 else ""


def _container(body: Element, blocks: Sequence[Block], told: frozenset[str]) -> Element:
    """The smallest element that holds nearly all of the article."""
    weight: Counter[Element] = Counter()
    total = 0
    for block in blocks:
        if _key(block.text) in told:
            total += len(block.text)
            for element in (block.element, *block.element.iterancestors()):
                weight[element] += len(block.text)
    held = body
    while total:
        inner = [e for e in held if weight[e] >= SHARE * total and e.tag not in _SINGLE]
        if not inner:
            break
        held = inner[0]
    return held


def _lies_in(element: Element, held: Element) -> bool:
    return element is held or held in element.iterancestors()


def _kept(blocks: Sequence[Block], told: frozenset[str]) -> list[Block]:
    """The blocks without the scraps that are neither told, nor sentences, nor parts of a text."""
    return [
        block
        for block in blocks
        if block.kind or is_sentence(block.text) or not (_is_menu(block) or _is_scrap(block, told))
    ]


def _is_scrap(block: Block, told: frozenset[str]) -> bool:
    return bool(told) and _key(block.text) not in told


def _is_menu(block: Block) -> bool:
    """Whether a block is hardly more than links."""
    linked = sum(len(tree.text(link)) for link in block.element.iter("a"))
    return linked > LINKED * len(block.text)


def _head(blocks: Sequence[Block]) -> int:
    """The index of the title over the article; behind all blocks if there is none."""
    titles = [at for at, block in enumerate(blocks) if block.kind == "title" and block.level == 1]
    return titles[-1] if titles else len(blocks)


def _is_masthead(block: Block) -> bool:
    return block.kind is None and masthead.says(block.text) is not None
