"""Makes the annotated sentences: wordings with their slots filled, some with a further clause.

    python -m training.expand            writes training/sentences/*.jsonl

The same wordings, slots and clauses give the same sentences on every machine: all choices are
drawn from a generator that the family's name seeds, so a new wording changes no other sentence.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from training.slots import Filler
from training.wordings import CLAUSES, Coded, Piece, Wording, read_wordings, role_of
from training.wordings import clauses as read_clauses

FOLDER: Final = Path(__file__).parent / "sentences"
NAMING: Final = frozenset("ABCDEGO")  # slots that name political actors begin so
FILLS: Final = 3  # sentences of a wording that has such slots; others have two

# A further clause in front lowers the first letter; only words that are no names may bear it.
_LOWERED: Final = frozenset(
    [
        "A",
        "After",
        "Among",
        "An",
        "As",
        "At",
        "Both",
        "By",
        "During",
        "For",
        "From",
        "He",
        "Hundreds",
        "In",
        "Its",
        "Later",
        "Nine",
        "On",
        "Our",
        "She",
        "Some",
        "The",
        "Their",
        "These",
        "They",
        "This",
        "Those",
        "Thousands",
        "Three",
        "Two",
        "Under",
        "Upon",
        "When",
        "With",
    ]
)
_POSSESSIVE: Final = ("'s", "’s")
_PLURALS: Final = ("States", "Emirates", "Netherlands", "Philippines", "Nations")
_PLAIN: Final = frozenset({"wire", "encyclopedia", "ministry", "state_media"})


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A filled wording: its text, its events, and the names that were filled in."""

    id: str
    family: str
    register: str
    text: str
    events: list[dict[str, Any]]
    names: list[dict[str, Any]]


def expand(
    wordings: Iterable[Wording], clauses: Mapping[str, Sequence[Wording]]
) -> Iterator[Sentence]:
    """The sentences of all wordings, in order."""
    for wording in wordings:
        seen: set[str] = set()
        for number in range(_fills(wording)):
            sentence = filled(wording, clauses, number)
            if sentence.text not in seen:
                seen.add(sentence.text)
                yield sentence


def _fills(wording: Wording) -> int:
    named = any(slot[0] in NAMING for slot in wording.slots)
    if named and not wording.events:
        return FILLS + 1  # of these there are few, and what names stand by should not matter
    extendable = bool(wording.slots) or _may_lead(wording) or _may_trail(wording)
    return FILLS if named else 2 if extendable else 1


def filled(wording: Wording, clauses: Mapping[str, Sequence[Wording]], number: int) -> Sentence:
    """One of the sentences of a wording; those after the first may bear a further clause."""
    draw = random.Random(f"{wording.family} {number}")  # noqa: S311 - variety, not secrecy
    longer = wording if number == 0 else _with_clause(wording, clauses, draw)
    words = "".join(p.text for p in longer.pieces if not p.is_slot)
    pieces = _words(longer.pieces, Filler(draw, longer.slots, words))
    return Sentence(
        id=f"{wording.family}-{number}",
        family=wording.family,
        register=wording.register,
        **_assembled(pieces, longer.events),
    )


def _with_clause(
    wording: Wording, clauses: Mapping[str, Sequence[Wording]], draw: random.Random
) -> Wording:
    """The wording with a clause before or after it, where it can bear one."""
    kinds = ["lead"] * _may_lead(wording) + ["tail"] * _may_trail(wording)
    named = any(slot[0] in NAMING for slot in wording.slots)
    if not kinds or (named and draw.random() < 0.35):
        return wording
    kind = draw.choice(kinds)
    clause = draw.choice([c for c in clauses[kind] if wording.events or not c.events])
    return _led(wording, clause) if kind == "lead" else _trailed(wording, clause)


def _may_lead(wording: Wording) -> bool:
    if wording.register not in _PLAIN:
        return False
    first = wording.pieces[0]
    return first.is_slot or first.text.split(" ", 1)[0] in _LOWERED


def _may_trail(wording: Wording) -> bool:
    last = wording.pieces[-1]
    return wording.register in _PLAIN and not last.is_slot and last.text.endswith((".", "]."))


