from __future__ import annotations

import pytest

from dragoman.ingest import media


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.HTML", media.HTML), ("a.md", media.MARKDOWN), ("a.wiki", media.WIKI), ("a", media.PLAIN)],
)
def test_the_name_tells_the_type(name: str, kind: str) -> None:
    assert media.of_path(name) == kind


def test_a_page_shows_whatever_its_name() -> None:
    assert media.sniff(media.PLAIN, "<!-- x -->\n<!DOCTYPE html><p>a") == media.HTML
    assert media.sniff("text/html; charset=utf-8", "plain") == media.HTML
    assert media.sniff(media.PLAIN, "He wrote <html> in a letter.") == media.PLAIN


def test_wiki_markup_shows_but_a_bracket_is_none() -> None:
    marked = "'''A''' is [[b]] of [[c]] in [[d]].{{cite web|title=x}}<ref>y</ref>"
    assert media.sniff(media.PLAIN, marked) == media.WIKI
    assert media.sniff(media.PLAIN, "He said [[so]].") == media.PLAIN
