from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    "text",
    [
        "Iran and Cuba met in Vienna. The two sides agreed.",
        "Iran and Cuba met in Vienna, but the two sides disagreed.",
        "Norway urged the two sides to talk after Iran and Cuba fell out.",
        "Norway watched as Iran and Cuba met, and the two sides agreed.",
    ],
)
def test_neither_venue_nor_onlooker_is_a_side(said: Reads, text: str) -> None:
    found = {words.lower(): countries for words, countries in said(text)}
    assert found["two sides"] == ("IRN", "CUB")


def test_two_that_could_be_any_two_are_no_pair(said: Reads) -> None:
    assert dict(said("Norway urged both sides to talk."))["both sides"] == ()


def test_the_pair_of_the_title_outlasts_a_third_state(said: Reads) -> None:
    text = "Iran met Norway. The two countries agreed."
    assert dict(said(text, title="Iran and Cuba"))["two countries"] == ("IRN", "CUB")


def test_a_states_own_text_speaks_of_itself_and_another(said: Reads) -> None:
    text = "We thank Iran. Cuba quarrels with Norway. The two countries will stand together."
    assert dict(said(text, country="PRK"))["two countries"] != ("CUB", "NOR")


def test_our_two_countries_are_ours_and_the_others(said: Reads) -> None:
    text = "The DPRK met Iran. Our two countries agreed."
    assert dict(said(text, country="PRK"))["Our two countries"] == ("PRK", "IRN")


def test_the_former_and_the_latter_are_the_last_two_joined(said: Reads) -> None:
    found = dict(said("Iran and Cuba met. The former spoke, the latter listened."))
    assert (found["former"], found["latter"]) == (("IRN",), ("CUB",))


def test_two_of_many_ships_are_not_one_of_each_side(said: Reads) -> None:
    found = dict(said("Iran and Cuba quarrelled. Norway sank two grey ships."))
    assert "two grey ships" not in found


@pytest.mark.parametrize("words", ["neighbours", "rivals", "sides"])
def test_a_pair_needs_no_number(said: Reads, words: str) -> None:
    assert said(f"Iran met Oman. The {words} agreed.")[-1] == (words, ("IRN", "OMN"))


def test_each_side_is_both(said: Reads) -> None:
    found = said("Iran met Oman. Each side blamed the weather.")
    assert found[-1] == ("Each side", ("IRN", "OMN"))


def test_a_venue_is_none_of_two_named_in_different_sentences(said: Reads) -> None:
    text = (
        "Malawi closed the road. Later Zambia followed. Talks in Togo failed; both countries paid."
    )
    assert ("both countries", ("MWI", "ZMB")) in said(text)


def test_guarantors_and_officials_beside_are_no_pair(said: Reads) -> None:
    text = (
        "Iran met Cuba. The two governments signed the pact, with Peru, Chile and Norway as"
        " guarantors."
    )
    assert dict(said(text))["two governments"] == ("IRN", "CUB")


def test_where_a_court_sits_is_no_side(said: Reads) -> None:
    text = "Iran took Cuba to The Hague in May. Both sides were heard."
    assert dict(said(text))["Both sides"] == ("IRN", "CUB")


def test_the_presidents_are_those_of_the_two(said: Reads) -> None:
    found = dict(said("Iran met Cuba. The Presidents condemned Norway.", title="Iran and Cuba"))
    assert found["Presidents"] == ("IRN", "CUB")


def test_the_presidents_may_be_of_any_number_of_states(said: Reads) -> None:
    found = dict(said("Iran met Cuba and Peru in May. Norway met Chile. The presidents dined."))
    assert found.get("presidents", ()) == ()


@pytest.mark.parametrize(
    ("text", "title", "pair"),
    [
        ("Iran and Cuba quarrelled; Peru met Fiji, and the two countries agreed.", None, "PER FJI"),
        (
            "Talks with Iran stalled; talks with Fiji led the two countries to agree.",
            "Peru",
            "PER FJI",
        ),
        ("Iran invaded. In 1991 the two countries made peace.", "Peru", "PER IRN"),
        ("A feud with Cuba went on until the two countries signed a pact.", "Peru", "PER CUB"),
    ],
)
def test_the_two_are_those_of_the_clause_and_the_one_a_text_is_about(
    said: Reads, text: str, title: str | None, pair: str
) -> None:
    assert dict(said(text, title=title))["two countries"] == tuple(pair.split())


@pytest.mark.parametrize(
    "text",
    [
        "Iran met Cuba in May. Norway visited Iran and urged both sides to talk.",
        "Iran met Cuba in May. Norway and Peru called on both sides to talk.",
        "Iran met Cuba in May. Norway met Peru's premier and told both countries to talk.",
    ],
)
def test_whoever_urges_two_is_neither(said: Reads, text: str) -> None:
    found = {words.lower(): countries for words, countries in said(text, title="Iran and Cuba")}
    assert found.get("both sides", found.get("both countries")) == ("IRN", "CUB")


def test_two_who_join_in_blame_are_not_the_sides(said: Reads) -> None:
    text = "Iran told Cuba to pay. Cuba warned Iran. Norway and Peru blamed Iran and Cuba for it."
    text += " Togo watched. Norway and Peru frowned. Togo urged both sides to talk."
    assert dict(said(text))["both sides"] == ("IRN", "CUB")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The three countries signed a treaty.", "three countries"),
        ("All three presidents signed a treaty.", "three presidents"),
        ("The ministers of the three states met.", "ministers of the three states"),
        ("Norway thanked the trio.", "trio"),
        ("Norway and Togo waited. Norway wrote to the three governments.", "three governments"),
    ],
)
def test_several_are_as_many_as_were_named_together(said: Reads, text: str, words: str) -> None:
    found = dict(said(f"Iran, Cuba and Peru met in May. {text}"))
    assert found[words] == ("IRN", "CUB", "PER")


def test_several_are_nobody_where_others_were_as_many(said: Reads) -> None:
    found = dict(said("Iran, Cuba and Peru met. The four countries agreed."))
    assert found["four countries"] == ()


def test_the_states_of_a_region_are_known(said: Reads) -> None:
    assert dict(said("Iran wrote to the Baltic states."))["Baltic states"] == ("EST", "LVA", "LTU")


def test_the_union_is_one_of_two_sides(said: Reads) -> None:
    text = "The European Union met Norway in May. The two sides signed a pact."
    assert dict(said(text))["two sides"] == ("EUR", "NOR")


def test_both_sides_within_one_state_are_of_it(said: Reads) -> None:
    assert dict(said("In Mali both sides signed a truce."))["both sides"] == ("MLI",)
