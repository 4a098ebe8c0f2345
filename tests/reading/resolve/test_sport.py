from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said


@pytest.mark.parametrize(
    "text",
    [
        "Wales had lost to Latvia in a football match that week.",
        "In the rugby qualifier Latvia beat Wales.",
        "The Latvia goalkeeper limped off.",
    ],
)
def test_a_team_is_no_state(said: Callable[..., Said], text: str) -> None:
    assert "LVA" not in {code for _, codes in said(text) for code in codes}


@pytest.mark.parametrize(
    "text", ["Latvia boycotted the football cup.", "Latvia lost its envoy to Chad."]
)
def test_a_state_that_plays_no_game_is_one(said: Callable[..., Said], text: str) -> None:
    assert ("Latvia", ("LVA",)) in said(text)
