from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records.readings import Mention, TimeExpression
from tests.reading.resolve.conftest import Said, document

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran met Cuba. The two countries agreed.", ("two countries", ("IRN", "CUB"))),
        ("Iran met Cuba. Both sides agreed.", ("Both sides", ("IRN", "CUB"))),
        (
            "Iran met Cuba. The parliaments of the two countries agreed.",
            ("parliaments of the two countries", ("IRN", "CUB")),
        ),
        ("Iran tested a rocket. It denied this.", ("It", ("IRN",))),
        ("Iran distrusts Iraq and accuses it of lying.", ("it", ("IRQ",))),
        ("Iran condemned Israel for its attack.", ("its", ("ISR",))),
        ("Kim Il Sung met Ali Khamenei during the latter's visit.", ("latter", ("IRN",))),
        ("Turkey was furious. The government replied.", ("government", ("TUR",))),
        ("Iran praised its people.", ("its people", ("IRN",))),
        ("The Palestinians buried their dead.", ("their", ("PSE",))),
        ("The vote angered Russia, which recalled its envoy.", ("its envoy", ("RUS",))),
        ("Angela Merkel spoke. She smiled.", ("She", ("DEU",))),
    ],
)
def test_words_that_name_nobody_mean_whom_they_should(
    said: Reads, text: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The storm passed. They were happy.", "They"),
        ("The report shocked Iran. It was long.", "It"),
        ("She smiled.", "She"),
    ],
)
def test_nobody_rather_than_a_guess(said: Reads, text: str, word: str) -> None:
    assert dict(said(text)).get(word, ()) == ()


@pytest.mark.parametrize("text", ["It is clear that Iran left.", "It seems that Iran left."])
def test_an_empty_it_is_no_mention(said: Reads, text: str) -> None:
    assert said(text) == [("Iran", ("IRN",))]


def test_a_pair_may_be_the_one_of_the_title(said: Reads) -> None:
    found = said("Trade between the two countries grew.", title="Iran and Oman")
    assert found == [("two countries", ("IRN", "OMN"))]


def test_we_in_a_quotation_is_the_speakers_state(said: Reads) -> None:
    text = 'The Iranian president said: "We never asked, and our people will not."'
    found = dict(said(text, country="USA"))
    assert found["We"] == ("IRN",)
    assert found["our people"] == ("IRN",)


def test_a_readers_comment_does_not_continue_the_article(said: Reads) -> None:
    text = "Iran opened an embassy.\nIt was about time."
    assert ("It", ()) in said(text, kinds=("body", "comment"))
    assert ("It", ("IRN",)) in said(text, kinds=("body", "body"))


def test_a_time_in_the_sentence_governs_its_offices(
    mentions: Callable[..., tuple[Mention, ...]],
) -> None:
    text = "In 1995 the French president flew to Tokyo."
    time = TimeExpression(start=3, end=7, edtf="1995-06", basis="stated")
    found = mentions(document(text, date="2020-01-01"), (time,))
    assert found[0].referents[0].name == "Jacques Chirac"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Netanyahu addressed Congress.", "USA"),
        ("The president of Peru dissolved Congress.", "PER"),
        ("Macron told the Senate to wait.", "FRA"),
        ("The House voted to arm Ukraine.", "USA"),
    ],
)
def test_a_chamber_is_of_a_state_that_has_one(said: Reads, text: str, state: str) -> None:
    house = next(word for word in ("Congress", "Senate", "House") if word in text)
    assert dict(said(text))[house] == (state,)


def test_a_small_congress_is_of_nobody(said: Reads) -> None:
    assert dict(said("In Pyongyang the congress met."))["congress"] == ()


def test_a_ministry_with_a_capital_is_of_the_state_whose_text_it_is(said: Reads) -> None:
    text = "Iranian ships fled, the Ministry of Defence reports."
    assert dict(said(text, country="IRQ"))["Ministry of Defence"] == ("IRQ",)
    assert dict(said(text))["Ministry of Defence"] == ("IRN",)


