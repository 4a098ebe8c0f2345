"""A corpus of any size: what the samples say, told of other states, on other days, in other words.

A story is a sentence of the samples, told of two states, a day and a number for good. A document
tells a few stories, each in a wording of its own, and now and then repeats another document.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple

from bench.frames import WORDS, Frame, State, frames_of, sample_texts, states_of
from dragoman.reading.resolve import Catalogue

FOUNDED, FIRST, LAST = date(1950, 1, 1), date(1990, 1, 1), date(2025, 12, 31)
OUTLETS = 300
TALKED_OF = 80  # stories that other documents may take up
READ_LATELY = 200  # documents that may be repeated
NEWS, BACKGROUND = (1, 2), (1, 2)  # sentences a document, at least and at the most
TAKEN_UP = 0.6  # of the news has been told by another document
REPEATED, REWORKED = 0.04, 0.04  # of documents, word for word or but for a sentence

_DATED = re.compile(r"\{(?:day|month|anniversary|year|weekday)\}")


class Story(NamedTuple):
    """What a sentence tells, however it is worded."""

    frame: Frame
    states: tuple[State, ...]
    day: date
    number: int


def lines(count: int, seed: int = 7) -> Iterator[str]:
    """So many documents as JSON Lines; fewer are the same in kind, and thinner in time."""
    catalogue = Catalogue.load()
    world = World(states_of(catalogue), frames_of(sample_texts(), catalogue), Random(seed))  # noqa: S311
    for number in range(count):
        # twice as many in the last year as in the middle one
        day = FIRST + (LAST - FIRST) * ((number + 1) / count) ** 0.5
        yield json.dumps(world.document(number, day), ensure_ascii=False)


class World:
    """Who deals with whom, and what is talked of; it goes on as documents are asked of it."""

    def __init__(
        self, states: tuple[State, ...], frames: tuple[Frame, ...], random: Random
    ) -> None:
        self._states, self._frames, self._random = states, frames, random
        self._weights = list(accumulate(1 / (rank + 2) for rank in range(OUTLETS)))
        self._once = tuple(frame for frame in frames if frame.once)
        self._talked_of: deque[Story] = deque(maxlen=TALKED_OF)
        self._lately: deque[tuple[Story, list[str]]] = deque(maxlen=READ_LATELY)

    def document(self, number: int, day: date) -> dict[str, str]:
        """The document of this number, published on this day."""
        lead, told = self._told(day)
        place, source = lead.states[0].seat, f"Outlet {self._rare(OUTLETS)}"
        head = f"{place.upper()}, {day:%B} {day.day}, {day.year} — "
        return {
            "id": f"{number:07d}",
            "date": day.isoformat(),
            "source": source,
            "title": f"{lead.states[0].name} and {lead.states[1].name}",
            "url": f"https://outlet.example/{number:07d}",
            "text": head + " ".join(told),
        }

    def _told(self, day: date) -> tuple[Story, list[str]]:
        """What a document tells: most often something of its own."""
        chance = self._random.random()
        if self._lately and chance < REPEATED + REWORKED:
            lead, told = self._random.choice(self._lately)
            return lead, told if chance < REPEATED else [*told[:-1], self._worded(lead, day)]
        news = [self._news(day) for _ in range(self._random.randint(*NEWS))]
        lead = news[0]
        known = [self._background(lead, day) for _ in range(self._random.randint(*BACKGROUND))]
        told = [self._worded(story, day) for story in (*news, *known)]
        self._lately.append((lead, told))
        return lead, told

    def _news(self, day: date) -> Story:
        if self._talked_of and self._random.random() < TAKEN_UP:
            return self._random.choice(self._talked_of)
        ago = timedelta(days=self._random.choice((0, 1, 1, 2, 3)))
        story = self._story(self._random.choice(self._frames), self._pair(), day - ago)
        self._talked_of.append(story)
        return story

    def _background(self, lead: Story, day: date) -> Story:
        """Something of the same two states: what made their relations, or an older story."""
        pair = lead.states[:2]
        if self._random.random() < 0.5:
            return self._story(self._random.choice(self._once), pair, day)
        before = FIRST + (day - FIRST) * self._random.random()
        return self._story(self._random.choice(self._frames), pair, before)

    def _story(self, frame: Frame, pair: tuple[State, ...], day: date) -> Story:
        random = self._random
        if frame.once:  # the same for all who tell of it
            pair = tuple(sorted(pair))
            random = Random(f"{frame.once} {pair}")  # noqa: S311
            day = FOUNDED + (FIRST - FOUNDED) * random.random()
        third = random.choice([state for state in self._states if state not in pair])
        return Story(frame, (*pair, third), day, int(10 ** random.uniform(0.5, 4)))

    def _pair(self) -> tuple[State, ...]:
        """Two states, by how much they are spoken of."""
        first = second = self._states[self._rare(len(self._states))]
        while second is first:
            second = self._states[self._rare(len(self._states))]
        return (first, second)

    def _rare(self, count: int) -> int:
        """A rank below `count`, the lower the more often: Zipf's law."""
        return self._random.choices(range(count), cum_weights=self._weights[:count])[0]

    def _worded(self, story: Story, day: date) -> str:
        """One telling of a story."""
        choose = self._random.choice
        text = story.frame.text
        for word, other in WORDS["wordings"].items():
            if self._random.random() < 0.4:
                text = re.sub(rf"\b{word}\b", other, text)
        opening = self._opening(text, day - story.day)
        told = f"{opening}{text[:-1]}{choose(WORDS['closings'])}.".format_map(
            self._slots(story, day)
        )
        return told[0].upper() + told[1:]

    def _opening(self, text: str, ago: timedelta) -> str:
        """When it was, where the frame does not say; else words that say nothing, or none."""
        if not text.startswith("{"):
            return ""
        if _DATED.search(text):
            return str(self._random.choice(WORDS["openings"]))
        if ago >= timedelta(days=7):
            return self._random.choice(("On {day}, ", "On {day}, ", "In {month}, ", "In {year}, "))
        return str(self._random.choice(("On {weekday}, ", *WORDS["openings"])))

    def _slots(self, story: Story, day: date) -> dict[str, str]:
        when, choose = story.day, self._random.choice
        long = f"{when:%B} {when.day}, {when.year}"
        states = {
            f"{number}_{use}": getattr(state, use)
            for number, state in enumerate(story.states)
            for use in State._fields
        }
        return states | {
            "day": choose((long, f"{when.day} {when:%B} {when.year}")),
            "month": f"{when:%B} {when.year}",
            "anniversary": f"{when:%B} {when.day}",
            "year": str(when.year),
            "weekday": f"{when:%A}" if timedelta(0) <= day - when < timedelta(7) else f"{long}",
            "number": f"{story.number:,}",
            "topic": choose(WORDS["topics"]),
            "person": f"{choose(WORDS['given'])} {choose(WORDS['family'])}",
        }
