from __future__ import annotations

import pytest

from tests.attribution.telling import tell


@pytest.mark.parametrize(
    ("text", "certainty", "auxiliary"),
    [
        ("Spain failed to [[pay]].", "CT-", ("negation",)),
        ("Spain has yet to [[pay]].", "CT-", ("negation",)),
        ("Spain is yet to [[pay]].", "CT-", ("negation",)),
        ("Spain stopped short of [[paying]].", "CT-", ("negation",)),
        ("Spain left without [[paying]].", "CT-", ("negation",)),
        ("Far from [[paying]], Spain sent a bill.", "CT-", ("negation",)),
        ("It is far from certain that Spain [[paid]].", "Uu", ()),
        ("Spain plans to [[pay]].", "PR+", ("future",)),
        ("Spain decided to [[pay]].", "CT+", ("future",)),
        ("Spain is going to [[pay]].", "CT+", ("future",)),
        ("The treaty, to be [[signed]] on Friday, is long.", "CT+", ("future",)),
        ("Planned for May: a [[visit]] to Malta.", "PR+", ("future",)),
    ],
)
def test_words_make_something_of_what_they_govern(
    text: str, certainty: str, auxiliary: tuple[str, ...]
) -> None:
    claim = tell(text)
    assert (claim.certainty, claim.auxiliary) == (certainty, auxiliary)


def test_an_agreement_that_was_brokered_is_no_promise_to_broker() -> None:
    text = "They will trade, in an agreement [[brokered]] by Kenya."
    assert tell(text, type="CONSULT").certainty == "CT+"


def test_an_offer_that_is_refused_was_made() -> None:
    assert tell("Spain refused Malta's [[offer]] of help.", type="AGREE").certainty == "CT+"
    assert tell("Spain refused to [[help]].", type="AID").certainty == "CT-"
