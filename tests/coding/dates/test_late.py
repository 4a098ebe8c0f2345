from __future__ import annotations

from dragoman.coding import LexiconCoder
from dragoman.records.documents import Section
from tests.coding.told import document, read

NEWS = "Ghana sent rice to Kenya on 3 May 2021."
DATES = [("3 May 2021", "2021-05-03")]


def _last(more: str, published: str) -> str | None:
    text = f"{NEWS}\n\n{more}"
    begins = len(NEWS) + 2
    sections = [
        Section(kind="body", start=0, end=begins),
        Section(kind="comment", start=begins, end=len(text)),
    ]
    written = document(text, published=published, sections=sections)
    return LexiconCoder().code(written, read(written, dates=DATES))[-1].occurred


def test_a_comment_on_news_is_of_its_month() -> None:
    assert _last("Ghana gave money to Kenya.", "2021-05-13") == "2021-05"


def test_a_comment_on_an_old_deed_has_no_date_of_it() -> None:
    assert _last("Ghana gave money to Kenya.", "2024-05-13") is None
