from __future__ import annotations

import pytest

from tests.attribution.telling import tell, voice


def test_a_comment_is_its_commenters() -> None:
    assert voice("Spain [[paid]] them.", section="comment", section_author="Jo") == (
        "commenter",
        "Jo",
    )


def test_a_question_asserts_nothing() -> None:
    assert tell("Does Spain [[pay]] them?", section="question").certainty == "Uu"


def test_a_block_of_quotation_is_its_writers() -> None:
    block = "They [[took]] the boats."
    assert voice(block, section="quote_block", section_author="Jo") == ("quoted", "Jo")
    assert voice(block, section="quote_block", before="Ana Soto wrote:") == ("quoted", "Ana Soto")
    assert voice(block, section="quote_block", after="So said Ana Soto.") == ("quoted", "Ana Soto")


def test_a_ministry_speaks_for_its_state() -> None:
    speaker = tell("We [[condemn]] the raid.", source_kind="ministry", type="ACCUSE").asserted_by
    assert (speaker.role, speaker.country) == ("author", "NOR")


@pytest.mark.parametrize("section", ["comment", "quote_block"])
@pytest.mark.parametrize(
    "text",
    [
        "Spain [[paid]] them.",
        "Malta said that Spain [[paid]] them.",
        "“Spain [[paid]] them,” said Malta.",
        "Spain will [[pay]] them if Malta asks.",
        "I think Spain [[paid]] them.",
        "Reportedly Spain [[paid]].",
    ],
)
def test_what_others_write_is_never_the_authors(section: str, text: str) -> None:
    assert voice(text, section=section)[0] != "author"


@pytest.mark.parametrize(
    "frame", ["“{}”", "“{},” he said.", 'Malta: "{}"', "«{}» «So be it.»", "“{}"]
)
@pytest.mark.parametrize("text", ["Spain [[paid]] them in May", "We [[paid]] and Malta lied"])
def test_what_is_quoted_is_never_the_authors(frame: str, text: str) -> None:
    assert voice(frame.format(text))[0] != "author"
