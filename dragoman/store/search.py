"""Full text: FTS5 where the database is SQLite, plain comparison elsewhere."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    TableClause,
    and_,
    column,
    func,
    literal_column,
    select,
    table,
)

from dragoman.store.schema import CLAIMS, DOCUMENTS

PASSAGE_WORDS = 24
PASSAGE_LETTERS = 160
INDEXED = {"claims": ("text",), "documents": ("title", "text")}


def create(connection: Connection) -> None:
    """Makes the full-text index, which follows the tables by itself."""
    if connection.dialect.name == "sqlite":
        for name, columns in INDEXED.items():
            for statement in _definition(name, columns):
                connection.exec_driver_sql(statement)


def _definition(name: str, columns: tuple[str, ...]) -> list[str]:
    """An index that keeps no text of its own, and the triggers that keep it true."""
    fields = ", ".join(columns)
    new = ", ".join(f"new.{field}" for field in columns)
    old = ", ".join(f"old.{field}" for field in columns)
    # names of our own tables: no value from outside comes near these statements
    add = f"INSERT INTO {name}_fts(rowid, {fields}) VALUES (new.row, {new});"  # noqa: S608
    drop = f"INSERT INTO {name}_fts({name}_fts, rowid, {fields}) VALUES ('delete', old.row, {old});"  # noqa: S608
    return [
        f"CREATE VIRTUAL TABLE {name}_fts USING fts5({fields}, content='{name}',"
        " content_rowid='row', tokenize='porter unicode61 remove_diacritics 2')",
        f"CREATE TRIGGER {name}_fts_insert AFTER INSERT ON {name} BEGIN {add} END",
        f"CREATE TRIGGER {name}_fts_delete AFTER DELETE ON {name} BEGIN {drop} END",
        f"CREATE TRIGGER {name}_fts_update AFTER UPDATE OF {fields} ON {name}"
        f" BEGIN {drop} {add} END",
    ]


def words_in(asked: str) -> list[str]:
    """The words that a user typed, without what could be taken for the syntax of a query."""
    plain = asked.encode("utf-8", "ignore").decode().replace("\0", " ").replace('"', " ")
    return [word for word in plain.split() if any(letter.isalnum() for letter in word)]


def claims_with(connection: Connection, asked: str) -> ColumnElement[bool]:
    """The condition that a claim's sentence holds all the words."""
    words = words_in(asked)
    if not words:
        return CLAIMS.c.row.is_(None)  # false() would drop the conditions beside it
    if connection.dialect.name == "sqlite":
        return CLAIMS.c.row.in_(_matches("claims", words))
    return and_(*(_holds(CLAIMS.c.text, word) for word in words))


class Found(NamedTuple):
    """How to find documents: what to join, when a row fits, a passage of it, the best first."""

    table: TableClause | None
    condition: ColumnElement[bool]
    passage: ColumnElement[str]
    order: tuple[ColumnElement[Any], ...]


def documents_with(connection: Connection, asked: str) -> Found:
    """The documents that hold all the words in their title or text."""
    words, opening = words_in(asked), func.substr(DOCUMENTS.c.text, 1, PASSAGE_LETTERS)
    if not words:
        return Found(None, DOCUMENTS.c.row.is_(None), opening, ())
    if connection.dialect.name != "sqlite":
        both = DOCUMENTS.c.title + " " + DOCUMENTS.c.text
        return Found(None, and_(*(_holds(both, word) for word in words)), opening, ())
    whole: ColumnElement[str] = literal_column("documents_fts")
    passage = func.snippet(whole, 1, "", "", "…", PASSAGE_WORDS)
    matching = whole.op("MATCH")(_phrases(words))
    return Found(_index("documents"), matching, passage, (literal_column("rank"),))


def _matches(name: str, words: list[str]) -> Select[tuple[int]]:
    index = _index(name)
    return select(index.c.rowid).where(literal_column(f"{name}_fts").op("MATCH")(_phrases(words)))


def _index(name: str) -> TableClause:
    return table(f"{name}_fts", column("rowid", Integer))


def _phrases(words: list[str]) -> str:
    """Each word between quotation marks, where FTS5 reads nothing into it."""
    return " ".join(f'"{word}"' for word in words)


def _holds(text: ColumnElement[str], word: str) -> ColumnElement[bool]:
    return func.lower(text).contains(word.lower(), autoescape=True)
