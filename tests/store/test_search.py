from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql

from dragoman.ports import EventQuery
from dragoman.store import open_record
from dragoman.store.engine import address, connect, writing
from dragoman.store.search import claims_with, passage_of, spellings, words_in
from tests.factories import make_claim
from tests.store.making import make_intake, noon, take_in

POSTGRESQL = postgresql.dialect()  # type: ignore[no-untyped-call]


@given(st.text())
def test_words_hold_nothing_that_ends_a_quotation(asked: str) -> None:
    assert all(word and '"' not in word and "\0" not in word for word in words_in(asked))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("two embassies", ["two", "embassies"]),
        ('"two  embassies" - !', ["two embassies"]),
        ('an "open quotation', ["an", "open", "quotation"]),
        ("посольство 大使馆 سفارة", ["посольство", "大使馆", "سفارة"]),
        ("\ud800a", ["a"]),
        ("", []),
    ],
)
def test_words_are_what_a_reader_would_call_so(asked: str, words: list[str]) -> None:
    assert words_in(asked) == words


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("recognised", "recognized"),
        ("organization", "organisation"),
        ("labour", "labor"),
        ("neighbors", "neighbours"),
    ],
)
def test_a_word_is_found_as_it_is_spelt_elsewhere(word: str, other: str) -> None:
    assert set(spellings(word)) == {word, other}


def test_most_words_are_spelt_in_one_way() -> None:
    assert [spellings(word) for word in ("embassy", "two embassies", "Ziel")] == [
        ("embassy",),
        ("two embassies",),
        ("Ziel",),
    ]


def test_a_passage_shows_where_the_words_stand(tmp_path: Path) -> None:
    store = open_record(str(tmp_path / "record.db"), clock=noon)
    text = "Peru recognized the new state; its embassies opened."
    take_in(store, make_intake(text=text, claims=[make_claim(text)]))
    [hit] = store.view().find_claims("embassy recognised", EventQuery())
    marked = {hit.passage.text[start:end] for start, end in hit.passage.marks}
    assert marked == {"recognized", "embassies"}
    [found] = store.view().search('"new state"', EventQuery())
    assert [found.passage.text[a:b] for a, b in found.passage.marks] == ["new state"]
    assert list(store.view().find_claims('"state new"', EventQuery())) == []
    store.close()


def test_a_passage_without_marks_of_its_own_is_searched() -> None:
    passage = passage_of("A Labour law.", "labor")
    assert [passage.text[a:b] for a, b in passage.marks] == ["Labour"]


def test_elsewhere_than_in_sqlite_words_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    with create_engine("sqlite://").connect() as connection:
        monkeypatch.setattr(connection.dialect, "name", "postgresql")
        condition = claims_with(connection, "Open 100%")
    said = str(condition.compile(dialect=POSTGRESQL, compile_kwargs={"literal_binds": 1}))
    assert "lower(claims.text) LIKE '%%' || 'open'" in said
    assert "100/%" in said


def test_the_index_follows_the_tables(tmp_path: Path) -> None:
    store = open_record(str(tmp_path / "record.db"), clock=noon)
    for text in ("One.", "Two\0 and a half.", "One.", "Trois œufs à l'été."):
        claim = make_claim(text)
        take_in(store, make_intake(text=text, claims=[claim]), make_intake(text=text, config="two"))
    engine = connect(address(str(tmp_path / "record.db")), wait_s=1)
    with writing(engine) as connection:
        for name in ("claims_fts", "documents_fts"):
            check = f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
            connection.exec_driver_sql(check)
    engine.dispose()
    store.close()