def test_a_host_is_not_of_the_guests_state(said: Reads) -> None:
    assert ("host", ()) not in said("The Iranian minister thanked his host.")
    two = "Iran and Oman met. The Iranian minister thanked his host."
    assert dict(said(two))["host"] == ("OMN",)


def test_our_country_is_taken_up_by_it_but_not_by_another_clause(said: Reads) -> None:
    text = "Our country fears nobody, and it asks for nothing."
    assert dict(said(text, country="CUB"))["it"] == ("CUB",)


def test_a_state_of_war_is_no_state(said: Reads) -> None:
    assert ("their", ("IRN", "IRQ")) in said("Iran and Iraq ended their state of war.")


def test_one_of_two_has_the_other_for_a_neighbour(said: Reads) -> None:
    text = (
        "Laos and Burma quarrelled. Laos shelled its northern neighbour, and the other side fled."
    )
    found = dict(said(text))
    assert found["neighbour"] == ("MMR",)
    assert found["other side"] == ("MMR",)


def test_a_neighbour_who_is_named_after_it_is_not_the_other(said: Reads) -> None:
    text = "Laos and Burma quarrelled. Laos praised its neighbour China."
    assert "neighbour" not in dict(said(text))


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("Cuba and Peru met. Peru praised the island.", "island", "CUB"),
        ("Bahrain and Peru met. Peru praised the island kingdom.", "island kingdom", "BHR"),
        ("Oman spoke to Peru. Peru praised the sultanate.", "sultanate", "OMN"),
    ],
)
def test_a_shape_is_of_a_state_that_has_it(said: Reads, text: str, word: str, state: str) -> None:
    assert dict(said(text))[word] == (state,)


def test_an_island_is_no_state_of_the_mainland(said: Reads) -> None:
    assert "island" not in dict(said("Peru and Bolivia met. Peru sold the island."))


def test_this_country_is_of_those_who_write(said: Reads) -> None:
    text = "China came to Manila, and we Filipinos know it. China laughs at this country."
    assert dict(said(text))["this country"] == ("PHL",)


def test_whatever_enters_a_states_airspace_is_not_that_states(said: Reads) -> None:
    text = "A Peruvian jet shot down a Chilean drone a day after it entered Peruvian airspace."
    assert dict(said(text))["it"] == ("CHL",)


def test_the_court_with_a_capital_is_the_one_so_named(said: Reads) -> None:
    text = "Peru and Chile went to the International Court of Justice. The Court found for Chile."
    assert dict(said(text))["Court"] == ("UNO",)


def test_they_are_none_of_the_places_of_a_list(said: Reads) -> None:
    text = "Iran and Cuba met. The aid went to camps in Peru, Chile and Bolivia. They praised it."
    assert dict(said(text))["They"] == ("IRN", "CUB")


def test_a_noun_on_which_the_rest_hangs_is_spoken_of(said: Reads) -> None:
    text = "Troops of Chad, sent by night to three boats of the Malian navy. They burned them."
    assert dict(said(text))["They"] == ("TCD",)


def test_the_minister_of_a_ministrys_own_text_is_its_own(said: Reads) -> None:
    text = "Norway sent its foreign minister. The Minister thanked the Norwegian minister."
    assert ("Minister", ("ISL",)) in said(text, country="ISL")


def test_of_two_who_hold_an_office_the_one_called_so_is_meant(said: Reads) -> None:
    text = (
        "Hailemariam Desalegn, premier of Ethiopia, came as guest of the Kenyan prime minister."
        " That day the premier rested."
    )
    assert said(text, date="2013-05-02")[-1] == ("premier", ("ETH",))


def test_our_own_president_outweighs_another_told_of_last(said: Reads) -> None:
    text = (
        "The President of Kazakhstan opened a road. The President of Armenia came."
        " In the evening the President gave a speech."
    )
    assert said(text, country="KAZ", date="2017-05-02")[-1] == ("President", ("KAZ",))


