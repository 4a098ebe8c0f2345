"""Plain wordings of what states call, give, close and send, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.coding.told import shapes

TOLD = [
    # --- called, described or viewed as something bad, or good
    ("Chile called the Bolivian tax arbitrary.", "ACCUSE disapprove: CHL > BOL"),
    ("Ghana described the Malian quota as disproportionate.", "ACCUSE disapprove: GHA > MLI"),
    ("Chad denounced the Nigerien verdict as a travesty.", "ACCUSE disapprove: TCD > NER"),
    ("Kenya said the Ghanaian levy was unjustified.", "ACCUSE disapprove: KEN > GHA"),
    ("Norway called the Peruvian election neither free nor fair.",
     "ACCUSE disapprove: NOR > PER"),
    ("Mali called the Chadian fishermen spies.", "ACCUSE disapprove: MLI > TCD"),
    ("Peru's dam came in for criticism from Chile.", "ACCUSE disapprove: CHL > PER"),
    ("Peru described the Bolivian plan as generous.", "SUPPORT: PER > BOL"),
    ("Norway declared the Malian election free and fair.", "SUPPORT: NOR > MLI"),
    ("Kenya is pleased with the Ghanaian decision.", "SUPPORT: KEN > GHA"),
    # --- help after a disaster, at somebody's request, for nothing
    ("Peru sent soldiers and dogs to Bolivia after the flood.", "AID: PER > BOL"),
    ("Norway sent housing containers to Nepal.", "AID: NOR > NPL"),
    ("Mali sent armored vehicles to the border with Chad.", "MOBILIZE weapons: MLI > TCD"),
    ("The Malian army drove the Chadian troops out of the north.", "ASSAULT: MLI > TCD"),
    ("Chad flew in ammunition for Mali.", "AID: TCD > MLI"),
    ("Kenya flew troops to Ghana at the president's request.", "AID: KEN > GHA"),
    ("Norway gave Kenya a patrol boat.", "AID: NOR > KEN"),
    ("Norway rebuilt the harbor tower of Palau.", "AID: NOR > PLW"),
    ("Norwegian doctors treated children in Mali.", "AID: NOR > MLI"),
    ("Chad let the Malian refugees in.", "AID: TCD > MLI"),
    ("Malian cadets went through pilot training in Ghana.", "AID: GHA > MLI"),
    ("Chad rushed troops to Niger.", "MOBILIZE troops: TCD > NER"),
    ("Norway sent a frigate to Palau.", "MOBILIZE troops: NOR > PLW"),
    # --- handed over, set free, tried, given years
    ("Niger handed over three gunmen to Mali.", "COOPERATE: NER > MLI"),
    ("Niger handed over captured rebels to Mali.", "COOPERATE: NER > MLI"),
    ("Chad set the Malian sailors free.", "RETREAT release: TCD > MLI"),
    ("The Bolivian pilots went on trial in Chile.", "ACCUSE allege: CHL > BOL"),
    ("The Peruvian spy was given nine years by a Chilean court.", "SANCTION convict: CHL > PER"),
    ("Two Ghanaian bankers were convicted in Kenya of fraud.", "SANCTION convict: KEN > GHA"),
    ("The tribunal awarded the island to Kenya.", "SUPPORT: tribunal > KEN"),
    # --- wanted of others
    ("Peru wants talks with Chile.", "REQUEST meet: PER > CHL"),
    ("Norway wants Mali to free the captain.", "REQUEST yield: NOR > MLI"),
    ("Mali sought a postponement of the payment from Norway.", "REQUEST change: MLI > NOR"),
    # --- honors taken back, friendships ended, bodies that suspend
    ("Norway stripped the Malian general of a medal.", "SANCTION: NOR > MLI"),
    ("Chad ended its alliance with Niger.", "SANCTION sever-relations: TCD > NER"),
    ("Norway imposed a travel ban on the Malian junta.", "SANCTION: NOR > MLI"),
    # --- checks, trains and visits held up
    ("Peru held up Chilean trains.", "COERCE restrict: PER > CHL"),
    ("Chadian warships stopped a Norwegian tanker.", "COERCE restrict: TCD > NOR"),
    ("Peru put Chile under quarantine.", "COERCE restrict: PER > CHL"),
    ("Peru blocked a chapter of Bolivia's accession talks.", "REJECT: PER > BOL"),
    ("The Kenyan minister's visit to Ghana was put off.", "REJECT meet: KEN > GHA"),
    # --- embassies and ambassadors
    ("Norway and Kenya exchanged ambassadors.", "SUPPORT upgrade-relations: KEN NOR >"),
    ("Norway reopened its embassy in Kenya.", "SUPPORT restore-relations: NOR > KEN"),
    ("Kenya's ambassador went back to Ghana.", "SUPPORT restore-relations: KEN > GHA"),
    ("Norway appointed an ambassador to Kenya.", "SUPPORT: NOR > KEN"),
    # --- agreed, and not yet signed
    ("Peru and Chile reached full agreement of views.", "AGREE: CHL PER >"),
    ("Peru and Chile announced an accord.", "SUPPORT sign: CHL PER >"),
    ("Norway offered its good offices to Chad.", "AGREE: NOR > TCD"),
    # --- an airspace entered by soldiers, and by what may be a balloon
    ("Chadian jets entered Malian airspace.", "MOBILIZE troops: TCD > MLI"),
    ("A Chadian balloon entered Malian airspace.", "MOBILIZE: TCD > MLI"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_a_plain_wording_gives_its_event(text: str, expected: str) -> None:
    assert expected in shapes(text)


@pytest.mark.parametrize(
    "text",
    [
        "The atlas describes the Bolivian lake as deep.",
        "Kenya described the Ghanaian road as ten miles long.",
        "France gave a book to Mali in 1983.",
        "The Norwegian firm gave the Chilean plant ten years at most.",
        "A film from Peru was awarded a prize in Chile.",
        "The vaccine of a Chilean firm is on trial in Peru.",
        "The Malian novelist wants to write about Niger.",
        "Norway stripped the Malian door of its varnish.",
        "Bats from Kenya are in quarantine in Ghana.",
        "Fog held the Peruvian choir up in Chile.",
        "The software is deployed in Peru and Chile.",
        "The Peruvian poet gave a dinner-time speech on Chilean radio.",
    ],
)
def test_the_same_words_judge_and_help_nobody(text: str) -> None:
    assert shapes(text) == []
