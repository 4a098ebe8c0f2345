from __future__ import annotations

import pytest

from tests.coding.told import shapes


@pytest.mark.parametrize("verb", ["refused", "declined"])
def test_who_refused_refused_those_who_had_asked(verb: str) -> None:
    assert shapes(f"Chad asked Niger to withdraw. Niger {verb}.")[-1] == "REJECT: NER > TCD"


def test_nobody_had_asked() -> None:
    assert not any(one.startswith("REJECT") for one in shapes("Chad met Niger. Peru refused."))


@pytest.mark.parametrize(
    ("before", "answer", "shape"),
    [
        ("Chad asked Niger to open the road.", "The request was refused.", "REJECT: NER > TCD"),
        ("Chad invited Niger to the fair.", "The invitation was accepted.", "AGREE: NER > TCD"),
        ("Chad accused Niger of theft.", "The charge was rejected.", "REJECT change: NER > TCD"),
    ],
)
def test_what_was_said_is_answered_by_those_to_whom_it_was_said(
    before: str, answer: str, shape: str
) -> None:
    assert shapes(f"{before} {answer}")[-1].split(":")[1] == shape.split(":")[1]


@pytest.mark.parametrize(
    "answer", ["A request was refused.", "The Peruvian request was refused.", "Food was refused."]
)
def test_another_request_is_not_the_one_told(answer: str) -> None:
    found = shapes(f"Chad asked Niger to open the road. {answer}")
    assert not any(one.endswith("NER > TCD") for one in found)


def test_what_is_done_in_return_is_done_to_those_who_began() -> None:
    found = shapes("Chad sank a Nigerien trawler. A patrol boat was sunk in return.")
    assert found[-1] == "ASSAULT destroy: NER > TCD"


def test_help_goes_to_those_who_asked_for_it() -> None:
    found = shapes("Chad asked Peru for help against Niger. Peru sent paratroopers.")
    assert found[-1].endswith("PER > TCD")


def test_who_breaks_with_the_other_in_reply_was_wronged() -> None:
    found = shapes("Chad threatened Niger with war. The president broke off relations in reply.")
    assert found[-1] == "SANCTION sever-relations: NER > TCD"


def test_what_is_refused_is_of_who_does_it_in_the_clause_above() -> None:
    about = "Chad and Niger share a lake. Chad borders Niger. "
    found = shapes(about + "Peru proposed a truce, which Niger rejected.")
    assert "REJECT yield: NER > PER" in found
