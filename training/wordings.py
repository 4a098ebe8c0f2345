"""Reads the wordings: sentences with their events marked in place (see FORMAT.md)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "wordings"
CLAUSES: Final = Path(__file__).parent / "clauses.txt"

_PIECE: Final = re.compile(
    r"\[(?P<marks>[arts][0-9]+(?:,[arts][0-9]+)*) |(?P<close>\])|\{(?P<slot>[^{}]+)\}"
)
_EVENT: Final = re.compile(r"[1-9][0-9]* [A-Z]+\b.*\|.*")
_ROLES: Final = {"a": "actors", "r": "recipients", "t": "triggers", "s": "speakers"}


class WordingError(ValueError):
    """A wording that does not keep to the format; names the file, the text and the fix."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of a wording: words as they stand, or a slot; `marks` are those around it."""

    text: str
    is_slot: bool
    marks: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Coded:
    """What an event line says."""

    number: int
    event_type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    certainty: str
    auxiliary: tuple[str, ...]
    role: str


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One sentence as somebody wrote it."""

    family: str
    register: str
    pieces: tuple[Piece, ...]
    events: tuple[Coded, ...]

    @property
    def slots(self) -> frozenset[str]:
        """The slots that stand in it."""
        return frozenset(p.text for p in self.pieces if p.is_slot)


def read_wordings(folder: Path = FOLDER) -> tuple[Wording, ...]:
    """All wordings, by file and place; the family is named for the file and the text."""
    found = [w for path in sorted(folder.glob("*.txt")) for w in read_file(path)]
    seen: set[str] = set()
    for wording in found:
        if wording.family in seen:
            raise WordingError(f"{wording.family}: the same wording twice; remove one")
        seen.add(wording.family)
    return tuple(found)


def read_file(path: Path) -> Iterator[Wording]:
    """The wordings of one file."""
    register = ""
    for block in path.read_text("utf-8").split("\n\n"):
        lines = [line.rstrip() for line in block.strip().splitlines()]
        while lines and lines[0].startswith("#"):
            register = lines.pop(0).removeprefix("#register").strip()
        if lines:
            yield wording_of(path.stem, register, lines)


def clauses(path: Path = CLAUSES) -> dict[str, list[Wording]]:
    """The clauses that can be put before (`lead`) or after (`tail`) a sentence."""
    found: dict[str, list[Wording]] = {"lead": [], "tail": []}
    kind = ""
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.strip("\n").splitlines()
        if lines[0].startswith("#"):
            kind = lines.pop(0).removeprefix("#").strip()
        elif len(lines) > 1 and _EVENT.fullmatch(lines[1]):
            found[kind].append(wording_of(path.stem, "", lines))
            continue
        found[kind] += (wording_of(path.stem, "", [line, "0"]) for line in lines)
    return found


def wording_of(stem: str, register: str, lines: list[str]) -> Wording:
    """The wording that a sentence and its event lines make; the family begins with the stem."""
    text, *rest = lines
    place = f"{stem}.txt: {text[:60]!r}"
    if not rest or any(line != "0" and not _EVENT.fullmatch(line) for line in rest):
        raise WordingError(f"{place}: the lines under it are no events; write `1 TYPE ...` or `0`")
    name = hashlib.sha256(text.encode()).hexdigest()[:8]
    return Wording(
        family=f"{stem}-{name}",
        register=register,
        pieces=tuple(_pieces(text, place)),
        events=tuple(_coded(line, place) for line in rest if line != "0"),
    )


def _pieces(text: str, place: str) -> Iterator[Piece]:
    at, marks = 0, frozenset[str]()
    for match in _PIECE.finditer(text):
        if match.start() > at:
            yield Piece(text=text[at : match.start()], is_slot=False, marks=marks)
        at = match.end()
        if match["slot"]:
            yield Piece(text=match["slot"], is_slot=True, marks=marks)
        elif match["close"]:
            marks = frozenset()
        elif marks:
            raise WordingError(f"{place}: a mark within a mark; end the first before the second")
        else:
            marks = frozenset(match["marks"].split(","))
            if not text[at:].strip():
                raise WordingError(f"{place}: a mark without an end")
    if marks:
        raise WordingError(f"{place}: a mark without an end; add `]`")
    if text[at:]:
        yield Piece(text=text[at:], is_slot=False, marks=marks)


def _coded(line: str, place: str) -> Coded:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 5:
        raise WordingError(f"{place}: {line!r} has {len(parts)} parts; an event has five")
    number, event_type, *modes = parts[0].replace(",", " ").split()
    return Coded(
        number=int(number),
        event_type=event_type,
        modes=tuple(modes),
        contexts=_names(parts[1]),
        certainty=parts[2],
        auxiliary=_names(parts[3]),
        role=parts[4],
    )


def _names(part: str) -> tuple[str, ...]:
    return tuple(name for name in part.replace(",", " ").split() if name != "-")


def role_of(mark: str) -> tuple[str, int]:
    """The role that a mark gives, and the number of its event."""
    return _ROLES[mark[0]], int(mark[1:])
