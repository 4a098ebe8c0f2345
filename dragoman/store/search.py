"""Full text: FTS5 where the database is SQLite, plain comparison elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    TableClause,
    and_,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
)

from dragoman.ports import Passage
from dragoman.store.schema import CLAIMS, DOCUMENTS

PASSAGE_WORDS = 40
PASSAGE_LETTERS = 160
INDEXED = {"claims": ("text",), "documents": ("title", "text")}

# Around words that are found: Unicode keeps these two for a program's own use, never for texts.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_QUOTED: Final = re.compile(r'"([^"]*)"|([^"\s]+)')
_SPELT_WITH_S_OR_Z: Final = re.compile(r"(\w{3,}[iy])([sz])(e[sd]?|ing|ations?|ers?)")
_SPELT_WITH_U: Final = re.compile(r"(\w{2,}o)(u?)(r(?:s|ed|ing|hood|able|ite|ites)?)")


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
    """The words and quoted phrases that a user typed, and nothing of the syntax of a query."""
    plain = asked.encode("utf-8", "ignore").decode().replace("\0", " ")
    found = (quoted or bare for quoted, bare in _QUOTED.findall(plain))
    return [" ".join(word.split()) for word in found if any(map(str.isalnum, word))]


def spellings(word: str) -> tuple[str, ...]:
    """The word, and as it is spelt across the Atlantic."""
    if match := _SPELT_WITH_S_OR_Z.fullmatch(word.lower()):
        other = "z" if match[2] == "s" else "s"
        return word, f"{match[1]}{other}{match[3]}"
    if match := _SPELT_WITH_U.fullmatch(word.lower()):
        return word, f"{match[1]}{'' if match[2] else 'u'}{match[3]}"
    return (word,)


def claims_with(connection: Connection, asked: str) -> ColumnElement[bool]:
    """The condition that a claim's sentence holds all the words."""
    words = words_in(asked)
    if not words:
        return CLAIMS.c.row.is_(None)  # false() would drop the conditions beside it
    if connection.dialect.name == "sqlite":
        return CLAIMS.c.row.in_(_matches("claims", words))
    return _all_held(CLAIMS.c.text, words)


class Found(NamedTuple):
    """How to find rows: what to join, when a row fits, a passage of it, the best first."""

    table: TableClause | None
    condition: ColumnElement[bool]
    passage: ColumnElement[str]
    order: tuple[ColumnElement[Any], ...]


def claims_found(connection: Connection, asked: str) -> Found:
    """The claims whose sentence holds all the words."""
    return _found(connection, asked, CLAIMS, 0, CLAIMS.c.text)


def documents_found(connection: Connection, asked: str) -> Found:
    """The documents that hold all the words in their title or text."""
    both = DOCUMENTS.c.title + " " + DOCUMENTS.c.text
    return _found(connection, asked, DOCUMENTS, 1, both)


def passage_of(marked: str, asked: str) -> Passage:
    """The passage that a search gave, with the places of what was found in it."""
    if _OPEN not in marked:
        words = [spelt for word in words_in(asked) for spelt in spellings(word)]
        return Passage(text=marked, marks=tuple(_places(marked, words)))
    text, marks, opened = "", [], 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if piece == _OPEN:
            opened = len(text)
        elif piece == _CLOSE:
            marks.append((opened, len(text)))
        else:
            text += piece
    return Passage(text=text, marks=tuple(marks))


def _found(
    connection: Connection, asked: str, of: Table, nth: int, text: ColumnElement[str]
) -> Found:
    """Rows of a table that hold all the words, with a passage of its nth indexed column."""
    words, opening = words_in(asked), func.substr(of.c.text, 1, PASSAGE_LETTERS)
    if not words:
        return Found(None, of.c.row.is_(None), opening, ())
    if connection.dialect.name != "sqlite":
        return Found(None, _all_held(text, words), opening, ())
    whole: ColumnElement[str] = literal_column(f"{of.name}_fts")
    passage = func.snippet(whole, nth, _OPEN, _CLOSE, "…", PASSAGE_WORDS)
    matching = whole.op("MATCH")(_phrases(words))
    return Found(_index(of.name), matching, passage, (literal_column("rank"),))


def _matches(name: str, words: list[str]) -> Select[tuple[int]]:
    index = _index(name)
    return select(index.c.rowid).where(literal_column(f"{name}_fts").op("MATCH")(_phrases(words)))


def _index(name: str) -> TableClause:
    return table(f"{name}_fts", column("rowid", Integer))


def _phrases(words: list[str]) -> str:
    """Each word between quotation marks, where FTS5 reads nothing into it."""
    either = (" OR ".join(f'"{spelt}"' for spelt in spellings(word)) for word in words)
    return " AND ".join(f"({one})" for one in either)


def _all_held(text: ColumnElement[str], words: list[str]) -> ColumnElement[bool]:
    return and_(*(or_(*(_holds(text, spelt) for spelt in spellings(word))) for word in words))


def _holds(text: ColumnElement[str], word: str) -> ColumnElement[bool]:
    return func.lower(text).contains(word.lower(), autoescape=True)


def _places(text: str, words: list[str]) -> Iterator[tuple[int, int]]:
    if words:
        pattern = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        yield from (match.span() for match in re.finditer(pattern, text, re.IGNORECASE))