def _led(wording: Wording, clause: Wording) -> Wording:
    first, *rest = wording.pieces
    if not first.is_slot:
        first = replace(first, text=first.text[0].lower() + first.text[1:])
    return replace(wording, pieces=(*clause.pieces, first, *rest))


def _trailed(wording: Wording, clause: Wording) -> Wording:
    *rest, last = wording.pieces
    last = replace(last, text=last.text[:-1])
    shift = max((e.number for e in wording.events), default=0)
    added = (
        replace(p, marks=frozenset(m[0] + str(int(m[1:]) + shift) for m in p.marks))
        for p in clause.pieces
    )
    end = Piece(text=".", is_slot=False, marks=frozenset())
    events = (replace(e, number=e.number + shift) for e in clause.events)
    return replace(wording, pieces=(*rest, last, *added, end), events=(*wording.events, *events))


@dataclass(kw_only=True)
class _Words:
    text: str
    marks: frozenset[str]
    group: int  # pieces that one pair of brackets holds share it
    name: bool


def _words(pieces: Sequence[Piece], filler: Filler) -> list[_Words]:
    """The pieces as words, articles and capitals put right."""
    done: list[_Words] = []
    group = 0
    for index, piece in enumerate(pieces):
        if index and piece.marks != pieces[index - 1].marks:
            group += 1
        text = piece.text
        if piece.is_slot:
            follows = pieces[index + 1].text if index + 1 < len(pieces) else ""
            before = "".join(w.text for w in done)[-40:]
            text, article = filler.words(piece.text, before, follows)
            if article is not None:
                done[-1].text = done[-1].text[: -len(article[0])] + article[1]
        elif text.startswith(_POSSESSIVE) and done and done[-1].text.endswith(_PLURALS):
            text = text[0] + text[2:]
        if not done:
            text = text[0].upper() + text[1:]
        name = piece.is_slot and piece.text[0] in NAMING
        done.append(_Words(text=text, marks=piece.marks, group=group, name=name))
    return done


def _assembled(words: list[_Words], events: Sequence[Coded]) -> dict[str, Any]:
    """The text, and what its spans are to each event."""
    text, names = "", []
    spans: dict[int, tuple[frozenset[str], int, int]] = {}
    for word in words:
        start, text = len(text), text + word.text
        if word.name:
            names.append({"start": start, "end": len(text), "text": word.text})
        if word.marks:
            marks, begin, _ = spans.get(word.group, (word.marks, start, 0))
            spans[word.group] = (marks, begin, len(text))
    roles: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for marks, start, end in spans.values():
        for mark in sorted(marks):
            found = {"start": start, "end": end, "text": text[start:end]}
            roles.setdefault(role_of(mark), []).append(found)
    return {"text": text, "events": [_event(e, roles) for e in events], "names": names}


def _event(coded: Coded, roles: dict[tuple[str, int], list[dict[str, Any]]]) -> dict[str, Any]:
    def filling(role: str) -> list[dict[str, Any]]:
        return roles.get((role, coded.number), [])

    return {
        "type": coded.event_type,
        "modes": list(coded.modes),
        "contexts": list(coded.contexts),
        "trigger": next(iter(filling("triggers")), None),
        "actors": filling("actors"),
        "recipients": filling("recipients"),
        "certainty": coded.certainty,
        "auxiliary": list(coded.auxiliary),
        "speaker": {"role": coded.role, "span": next(iter(filling("speakers")), None)},
    }


def write(sentences: Iterable[Sentence], folder: Path = FOLDER) -> int:
    """How many sentences were written, one file for each file of wordings."""
    folder.mkdir(exist_ok=True)
    files: dict[str, list[str]] = {}
    for sentence in sentences:
        stem = sentence.family.rpartition("-")[0]
        files.setdefault(stem, []).append(json.dumps(vars(sentence), ensure_ascii=False))
    for stem, lines in files.items():
        (folder / f"{stem}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return sum(map(len, files.values()))


if __name__ == "__main__":
    print(write(expand(read_wordings(), read_clauses(CLAUSES))), "sentences")
