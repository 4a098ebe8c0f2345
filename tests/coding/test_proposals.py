from __future__ import annotations

from typing import cast

import pytest

from dragoman.coding import LearnedCoder
from dragoman.coding.encoder import Encoder
from dragoman.ports import Span
from dragoman.records.claims import Coding
from tests.coding.heard import FakeEncoder, Heard
from tests.coding.told import document, read, shape

CHAD, NIGER = ("Chad",), ("Niger",)


class CountingEncoder(FakeEncoder):
    """Counts how often it is asked which words tell an event."""

    asked = 0

    def spots(self, text: str) -> tuple[Span, ...]:
        self.asked += 1
        return super().spots(text)


def coded(text: str, heard: Heard) -> tuple[tuple[Coding, ...], int]:
    encoder, written = CountingEncoder(heard), document(text)
    coder = LearnedCoder(encoder=cast("Encoder", encoder))
    return coder.code(written, read(written)), encoder.asked


def shapes(text: str, heard: Heard) -> list[str]:
    return [shape(coding) for coding in coded(text, heard)[0]]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Chad wowed everybody, while Niger slept.", 1),
        ("Chad wowed everybody in June.", 0),  # names one country
        ("Envoys wowed Chad and Niger.", 0),  # by nobody known
        ("Chad attacked Niger.", 0),  # leaves no verb to spare
        ("According to Chad, Niger is large.", 0),
        ("Chad denied what Niger said.", 0),
        ("Chad opted to attack Niger.", 0),
        ("Chad wowed itself in Niger.", 0),
    ],
)
def test_the_encoder_is_asked_where_a_country_does_what_no_frame_knows(
    text: str, times: int
) -> None:
    assert coded(text, {})[1] == times


def test_what_some_do_together_has_no_other_side() -> None:
    heard: Heard = {"wowed": ("COOPERATE", 0.9, ("Chad", "Niger"), ())}
    assert shapes("Chad and Niger wowed the world.", heard) == ["COOPERATE: NER TCD >"]


def test_what_some_do_together_to_another_has() -> None:
    heard: Heard = {"wowed": ("COOPERATE", 0.9, ("Chad", "Niger"), ("Peru",))}
    assert shapes("Chad and Niger wowed Peru.", heard) == ["COOPERATE: NER TCD > PER"]


def test_sides_that_syntax_does_not_find_are_those_heard() -> None:
    text = "With Chad at the helm, and Niger in tears, Kenya wowed; wowing was general."
    heard: Heard = {"wowing": ("ACCUSE", 0.9, CHAD, NIGER)}
    assert shapes(text, heard) == ["ACCUSE: TCD > NER"]


@pytest.mark.parametrize("verb", ["denied", "opted"])
def test_verbs_that_lead_to_another_event_are_none(verb: str) -> None:
    heard: Heard = {verb: ("REJECT", 0.9, CHAD, NIGER)}
    text = f"Chad {verb} to attack Niger, and wowed Peru."
    assert not [c for c in coded(text, heard)[0] if c.trigger.text == verb]


def test_what_the_encoder_mishears_is_not_proposed() -> None:
    heard: Heard = {"wowed": ("RETREAT", 0.9, ("Chad",), ("Niger",))}
    assert shapes("Chad wowed Niger.", heard) == []
