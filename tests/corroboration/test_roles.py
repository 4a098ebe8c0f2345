from __future__ import annotations

from typing import Any

import pytest

from dragoman.corroboration.roles import direction
from dragoman.corroboration.telling import Telling, telling
from tests.factories import STATES, make_claim

SHOTS = "Its troops opened fire across the line near Quneitra."


def tell(actors: tuple[str, ...], recipients: tuple[str, ...], **fields: Any) -> Telling:
    values: dict[str, Any] = {"text": SHOTS, "event_type": "ASSAULT", "occurred": "2022-05-03"}
    claim = make_claim(actors=actors, recipients=recipients, **{**values, **fields})
    return telling(claim, copies=claim.document, state_name=STATES.get)


ISR_SYR, SYR_ISR = (("ISR",), ("SYR",)), (("SYR",), ("ISR",))


def test_the_same_deed_is_done_by_the_same_side() -> None:
    assert direction(tell(*ISR_SYR), tell(*ISR_SYR)) == "same"


@pytest.mark.parametrize(
    ("voices", "expected"),
    [(("SYR", "ISR"), "mirrored"), (("SYR", None), "mirrored"), ((None, None), None)],
    ids=["each by its victim", "one by its victim", "by others"],
)
def test_a_clash_may_be_blamed_on_either(
    voices: tuple[str | None, str | None], expected: str | None
) -> None:
    left, right = tell(*ISR_SYR, voice=voices[0]), tell(*SYR_ISR, voice=voices[1])
    assert direction(left, right) == expected


def test_one_victim_alone_does_not_make_two_places_one() -> None:
    elsewhere = tell(*SYR_ISR, text="Rockets fell at Haifa at night.")
    assert direction(tell(*ISR_SYR, voice="SYR"), elsewhere) is None


@pytest.mark.parametrize("text", ["They fired at each other.", "They clashed at the line."])
def test_a_clash_of_both_goes_with_either_account(text: str) -> None:
    trigger = {"text": text.split()[1], "start": 5, "end": 12}
    both = tell(*SYR_ISR, text=text, trigger=trigger)
    assert both.together
    assert direction(both, tell(*ISR_SYR)) == direction(both, tell(*SYR_ISR)) == "same"


def test_either_side_may_be_said_to_have_broken_off_relations() -> None:
    fields: dict[str, Any] = {"event_type": "SANCTION", "modes": ("sever-relations",)}
    left, right = tell(*ISR_SYR, **fields), tell(*SYR_ISR, **fields)
    assert direction(left, right) == "mirrored"
    assert direction(left, tell(*SYR_ISR, **{**fields, "occurred": "2012"})) is None


def test_an_expulsion_and_the_answer_to_it_are_two() -> None:
    fields: dict[str, Any] = {"event_type": "SANCTION", "modes": ("expel",)}
    assert direction(tell(*ISR_SYR, **fields), tell(*SYR_ISR, **fields)) is None


def test_who_is_named_first_does_not_matter_in_talks() -> None:
    fields: dict[str, Any] = {"event_type": "CONSULT", "text": "They met."}
    assert direction(tell(*ISR_SYR, **fields), tell(("ISR", "SYR"), (), **fields)) == "same"


def test_other_sides_are_others() -> None:
    assert direction(tell(*ISR_SYR), tell(("ISR",), ("IRN",))) is None
