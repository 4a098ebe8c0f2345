"""What is shown to the network: a text with marked spans, and what holds between them."""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dragoman.coding.encoder import NONE
from training.expand import FOLDER

Span = tuple[int, int]

_YIELD: Final = frozenset({"CONCEDE", "RETREAT"})
# Types in which the benchmark's two sides may well be equals; turned round, they hold as before.
_MUTUAL: Final = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT"})
_NAME: Final = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
_WORD: Final = re.compile(r"[A-Za-z]{4,}")
_IDLE: Final = 0.4  # the share of sentences of which an idle word is asked


@dataclass(frozen=True, kw_only=True)
class Example:
    """One question put to the network, with its answer."""

    text: str
    actor: Span | None
    recipient: Span | None
    trigger: Span | None
    types: frozenset[str]  # any of these is right
    modes: frozenset[str] | None = None  # None: not known
    contexts: frozenset[str] | None = None
    sides: tuple[tuple[Span, ...], tuple[Span, ...]] | None = None  # who acts, on whom, if asked

    @property
    def spans(self) -> tuple[Span | None, Span | None, Span | None]:
        """The marked spans, in the order of the markers."""
        return self.actor, self.recipient, self.trigger


@dataclass(frozen=True, kw_only=True)
class Event:
    """An annotated event as spans."""

    type: str
    modes: frozenset[str]
    contexts: frozenset[str] | None  # None: not known
    trigger: Span | None
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]

    def pairs(self) -> list[tuple[Span | None, Span | None]]:
        """Who does it to whom; those who do it together do it to each other."""
        if self.recipients:
            return [(a, r) for a in self.actors or (None,) for r in self.recipients]
        together = [(a, b) for a in self.actors for b in self.actors if a != b]
        return [*together, *((a, None) for a in self.actors)]

    def holds(self, actor: Span | None, recipient: Span | None) -> bool:
        """Whether it is done by this one to that one; None stands for anybody."""
        others = self.recipients or self.actors
        acts = actor is None or _meets(actor, self.actors)
        return acts and (recipient is None or _meets(recipient, others))


@dataclass(frozen=True, kw_only=True)
class Annotated:
    """A sentence of our own."""

    id: str
    family: str
    register: str
    text: str
    events: tuple[Event, ...]
    names: tuple[Span, ...]


def read_sentences(folder: Path = FOLDER) -> list[Annotated]:
    """All annotated sentences."""
    texts = (path.read_text("utf-8") for path in sorted(folder.glob("*.jsonl")))
    return [annotated(json.loads(line)) for text in texts for line in text.splitlines()]


def annotated(row: dict[str, Any]) -> Annotated:
    """The sentence of a line of `training/sentences`."""
    return Annotated(
        id=row["id"],
        family=row["family"],
        register=row["register"],
        text=row["text"],
        events=tuple(map(_event, row["events"])),
        names=tuple(map(_span, row["names"])),
    )


def _event(row: dict[str, Any]) -> Event:
    return Event(
        type=row["type"],
        modes=frozenset(row["modes"]),
        contexts=frozenset(row["contexts"]),
        trigger=_span(row["trigger"]) if row["trigger"] else None,
        actors=tuple(map(_span, row["actors"])),
        recipients=tuple(map(_span, row["recipients"])),
    )


def _span(row: dict[str, Any]) -> Span:
    return row["start"], row["end"]


def read_benchmark(path: Path) -> list[Example]:
    """The sentences of a PLV file; YIELD stands for CONCEDE or RETREAT."""
    with path.open(encoding="utf-8") as file:
        return [e for row in csv.DictReader(file, delimiter="\t") if (e := _of_benchmark(row))]


def _of_benchmark(row: dict[str, str]) -> Example | None:
    text, found = "", dict[str, Span]()
    opened: dict[str, int] = {}
    for piece in re.split(r"(</?[st]>)", row["marked_sentence"]):
        if re.fullmatch(r"<[st]>", piece):
            opened[piece[1]] = len(text)
        elif re.fullmatch(r"</[st]>", piece):
            found.setdefault(piece[2], (opened[piece[2]], len(text)))
        else:
            text += piece
    label = row["gold_root"]
    types = _YIELD if label == "YIELD" else frozenset({label})
    return Example(
        text=text, actor=found.get("s"), recipient=found.get("t"), trigger=None, types=types
    )


def turned(example: Example) -> Example | None:
    """The example with its sides exchanged, where that leaves nothing that holds."""
    if example.actor is None or example.recipient is None or example.types & _MUTUAL:
        return None
    return Example(
        text=example.text,
        actor=example.recipient,
        recipient=example.actor,
        trigger=None,
        types=frozenset({NONE}),
    )


