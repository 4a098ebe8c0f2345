from __future__ import annotations

import pytest

from tests.attribution.telling import tell


@pytest.mark.parametrize(
    ("text", "certainty", "auxiliary"),
    [
        ("If Spain [[pays]], Malta will sign.", "Uu", ("hypothetical",)),
        ("Should Spain [[pay]], Malta will sign.", "Uu", ("hypothetical",)),
        ("Were Spain to [[pay]], Malta would sign.", "Uu", ("hypothetical",)),
        ("In the event that Spain [[pays]], Malta will sign.", "Uu", ("hypothetical",)),
        ("Had Spain [[paid]], Malta would have signed.", "CT-", ("hypothetical",)),
        ("Whether Spain [[paid]] is unknown.", "Uu", ()),
        ("The talks will go on until Spain [[pays]].", "Uu", ("future",)),
        ("Malta stayed until Spain [[paid]].", "CT+", ()),
        ("Once Spain [[pays]], Malta will sign.", "PR+", ("future",)),
        ("When Spain [[pays]], Malta will sign.", "PR+", ("future",)),
        ("When Spain [[paid]], Malta signed.", "CT+", ()),
        ("Spain [[paid]], if the figures are right.", "PR+", ()),
    ],
)
def test_clauses_of_condition_and_time(
    text: str, certainty: str, auxiliary: tuple[str, ...]
) -> None:
    claim = tell(text)
    assert (claim.certainty, claim.auxiliary) == (certainty, auxiliary)


def test_who_is_to_be_believed_speaks() -> None:
    claim = tell("If Malta is to be believed, Spain [[paid]].")
    assert (claim.asserted_by.name, claim.certainty) == ("Malta", "CT+")