def test_a_state_without_presidents_does_not_lend_one(said: Reads) -> None:
    text = (
        "President François Hollande saw Malcolm Turnbull, prime minister of Australia."
        " Rain fell. It snowed. Australia sells coal. The President smiled."
    )
    assert said(text, date="2016-05-02")[-1] == ("President", ("FRA",))


def test_the_secretary_general_is_of_the_body_named_last(said: Reads) -> None:
    text = (
        "Chad wrote to the African Union. Niger agreed. The Secretary General travelled to Niger."
    )
    assert ("Secretary General", ("IGO",)) in said(text)


def test_they_are_not_states_of_which_nobody_tells_the_names(said: Reads) -> None:
    text = "Oman spoke for the littoral states, which had recalled their envoys from Oman."
    assert dict(said(text)).get("their envoys", ()) == ()


def test_a_neighbor_across_the_water_has_no_border_on_land(said: Reads) -> None:
    text = "Saudi Arabia waits. Yemen wrote to its neighbor across the strait."
    assert ("neighbor", ("DJI",)) in said(text, title="Yemen and Djibouti")


def test_officials_in_two_capitals_are_of_both(said: Reads) -> None:
    found = dict(said("In Riga and Vilnius officials said that their governments would wait."))
    assert found["their governments"] == ("LVA", "LTU")


def test_us_are_those_with_whom_another_deals_who_is_spoken_of_in_a_clause(said: Reads) -> None:
    text = "Kenya and Uganda quarrel. Kenya, which had signed a pact with us, left."
    assert ("us", ("UGA",)) in said(text, title="Kenya and Uganda")


def test_who_is_freed_is_not_who_held_them(said: Reads) -> None:
    text = "Togolese soldiers held two divers. They were released on Monday."
    assert dict(said(text)).get("They", ()) == ()


def test_each_of_two_is_both_where_the_other_is_told_of(said: Reads) -> None:
    text = "Chad and Niger met. Each vowed to leave the other alone."
    assert ("Each", ("TCD", "NER")) in said(text)
    assert all(word != "Each" for word, _ in said("Chad and Niger met. Each went home."))


def test_those_who_share_a_noun_are_meant_together(said: Reads) -> None:
    text = "Togo saw off the Ghanaian and Nigerian envoys and gave them flowers."
    assert dict(said(text))["them"] == ("GHA", "NGA")


def test_the_two_neighbours_may_be_two_of_three(said: Reads) -> None:
    text = "Togo saw off the Beninese and Ghanaian envoys. It says the two neighbours failed."
    assert dict(said(text))["two neighbours"] == ("BEN", "GHA")


def test_a_court_of_states_named_far_above_is_still_the_court(said: Reads) -> None:
    filler = "Peru was silent. " * 6
    text = (
        f"Chile sued Peru at the International Court of Justice. {filler}Chile thanked the court."
    )
    assert said(text)[-1][1] == ("UNO",)


def test_a_body_with_a_capital_is_the_one_whose_name_has_the_noun(said: Reads) -> None:
    text = "Chad wrote a letter to the League of Nations. The League thanked Niger for its help."
    assert dict(said(text))["League"] == ("IGO",)


def test_all_who_say_we_together_are_meant(said: Reads) -> None:
    text = "We, the foreign ministers of Mali, Togo and Peru, met in Lima. We thank Norway."
    assert said(text)[-2] == ("We", ("MLI", "TGO", "PER"))


def test_the_army_is_the_one_it_always_was(said: Reads) -> None:
    text = "The Malian army shelled a town. Rain fell. Peru's premier wrote. He blamed the army."
    assert dict(said(text))["army"] == ("MLI",)


def test_two_who_sign_are_of_two_states(said: Reads) -> None:
    text = "President François Hollande and Prime Minister Ola Dalen signed a pact."
    found = said(f"France met Norway. {text}", title="France and Norway", date="2015-05-02")
    assert found[-1][1] == ("NOR",)


def test_the_regime_is_the_one_that_was_so_named(said: Reads) -> None:
    text = "TEHRAN - The Zionist regime objected. The regime's army fired on our ships."
    assert ("regime", ("ISR",)) in said(text)
