"""What stands at the top of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said


@pytest.mark.parametrize(
    "line",
    [
        "LOMÉ, March 3, 1984 (Reed Press) - Togo",
        "Lomé, March 3, 1984 (Reed Press)—Togo",
        "LOMÉ - Togo",
        "Lomé, 3 March 1984 | Togo",
    ],
)
def test_a_dateline_says_where_here_is(said: Callable[..., Said], line: str) -> None:
    text = f"{line} has warned Ghana. The ministry here said nothing. Ghana told Togo to wait."
    assert ("ministry", ("TGO",)) in said(text)


def test_other_commas_and_dashes_are_no_dateline(said: Callable[..., Said]) -> None:
    text = "Lomé, then, - Togo is sad. Ghana paid. The ministry here slept."
    assert ("ministry", ("TGO",)) not in said(text)


@pytest.mark.parametrize(
    "head",
    [
        "Ministerio de Relaciones Exteriores\nQuito, Ecuador\n",
        "Press Office, Ministry of Trade, Ecuador\n",
        "PRESIDENCIA DE LA REPÚBLICA\nQuito, Ecuador\n",
    ],
)
def test_a_letterhead_may_be_long_or_foreign(said: Callable[..., Said], head: str) -> None:
    text = f"{head}Peru and Chile quarrel. We have told Peru so."
    assert ("We", ("ECU",)) in said(text, kinds=("title", "title"))
