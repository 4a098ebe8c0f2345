from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from dragoman.attribution.operators import NEGATION, Operator, combine, denied, weigh
from dragoman.records.claims import Certainty, Factuality

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


def test_a_denied_will_is_a_refusal_and_lies_ahead() -> None:
    would_not = Operator(kind="would", certainty="PS-", hypothetical=True)
    assert weigh([would_not], frozenset(), told=True) == Factuality(
        certainty="CT-", auxiliary=("future", "negation")
    )
    refused = weigh([would_not], frozenset({"negation", "future"}), told=True)
    assert refused == Factuality(certainty="CT+", auxiliary=())


@given(CERTAINTIES)
def test_who_denies_is_certain_of_the_contrary(certainty: Certainty) -> None:
    contrary = denied(Factuality(certainty=certainty)).certainty
    assert contrary == ("CT+" if certainty.endswith("-") else "CT-")
