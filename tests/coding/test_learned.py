from __future__ import annotations

from typing import Any, cast

import pytest

from dragoman.coding import LearnedCoder
from dragoman.coding.encoder import NONE, Encoder
from dragoman.ontology import plover
from dragoman.records.claims import Coding
from tests.coding.heard import FakeEncoder, Heard
from tests.coding.told import document, read

CHAD, NIGER = ("Chad",), ("Niger",)


def learned(heard: Heard, types: dict[str, float] | None = None) -> LearnedCoder:
    return LearnedCoder(encoder=cast("Encoder", FakeEncoder(heard, types)))


def coded(text: str, heard: Heard, **asked: Any) -> tuple[Coding, ...]:
    written = document(text)
    return learned(heard).code(written, read(written, **asked))


def told(coding: Coding) -> tuple[str, list[str], list[str]]:
    actors, recipients = ([p.text for p in side] for side in (coding.actors, coding.recipients))
    return coding.event_type, actors, recipients


def test_a_trigger_that_no_frame_knows_is_found() -> None:
    heard: Heard = {"wowed": ("SUPPORT", 0.9, CHAD, NIGER)}
    (found,) = coded("Chad wowed Niger in June.", heard)
    assert told(found) == ("SUPPORT", ["Chad"], ["Niger"])
    assert found.trigger.text == "wowed"
    assert found.modes == ("honor",)


def test_a_noun_that_no_frame_knows_is_found() -> None:
    heard: Heard = {"wowing": ("SUPPORT", 0.9, CHAD, NIGER)}
    (found,) = coded("The wowing of Niger by Chad puzzled Peru.", heard)
    assert told(found) == ("SUPPORT", ["Chad"], ["Niger"])


def test_an_unsure_encoder_proposes_nothing() -> None:
    assert not coded("Chad wowed Niger in June.", {"wowed": ("SUPPORT", 0.4, CHAD, NIGER)})


def test_a_proposal_needs_two_sides_in_words() -> None:
    assert not coded("Chad wowed everybody in June.", {"wowed": ("SUPPORT", 0.9, CHAD, ())})


def test_what_the_encoder_finds_most_unlikely_is_dropped() -> None:
    text = "Chad attacked Niger in June."
    assert coded(text, {"attacked": ("ASSAULT", 0.9, CHAD, NIGER)})
    assert not coded(text, {"attacked": (NONE, 0.99, (), ())})


@pytest.mark.parametrize(("probability", "expected"), [(0.75, ["REJECT"]), (0.55, [])])
def test_a_type_that_cannot_be_gives_way_to_a_likely_one(
    probability: float, expected: list[str]
) -> None:
    text = "Chad attacked Niger in June."
    found = coded(text, {"attacked": ("REJECT", probability, CHAD, NIGER)})
    assert [c.event_type for c in found] == expected


def test_a_sure_encoder_overrules_a_frame() -> None:
    (found,) = coded("Chad attacked Niger in June.", {"attacked": ("ACCUSE", 0.97, CHAD, NIGER)})
    assert found.event_type == "ACCUSE"


def test_sides_that_the_encoder_rules_out_give_way() -> None:
    text = "Chad, an ally of Peru, attacked Niger."
    heard: Heard = {"attacked": ("ASSAULT", 0.95, ("Peru",), NIGER)}
    assert told(coded(text, heard)[0]) == ("ASSAULT", ["Peru"], ["Niger"])


def test_sides_that_nobody_rules_out_are_those_of_the_syntax() -> None:
    heard: Heard = {"attacked": ("ASSAULT", 0.95, CHAD, NIGER)}
    assert told(coded("Chad attacked Niger.", heard)[0]) == ("ASSAULT", ["Chad"], ["Niger"])


def test_negation_is_not_counted_twice() -> None:
    (found,) = coded("Chad never wowed Niger.", {"wowed": ("REJECT", 0.9, CHAD, NIGER)})
    assert any(r.feature == "negation-consumed" for r in found.reasons)


@pytest.mark.parametrize("probability", [0.75, 0.99])
def test_confidence_follows_the_encoder(probability: float) -> None:
    heard: Heard = {"attacked": ("ASSAULT", probability, CHAD, NIGER)}
    (found,) = coded("Chad attacked Niger.", heard)
    assert found.confidence == pytest.approx(probability, abs=0.01)


def test_classifying_weighs_encoder_and_lexicon_together() -> None:
    types = {**dict.fromkeys(plover().types, 0.01), "ACCUSE": 0.4, "ASSAULT": 0.38, NONE: 0.08}
    text = "Chad attacked Niger."
    scores = learned({}, types).classify(text, read(document(text)), (0, 4), (14, 19))
    assert sum(scores.values()) == pytest.approx(1.0)
    assert max(scores, key=lambda name: scores[name]) == "ASSAULT"
    assert NONE not in scores
