from __future__ import annotations

from dragoman.reading.resolve.quarrel import across, two


def near(code: str) -> tuple[str, ...]:
    return {"MLI": ("NER", "DZA")}.get(code, ())


def test_the_two_named_most() -> None:
    assert two({"MLI": 5, "TGO": 3, "NER": 1}, (), near, None) == ("MLI", "TGO")
    assert two({"MLI": 5, "TGO": 3, "NER": 1}, (), near, "NER") == ("NER", "MLI")


def test_of_two_named_as_often_the_neighbour() -> None:
    assert two({"MLI": 5, "TGO": 1, "NER": 1}, (), near, None) == ("MLI", "NER")
    assert two({"MLI": 5, "DZA": 1, "NER": 1}, (), near, None) == ()


def test_the_two_of_the_title() -> None:
    assert two({"MLI": 5, "TGO": 3}, ("NER", "TGO"), near, None) == ("NER", "TGO")


def test_where_nobody_is_named_there_are_no_two() -> None:
    assert two({}, (), near, None) == ()
    assert two({"MLI": 1}, (), near, None) == ()


def test_who_is_across() -> None:
    assert across(("MLI", "NER"), "NER") == "MLI"
    assert across(("MLI", "NER"), "TGO") is None
    assert across((), None) is None
