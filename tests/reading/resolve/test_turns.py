from __future__ import annotations

from collections.abc import Callable

from dragoman.reading.resolve.turns import turns
from dragoman.records.documents import Section
from dragoman.records.readings import Referent
from tests.reading.resolve.conftest import Said

MALI = Referent(actor="MLI", name="Mali", kind="state", country="MLI", sector="GOV")
TOGO = Referent(actor="TGO", name="Togo", kind="state", country="TGO", sector="GOV")


def section(kind: str, author: str | None = None) -> Section:
    return Section(kind=kind, start=0, end=1, author=author)  # type: ignore[arg-type]


def test_a_question_addresses_whoever_answers_it() -> None:
    sections = [section("question"), section("answer", "Modibo Keita"), section("question")]
    found = turns(sections, lambda _: MALI, TOGO, {})
    assert found.answers == {1: MALI}
    assert found.addresses == {0: MALI, 2: TOGO}


def test_a_reader_from_elsewhere_addresses_the_author() -> None:
    sections = [section("body"), section("comment"), section("comment")]
    found = turns(sections, lambda _: None, MALI, {1: TOGO, 2: MALI})
    assert found.addresses == {1: MALI}


def test_nobody_is_addressed_where_nobody_is_known() -> None:
    assert turns([section("question"), section("answer")], lambda _: None, None, {}).addresses == {}


def test_your_government_is_that_of_the_one_who_is_asked(said: Callable[..., Said]) -> None:
    text = "Why has your government closed the road to Togo?\nWe were shot at."
    found = said(text, kinds=("question", "answer"), country="GHA")
    assert ("your government", ("GHA",)) in found
    assert ("We", ("GHA",)) in found
    found = said("Has your ministry asked Togo?", kinds=("body",), country="GHA")
    assert ("your ministry", ("GHA",)) not in found