class Asker:
    """Draws questions from annotated sentences; another draw asks other questions."""

    def __init__(self, sentences: Iterable[Annotated], seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311 - variety, not secrecy
        self.sentences = list(sentences)
        self.families: dict[str, list[Annotated]] = {}
        for sentence in self.sentences:
            self.families.setdefault(sentence.family, []).append(sentence)
        spans = (
            s.text[e.trigger[0] : e.trigger[1]]
            for s in self.sentences
            for e in s.events
            if e.trigger
        )
        self.trigger_words = {w.lower() for words in spans for w in _WORD.findall(words)}

    def round(self, false: float = 0.7) -> list[Example]:
        """Questions about one sentence of each family.

        One about each of its events, and so many about what did not happen.
        """
        chosen = [self.draw.choice(family) for family in self.families.values()]
        return [e for s in chosen for e in self.about(s, false)]

    def about(self, sentence: Annotated, false: float) -> Iterator[Example]:
        """Questions about one sentence."""
        if not sentence.events:
            yield from (self._nothing(sentence) for _ in range(2))
        if self.draw.random() < _IDLE and (idle := self._idle(sentence)):
            yield idle
        for event in sentence.events:
            if event.pairs():
                yield self._true(sentence, event)
            if event.trigger:
                yield who_does_it(sentence, event)
            if self.draw.random() < false and (wrong := self._wrong(sentence, event)):
                yield wrong

    def _true(self, sentence: Annotated, event: Event) -> Example:
        """A pair between which the event holds; without its trigger, whatever else holds too."""
        draw = self.draw
        actor, recipient = draw.choice(event.pairs())
        hidden = draw.random()
        if actor and recipient and hidden < 0.2:
            actor, recipient = (actor, None) if hidden < 0.13 else (None, recipient)
        told = draw.random() < 0.5
        holding = [event] if told else [e for e in sentence.events if e.holds(actor, recipient)]
        return Example(
            text=sentence.text,
            actor=self._narrowed(sentence, actor),
            recipient=self._narrowed(sentence, recipient),
            trigger=event.trigger if told else None,
            types=frozenset(e.type for e in holding) | {event.type},
            modes=event.modes if told or len(holding) == 1 else None,
            contexts=event.contexts,
        )

    def _narrowed(self, sentence: Annotated, span: Span | None) -> Span | None:
        """Now and then only the name that lies within the span."""
        inside = [n for n in sentence.names if span and span[0] <= n[0] and n[1] <= span[1]]
        return self.draw.choice(inside) if inside and self.draw.random() < 0.3 else span

    def _wrong(self, sentence: Annotated, event: Event) -> Example | None:
        """A pair between which the event, or with no trigger marked any event, does not hold."""
        told = self.draw.random() < 0.6 and event.trigger is not None
        against = [event] if told else list(sentence.events)
        pairs = [p for p in _all_pairs(sentence) if not any(e.holds(*p) for e in against)]
        if not pairs:
            return None
        # Sides exchanged and sides of two events are harder than names that stand by.
        central = [p for p in pairs if all(s is None or _is_side(s, sentence) for s in p)]
        chosen = central if central and self.draw.random() < 0.7 else pairs
        actor, recipient = self.draw.choice(chosen)
        trigger = event.trigger if told else None
        return _none(sentence.text, actor, recipient, trigger)

    def _nothing(self, sentence: Annotated) -> Example:
        """A pair of names, or of other words, in a sentence that tells of no event."""
        draw = self.draw
        names = list(sentence.names) or [m.span() for m in _NAME.finditer(sentence.text)]
        words = [m.span() for m in _WORD.finditer(sentence.text)] or [(0, len(sentence.text))]
        if len(names) < 2 or draw.random() < 0.1:
            names = names + draw.sample(words, min(2, len(words)))
        actor = draw.choice(names)
        others = [n for n in names if not _meets(n, (actor,))]
        recipient = draw.choice(others) if others and draw.random() < 0.75 else None
        told = draw.random() < 0.6
        return _none(sentence.text, actor, recipient, self._lure(sentence, words) if told else None)

    def _idle(self, sentence: Annotated) -> Example | None:
        """A word on which no event hangs: who does it, and on whom, is nobody."""
        told = [e.trigger for e in sentence.events if e.trigger]
        words = [m.span() for m in _WORD.finditer(sentence.text) if not _meets(m.span(), told)]
        sides = [s for e in sentence.events for s in (*e.actors, *e.recipients)]
        free = [w for w in words if not _meets(w, sides)]
        if not free:
            return None
        return Example(
            text=sentence.text,
            actor=None,
            recipient=None,
            trigger=self._lure(sentence, free),
            types=frozenset({NONE}),
            sides=((), ()),
        )

    def _lure(self, sentence: Annotated, words: list[Span]) -> Span:
        """A word that is a trigger elsewhere; failing that, any."""
        lures = [w for w in words if sentence.text[w[0] : w[1]].lower() in self.trigger_words]
        return self.draw.choice(lures or words)


def who_does_it(sentence: Annotated, event: Event) -> Example:
    """The question who acts and on whom, by the trigger alone."""
    return Example(
        text=sentence.text,
        actor=None,
        recipient=None,
        trigger=event.trigger,
        types=frozenset({event.type}),
        modes=event.modes,
        contexts=event.contexts,
        sides=(event.actors, event.recipients),
    )


def _none(text: str, actor: Span | None, recipient: Span | None, trigger: Span | None) -> Example:
    return Example(
        text=text, actor=actor, recipient=recipient, trigger=trigger, types=frozenset({NONE})
    )


def _all_pairs(sentence: Annotated) -> list[tuple[Span | None, Span | None]]:
    sides = sorted({s for e in sentence.events for s in (*e.actors, *e.recipients)})
    apart = [n for n in sentence.names if not _meets(n, sides)]
    spans = [*sides, *apart]
    pairs: list[tuple[Span | None, Span | None]]
    pairs = [(a, b) for a in spans for b in spans if not _meets(a, (b,))]
    return [*pairs, *((a, None) for a in spans)]


def _is_side(span: Span, sentence: Annotated) -> bool:
    return any(_meets(span, (*e.actors, *e.recipients)) for e in sentence.events)


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
