from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from dragoman.reading.resolve.setting import FirstPerson
from dragoman.reading.resolve.turns import turns
from dragoman.records.documents import Document, SectionKind
from dragoman.records.readings import Referent
from tests.reading.resolve.conftest import Said, document

MALI = Referent(actor="MLI", name="Mali", kind="state", country="MLI", sector="GOV")
TOGO = Referent(actor="TGO", name="Togo", kind="state", country="TGO", sector="GOV")


def a_document(*kinds: SectionKind, text: str = "A text.") -> Document:
    return document("\n".join(text for _ in kinds), kinds=kinds)


def test_a_question_addresses_whoever_answers_it() -> None:
    asked = a_document("question", "answer", "question")
    sections = list(asked.sections)
    sections[1] = replace(sections[1], author="Modibo Keita")
    found = turns(replace(asked, sections=tuple(sections)), lambda _: MALI, FirstPerson(None, TOGO))
    assert found.answers == {1: MALI}
    assert found.addresses == {0: MALI, 2: TOGO}


def test_readers_address_whom_they_are_known_to_address() -> None:
    we = FirstPerson(None, MALI, {1: TOGO, 2: MALI}, {1: MALI})
    found = turns(a_document("body", "comment", "comment"), lambda _: None, we)
    assert found.addresses == {1: MALI}


def test_nobody_is_addressed_where_nobody_is_known() -> None:
    assert turns(a_document("question", "answer"), lambda _: None, FirstPerson(None, None)) == (
        {},
        {},
    )


def test_a_letter_addresses_the_other_of_two() -> None:
    we = FirstPerson(None, MALI, across=TOGO)
    assert turns(a_document("body", text="Dear Kossi, no."), lambda _: None, we).addresses == {
        0: TOGO
    }
    assert turns(a_document("body"), lambda _: None, we).addresses == {}


def test_your_government_is_that_of_the_one_who_is_asked(said: Callable[..., Said]) -> None:
    text = "Why has your government closed the road to Togo?\nWe were shot at."
    found = said(text, kinds=("question", "answer"), country="GHA")
    assert ("your government", ("GHA",)) in found
    assert ("We", ("GHA",)) in found
    found = said("Has your ministry asked Togo?", kinds=("body",), country="GHA")
    assert ("your ministry", ("GHA",)) not in found
