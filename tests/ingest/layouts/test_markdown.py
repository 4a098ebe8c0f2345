from __future__ import annotations

import pytest

from dragoman.ingest import media
from tests.ingest.making import kinds, read

PAGE = """\
---
title: "The bridge: a short history"
date: 2021-03-04
source: Klow Study Circle
author: Jane Roe
tags: [bridges]
---

# The bridge

Borduria [built](https://a.example) the **bridge** in 1936,
and the two states have quarrelled ever since.

## What was said

> We came to build.
> Others broke.

- 1941 — It was *shelled*.
- 1945 — A truce was signed.

| Year | Event |
|------|-------|
| 1936 | Built |

<script>alert(1)</script>

### See also

- [Ferry](x)
"""


def test_a_page_is_read_with_its_front_matter() -> None:
    document = read(PAGE, media.MARKDOWN)
    assert document.title == "The bridge: a short history"
    assert (document.published, document.published_basis) == ("2021-03-04", "given")
    assert (document.source.name, document.author) == ("Klow Study Circle", "Jane Roe")
    assert [part for part in kinds(document) if "alert" not in part[1]] == [
        ("title", "The bridge"),
        (
            "body",
            "Borduria built the bridge in 1936, and the two states have quarrelled ever since.",
        ),
        ("title", "What was said"),
        ("quote_block", "We came to build. Others broke."),
        ("list", "1941 — It was shelled.\n1945 — A truce was signed."),
        ("table", "Year | Event\n1936 | Built"),
        ("teaser", "Ferry"),
    ]


def test_scripts_are_not_read() -> None:
    assert "alert" not in read(PAGE, media.MARKDOWN).text


@pytest.mark.parametrize(
    "front",
    [
        '+++\ntitle = "The bridge"\ndate = 2021-03-04\n+++\n',
        "---\ntitle: The bridge\ndate: 2021-03-04\n---\n",
    ],
)
def test_front_matter_of_either_kind(front: str) -> None:
    document = read(front + "It was built.\n", media.MARKDOWN)
    assert (document.title, document.published) == ("The bridge", "2021-03-04")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    document = read("---\n\nIt was built.\n", media.MARKDOWN)
    assert kinds(document) == [("body", "It was built.")]
