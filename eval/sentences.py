"""The coder on the tenth of the training sentences that the network never saw.

Every sentence is coded as a document of its own. An event is found where a claim has its type, and
its trigger or both its sides; roles are judged where a claim has its trigger, whatever its type.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from dragoman.app import App
from dragoman.records.actors import Participant
from dragoman.records.claims import Claim, Coding
from training.examples import Annotated, Event, Span, read_sentences
from training.splits import family_groups, folds

HELD = 10  # one in so many families is held out, as `training/train.py` does


def held_out() -> list[Annotated]:
    """The sentences that are held out, one of each family."""
    sentences = read_sentences()
    families = [s.family for s in sentences]
    fold = folds(family_groups([s.text for s in sentences], families), families, HELD)
    return list({s.family: s for s, f in zip(sentences, fold, strict=True) if not f}.values())


def figures(app: App, gold: Path, shared: Path) -> dict[str, float]:  # noqa: ARG001 all rooms' form
    """Types, modes and roles of events found, and silence where there are none."""
    sentences, claims = held_and_coded(app)
    told = [(e, claims[s.id]) for s in sentences for e in s.events if e.pairs()]
    heard = [(c, s.events) for s in sentences for c in claims[s.id]]
    empty = [not claims[s.id] for s in sentences if not s.events]
    found = [(e, c) for e, some in told if (c := _finding(e, some))]
    sided = [(e, c) for e, some in told if (c := _triggered(e, some))]
    return {
        "sentences: recall": len(found) / len(told),
        "sentences: precision": _share(any(_is(e, c) for e in events) for c, events in heard),
        "sentences: type macro-F1": _macro_f1(told, heard),
        "sentences: modes": _share(e.modes <= set(c.modes) for e, c in found if e.modes),
        "sentences: roles": _share(_right_sides(e, c) for e, c in sided),
        "sentences: no event, silent": _share(empty),
    }


@cache  # several figures rest on them
def held_and_coded(app: App) -> tuple[list[Annotated], dict[str, list[Claim]]]:
    """The sentences that are held out, and the claims of each, by its id."""
    sentences = held_out()
    return sentences, coded(app, sentences)


def coded(app: App, sentences: Sequence[Annotated]) -> dict[str, list[Claim]]:
    """The claims of each sentence, by its id."""
    found: dict[str, list[Claim]] = {s.id: [] for s in sentences}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sentences.jsonl"
        lines = (json.dumps({"id": s.id, "text": s.text, "date": "2020-06-15"}) for s in sentences)
        path.write_text("\n".join(lines), encoding="utf-8")
        for worked in app.code([str(path)]):
            for claim in worked.claims:
                found[claim.path.rpartition("#")[2]].append(claim)
    return found


def _macro_f1(
    told: Sequence[tuple[Event, list[Claim]]], heard: Sequence[tuple[Claim, Sequence[Event]]]
) -> float:
    asked, given = Counter(e.type for e, _ in told), Counter(c.event_type for c, _ in heard)
    hits = Counter(e.type for e, claims in told if _finding(e, claims))
    right = Counter(c.event_type for c, events in heard if any(_is(e, c) for e in events))
    scores = []
    for name, count in asked.items():
        recall, precision = hits[name] / count, right[name] / max(1, given[name])
        scores.append(2 * recall * precision / max(1e-9, recall + precision))
    return sum(scores) / len(scores)


def _finding(event: Event, claims: Iterable[Claim]) -> Claim | None:
    return next((c for c in claims if _is(event, c)), None)


def _triggered(event: Event, claims: Iterable[Claim]) -> Claim | None:
    return next((c for c in claims if _on_trigger(event, c)), None)


def _is(event: Event, claim: Claim) -> bool:
    same = claim.event_type == event.type
    return same and (_on_trigger(event, claim) or _right_sides(event, claim))


def rightly_coded(event: Event, coding: Claim | Coding) -> bool:
    """Whether a coding, or the claim made of it, has the event's type, trigger and sides."""
    same = coding.event_type == event.type and _on_trigger(event, coding)
    return same and _right_sides(event, coding)


def _on_trigger(event: Event, claim: Claim | Coding) -> bool:
    span = (claim.trigger.start, claim.trigger.end)
    return event.trigger is not None and _meet(span, event.trigger)


def _right_sides(event: Event, claim: Claim | Coding) -> bool:
    """Whether each side told is met and none stands where the other should."""
    actors, recipients = list(_spans(claim.actors)), list(_spans(claim.recipients))
    if not event.recipients:
        both = [*actors, *recipients]
        return all(any(_meet(a, b) for b in both) for a in event.actors)
    acts = not event.actors or any(_meet(a, b) for a in event.actors for b in actors)
    return acts and any(_meet(a, b) for a in event.recipients for b in recipients)


def _spans(side: Iterable[Participant]) -> Iterator[Span]:
    return ((p.start, p.end) for p in side)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _share(answers: Iterable[bool]) -> float:
    given = list(answers)
    return sum(given) / len(given) if given else 0.0
