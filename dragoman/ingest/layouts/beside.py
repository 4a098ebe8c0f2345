"""What stands beside an article on its page, cut out of the tree: comments and teasers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.ingest.layouts import commenters, teasers, tree
from dragoman.ingest.layouts.blocks import walk
from dragoman.ingest.layouts.tree import Element
from dragoman.ingest.vocabulary import wordlist
from dragoman.records.codec import Record

_THREADS = frozenset(
    wordlist(
        "comments comment-list commentlist comment-section comments-area comment-thread disqus"
        " responses reader-comments"
    )
)
_RELATED = frozenset(
    wordlist(
        "related recommended recommendations teaser teasers trending outbrain taboola mostread"
        " most-read most-popular most-viewed more-from more-news more-stories more-articles"
        " read-next read-more read-also also-like see-also latest-news recirc recirculation popular"
    )
)
_AUTHOR = frozenset(wordlist("author fn comment-author username user-name user commenter vcard"))
_BODY = ("comment-content", "comment-text", "comment-message", "comment-body", "content", "text")
_REMARKS = frozenset(wordlist("reply comment-reply comment-meta metadata actions votes likes says"))
_OWN = frozenset(wordlist("bypostauthor by-author byauthor post-author is-author author-comment"))
_CONTAINERS = ("section", "div", "aside", "ul", "nav")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
LINKED = 0.3  # of the words under a heading of links must be links
_DEPTH = re.compile(r"\bdepth-(\d+)\b")


class Comment(Record, frozen=True, kw_only=True):
    """A reader's comment; `parent` counts from the first comment of the page."""

    text: str
    author: str | None
    level: int
    parent: int | None
    by_author: bool


def take_comments(root: Element) -> tuple[Comment, ...]:
    """The comments of the page, in order, taken out of the tree with all that is around them."""
    items = [
        element for element in root.iter("li", "div", "article", "section") if _is_item(element)
    ]
    made: list[Comment] = []
    index: dict[Element, int] = {}
    for item in items:
        above = next((index[up] for up in item.iterancestors() if up in index), None)
        if comment := _comment(item, above, made):
            index[item] = len(made)
            made.append(comment)
    for item in items:
        tree.remove(item)
    for element in list(root.iter("section", "div", "ol", "ul", "aside")):
        if tree.labels(element) & _THREADS and not _holds_article(element):
            tree.remove(element)
    return tuple(made)


def take_teasers(root: Element) -> tuple[str, ...]:
    """The teasers of the page, in order, taken out of the tree."""
    found: list[str] = []
    for element in list(root.iter(*_CONTAINERS, *_HEADINGS)):
        if root not in element.iterancestors():
            continue  # it went with another
        if element.tag in _HEADINGS:
            under = _under(element) if teasers.is_title(tree.text(element)) else []
        else:
            under = [element] if _is_related(element) else []
        for part in under:
            found.extend(_items(part))
            tree.remove(part)
    return tuple(dict.fromkeys(found))


def outlet(root: Element) -> str | None:
    """The source that a heading `More From …` names; None where nothing does."""
    titles = (tree.text(heading) for heading in root.iter(*_HEADINGS))
    return next((name for title in titles if (name := teasers.named(title))), None)


def _under(heading: Element) -> list[Element]:
    """The heading and what follows it as long as that is mostly links."""
    parent = heading.getparent()
    top = parent if len(parent) == 1 and not (parent.text or "").strip() else heading
    found = [top]
    for part in top.itersiblings():
        words = tree.text(part)
        linked = sum(len(tree.text(link)) for link in part.iter("a"))
        if part.tag in _HEADINGS or (words and linked < LINKED * len(words)):
            break
        found.append(part)
    return found if len(found) > 1 else []


def _is_item(element: Element) -> bool:
    """Whether an element is one comment: `comment` is one of its classes as it stands."""
    classes = (element.get("class") or "").lower().split()
    typed = (element.get("itemtype") or "").endswith("/Comment")
    return typed or "comment" in classes or "comment-item" in classes


def _comment(item: Element, above: int | None, made: list[Comment]) -> Comment | None:
    author, badged = _author(item)
    said = _said(item)
    if not said:
        return None
    depth = _DEPTH.search(item.get("class") or "")
    if above is None and depth and int(depth[1]) > 1:
        wanted = int(depth[1]) - 2
        above = next((i for i in reversed(range(len(made))) if made[i].level == wanted), None)
    return Comment(
        text=said,
        author=author,
        level=0 if above is None else made[above].level + 1,
        parent=above,
        by_author=badged or bool(tree.labels(item) & _OWN),
    )


def _author(item: Element) -> tuple[str | None, bool]:
    for part in _descendants(item):
        marked = part.get("itemprop") in ("author", "creator") or tree.labels(part) & _AUTHOR
        if marked and (name := tree.text(part)):
            words = re.sub(r"\s*(?:says|said|wrote)?\s*:?\s*$", "", name)
            return commenters.badge(words)
    return None, False


def _descendants(item: Element) -> Iterator[Element]:
    """The elements of a comment that are not those of an answer to it."""
    for part in item.iterdescendants():
        nearest = next((up for up in part.iterancestors() if _is_item(up)), None)
        if nearest is item and not _is_item(part):
            yield part


def _said(item: Element) -> str:
    """The words of a comment, paragraphs on lines of their own."""
    named = [part for part in _descendants(item) if isinstance(part.tag, str)]
    bodies = [part for name in _BODY for part in named if name in tree.labels(part)]
    texts = [part for part in named if part.get("itemprop") in ("text", "commentText")]
    for body in (*texts, *bodies):
        inner = [part for part in named if body in part.iterancestors()]
        if any(part.tag == "p" for part in inner) or not inner:
            return _words(body)
    return "\n".join(filter(None, (_words(part) for part in named if part.tag == "p")))


def _words(body: Element) -> str:
    remarks = {part for part in body.iterdescendants() if tree.labels(part) & _REMARKS}
    blocks = (block for block in walk(body) if not _within(block.element, remarks))
    return "\n".join(block.text for block in blocks)


def _within(element: Element, others: set[Element]) -> bool:
    return element in others or any(up in others for up in element.iterancestors())


def _is_related(element: Element) -> bool:
    if _holds_article(element):
        return False
    if tree.labels(element) & _RELATED:
        return True
    first = next((part for part in element.iter("h2", "h3", "h4", "h5", "strong", "p")), None)
    return (
        first is not None
        and element.find(".//a") is not None
        and teasers.is_title(tree.text(first))
    )


def _items(element: Element) -> Iterator[str]:
    """One text for each article linked to: that of the list item, article or link."""
    taken: set[Element] = set()
    for part in element.iter("li", "article", "a"):
        if not any(up in taken for up in part.iterancestors()) and (words := tree.text(part)):
            taken.add(part)
            if not teasers.is_title(words):
                yield words


def _holds_article(element: Element) -> bool:
    return element.find(".//h1") is not None or element.tag in ("main", "body")
