"""Checks the annotated sentences, and reports how many and how varied they are.

python -m training.lint            exits 1 if anything is wrong or too few
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, get_args

from dragoman.ontology import plover
from dragoman.records.claims import Auxiliary, Certainty, SpeakerRole
from training.expand import FOLDER
from training.splits import near_copies

REGISTERS: Final = frozenset(
    {"state_media", "ministry", "wire", "encyclopedia", "chronology", "blog", "comment"}
)
FLOORS: Final = {"sentences": 4000, "families": 1500, "without event": 800}
_PLURAL: Final = frozenset({"two", "three", "both", "each", "they", "we", "sides"})
OF_TYPE, OF_MODE = 150, 25

Row = dict[str, Any]


def read(folder: Path = FOLDER) -> list[Row]:
    """All sentences, as they stand in the files."""
    paths = sorted(folder.glob("*.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def faults(rows: Sequence[Row]) -> Iterator[str]:
    """One line for each thing that is wrong, beginning with the sentence's id."""
    texts: dict[str, str] = {}
    for row in rows:
        if (other := texts.setdefault(row["text"], row["id"])) != row["id"]:
            yield f"{row['id']}: the same text as {other}"
        if row["register"] not in REGISTERS:
            yield f"{row['id']}: register {row['register']!r} is not one of {sorted(REGISTERS)}"
        for event in row["events"]:
            yield from (f"{row['id']}: {fault}" for fault in _event_faults(row["text"], event))


def _event_faults(text: str, event: Row) -> Iterator[str]:
    kind = plover().types.get(event["type"])
    if kind is None:
        yield f"no type {event['type']!r} in the codebook"
        return
    strange = [m for m in event["modes"] if m not in kind.modes]
    strange += [c for c in event["contexts"] if c not in plover().contexts]
    strange += [a for a in event["auxiliary"] if a not in get_args(Auxiliary)]
    strange += [c for c in (event["certainty"],) if c not in get_args(Certainty)]
    strange += [r for r in (event["speaker"]["role"],) if r not in get_args(SpeakerRole)]
    yield from (f"{event['type']} with {word!r}, which the codebook lacks" for word in strange)
    if event["trigger"] is None:
        yield f"{event['type']} has no trigger"
    if not event["actors"] and not event["recipients"]:
        yield f"{event['type']} has no side"
    if kind.needs_recipient and not event["recipients"] and not _several(event["actors"]):
        yield f"{event['type']} needs a recipient, or two actors who do it together"
    for span in _spans(event):
        if text[span["start"] : span["end"]] != span["text"] or not span["text"].strip():
            yield f"{event['type']}: {span['text']!r} does not stand at {span['start']}"
        elif span["text"] != span["text"].strip():
            yield f"{event['type']}: {span['text']!r} begins or ends with a blank"


def _several(actors: Sequence[Row]) -> bool:
    """Whether the actors are more than one, or one phrase names several: "the two countries"."""
    return len(actors) > 1 or any(_PLURAL & set(a["text"].lower().split()) for a in actors)


def _spans(event: Row) -> Iterator[Row]:
    yield from (*event["actors"], *event["recipients"])
    yield from (s for s in (event["trigger"], event["speaker"]["span"]) if s)


def counts(rows: Sequence[Row]) -> dict[str, int]:
    """How many sentences, families, events, sentences without event."""
    return {
        "sentences": len(rows),
        "families": len({row["family"] for row in rows}),
        "without event": sum(not row["events"] for row in rows),
        "events": sum(len(row["events"]) for row in rows),
    }


def by_type(rows: Sequence[Row]) -> dict[str, int]:
    """How many events of each type."""
    found = Counter(event["type"] for row in rows for event in row["events"])
    return {name: found[name] for name in plover().types}


def by_mode(rows: Sequence[Row]) -> dict[str, int]:
    """How many events of each mode."""
    events = [event for row in rows for event in row["events"]]
    found = Counter(f"{event['type']} {mode}" for event in events for mode in event["modes"])
    return {f"{t} {m}": found[f"{t} {m}"] for t, k in plover().types.items() for m in k.modes}


def triggers(rows: Sequence[Row]) -> dict[str, int]:
    """How many different triggers each type has."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for event in row["events"]:
            if event["trigger"]:
                found[event["type"]].add(event["trigger"]["text"].lower())
    return {name: len(found[name]) for name in plover().types}


def copied(rows: Sequence[Row]) -> float:
    """The share of families whose wording is nearly that of another."""
    first = {row["family"]: row["text"] for row in reversed(rows)}
    texts = list(first.values())
    alike = {i for couple in near_copies(texts) for i in couple}
    return len(alike) / max(1, len(texts))


def shortfalls(rows: Sequence[Row]) -> Iterator[str]:
    """One line for each count that is too low."""
    found = counts(rows)
    yield from (f"{k}: {found[k]}, at least {v} wanted" for k, v in FLOORS.items() if found[k] < v)
    for floor, of in ((OF_TYPE, by_type(rows)), (OF_MODE, by_mode(rows))):
        yield from (f"{name}: {n}, at least {floor} wanted" for name, n in of.items() if n < floor)


def main() -> int:
    """0 if the sentences are sound and enough."""
    rows = read()
    wrong = [*faults(rows), *shortfalls(rows)]
    print("\n".join(wrong or ["no faults"]))
    print(*(f"{name}: {n}" for name, n in counts(rows).items()), sep="\n")
    print(f"families nearly like another: {copied(rows):.1%}")
    registers = Counter(row["register"] for row in rows)
    print("registers:", ", ".join(f"{k} {v}" for k, v in registers.most_common()))
    words = triggers(rows)
    print("events (distinct triggers) by type:")
    print(*(f"  {k:10} {v:5} ({words[k]})" for k, v in by_type(rows).items()), sep="\n")
    print("events by mode:", ", ".join(f"{k} {v}" for k, v in by_mode(rows).items()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
