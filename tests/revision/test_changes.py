from __future__ import annotations

import pytest

from dragoman.errors import OntologyError, UsageError
from dragoman.records.actors import Participant
from dragoman.records.corrections import changed
from dragoman.revision.changes import changes
from tests.factories import STATES, make_claim

CLAIM = make_claim(occurred="1967", certainty="PS+", auxiliary=("hypothetical", "historical"))


def whom(text: str) -> Participant:
    if text not in STATES:
        raise UsageError(f"no actor is called {text!r}")
    return Participant(
        text=text, name=STATES[text], country=text, sector=None, wikidata=None, start=0, end=0
    )


def test_a_type_brings_its_modes_class_and_score() -> None:
    made = changed(CLAIM, changes(CLAIM, ["type=sanction sever-relations"], whom))
    assert (made.event_type, made.modes) == ("SANCTION", ("sever-relations",))
    assert (made.quad_class, made.score) == ("material conflict", -6.0)


def test_a_date_is_edtf_or_none() -> None:
    [date] = changes(CLAIM, ["date=1966-04-13"], whom)
    assert (date.coded, date.value) == ("1967", "1966-04-13")
    made = changed(CLAIM, changes(CLAIM, ["date="], whom))
    assert (made.occurred, made.occurred_basis) == (None, None)


def test_sides_that_the_sentence_names_keep_their_place_in_it() -> None:
    made = changed(CLAIM, changes(CLAIM, ["actors=PSE, IRN", "recipients="], whom))
    assert [one.name for one in made.actors] == ["Palestine", "Iran"]
    assert (made.actors[0], made.recipients) == (CLAIM.recipients[0], ())
    assert made.actors[1].text == ""


def test_a_speaker_is_a_role_with_or_without_a_name() -> None:
    made = changed(CLAIM, changes(CLAIM, ["speaker=quoted: IRN"], whom))
    said = made.asserted_by
    assert (said.role, said.name, said.country) == ("quoted", "Iran", "IRN")
    made = changed(CLAIM, changes(CLAIM, ["speaker=commenter"], whom))
    assert (made.asserted_by.role, made.asserted_by.name) == ("commenter", "Encyclopedia")


@pytest.mark.parametrize(
    ("certainty", "auxiliary"), [("CT+", ("historical",)), ("CT-", ("historical", "negation"))]
)
def test_who_is_sure_supposes_nothing(certainty: str, auxiliary: tuple[str, ...]) -> None:
    made = changed(CLAIM, changes(CLAIM, [f"certainty={certainty}"], whom))
    assert (made.certainty, made.auxiliary) == (certainty, auxiliary)


@pytest.mark.parametrize(
    "wrong",
    [
        "date",
        "place=Here",
        "date=soon",
        "certainty=surely",
        "actors=XXX",
        "speaker=God",
        "date=1967",
    ],
)
def test_what_cannot_be_is_said_in_one_line(wrong: str) -> None:
    with pytest.raises(UsageError) as raised:
        changes(CLAIM, [wrong], whom)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("wrong", ["type=WAR", "type=AID visit", "type="])
def test_a_type_is_one_of_the_codebook(wrong: str) -> None:
    with pytest.raises(OntologyError):
        changes(CLAIM, [wrong], whom)
