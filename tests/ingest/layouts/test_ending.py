from __future__ import annotations

import pytest

from tests.ingest.making import covered, read

BODY = (
    "The government of Borduria recalled its envoy from Syldavia on Friday, after shots had been"
    " fired at the bridge between the two states, and it said that it would not send him back.\n"
    "A spokesman said that the guards would have to leave first, and that nothing else would do"
    " after what had been done to the envoy and to those who were with him on that morning.\n"
)


@pytest.mark.parametrize(
    ("signature", "author"),
    [
        ("Kim Chol Su", "Kim Chol Su"),
        ("Kim Chol Su\nMember of the Borduria Friendship Society", "Kim Chol Su"),
        ("Kim Chol Su, chairman of the Borduria group of the parliament", "Kim Chol Su"),
        ("N. Parvaneh", "N. Parvaneh"),
        ("— Jane Roe", "Jane Roe"),
        ("(Jane Roe)", "Jane Roe"),
    ],
)
def test_who_signs_is_the_author_and_no_part_of_the_text(signature: str, author: str) -> None:
    document = read(BODY + signature + "\n")
    assert document.author == author
    assert author not in covered(document)
    assert len(document.sections) == 2


@pytest.mark.parametrize(
    "line",
    ["For Borduria            For Syldavia", "Ministry of Foreign Affairs", "So it stands."],
)
def test_not_every_last_line_is_a_name(line: str) -> None:
    assert read(BODY + line).author is None


@pytest.mark.parametrize(
    "last", ["Klow, 27 September 2020", "27 September 2020", "27 September 2020\nKlow"]
)
def test_place_and_day_under_a_statement_date_it(last: str) -> None:
    document = read(BODY + last)
    assert (document.published, document.published_basis) == ("2020-09-27", "stated")
    assert "2020" not in covered(document)


def test_an_agency_may_stamp_its_address_with_the_day() -> None:
    document = read(BODY + "www.klow.example (Juche111.5.14.)\n")
    assert document.published == "2022-05-14"
    assert "www" not in covered(document)


def test_a_day_in_the_last_sentence_is_part_of_the_text() -> None:
    document = read(BODY + "\nThe state ceased to exist on 3 October 1990.")
    assert document.published is None
    assert "1990" in covered(document)


@pytest.mark.parametrize(
    "mark", ["-ends-", "ENDS", "###", "-0-", "Enditem", "All rights reserved."]
)
def test_end_marks_are_furniture(mark: str) -> None:
    assert mark not in covered(read(BODY + mark))


def test_a_word_about_the_writer_names_the_author() -> None:
    bio = "Jane Roe is a freelance writer who lives in Klow. Follow her on Twitter.\n"
    document = read(f"At the bridge\n\n{BODY}\n{bio}")
    assert document.author == "Jane Roe"
    assert "freelance" not in covered(document)


def test_a_known_author_needs_no_further_sign() -> None:
    document = read(f"At the bridge\nBy Jane Roe\n\n{BODY}\nJane Roe teaches at a school.\n")
    assert "teaches" not in covered(document)


def test_a_person_told_of_is_not_taken_for_the_writer() -> None:
    told = "Jane Roe is a professor and the author of two books. Roe was sent home.\n"
    document = read(f"At the bridge\n\n{BODY}Jane Roe was hurt, Roe said.\n{told}")
    assert document.author is None
    assert "professor" in covered(document)
