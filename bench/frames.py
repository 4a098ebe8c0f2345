"""Frames: sentences of the samples about two or three states, with slots for what can vary."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.reading.resolve import Catalogue

WORDS = tomllib.loads((Path(__file__).parent / "corpus.toml").read_text("utf-8"))
SAMPLES = Path(__file__).parent.parent / "samples"

_MONTHS = "January February March April May June July August September October November December"
_MONTH = "|".join((*_MONTHS.split(), "Jan[.]", "Feb[.]"))
_WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SLOTS = tuple(
    (re.compile(rf"(?<!\{{)\b(?:{pattern})(?!\w)"), slot)
    for pattern, slot in (
        (rf"\d{{1,2}} (?:{_MONTH}) \d{{4}}|(?:{_MONTH}) \d{{1,2}}, \d{{4}}", "day"),
        (rf"(?:{_MONTH}) \d{{4}}", "month"),
        (rf"(?:{_MONTH}) \d{{1,2}}", "anniversary"),
        (r"(?:19|20)\d\d", "year"),
        (_WEEKDAY, "weekday"),
        (r"\d[\d,]*", "number"),
    )
)
_SENTENCE = re.compile(r"(?<=[a-z0-9][.!?])\s+(?=[A-Z“\"])|\n+")
_HEAD = re.compile(r"^(?:[A-Z][A-Z /.]+(?:, [^—-]+)? (?:—|--) |- (?:[^—]+ — )?)")
_ARTICLE = re.compile(r"\b[Tt]he (?=\{\d_name\})")
# What two states do once, and all who tell of it know the day.
_ONCE = re.compile(r"recogni|sever(?!al)|breaks off|cut its|restor|establish|embass|relations")


class State(NamedTuple):
    """A state by its words."""

    name: str
    adjective: str
    seat: str


class Frame(NamedTuple):
    """A sentence with slots for what can vary."""

    text: str
    once: str | None  # the word for what two states do once, on a day that all tellers know


def sample_texts() -> Iterator[str]:
    """The plain texts among the samples."""
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix in {".txt", ".md"}:
            yield path.read_text("utf-8")
        elif path.suffix == ".jsonl":
            yield from (json.loads(line)["text"] for line in path.read_text("utf-8").splitlines())


def states_of(catalogue: Catalogue) -> tuple[State, ...]:
    """The states that have a name, an adjective and a capital, the most spoken of first."""
    seats: dict[str, str] = {}
    for senses in catalogue.senses.values():
        for sense in senses:
            if sense.use == "seat" and len(senses) == 1:
                seats.setdefault(sense.actor, sense.alias)
    known = (catalogue.actors[code] for code in catalogue.actors if code in seats)
    return tuple(
        State(_with_article(one.name), catalogue.adjective(one.id), seats[one.id])
        for one in known
        if one.kind == "state" and one.existed is None and one.country == one.id
    )


def frames_of(texts: Iterable[str], catalogue: Catalogue) -> tuple[Frame, ...]:
    """The sentences about two or three states that name nobody and nothing else."""
    uses = {"name": "name", "adjective": "adjective", "seat": "seat"}
    known = {
        sense.alias: (sense.actor, uses[sense.use])
        for senses in catalogue.senses.values()
        for sense in senses
        if sense.use in uses and catalogue.actors[sense.actor].kind == "state"
    }
    longest_first = sorted(known, key=len, reverse=True)
    mention = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    sentences = (sentence for text in texts for sentence in _SENTENCE.split(text))
    frames = (_frame(_HEAD.sub("", sentence.strip()), mention, known) for sentence in sentences)
    return tuple(dict.fromkeys(filter(None, frames)))


def _frame(
    sentence: str, mention: re.Pattern[str], known: dict[str, tuple[str, str]]
) -> Frame | None:
    states: dict[str, int] = {}

    def slot(match: re.Match[str]) -> str:
        actor, use = known[match[0]]
        return f"{{{states.setdefault(actor, len(states))}_{use}}}"

    text = _ARTICLE.sub("", mention.sub(slot, sentence.replace("{", "(").replace("}", ")")))
    for pattern, name in _SLOTS:
        text = pattern.sub(f"{{{name}}}", text)
    whole = text.endswith(".") and len(text.split()) > 5 and text.count("“") == text.count("”")
    if not whole or '"' in text or len(states) not in {2, 3} or _names(text):
        return None
    once = _ONCE.search(text)
    return Frame(text, once and once[0])


def _names(text: str) -> bool:
    """Whether a name is left: a capital anywhere but at the beginning, or on a person's name."""
    first, *rest = text.split(" ")
    return any(map(str.isupper, "".join(rest))) or first in WORDS["persons"]


def _with_article(name: str) -> str:
    return f"the {name}" if name.startswith(tuple(WORDS["with_article"])) else name
