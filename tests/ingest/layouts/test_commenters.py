"""The heads of comments, each of which a thread may have."""

from __future__ import annotations

import pytest

from dragoman.ingest.layouts.commenters import Header, header, is_when
from dragoman.ingest.layouts.lines import split


def head(text: str) -> Header | None:
    return header(split(text), 0)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ama: It was closed.", "Ama"),
        ("kofi_t: It was closed.", "kofi_t"),
        ("Ama T., Tema: It was closed.", "Ama T., Tema"),
        ("Ama — 3 Mar: It was closed.", "Ama"),
        ("Ama (Tema) 3 mar: It was closed.", "Ama (Tema)"),
        ("Ama 03.03. 14:20: It was closed.", "Ama"),
        ("Ama said... It was closed.", "Ama"),
        ("7 Ama_T: It was closed.", "Ama_T"),
        ('"Ama & Kofi": It was closed.', "Ama & Kofi"),
        ("Ama T. – It was closed.", "Ama T."),
    ],
)
def test_a_comment_may_begin_on_the_line_of_its_head(line: str, name: str) -> None:
    found = head(line)
    assert found is not None
    assert found.name == name
    assert line[found.skip :].startswith("It was closed.")


@pytest.mark.parametrize(
    ("line", "name", "marked"),
    [
        ("[#2] Ama, 08-03-2005, 10:17", "Ama", True),
        ("> From: Ama (Tema), Mar 8, 2005", "Ama (Tema)", True),
        ("Re: by Ama(f): 2:21pm On Mar 08, 2005", "Ama(f)", True),
        ("u/ama · 3h", "ama", True),
        ("Ama T., Mar 9, 8:14 am", "Ama T.", False),
        ("Ama T. | 9 Mar 2005, 18:20", "Ama T.", False),
        ("Ama says:", "Ama", False),
    ],
)
def test_a_head_may_fill_a_line(line: str, name: str, *, marked: bool) -> None:
    found = head(line)
    assert found is not None
    assert (found.name, found.marked, found.skip) == (name, marked, None)


@pytest.mark.parametrize(
    "line",
    [
        "One thing: it was closed.",
        "Update: it was closed.",
        "It was closed: nobody came.",
        "It was closed on 3 March, and nobody came.",
        "March 3, 2005 at 9:15 am",
        "The minister of trade said: it was closed.",
    ],
)
def test_a_sentence_is_no_head(line: str) -> None:
    assert head(line) is None


@pytest.mark.parametrize(
    "text", ["3 Mar", "3h", "20 min", "04.10.", "Mar 9, 8:14 am", "2 days ago"]
)
def test_times_of_comments(text: str) -> None:
    assert is_when(text)


@pytest.mark.parametrize("text", ["12", "three of us", "Ama 3", "Mars"])
def test_what_is_no_time(text: str) -> None:
    assert not is_when(text)
