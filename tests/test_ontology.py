import pytest

from dragoman.errors import OntologyError
from dragoman.ontology import plover


def test_all_sixteen_types_are_there() -> None:
    assert len(plover().types) == 16


@pytest.mark.parametrize(
    ("event_type", "modes", "score"),
    [
        ("ACCUSE", (), -3.0),
        ("CONSULT", ("visit",), 4.0),
        ("SUPPORT", ("establish-relations",), 5.0),
        ("SANCTION", ("sever-relations",), -6.0),
        ("COERCE", ("censor",), -6.5),
        ("COERCE", ("seize",), -7.0),
        ("PROTEST", ("vandalize",), -5.0),
    ],
)
def test_scores_follow_the_mode(event_type: str, modes: tuple[str, ...], score: float) -> None:
    assert plover().score(event_type, modes) == score


def test_verbal_types_need_no_recipient_and_material_exchange_does() -> None:
    needing = {name for name, kind in plover().types.items() if kind.needs_recipient}
    assert needing == {"COOPERATE", "AID", "SANCTION"}


def test_scores_have_the_sign_of_their_quad_class() -> None:
    for name, kind in plover().types.items():
        cooperative = kind.quad_class.endswith("cooperation")
        for score in (kind.score, *(mode.score for mode in kind.modes.values())):
            assert score >= 0 if cooperative else score <= 0.5, name


def test_an_unknown_type_is_named_with_the_known_ones() -> None:
    with pytest.raises(OntologyError, match="'ATTACK'.*ASSAULT"):
        plover().type("ATTACK")


def test_a_mode_of_another_type_is_refused() -> None:
    with pytest.raises(OntologyError, match="SUPPORT has no mode 'aerial'"):
        plover().score("SUPPORT", ("aerial",))
