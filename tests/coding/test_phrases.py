"""Words that the parser cuts at their hyphens, particles with alternatives, and times."""

from __future__ import annotations

import pytest

from dragoman.records.claims import Coding
from tests.coding.told import coded, shapes

CUT = [
    (
        "Peru and Chile observed a cease-fire.",
        "RETREAT ceasefire: CHL PER >",
        "observed a cease-fire",
    ),
    ("Norway granted self-rule to Ghana.", "CONCEDE: NOR > GHA", "granted self-rule"),
    ("Mali re-opened its border with Niger.", "CONCEDE: MLI > NER", "re-opened its border"),
    ("Peru made a counter-proposal to Chile.", "REQUEST: PER > CHL", "made a counter-proposal"),
]


@pytest.mark.parametrize(("sentence", "shape", "trigger"), CUT)
def test_a_word_cut_at_its_hyphen_is_whole(sentence: str, shape: str, trigger: str) -> None:
    """It is found as one word of the lexicon, and the trigger has all of it."""
    assert shape in shapes(sentence)
    assert trigger in {_words(sentence, coding) for coding in coded(sentence)}


@pytest.mark.parametrize(
    "sentence", ["Chad fired on the Peru - Chile line.", "The sit - in ended."]
)
def test_a_dash_joins_nothing(sentence: str) -> None:
    """Words with spaces around the dash stay two."""
    assert not [c for c in coded(sentence) if "-" in _words(sentence, c)]


@pytest.mark.parametrize("particle", ["off", "away"])
def test_each_particle_of_a_frame_fits(particle: str) -> None:
    """A frame with `+off|away` takes both."""
    assert "COERCE seize: TCD > MLI" in shapes(f"Chad carted {particle} Malian gold.")


def test_a_frame_may_name_a_plural() -> None:
    """What is left of the dead is no plural of "remain"."""
    expected = "RETREAT release: PER > CHL"
    assert expected in shapes("Peru handed over the remains of Chilean pilots to Chile.")


def test_a_time_fills_no_preposition() -> None:
    """Troops are kept in a country, not in a year."""
    assert "MOBILIZE troops: NOR > GHA" in shapes("Norway kept troops in Ghana.")
    assert not shapes("Norway kept troops in 1994.")


def _words(sentence: str, coding: Coding) -> str:
    return sentence[coding.trigger.start : coding.trigger.end]


def test_what_is_called_for_is_asked() -> None:
    """Whoever is called upon by a clause with "for" is asked to do what it tells."""
    told = shapes("Mali called for Chad to release its pilots.")
    assert "REQUEST yield: MLI > TCD" in told


COUNTED = [
    ("Peru closed twelve of its fourteen crossings with Chile.", "SANCTION: PER > CHL"),
    ("Thousands of Chadian soldiers were deployed in Mali.", "MOBILIZE troops: TCD > MLI"),
]


@pytest.mark.parametrize(("sentence", "shape"), COUNTED)
def test_a_number_is_looked_through(sentence: str, shape: str) -> None:
    """What counts in "twelve of the crossings" is crossings."""
    assert shape in shapes(sentence)


def test_rebels_lay_down_arms() -> None:
    """The parser takes "lay" for a past tense of "lie"."""
    assert "RETREAT disarm: TCD > TCD" in shapes("Chad's rebels lay down their arms in Chad.")


def test_accords_have_names() -> None:
    """A treaty's name may be a plural."""
    found = coded("Chad and Mali signed the Bern Peace Agreements.")
    assert "signed the Bern Peace Agreements" in {
        _words("Chad and Mali signed the Bern Peace Agreements.", coding) for coding in found
    }
