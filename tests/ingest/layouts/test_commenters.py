"""The heads of comments, each of which a thread may have."""

from __future__ import annotations

import pytest

from dragoman.ingest.layouts.commenters import Header, footer, header, is_when
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
        ("# Ama T. says:", "Ama T.", False),
        ("by Thulani » Thu Mar 10, 2005 9:15 pm", "Thulani", True),
        ("Ama_T, Mar 2005 #3", "Ama_T", True),
        ("4 · Ama on March 9, 2005 02:11 AM · direct link", "Ama", False),
        ("4 Ama { 03.09.05 at 10:07 pm }", "Ama", False),
        ("March 9th, 2005 7:11 pm GMT - Posted by Ama in Tema", "Ama in Tema", False),
        ("[–] ama_t 12 points", "ama_t", True),
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


@pytest.mark.parametrize(
    "text", ["17 March '11 at 9:12 am", "Mar 9 2005 15:20 cest", "9 Mar 2005 #2"]
)
def test_times_with_what_goes_with_them(text: str) -> None:
    assert is_when(text)


def test_names_that_look_like_days_or_zones_are_names() -> None:
    assert not is_when("Thulani 9 March 2005")
    assert not is_when("Knut 9 March 2005")


def test_a_forum_tells_of_a_member_between_the_name_and_the_time() -> None:
    text = "Ama_T\nSENIOR MEMBER | Joined May 2001 | Messages 2,377\nMar 9, 2005 #2\nIt was closed."
    found = head(text)
    assert found is not None
    assert (found.name, found.skip, found.dated) == ("Ama_T", None, True)
    assert head("Ama_T\nIt was closed, as far as anybody knows.") is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Posted by: Knut | Mar 9 2005 15:20 utc | 3", "Knut"),
        ("(Ama, 9 March 2005 07:03)", "Ama"),
        ("ama (Ama T.), Wednesday, 9 March 2005 11:55 (two years ago) link", "ama (Ama T.)"),
        ("Mar 09th, 2005 - 08:06 am - Link - Report abuse", ""),
    ],
)
def test_what_stands_under_a_comment(line: str, name: str) -> None:
    found = footer(line)
    assert found is not None
    assert found.name == name


def test_a_sentence_with_a_date_signs_nothing() -> None:
    assert footer("It was closed on 9 March 2005.") is None
