"""Power at home, rule from abroad, frontiers: words of a state's history, in our own sentences."""

from __future__ import annotations

import pytest

from tests.coding.told import shapes

TOLD = [
    # --- power at home
    ("The Malian junta dissolved the cabinet of Mali.", "COERCE restrict: MLI > MLI"),
    ("Niger's army eased the president of Niger from power.", "COERCE seize: NER > NER"),
    ("Chadian officers forced the king of Chad to abdicate.", "COERCE seize: TCD > TCD"),
    ("Ghana's president stuffed ballot boxes in Ghana.", "COERCE misinformation: GHA > GHA"),
    ("The Kenyan cabinet put off the referendum in Kenya.", "COERCE restrict: KEN > KEN"),
    ("Norway removed the king of Ghana.", "COERCE seize: NOR > GHA"),
    # --- and given back
    ("The Chadian junta handed power to a civilian government in Chad.",
     "RETREAT resign: TCD > TCD"),
    ("Niger's junta restored democratic rule in Niger.", "RETREAT resign: NER > NER"),
    # --- ruled from abroad, and let go
    ("Norway proclaimed a protectorate over Ghana in 1870.", "COERCE seize: NOR > GHA"),
    ("Chile took over the administration of Bolivia.", "COERCE seize: CHL > BOL"),
    ("Norway reimposed its rule over Peru.", "COERCE seize: NOR > PER"),
    ("Peru endured Norwegian rule for a century.", "COERCE seize: NOR > PER"),
    ("Norwegian troops entered Ghana without a shot.", "COERCE seize: NOR > GHA"),
    ("Norway granted self-rule to Ghana in 1948.", "CONCEDE: NOR > GHA"),
    ("Norway accorded Ghana a measure of autonomy.", "CONCEDE: NOR > GHA"),
    ("Norway gave up its mandate over Ghana.", "CONCEDE: NOR > GHA"),
    ("Chad dropped its claims to Niger.", "CONCEDE: TCD > NER"),
    ("Peru regained its independence from Chile.", "CONCEDE: CHL > PER"),
    ("Chile agreed to hand over the islet to Peru.", "CONCEDE: CHL > PER"),
    ("Chile transferred civil authority over the islet to Peru.", "RETREAT withdraw: CHL > PER"),
    ("Ghana declared its sovereignty from Norway.", "REJECT: GHA > NOR"),
    ("Ghana declared itself a state independent of Norway.", "REJECT: GHA > NOR"),
    # --- war, truce, and what ends them
    ("Chad declared war on Niger.", "THREATEN violence: TCD > NER"),
    ("Peru and Chile signed a truce.", "SUPPORT sign: CHL PER >"),
    ("Peru and Chile agreed on an armistice.", "AGREE: CHL PER >"),
    ("Peru cancelled its truce with Chile.", "SANCTION discontinue: PER > CHL"),
    ("Chad expelled thousands of Malian families.", "COERCE deport: TCD > MLI"),
    ("Chadian troops landed on the Malian coast.", "ASSAULT: TCD > MLI"),
    # --- along a frontier
    ("Chad has fenced its border with Niger.", "COERCE restrict: TCD > NER"),
    ("Kenya built a wall along its border with Ghana.", "COERCE restrict: KEN > GHA"),
    ("Peru closed the reef to Chilean fishermen.", "COERCE restrict: PER > CHL"),
    ("Peru placed restrictions on Chilean fishermen.", "COERCE restrict: PER > CHL"),
    ("Chile encroached on Peru.", "COERCE seize: CHL > PER"),
    ("Niger levied tolls on Malian herders.", "COERCE restrict: NER > MLI"),
    ("Chadian troops have remained on Nigerien territory.", "MOBILIZE troops: TCD > NER"),
    ("Kenya placed army units along the border with Ghana.", "MOBILIZE troops: KEN > GHA"),
    ("Peru and Chile have kept the cease-fire.", "RETREAT ceasefire: CHL PER >"),
    ("Ghana was claimed for Norway in 1650.", "REQUEST: NOR > GHA"),
    # --- still unsigned
    ("The treaty between Peru and Chile remains unratified.", "REJECT: CHL PER >"),
    ("Kenya has yet to ratify the treaty with Ghana.", "REJECT change: KEN > GHA"),
    ("Norway presented a peace plan to Mali.", "REQUEST meet: NOR > MLI"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_power_and_land_change_hands_in_their_own_words(text: str, expected: str) -> None:
    assert expected in shapes(text)
