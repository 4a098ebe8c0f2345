from __future__ import annotations

from typing import cast

from dragoman.coding import LearnedCoder
from dragoman.coding.encoder import Encoder
from tests.coding.heard import FakeEncoder, Heard
from tests.coding.told import document, read

CHAD = ("Chad",)


def told(text: str, heard: Heard) -> list[tuple[str, list[str], list[str]]]:
    written = document(text)
    coder = LearnedCoder(encoder=cast("Encoder", FakeEncoder(heard)))
    return [
        (c.event_type, [p.text for p in c.actors], [p.text for p in c.recipients])
        for c in coder.code(written, read(written))
    ]


def test_those_of_no_known_state_suffer_what_the_encoder_is_sure_of() -> None:
    heard: Heard = {"outlawed": ("COERCE", 0.9, CHAD, ("chess",))}
    assert told("Chad outlawed the chess.", heard) == [("COERCE", ["Chad"], ["chess"])]


def test_an_event_that_needs_two_is_not_made_of_one_and_a_maybe() -> None:
    text = "Chad attacked the quilts."
    assert told(text, {"attacked": ("ASSAULT", 0.9, CHAD, ("quilts",))})
    assert not told(text, {"attacked": ("ASSAULT", 0.6, CHAD, ("quilts",))})


def test_a_guess_from_the_same_sentence_alone_is_doubted() -> None:
    text = "Niger praised the weather, and Chad closed its border."
    guessed: Heard = {"closed": ("SANCTION", 0.9, CHAD, ("Niger",))}
    doubted: Heard = {"closed": ("SANCTION", 0.9, CHAD, ())}
    assert told(text, guessed) == [("SANCTION", ["Chad"], ["Niger"])]
    assert all(recipients == [] for _, _, recipients in told(text, doubted))


def test_a_guess_that_the_text_bears_out_is_not_asked_about() -> None:
    text = "Chad accused Niger. Niger praised the weather, and Chad closed its border."
    doubted: Heard = {"closed": ("SANCTION", 0.9, CHAD, ())}
    assert told(text, doubted)[-1] == ("SANCTION", ["Chad"], ["Niger"])


def test_of_two_mentions_of_one_state_the_likelier_takes_part() -> None:
    heard: Heard = {"attacked": ("ASSAULT", 0.9, CHAD, ("Niger",))}
    (found,) = told("Chad, at odds with Niger, attacked Nigerien soldiers.", heard)
    assert found == ("ASSAULT", ["Chad"], ["Niger"])


def test_whom_syntax_finds_stays_where_the_encoder_is_no_surer_of_another() -> None:
    heard: Heard = {"attacked": ("ASSAULT", 0.9, CHAD, ())}
    assert told("Chad attacked Niger.", heard) == [("ASSAULT", ["Chad"], ["Niger"])]


def test_the_members_of_a_list_take_part_together() -> None:
    heard: Heard = {"attacked": ("ASSAULT", 0.9, CHAD, ("Niger",))}
    found = told("Chad, Mali and Peru attacked a fort of Niger.", heard)
    assert [actors for _, actors, _ in found] == [["Chad", "Mali", "Peru"]]


def test_whoever_is_heard_is_heard_with_the_list_that_names_it() -> None:
    text = "Within sight of the tents that Niger and Mali had pitched, Chad severed relations."
    heard: Heard = {"severed": ("SANCTION", 0.9, CHAD, ("Niger",))}
    assert told(text, heard)[-1] == ("SANCTION", ["Chad"], ["Niger", "Mali"])


def test_nobody_is_heard_across_a_semicolon() -> None:
    text = "Chad outlawed the chess; Mali slept."
    heard: Heard = {"outlawed": ("COERCE", 0.9, CHAD, ("Mali",))}
    assert ["Mali"] not in [recipients for _, _, recipients in told(text, heard)]
