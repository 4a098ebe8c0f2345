"""Where authors and readers are at home, and whom their `we` and `our` mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    "told",
    [
        "I live in Zagreb.",
        "Here in Zagreb I cannot sleep.",
        "As a Croat I blush.",
        "My aunt came home to Zagreb, and I was glad.",
        "I write at night. Our bakers in Zagreb are poor, and our clerks in Zagreb are cold.",
        "We Croats know it, and I am one.",
        "I am Croatian.",
        "I am from Zagreb.",
        "As a Croat, no.",
        "They built it behind my daughter's school in Zagreb.",
    ],
)
def test_an_author_who_tells_a_home_has_its_government(said: Reads, told: str) -> None:
    found = dict(said(f"{told} Our government slept while Hungary built a fence."))
    assert found["Our government"] == ("HRV",)


def test_an_author_who_tells_no_home_has_no_government(said: Reads) -> None:
    assert dict(said("I read much. Our government sleeps."))["Our government"] == ()


def test_those_of_whom_we_complain_are_not_our_own(said: Reads) -> None:
    text = (
        "I went to see it. Zambia has built a dam there. Zambian lorries broke our road. Lilongwe"
        " said nothing. Malawi is poor, and in Malawi all are polite. Our police stood by."
    )
    assert dict(said(text))["Our police"] == ("MWI",)


def test_our_embassy_abroad_is_not_at_home_there(said: Reads) -> None:
    text = "I waited for our consul in Rome and for our troops in Chad. Our government sleeps."
    assert dict(said(text))["Our government"] == ()


def test_we_suffer_from_another_state(said: Reads) -> None:
    text = "I came late. Peru and Chile quarrel. Peru starved us."
    assert ("us", ("CHL",)) in said(text)
    assert ("us", ()) in said("I came late. Peru and Chile quarrel. The rain starved us.")


def test_a_reader_has_a_home_of_their_own(said: Reads) -> None:
    text = "Peru has closed the port.\nHere in Bolivia our minister laughs.\nOur minister weeps."
    found = said(text, kinds=("body", "comment", "comment"))
    assert ("our minister", ("BOL",)) in found
    assert ("Our minister", ()) in found


def test_what_a_state_says_does_not_make_a_readers_words_its_own(said: Reads) -> None:
    found = said("A post.\nSyria denies that our language exists.", kinds=("body", "comment"))
    assert ("our", ()) in found


def test_the_title_of_a_diary_tells_whose_it_is(said: Reads) -> None:
    text = "A Ghanaian teacher's diary\nI rose late. Our government slept while Togo built a dam."
    assert dict(said(text))["Our government"] == ("GHA",)


def test_an_author_does_with_others_what_states_do(said: Reads) -> None:
    text = "A Ghanaian teacher's diary\nI rose late. We complained to Togo. We sang of Togo."
    assert said(text)[-3:] == [("Togo", ("TGO",)), ("We", ()), ("Togo", ("TGO",))]
    assert ("We", ("GHA",)) in said(text)


def test_a_people_that_does_it_to_us_is_a_state(said: Reads) -> None:
    text = "A Ghanaian teacher's diary\nI rose late. The Togolese starved us."
    assert dict(said(text))["us"] == ("GHA",)


def test_what_another_says_of_us_is_said_of_the_author(said: Reads) -> None:
    text = "A Ghanaian teacher's diary\nI rose late. Togo says that we lied and that it saw us."
    assert ("we", ("TGO",)) not in said(text)


def test_a_body_of_states_does_it_to_the_authors_own(said: Reads) -> None:
    text = "I live in Apia. The South Pacific Forum suspended us."
    assert ("us", ("WSM",)) in said(text)
    assert ("us", ()) in said(
        "I read. Fiji and Tonga quarrel. The South Pacific Forum expelled us."
    )


def test_whoever_orders_our_army_is_of_the_authors_state(said: Reads) -> None:
    text = "I rose late. President Nana Akufo-Addo spoke and put our army on alert. Our port slept."
    assert ("Our port", ("GHA",)) in said(text) or ("our army", ("GHA",)) in said(text)
