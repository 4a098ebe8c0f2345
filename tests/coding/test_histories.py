"""The words in which histories and handbooks tell wars, treaties, unions and disputes."""

from __future__ import annotations

import pytest

from tests.coding.told import shapes

TOLD = [
    # --- wars and risings, told by their nouns
    ("Violent clashes between Peru and Chile went on.", "ASSAULT: CHL PER >"),
    ("Ghana and Niger resorted to arms over the lagoon in 1971.", "ASSAULT: GHA NER >"),
    ("Peru engaged in a twelve-day conflict with Chile.", "ASSAULT: CHL PER >"),
    ("A struggle between Kenya and Norway over prices ended.", None),
    ("A lengthy, bloody struggle between Kenya and Norway ended.", "ASSAULT: KEN NOR >"),
    ("Ghana waged an armed struggle against Niger.", "ASSAULT: GHA > NER"),
    # --- treaties, bodies entered, votes
    ("A treaty between Peru and Chile drew the line.", "SUPPORT sign: CHL PER >"),
    ("In 1947 the United Nations awarded Norway the mandate.", "SUPPORT: UNO > NOR"),
    # --- unions and frontiers
    ("Ghana federated with Niger in 1961.", "COOPERATE: GHA NER >"),
    ("Ghana and Niger are working to resolve the alignment.", "COOPERATE: GHA NER >"),
    ("Niger entered into a customs union with Ghana.", "COOPERATE: GHA NER >"),
    ("Norway granted independence to Ghana.", "CONCEDE: NOR > GHA"),
    ("Ghanaian independence, which Norway granted in 1957, came late.", "CONCEDE: NOR > GHA"),
    ("Ghanaian independence, which was granted in 1957, came late.", None),
    ("Norwegian gunners shelled villages in Ghana.", "ASSAULT heavy-weapons: NOR > GHA"),
    # --- judges
    ("The Hague Council awarded the islet to Peru.", "SUPPORT: IGO > PER"),
    ("The Hague Council ruled against Peru.", "SANCTION convict: IGO > PER"),
    # --- plans, coalitions, judges, roofs
    ("Niger objected to plans between Ghana and Mali for a dam.", "AGREE: GHA MLI >"),
    ("Niger referred its claims against Ghana to the Hague court.", "ACCUSE allege: NER > GHA"),
    ("Niger shelters thousands of refugees from Ghana.", "AID: NER > GHA"),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_a_history_is_coded(sentence: str, expected: str | None) -> None:
    """Each word of a history tells its event, and only where it says enough."""
    found = shapes(sentence)
    assert expected in found if expected else not found
