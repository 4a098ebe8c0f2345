from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.records.documents import Document
from tests.ingest.making import covered, of_kind, read

SEEDS = Path(__file__).parents[3] / "shared" / "corpus" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the documents are not here")


def seed(number: int) -> Document:
    (path,) = SEEDS.glob(f"{number:03}_*.txt")
    document = read(path.read_bytes())
    assert document.text == path.read_text("utf-8")
    return document


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, ("Ministry of Foreign Affairs", "ministry", "PRK", None, "Kim Song Chol")),
        (1, ("Encyclopedia", "encyclopedia", None, None, None)),
        (2, ("Explainer", "other", None, "2023-12-06", None)),
        (3, ("Blog", "blog", None, None, "Eugene Bach")),
        (4, ("Naenara", "state_media", "PRK", "2022-05-14", "Kim Sung Chan")),
    ],
)
def test_who_publishes_and_when(number: int, told: tuple[str | None, ...]) -> None:
    document = seed(number)
    source = document.source
    assert told == (source.name, source.kind, source.country, document.published, document.author)


@pytest.mark.parametrize(
    ("number", "counts"),
    [
        (0, {"title": 0, "body": 12, "teaser": 20}),
        (1, {"title": 2, "infobox": 1, "body": 6, "teaser": 3}),
        (2, {"title": 5, "body": 6, "question": 3, "answer": 3}),
        (3, {"title": 1, "body": 9, "comment": 3}),
        (4, {"title": 1, "body": 14, "teaser": 20}),
    ],
)
def test_what_is_cut_into_what(number: int, counts: dict[str, int]) -> None:
    document = seed(number)
    assert len(document.sections) == sum(counts.values())
    for kind, count in counts.items():
        assert len(of_kind(document, kind)) == count


def test_who_answers_whom() -> None:
    first, second, third = (part for part in seed(3).sections if part.kind == "comment")
    assert (first.author, third.author) == ("Karl Abraham", "Abdul Momen")
    assert (second.author, second.by_author, second.level) == ("Eugene", True, 1)
    assert seed(3).sections[second.parent or 0] == first


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, ["Kim Song Chol", "More From", "More Articles"]),
        (1, ["See also", "Infobox"]),
        (2, ["Q:", "A:", "Dec 6th"]),
        (3, ["Dr. Eugene", "Eugene Author", "2. Abdul"]),
        (4, ["Source:", "More From", "Kim Sung Chan"]),
    ],
)
def test_furniture_is_in_no_section(number: int, words: list[str]) -> None:
    text = covered(seed(number))
    assert not [word for word in words if word in text]
