from __future__ import annotations

import pytest

from tests.coding.told import shapes


@pytest.mark.parametrize("verb", ["refused", "declined"])
def test_who_refused_refused_those_who_had_asked(verb: str) -> None:
    assert shapes(f"Chad asked Niger to withdraw. Niger {verb}.")[-1] == "REJECT: NER > TCD"


def test_nobody_had_asked() -> None:
    assert not any(one.startswith("REJECT") for one in shapes("Chad met Niger. Peru refused."))
