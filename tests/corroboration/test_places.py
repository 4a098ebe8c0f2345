from __future__ import annotations

import pytest

from dragoman.corroboration.places import Place, differ, place, same


def read(sentence: str, trigger: str = "met", *, without: tuple[str, ...] = ()) -> Place | None:
    return place(sentence, sentence.index(trigger), given=None, without=without)


@pytest.mark.parametrize(
    ("sentence", "name", "inside"),
    [
        ("They met in Lusaka on Monday.", "Lusaka", True),
        ("They met on Monday near Cabo Gracias a Dios.", "Cabo Gracias a Dios", False),
        ("In Geneva they met on Monday.", "Geneva", True),
        ("They met at the port of Poti.", "Poti", False),
    ],
)
def test_the_place_of_a_deed(sentence: str, name: str, inside: bool) -> None:
    assert read(sentence) == Place(name=name, inside=inside)


@pytest.mark.parametrize(
    "sentence",
    [
        "They met in March.",
        "They met and spoke of a school in Lusaka.",
        "They met the envoy, who lives in Lusaka.",
        "After talks in Lusaka they met.",
    ],
)
def test_the_place_of_something_else_is_left(sentence: str) -> None:
    assert read(sentence) is None


def test_a_side_is_no_place() -> None:
    assert read("They met in Chad.", without=("Chad",)) is None


def test_what_was_coded_comes_first() -> None:
    assert place("They met in Lusaka.", 5, given="Ndola", without=()) == Place(
        name="Ndola", inside=False
    )


def test_near_two_places_is_not_one() -> None:
    here, there = Place(name="Karonga", inside=False), Place(name="Itungi", inside=False)
    assert differ(here, there, None)
    assert not differ(here, Place(name="Port of Karonga", inside=False), None)
    assert not differ(here, None, None)


def test_a_town_lies_in_a_region_but_in_no_other_town() -> None:
    def is_town(name: str) -> bool:
        return name != "Katanga"

    kolwezi, katanga, likasi = (
        Place(name=name, inside=True) for name in ("Kolwezi", "Katanga", "Likasi")
    )
    assert differ(kolwezi, likasi, is_town)
    assert not differ(kolwezi, katanga, is_town)
    assert not differ(kolwezi, likasi, None)
    assert not differ(kolwezi, Place(name="Likasi", inside=False), is_town)


def test_one_place_is_one_however_it_is_written() -> None:
    assert same(Place(name="Hilla-Condji", inside=True), Place(name="Hilla Condji", inside=False))
    assert not same(None, None)
