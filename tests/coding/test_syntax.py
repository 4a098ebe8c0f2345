from __future__ import annotations

import pytest

from dragoman.coding.lexicon import lexicon
from dragoman.coding.syntax import Tree
from tests.coding.told import document, parser, shapes


def tree_of(text: str) -> Tree:
    (sentence,) = parser().parse(document(text))
    return Tree(sentence, lexicon())


def arguments(text: str, verb: str) -> tuple[list[str], list[str]]:
    tree = tree_of(text)
    found = tree.arguments(tree.words.index(verb))
    return [tree.words[i] for i in found.subjects], [tree.words[i] for i in found.objects]


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Peru helped Chad.", "helped", ["peru"], ["chad"]),
        ("Chad was helped by Peru and Nepal.", "helped", ["peru", "nepal"], ["chad"]),
        ("Peru helped Chad and funded Mali.", "funded", ["peru"], ["mali"]),
        ("Chad was attacked and looted by bandits.", "attacked", ["bandits"], ["chad"]),
        ("Peru promised to help Chad.", "help", ["peru"], ["chad"]),
        ("Peru urged Nepal to help Chad.", "help", ["nepal"], ["chad"]),
        ("Peru accused Nepal of arming Chad.", "arming", ["nepal"], ["chad"]),
        ("Peru replied by arming Chad.", "arming", ["peru"], ["chad"]),
        ("Peru met Nepal, which had helped Chad.", "helped", ["nepal"], ["chad"]),
        ("The village that Peru helped is small.", "helped", ["peru"], ["village"]),
        ("Peru was the first country to help Chad.", "help", ["peru"], ["chad"]),
        ("Peru shelled and burned the village.", "shelled", ["peru"], ["village"]),
        ("Peru, together with Nepal, has armed Chad.", "armed", ["peru", "nepal"], ["chad"]),
        ("Peru armed Chad along with Nepal.", "armed", ["peru", "nepal"], ["chad"]),
        ('He cried that "we have won", and armed Chad.', "armed", ["he"], ["chad"]),
    ],
)
def test_arguments_are_found_through_the_grammar(
    text: str, verb: str, subjects: list[str], objects: list[str]
) -> None:
    assert arguments(text, verb) == (subjects, objects)


def test_the_receiver_of_a_passive_is_its_dative() -> None:
    tree = tree_of("Chad was given a loan by Peru.")
    found = tree.arguments(tree.words.index("given"))
    assert [tree.words[i] for i in (*found.subjects, *found.objects, *found.datives)] == [
        "peru",
        "loan",
        "chad",
    ]


def test_measures_are_seen_through() -> None:
    tree = tree_of("Peru signed a series of treaties.")
    assert "treaties" in [tree.words[i] for i in tree.meant(tree.words.index("series"))]


def test_time_under_a_preposition_is_no_party() -> None:
    tree = tree_of("Peru called on Monday.")
    assert tree.obliques(tree.words.index("called")) == {}


def test_a_name_before_a_verb_without_subject_is_its_subject() -> None:
    text = "The road is open; across the river Chad moved two brigades to the frontier with Niger."
    assert arguments(text, "moved")[0] == ["chad"]


def test_a_participle_that_alone_can_be_the_verb_is_one() -> None:
    text = "The miners went home at dusk; Chad, for its part, called on Niger to free two miners."
    tree = tree_of(text)
    called = tree.words.index("called")
    assert not tree.is_passive(called)
    assert [tree.words[i] for i in tree.surface_subjects(called)] == ["chad"]


def test_a_gerund_beside_a_noun_has_no_subject() -> None:
    tree = tree_of("Chad condemned the storming and vandalising of the embassy in Lima.")
    assert tree.surface_subjects(tree.words.index("vandalising")) == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Peru thanked Chad and Mali, which recognised Kenya in May.", "MLI TCD > KEN"),
        ("Peru thanked Chad and Mali, which has recognised Kenya.", "MLI > KEN"),
        ("It was Chad and Mali who recognised Kenya in May.", "MLI TCD > KEN"),
    ],
)
def test_a_clause_about_a_list_is_about_all_of_it(text: str, actors: str) -> None:
    assert f"SUPPORT recognize: {actors}" in shapes(text)


def test_a_court_that_finds_guilty_is_the_agent() -> None:
    found = tree_of("Moussa was found guilty of inciting violence by a Chadian court.")
    verb = found.words.index("found")
    assert [found.words[i] for i in found.arguments(verb).subjects] == ["court"]
