from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.reading.times import stated_publication

TEXT = "The foreign minister arrived here for talks.\nThe two sides signed nothing.\n"
# documents cut down to head and foot, each under the day that it bears: "==== 1999-05-03"
BLOCKS = Path(__file__).with_name("heads.txt").read_text("utf-8").split("==== ")[1:]


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_a_document_bears_its_date_and_no_other(block: str) -> None:
    day, _, document = block.partition("\n")
    expected = None if day == "none" else day
    assert stated_publication(document.replace("{TEXT}", TEXT)) == expected


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("Library of the Lakes. Updated January 2022. Corrections are welcome.", "2022-01"),
        ("From the Lake Reader (revision of 9 August 2022)", "2022-08-09"),
    ],
)
def test_a_revision_dates_a_text(line: str, edtf: str) -> None:
    assert stated_publication(f"Coast and Lakeland\n{line}\n\n{TEXT}") == edtf


def test_publication_comes_before_a_revision() -> None:
    head = "Updated: 4 May 2018\nPublished: 3 May 2018\n\n"
    assert stated_publication(head + TEXT) == "2018-05-03"
