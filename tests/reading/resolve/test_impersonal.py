from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana resigned; Togo called it unacceptable.",
        "Ghana resigned; Togo denounced it as a farce.",
        "Togo said it was an accident.",
        "Togo rejected the draft, saying it was unfair.",
        "It was in May that Togo left.",
        "It was the judges who stopped Togo.",
        "Togo confirmed it.",
        "Togo wrote the note; it was published in May.",
        "Togo replied. It happened at night.",
        "It remained to be seen whether Togo would pay.",
    ],
)
def test_it_means_nobody_where_only_a_thing_fits(said: Reads, text: str) -> None:
    found = [countries for words, countries in said(text) if words in ("it", "It")]
    assert not any(found)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Togo said it was ready.", "TGO"),
        ("Togo said it was a party to the pact.", "TGO"),
        ("Togo distrusts Ghana and regards it as a rival.", "GHA"),
        ("Togo fears Ghana, which has threatened it.", "TGO"),
        ("Togo left. Its ships stayed, and sanctions were put on it.", "TGO"),
        ("Togo was poor. It was the first to pay.", "TGO"),
    ],
)
def test_it_means_a_state_where_a_state_fits(said: Reads, text: str, state: str) -> None:
    found = [countries for words, countries in said(text) if words in ("it", "It")]
    assert found == [(state,)]


def test_they_are_no_people_where_only_things_fit(said: Reads) -> None:
    found = dict(said("The Cubans sold their ships; they were ruins."))
    assert "they" not in found
