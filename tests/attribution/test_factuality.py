from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.attribution.factuality import NEGATION, Operator, combine, weigh
from dragoman.records.claims import Certainty
from tests.attribution.telling import sure, tell

CERTAINTIES = st.sampled_from(get_args(Certainty))


@given(CERTAINTIES)
def test_a_plain_word_changes_nothing(inner: Certainty) -> None:
    assert combine("CT+", inner) == inner


@given(CERTAINTIES, CERTAINTIES)
def test_nothing_gets_surer_in_the_scope_of_what_is_open(one: Certainty, other: Certainty) -> None:
    assert combine("Uu", other) == "Uu"
    assert combine(one, "Uu") == "Uu"


def test_two_negations_undo_each_other() -> None:
    assert weigh([NEGATION, NEGATION], frozenset(), told=False).certainty == "CT+"


def test_what_the_type_holds_already_is_not_counted_again() -> None:
    assert weigh([NEGATION], frozenset({"negation"}), told=False).certainty == "CT+"
    twice = weigh([NEGATION, NEGATION], frozenset({"negation"}), told=False)
    assert twice.certainty == "CT-"


def test_would_is_the_will_of_a_speaker() -> None:
    would = Operator(kind="would", certainty="PS+", hypothetical=True)
    assert weigh([would], frozenset(), told=True).auxiliary == ("future",)
    assert weigh([would], frozenset(), told=False).auxiliary == ("hypothetical",)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Spain [[shelled]] the fort.", "CT+"),
        ("Spain did not [[shell]] the fort.", "CT-"),
        ("Spain may [[shell]] the fort.", "PS+"),
        ("Spain probably [[shelled]] the fort.", "PR+"),
        ("Spain cannot [[shell]] the fort.", "CT-"),
        ("Spain failed to [[shell]] the fort.", "CT-"),
        ("Spain did not fail to [[shell]] the fort.", "CT+"),
        ("No treaty was [[signed]].", "CT-"),
        ("If Spain [[shells]] the fort, Malta will protest.", "Uu"),
        ("Did Spain [[shell]] the fort?", "Uu"),
        ("Why did Spain [[shell]] the fort?", "CT+"),
        ("Spain did not [[sign]] until 1911.", "CT+"),
        ("Had Spain [[signed]], Malta would have rejoiced.", "CT-"),
    ],
)
def test_words_move_the_certainty(text: str, certainty: str) -> None:
    assert sure(text) == certainty


def test_a_semicolon_parts_what_is_certain_from_what_is_not() -> None:
    assert sure("Spain [[shelled]] the fort; Malta did not protest.") == "CT+"


def test_negation_is_marked_where_the_event_did_not_happen() -> None:
    assert tell("Spain never [[paid]].").auxiliary == ("negation",)
