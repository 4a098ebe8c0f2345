"""Classes of idiom that the lexicon knows, each in sentences of our own."""

from __future__ import annotations

import pytest

from tests.coding.told import shapes

TOLD = [
    # --- a treaty broken, a body left, recognition taken back: relations are reduced
    ("Chad abrogated its fishing treaty with Niger.", "SANCTION discontinue: TCD > NER"),
    ("Peru tore up the grain agreement with Chile.", "SANCTION discontinue: PER > CHL"),
    ("Kenya withdrew from its defence pact with Ghana.", "SANCTION withdraw: KEN > GHA"),
    ("Mali withdrew its recognition of Palau.", "SANCTION withdraw: MLI > PLW"),
    ("Kenya withdrew its observers from Mali.", "SANCTION withdraw: KEN > MLI"),
    ("Kenya withdrew its peacekeepers from Mali.", "RETREAT withdraw: KEN > MLI"),
    ("Norway recalled its own from Chile.", "SANCTION withdraw: NOR > CHL"),
    ("Chad kept its border with Niger closed.", "SANCTION: TCD > NER"),
    ("Mali told Niger's ambassador to pack his bags.", "SANCTION expel: MLI > NER"),
    ("Peru pulled its deposits from Chile.", "SANCTION discontinue: PER > CHL"),
    # --- what is shot down is no aircraft
    ("Norway shot down a proposal by Peru for a pause.", "REJECT: NOR > PER"),
    ("Chile killed a Bolivian motion.", "REJECT: CHL > BOL"),
    ("Mali banned Niger's ministers from entering the country.", "REJECT change: MLI > NER"),
    # --- agreements are reached, plans backed, promises held to
    ("Peru and Chile reached a bargain over the river.", "SUPPORT sign: CHL PER >"),
    ("Peru and Chile shook hands on a gas swap.", "SUPPORT sign: CHL PER >"),
    ("Norway endorsed Mali's plan for the north.", "SUPPORT endorse: NOR > MLI"),
    ("Chad adhered to the convention with Niger.", "SUPPORT sign: TCD > NER"),
    ("Norway stood by its promise to Kenya.", "AGREE: NOR > KEN"),
    ("Ghana voted aid for Mali.", "AGREE: GHA > MLI"),
    # --- thanks and sorrow go to somebody, and are no journey
    ("Peru's thanks go to Norway.", "SUPPORT: PER > NOR"),
    ("Ghana's condolences go to Mali.", "SUPPORT condole: GHA > MLI"),
    # --- what is proposed is asked for
    ("Peru proposed talks to Chile.", "REQUEST meet: PER > CHL"),
    ("Peru proposed to Chile a survey of the strait.", "REQUEST: PER > CHL"),
    ("Mali went cap in hand to Norway.", "REQUEST assist: MLI > NOR"),
    ("Norway interceded with Chad for the pilots.", "REQUEST yield: NOR > TCD"),
    # --- wanted men and papers, and what is given in return for something
    ("Kenya yielded up the banker to Ghana.", "COOPERATE: KEN > GHA"),
    ("Norway opened its archives to Chile.", "COOPERATE: NOR > CHL"),
    ("Peru supplied Chile with documents on the fire.", "COOPERATE: PER > CHL"),
    # --- given, taken in
    ("Chad opened its border to Nigerien families fleeing the shelling.", "AID: TCD > NER"),
    ("Norwegian surgeons arrived in Mali.", "AID: NOR > MLI"),
    ("Kenya airdropped flour to Mali.", "AID: KEN > MLI"),
    # --- in court, under suspicion, given names
    ("Chile put the Peruvian pilots in the dock.", "ACCUSE allege: CHL > PER"),
    ("Kenya called the Ghanaian step a swindle.", "ACCUSE disapprove: KEN > GHA"),
    ("Mali described the Nigerien raid as a cowardly ambush.", "ACCUSE disapprove: MLI > NER"),
    ("Chad took umbrage at Niger.", "ACCUSE disapprove: TCD > NER"),
    ("Chad placed the Malian consul under investigation.", "ACCUSE investigate: TCD > MLI"),
    # --- force, and what comes before it
    ("Chadian troops drove the Nigerien garrison from the pass.", "ASSAULT: TCD > NER"),
    ("Artillery exchanges between Peru and Chile went on.", "ASSAULT heavy-weapons: CHL PER >"),
    ("Peru readied its warships against Chile.", "MOBILIZE troops: PER > CHL"),
    ("Peru fired a rocket into orbit over Chile.", "MOBILIZE weapons: PER > CHL"),
    ("A Peruvian ship sailed within a mile of Chile.", "MOBILIZE troops: PER > CHL"),
    ("Peru will defend every inch of its soil against Chile.", "THREATEN violence: PER > CHL"),
    ("Peru gave a crushing response to Chile.", "THREATEN violence: PER > CHL"),
    # --- let go
    ("Chad captured nine Malian fishermen, and Chad let them go.", "RETREAT release: TCD > MLI"),
    ("Chad gave way to Niger over the flags.", "CONCEDE: TCD > NER"),
    ("Chad closed the book on its claim against Niger.", "CONCEDE: TCD > NER"),
    ("Chad unsealed its border crossing to Niger.", "CONCEDE: TCD > NER"),
    ("Peru and Chile fixed a date for the talks.", "AGREE: CHL PER >"),
    ("Peru hit back at Chile.", "ACCUSE disapprove: PER > CHL"),
    ("President Haugen and King Moussa embraced at the station.", "CONSULT: NOR TCD >"),
    ("Kenya dissociated itself from Ghana's statement.", "REJECT: KEN > GHA"),
    ("Kenya associated itself with Ghana's statement.", "SUPPORT endorse: KEN > GHA"),
    ("Kenya and Palau struck up relations.", "SUPPORT establish-relations: KEN PLW >"),
    ("Peru shut its consulate in Chile.", "SANCTION downgrade-relations withdraw: PER > CHL"),
    ("Norway joined the treaty with Chile.", "SUPPORT sign: NOR > CHL"),
    ("Chadian jets buzzed Mali.", "MOBILIZE weapons: TCD > MLI"),
    ("Chad evicted the Malian herders.", "COERCE deport: TCD > MLI"),
    ("Norway demanded an apology from Peru.", "REQUEST yield: NOR > PER"),
    ("Chad called time on its mission in Mali.", "RETREAT withdraw: TCD > MLI"),
    ("Chad won back the island from Niger.", "ASSAULT: TCD > NER"),
    ("Peru halved its purchases of gas from Bolivia.", "SANCTION discontinue: PER > BOL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_an_idiom_gives_its_event(text: str, expected: str) -> None:
    assert expected in shapes(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru will defend its compatriots in Chile.", "AGREE"),
        ("Peru defended its coast in Chile.", "SUPPORT"),
        ("Norway welcomed the agreement between Peru and Chile.", "SUPPORT sign"),
        ("Peru extended its plan for Chile.", "SUPPORT sign"),
        ("Chad's surrender to Niger came at noon.", "RETREAT resign"),
        ("Ghana beat Mali 3-1 in Accra.", "ASSAULT"),
        ("Ghana crushed Mali after its goalkeeper left the field.", "ASSAULT"),
        ("Peru called down a curse on Chile.", "REQUEST"),
        ("Palau went over to Norway.", "CONSULT"),
        ("Peruvian guards walked along the line with Chile, mending the fence.", "SUPPORT"),
    ],
)
def test_what_only_looks_like_it_gives_no_such_event(text: str, kind: str) -> None:
    assert not any(shape.startswith(kind) for shape in shapes(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chad attacked Niger on 3-6 March 1994.",
        "By a vote of 12-4 the council decided, and Chad attacked Niger.",
        "Chad, from May 3-6, attacked Niger.",
    ],
)
def test_days_and_votes_are_no_score(text: str) -> None:
    assert "ASSAULT: TCD > NER" in shapes(text)
