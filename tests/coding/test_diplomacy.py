"""What states say of and to each other, in the words of ministries, news and comments."""

from __future__ import annotations

import pytest

from tests.coding.told import shapes

TOLD = [
    # --- envoys called in, notes handed, names called
    ("Peru called in Minister Wang of the Chilean embassy.", "ACCUSE disapprove: PER > CHL"),
    ("Norway handed the Chadian ambassador a note.", "ACCUSE disapprove: NOR > TCD"),
    ("Kenya logged another protest against Ghana.", "ACCUSE disapprove: KEN > GHA"),
    ("Mali called the Chadian decision wrong.", "ACCUSE disapprove: MLI > TCD"),
    ("Chad spoke of harassment by Niger.", "ACCUSE disapprove: TCD > NER"),
    ("Norway learned with dismay of the Malian verdict.", "ACCUSE disapprove: NOR > MLI"),
    ("Ghana regretted the Kenyan decision.", "ACCUSE disapprove: GHA > KEN"),
    ("Kenya said that Ghana was colluding with smugglers.", "ACCUSE allege: KEN > GHA"),
    ("Peru hurled insults at Chile.", "ACCUSE disapprove: PER > CHL"),
    # --- a no
    ("Ghana dismissed the Kenyan report.", "REJECT: GHA > KEN"),
    ("Ghana called the Kenyan claim ridiculous.", "REJECT: GHA > KEN"),
    ("Mali blocked the Chadian loan.", "REJECT: MLI > TCD"),
    ("The parliament of Peru threw out the treaty with Chile.", "REJECT: PER > CHL"),
    ("Norway did not let Malian lorries into the country.", "REJECT change: NOR > MLI"),
    ("Niger called off the ceremony with Mali.", "REJECT meet: NER > MLI"),
    # --- what will follow
    ("Chad will not leave the Malian raid without an answer.", "THREATEN violence: TCD > MLI"),
    ("Peru gave Chile until noon to leave.", "THREATEN relations: PER > CHL"),
    ("Norway threatened Mali with a lawsuit.", "THREATEN relations: NOR > MLI"),
    ("Kenya promised Ghana a reciprocal response.", "THREATEN violence: KEN > GHA"),
    # --- asked, hoped, reminded
    ("Norway reminded Mali of its obligations.", "REQUEST change: NOR > MLI"),
    ("Peru repeated that Chile must withdraw.", "REQUEST yield: PER > CHL"),
    ("Ghana invited Kenya to close its border.", "REQUEST change: GHA > KEN"),
    ("Mali wrote to Norway for help.", "REQUEST assist: MLI > NOR"),
    # --- promised, awaited
    ("Ghana invited President Quispe to visit Accra.", "AGREE: GHA > PER"),
    ("President Haugen is expected in Peru in May.", "AGREE: NOR > PER"),
    ("Norway stands ready to help Mali.", "AGREE: NOR > MLI"),
    # --- met, called, carried to and fro
    ("President Haugen spent two days in Ghana.", "CONSULT visit: NOR > GHA"),
    ("A Malian delegation arrived in Peru.", "CONSULT visit: MLI > PER"),
    ("Norway informed Mali of its decision.", "CONSULT: NOR > MLI"),
    ("President Haugen flew between Chad and Niger.", "CONSULT third-party: NOR > NER TCD"),
    # --- praised, mourned, honored
    ("Norway called the Malian vote a step in the right direction.", "SUPPORT: NOR > MLI"),
    ("Peru mourned the Bolivian president.", "SUPPORT condole: PER > BOL"),
    ("Chile laid flowers at the grave of the Peruvian poet.", "SUPPORT honor: CHL > PER"),
    ("The tribunal awarded half of the bay to Kenya.", "SUPPORT: tribunal > KEN"),
    # --- together
    ("Norway renewed deliveries of gas to Mali.", "COOPERATE: NOR > MLI"),
    # --- out on the streets
    ("Malian students burned a Chadian flag.", "PROTEST demo: MLI > TCD"),
    ("Peruvian villagers sat on the bridge to Bolivia.", "PROTEST obstruct: PER > BOL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_what_states_say_gives_its_event(text: str, expected: str) -> None:
    assert expected in shapes(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chile called the flood in Peru terrible.", "ACCUSE"),
        ("Norway handed Mali a note of thanks.", "ACCUSE"),
        ("The Norwegian ambassador handed the note to the Malian minister.", "ACCUSE"),
        ("Kenya pointed at a map of Ghana.", "ACCUSE"),
        ("Kenya laughed at the joke of a Ghanaian guest.", "ACCUSE"),
        ("Peru said no one was hurt in Chile.", "REJECT"),
        ("Peru set a table and no chairs for Chile.", "REJECT"),
        ("The Norwegian player stood firm against the Malian goalkeeper.", "REJECT"),
        ("Ghana hopes that Kenya will win the cup.", "REQUEST"),
        ("Rain is expected in Chad after days of wind from Mali.", "AGREE"),
        ("Planes fly between Chad and Mali.", "CONSULT"),
        ("Norway signed a law on Malian wool.", "SUPPORT"),
        ("Peruvian fans filled the Chilean stadium.", "PROTEST"),
    ],
)
def test_what_only_sounds_like_it_gives_none(text: str, kind: str) -> None:
    assert not any(shape.startswith(kind) for shape in shapes(text))
