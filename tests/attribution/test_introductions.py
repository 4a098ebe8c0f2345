from __future__ import annotations

import pytest

from tests.attribution.telling import tell, voice


@pytest.mark.parametrize(
    "text",
    [
        "“Spain [[shelled]] us,” Malta said.",
        "“Spain [[shelled]] us,” said Malta.",
        "Malta said: “Spain [[shelled]] us.”",
        "“We are calm,” Malta said. “Spain [[shelled]] us.”",
        "Malta said: “It is over.\n\n“Spain [[shelled]] us.”",
        "«Spain [[shelled]] us», Malta declared.",
        "Malta issued a statement that read: “Spain [[shelled]] us.”",
    ],
)
def test_a_quotation_is_its_speakers_word(text: str) -> None:
    assert voice(text) == ("quoted", "Malta")


def test_a_quotation_that_nobody_introduces_is_still_not_the_authors() -> None:
    assert voice("“Spain [[shelled]] us in the night.”")[0] == "quoted"


def test_a_quote_within_a_quote_goes_through_its_speaker() -> None:
    claim = tell("“Malta told us that it [[paid]],” said Ana Soto.")
    assert claim.asserted_by.name == "Malta"
    assert [speaker.name for speaker in claim.via] == ["Ana Soto"]


def test_scare_quotes_leave_the_authors_word() -> None:
    assert voice("Spain ended the “friendly [[visit]]” after an hour.")[0] == "author"


def test_the_title_of_a_work_asserts_nothing() -> None:
    claim = tell("His novel “The Long [[Invasion]]” sold well.")
    assert (claim.asserted_by.role, claim.certainty) == ("author", "Uu")


def test_the_quotation_is_kept_verbatim() -> None:
    assert tell("Malta said: “Spain [[shelled]] us.”").quote == "Spain shelled us."
    assert tell("Spain [[shelled]] Malta.").quote is None
