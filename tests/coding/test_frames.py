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
    # --- at another's side, and of another's mind
    ("Kenya came round to Ghana's position on the strait.", "SUPPORT endorse: KEN > GHA"),
    ("Norway took Chile's side.", "SUPPORT endorse: NOR > CHL"),
    ("Norway aligned itself with Chile.", "SUPPORT: NOR > CHL"),
    ("Peru rallied to Bolivia's defense.", "SUPPORT: PER > BOL"),
    ("Norway regarded the islet as Chilean soil.", "SUPPORT recognize: NOR > CHL"),
    ("Norway acknowledged the colonel as president of Mali.", "SUPPORT recognize: NOR > MLI"),
    ("The fishing accord between Peru and Chile came into force.", "SUPPORT sign: CHL PER >"),
    ("Chad placed itself at Mali's side.", "SUPPORT: TCD > MLI"),
    ("Chad was firmly behind Niger.", "SUPPORT: TCD > NER"),
    ("Peru and Chile settled the dispute over the strait.", "SUPPORT sign: CHL PER >"),
    # --- promised, put to others to judge
    ("Peru and Chile joined hands.", "AGREE: CHL PER >"),
    ("The Kenyan minister is due in Accra on Monday for talks.", "AGREE: KEN > GHA"),
    ("Peru said yes to Chile's request.", "AGREE: PER > CHL"),
    ("Norway guaranteed Chile supplies of diesel.", "AGREE: NOR > CHL"),
    ("Peru and Chile submitted their dispute to arbitration.", "AGREE: CHL PER >"),
    ("Norway assured Mali of its cooperation.", "AGREE: NOR > MLI"),
    # --- taken to those who judge; laid at a door
    ("Chad said that Niger was behind the blast.", "ACCUSE allege: TCD > NER"),
    ("Mali carried its quarrel with Niger to the United Nations.", "ACCUSE allege: MLI > NER"),
    ("Chad saw the hand of Niger in the coup.", "ACCUSE allege: TCD > NER"),
    ("Norway was dissatisfied with Chile.", "ACCUSE disapprove: NOR > CHL"),
    ("Mali insisted that Niger was harboring deserters.", "ACCUSE allege: MLI > NER"),
    ("Peru took a swipe at Chile.", "ACCUSE disapprove: PER > CHL"),
    ("Peru lodged solemn representations with Chile.", "ACCUSE disapprove: PER > CHL"),
    ("Ghana ascribed the blast to Mali.", "ACCUSE allege: GHA > MLI"),
    ("Chile compared Peru to the Nazis.", "ACCUSE disapprove: CHL > PER"),
    ("Norway was assured of gas by Chad.", "AGREE: TCD > NOR"),
    # --- put off, not turned up for, called nonsense
    ("Kenya's minister was barred from Ghana.", "REJECT change: GHA > KEN"),
    ("Peru rejected Chile's charges as baseless.", "REJECT: PER > CHL"),
    ("Peru did not renew its lease with Chile.", "REJECT: PER > CHL"),
    ("Niger did not turn up for the talks with Chad.", "REJECT meet: NER > TCD"),
    ("Ghana's envoy put off his visit to Kenya.", "REJECT meet: GHA > KEN"),
    ("Kenya revoked the landing permission of a Ghanaian plane.", "REJECT change: KEN > GHA"),
    ("Malian police turned back two Nigerien senators.", "REJECT change: MLI > NER"),
    ("Chile is unwilling to talk with Peru.", "REJECT meet: CHL > PER"),
    ("Peru replied to Chile that it would not sell.", "REJECT: PER > CHL"),
    ("Kenya called the Ghanaian charge absurd.", "REJECT: KEN > GHA"),
    ("Chad paid no heed to Niger's appeal.", "REJECT: TCD > NER"),
    ("Chile did not return Peru's calls.", "REJECT meet: CHL > PER"),
    ("Norway withdrew the treaty with Chile from parliament.", "REJECT: NOR > CHL"),
    # --- put in, claimed back
    ("Ghana put in a request to Kenya.", "REQUEST: GHA > KEN"),
    ("Mali handed Niger a list of demands.", "REQUEST: MLI > NER"),
    ("Peru claimed two million pounds from Chile.", "REQUEST: PER > CHL"),
    ("Chile laid claim to Peru's masks.", "REQUEST: CHL > PER"),
    ("Peru demanded its masks back from Chile.", "REQUEST yield: PER > CHL"),
    ("Chad called in Nigerien troops.", "REQUEST assist: TCD > NER"),
    # --- at a banquet, at the table, on the way
    ("Norway's king gave a banquet for the Kenyan president.", "SUPPORT honor: NOR > KEN"),
    ("Norway's king gave a dinner in honor of the Kenyan president.", "SUPPORT honor: NOR > KEN"),
    ("The Malian leader was among the guests in Chad.", "CONSULT multilateral: MLI > TCD"),
    ("Chad is in communication with Niger.", "CONSULT: NER TCD >"),
    ("Negotiators from Peru and Chile were back at the table.", "CONSULT: CHL PER >"),
    ("The Kenyan minister was in Ghana for talks.", "CONSULT visit: KEN > GHA"),
    ("The Kenyan envoy stopped over in Ghana.", "CONSULT visit: KEN > GHA"),
    ("President Haugen set off on a tour of Chile.", "CONSULT visit: NOR > CHL"),
    ("Peru's minister saw his Chilean counterpart.", "CONSULT: CHL PER >"),
    ("Peru and Chile held a joint sitting.", "CONSULT: CHL PER >"),
    ("Talks took place between Peru and Chile.", "CONSULT: CHL PER >"),
    ("Peru and Chile reviewed cooperation.", "CONSULT: CHL PER >"),
    # --- owned, taken back
    ("Norway asked Kenya for forgiveness.", "CONCEDE: NOR > KEN"),
    ("Chad called off its alert against Niger.", "CONCEDE: TCD > NER"),
    ("Chad reopened its side of the bridge to Niger.", "CONCEDE: TCD > NER"),
    ("Ghana retracted its remarks about Kenya.", "CONCEDE: GHA > KEN"),
    ("Chile retreated from its demands on Peru.", "CONCEDE: CHL > PER"),
    ("Norway accepted its share of responsibility towards Kenya.", "CONCEDE: NOR > KEN"),
    ("Kenya toned down its rhetoric against Ghana.", "CONCEDE: KEN > GHA"),
    # --- what one will do
    ("Chad said that it would retaliate against Niger.", "THREATEN violence: TCD > NER"),
    ("Peru did not rule out the use of force against Chile.", "THREATEN violence: PER > CHL"),
    ("Peru would regard a Chilean landing as an act of war.", "THREATEN violence: PER > CHL"),
    ("Chad hinted at reprisals against Niger.", "THREATEN violence: TCD > NER"),
    ("Chile claims Peru as a province.", "THREATEN territory: CHL > PER"),
    ("Peru will defend the strait by all means against Chile.", "THREATEN violence: PER > CHL"),
    ("Ghana said that it would veto Kenya's bid.", "THREATEN relations: GHA > KEN"),
    ("Chad announced that it would teach Niger a lesson.", "THREATEN violence: TCD > NER"),
    ("Kenya laid the blame at Ghana's door.", "ACCUSE allege: KEN > GHA"),
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
        ("Peru was behind the raid on Chile.", "SUPPORT"),
        ("Chad called on Niger to do what is right.", "SUPPORT"),
        ("The envoy of Peru stood at the Chilean's side.", "SUPPORT"),
        ("The roof of the Kenyan hall gave way in Ghana.", "CONCEDE"),
        ("Kenya did not turn up the volume while Ghana sang.", "REJECT"),
        ("Peru took no notice boards to Chile.", "REJECT"),
        ("The Norwegian statue leaned on a Chilean column.", "REQUEST"),
        ("Norway presented Chile with a note of thanks.", "REQUEST"),
        ("The Kenyan report found that Ghana had grown richer.", "ACCUSE"),
        ("Peru said that Chile was undermining the hill for a tunnel.", "ACCUSE"),
        ("Peru blames Mali; Chile says that its port is open.", "ACCUSE allege: CHL"),
        ("The line between Peru and Chile came together with the river.", "CONSULT"),
        ("Kenya taught Ghana a lesson in chess.", "THREATEN"),
        ("Ghana did not rule out a draw with Mali.", "THREATEN"),
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


DEEDS = [
    # --- over the border, out of the sky, under fire
    ("Malian tanks swept over the frontier into Niger.", "ASSAULT: MLI > NER"),
    ("Peruvian missiles slammed into a Chilean depot.", "ASSAULT heavy-weapons: PER > CHL"),
    ("Ghanaian and Malian guards came to blows.", "ASSAULT: GHA MLI >"),
    ("Chilean jets swooped on a Bolivian airstrip.", "ASSAULT aerial: CHL > BOL"),
    ("Chad took out a Nigerien radar.", "ASSAULT: TCD > NER"),
    ("Chad reduced a Malian village to rubble.", "ASSAULT: TCD > MLI"),
    ("Nine Malian nurses died in a Chadian airstrike.", "ASSAULT: TCD > MLI"),
    # --- shut away, turned out, taken over
    ("A Ghanaian priest languishes in a Malian jail.", "COERCE arrest: MLI > GHA"),
    ("Peru held a Chilean dentist against his will.", "COERCE arrest: PER > CHL"),
    ("Chad drove Nigerien herders across the river.", "COERCE deport: TCD > NER"),
    ("Ghana took a Malian bank into state ownership.", "COERCE seize: GHA > MLI"),
    ("Agents of Peru hid recording devices in Chile.", "COERCE restrict: PER > CHL"),
    # --- drawn up, on the way
    ("Chad rushed a battalion to the border with Niger.", "MOBILIZE troops: TCD > NER"),
    ("Peruvian armour rolled towards Bolivia.", "MOBILIZE troops: PER > BOL"),
    ("A Chilean rocket soared over Peru.", "MOBILIZE weapons: CHL > PER"),
    ("A Norwegian helicopter strayed into Chilean airspace.", "MOBILIZE troops: NOR > CHL"),
    # --- home again, given back
    ("Chad flew out its Malian captives.", "RETREAT release: TCD > MLI"),
    ("Peru gave nine acres back to Chile.", "RETREAT withdraw: PER > CHL"),
    ("The canal passed from Norwegian into Kenyan hands.", "RETREAT withdraw: NOR > KEN"),
    ("A Ghanaian nurse walked out of a Malian prison.", "RETREAT release: MLI > GHA"),
    ("Chad unblocked the road to Niger.", "RETREAT access: TCD > NER"),
    # --- struck off, cut down, sent off
    ("Peru struck Chilean wine off the shelves.", "SANCTION discontinue: PER > CHL"),
    ("Chad gave the Malian envoy 48 hours to clear out.", "SANCTION expel: TCD > MLI"),
    ("Kenya slashed the Ghanaian sugar quota.", "SANCTION discontinue: KEN > GHA"),
    # --- flags, paint, cargo
    ("Peruvian students trampled on the Chilean flag.", "PROTEST demo: PER > CHL"),
    ("Ghanaian dockers would not unload a Malian ship.", "PROTEST strike: GHA > MLI"),
    ("Malian youths stoned the Chadian embassy.", "PROTEST riot: MLI > TCD"),
    ("Kenyan shoppers shunned Ghanaian cocoa.", "PROTEST boycott: KEN > GHA"),
    # --- paid for, propped up, taken in
    ("Norway propped up the Malian currency.", "AID: NOR > MLI"),
    ("Kenya dug wells in Mali.", "AID: KEN > MLI"),
    ("A Malian poet took refuge in Ghana.", "AID: GHA > MLI"),
    ("Norwegian vaccine reached Kenya.", "AID: NOR > KEN"),
    ("Norway is the largest donor to Mali.", "AID: NOR > MLI"),
    # --- in common, off to trial
    ("Peru and Chile run the dam in common.", "COOPERATE: CHL PER >"),
    ("Chad and Niger opened a bridge.", "COOPERATE: NER TCD >"),
    ("Bolivian gas flows to Peru.", "COOPERATE: BOL > PER"),
    ("Kenya sent a Ghanaian banker to Norway to stand trial.", "COOPERATE: KEN > NOR"),
    # --- the torch, the lorry, the wire, the way home
    ("Chad put a Malian village to the torch.", "ASSAULT: TCD > MLI"),
    ("A Malian patrol blundered into a Chadian ambush.", "ASSAULT: TCD > MLI"),
    ("Peruvian and Chilean guards brawled with clubs.", "ASSAULT primitive: CHL PER >"),
    ("Two Kenyan traders ended up behind bars in Ghana.", "COERCE arrest: GHA > KEN"),
    ("Kenya herded Ghanaian farmers onto lorries.", "COERCE deport: KEN > GHA"),
    ("Norwegian trolls flooded Chilean forums with lies.", "COERCE misinformation: NOR > CHL"),
    ("Peru took possession of a Chilean mine.", "COERCE seize: PER > CHL"),
    ("A Norwegian frigate dropped anchor off Kenya.", "MOBILIZE troops: NOR > KEN"),
    ("Chad laid mines along the border with Niger.", "MOBILIZE weapons: TCD > NER"),
    ("Chilean jets skimmed the rooftops of a Peruvian island.", "MOBILIZE troops: CHL > PER"),
    ("Peru scrapped its warheads before Chilean inspectors.", "RETREAT disarm: PER > CHL"),
    ("No shot was fired between Peru and Chile.", "RETREAT ceasefire: CHL PER >"),
    ("The Malian column turned back at the border with Chad.", "RETREAT withdraw: MLI > TCD"),
    ("Ghana got back its canal from Kenya.", "RETREAT: KEN > GHA"),
    ("Chad cut loose a Malian trawler.", "RETREAT release: TCD > MLI"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DEEDS)
def test_a_deed_in_other_words_gives_its_event(text: str, expected: str) -> None:
    assert expected in shapes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian fans poured over the border into Chile.",
        "A Ghanaian storm swept over Mali.",
        "The Peruvian chef reduced a Chilean sauce.",
        "A Kenyan diver disappeared into a Ghanaian cave.",
        "The Peruvian teacher spent a year in Chile.",
        "A Norwegian goose wandered into Chilean gardens.",
        "The Malian band's song soared over Ghanaian ones.",
        "Norwegian prices fell on the Chilean market.",
        "A Peruvian reader dropped from a Chilean list.",
        "The Ghanaian singer got a year in Mali.",
        "Norwegian tiles pack the square in Chile.",
        "A Peruvian cook threw eggs into a Chilean pan.",
        "A Ghanaian novelist found a home in Kenya.",
        "A Chilean painter took part of a Peruvian prize.",
        "The Peruvian cook put the Chilean ham to the knife.",
        "A Norwegian cat walked into a Chilean garden.",
        "Three Peruvian swimmers ended up in a Chilean hotel.",
        "Chilean fans flooded a Peruvian forum with praise.",
        "The Malian ferry dropped anchor off the Chadian port.",
        "A Kenyan runner fell back across the field in Ghana.",
        "The Norwegian skipper turned tail on a Chilean race.",
        "A Chilean captain took the Peruvian ball in hand.",
    ],
)
def test_the_same_words_of_other_things_are_no_deed(text: str) -> None:
    assert shapes(text) == []


# --- asked at the door, met round a table, given up, held over somebody
WORDS = [
    ("Norway knocked on Chile's door for a loan.", "REQUEST assist: NOR > CHL"),
    ("Peru challenged Chile to publish the minutes.", "REQUEST change: PER > CHL"),
    ("Kenya wants an apology from Ghana.", "REQUEST yield: KEN > GHA"),
    ("Mali's request to Norway was renewed in May.", "REQUEST: MLI > NOR"),
    ("Kenya sent Ghana a reminder of the bill.", "REQUEST: KEN > GHA"),
    ("Peru and Chile haggled over fish.", "CONSULT: CHL PER >"),
    ("Couriers passed between Chad and Niger.", "CONSULT: NER TCD >"),
    ("A secret channel between Chad and Niger was used.", "CONSULT: NER TCD >"),
    ("Peru and Chile exchanged drafts.", "CONSULT: CHL PER >"),
    ("Peru made amends to Chile.", "CONCEDE: PER > CHL"),
    ("Chad buckled under Nigerien pressure.", "CONCEDE: TCD > NER"),
    ("Kenya stopped insisting that Ghana pay first.", "CONCEDE: KEN > GHA"),
    ("Kenya abandoned its blockade of Ghana.", "CONCEDE: KEN > GHA"),
    ("Peru told Chile that the raid would not go unanswered.", "THREATEN relations: PER > CHL"),
    ("Peru is weighing sanctions against Chile.", "THREATEN relations: PER > CHL"),
    ("Kenya floated the possibility of a boycott of Ghana.", "THREATEN relations: KEN > GHA"),
    ("Peru set a red line for Chile.", "THREATEN: PER > CHL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_asking_meeting_yielding_and_threatening_in_other_words(text: str, expected: str) -> None:
    assert expected in shapes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru marked a red line on a Chilean chart.",
        "A Kenyan carpenter made a round table of Ghanaian oak.",
        "A Norwegian acted as a channel for Malian poetry.",
        "A Kenyan runner buckled under the Ghanaian sun.",
        "The Malian fund thawed a Ghanaian fish.",
        "A Kenyan baker twisted an arm of Ghanaian dough.",
        "A Malian juggler bent to a Chadian pebble.",
    ],
)
def test_the_same_words_ask_and_threaten_nothing(text: str) -> None:
    assert shapes(text) == []


WORDS = [
    ("Norway lit its town hall in Kenyan colours.", "SUPPORT: NOR > KEN"),
    ("The Peruvian senate consented to the accession of Chile.", "SUPPORT endorse: PER > CHL"),
    ("A Ghanaian consulate general was opened in Mali.", "SUPPORT upgrade-relations: GHA > MLI"),
    ("Peace was made between Chad and Niger.", "SUPPORT sign: NER TCD >"),
    ("Kenya holds out the prospect of a loan to Ghana.", "AGREE: KEN > GHA"),
    ("Chad and Niger agreed the agenda.", "AGREE: NER TCD >"),
    ("A pledge to Mali came from Norway.", "AGREE: NOR > MLI"),
    ("Norway guarantees Chad's frontier.", "AGREE: NOR > TCD"),
    ("Mali reads Chad the riot act.", "ACCUSE disapprove: MLI > TCD"),
    ("Kenya wags its finger at Ghana.", "ACCUSE disapprove: KEN > GHA"),
    ("Condemnation of Chad came from Mali.", "ACCUSE disapprove: MLI > TCD"),
    ("Peruvian annoyance at Chile grew.", "ACCUSE disapprove: PER > CHL"),
    ("Peru will not be party to Chile's scheme.", "REJECT: PER > CHL"),
    ("Chad's note met with a rebuff from Mali.", "REJECT: MLI > TCD"),
    ("Ghana dug in its heels over the Malian quota.", "REJECT: GHA > MLI"),
    ("The Kenyan answer to Ghana was no.", "REJECT: KEN > GHA"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_what_states_say_to_each_other_in_other_words_gives_its_event(
    text: str, expected: str
) -> None:
    assert expected in shapes(text)


@pytest.mark.parametrize(
    "text",
    [
        "A Peruvian dog wagged its tail at a Chilean tourist.",
        "A Chilean painter draped a Peruvian chair in paper.",
        "The Malian baker keeps a sack out of the Ghanaian rain.",
        "The Norwegian horse dragged its feet on the Swedish track.",
        "Peruvian miners hauled coal to Chile.",
        "A Malian tailor cut an inch off a Ghanaian sleeve.",
        "The Norwegian jar was full of Danish honey.",
        "The Chilean botanist sits on a Peruvian log.",
    ],
)
def test_the_same_words_said_of_no_state_tell_nothing(text: str) -> None:
    assert shapes(text) == []


PRESSED_AND_HELPED = [
    # --- dried up, packed off, squeezed
    ("Norwegian loans to Mali dried up.", "SANCTION discontinue: NOR > MLI"),
    ("Peru adopted punitive measures against Chile.", "SANCTION: PER > CHL"),
    ("Chilean tariffs hurt Peru.", "SANCTION: CHL > PER"),
    ("Kenya sent the Ghanaian advisers packing.", "SANCTION expel: KEN > GHA"),
    # --- catcalls, roadblocks, grapes in the road
    ("Malian truckers put up a roadblock on the road to Niger.", "PROTEST obstruct: MLI > NER"),
    ("Catcalls greeted the Chilean minister in Peru.", "PROTEST demo: PER > CHL"),
    ("Peruvian students booed the Chilean anthem.", "PROTEST demo: PER > CHL"),
    ("Chilean growers tipped loads of Peruvian grapes into the road.", "PROTEST demo: CHL > PER"),
    # --- afloat, free of charge, on handouts
    ("Norway kept Mali afloat.", "AID: NOR > MLI"),
    ("Norway repaired a Kenyan bridge free of charge.", "AID: NOR > KEN"),
    ("Ghana lives on Norwegian handouts.", "AID: NOR > GHA"),
    ("Norwegian oil went to Mali at half price.", "AID: NOR > MLI"),
    # --- spun, carried and sold in the other's country
    ("Chilean mills spin Peruvian cotton.", "COOPERATE: CHL > PER"),
    ("Bolivian ore passed through Chile.", "COOPERATE: BOL > CHL"),
    ("Ghanaian cocoa finds a market in Norway.", "COOPERATE: GHA > NOR"),
    ("Norway flew a wanted forger back to Kenya.", "COOPERATE: NOR > KEN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PRESSED_AND_HELPED)
def test_pressure_and_help_in_other_words_give_their_event(text: str, expected: str) -> None:
    assert expected in shapes(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian river dries up near Chile.",
        "The Norwegian tailor took careful measures for a Chilean coat.",
        "A Kenyan waiter covered the Ghanaian consul with a blanket.",
        "A bird flew through the window of a Chilean house in Peru.",
        "The Norwegian monk lives on bread in Chile.",
        "A Malian letter found its way to a Ghanaian museum.",
        "The Kenyan novel sells in Ghana.",
    ],
)
def test_the_same_words_press_and_help_nobody(text: str) -> None:
    assert shapes(text) == []


RULED_AND_MOVED = [
    # --- what a court rules, for whom and against whom
    ("The tribunal ruled against Peru.", "SANCTION convict: tribunal > PER"),
    ("The court found for Kenya in the dispute.", "SUPPORT: court > KEN"),
    ("The court held that Chad had breached the treaty.", "SANCTION convict: court > TCD"),
    ("Kenya took Ghana to The Hague.", "ACCUSE allege: KEN > GHA"),
    ("Peru filed an application against Chile.", "ACCUSE allege: PER > CHL"),
    # --- billed, paid and granted
    ("Norway billed Ghana for the salvage.", "REQUEST: NOR > GHA"),
    ("Chile compensated Bolivia.", "CONCEDE: CHL > BOL"),
    ("Peru granted Bolivia navigation on the lake.", "CONCEDE: PER > BOL"),
    ("Norway handed over a clinic to Mali.", "AID: NOR > MLI"),
    # --- over the line and home again
    ("Chadian bands crossed the frontier into Niger.", "MOBILIZE troops: TCD > NER"),
    ("Chadian armour came through the pass into Niger.", "MOBILIZE troops: TCD > NER"),
    ("Chad infiltrated guerrillas into Mali.", "MOBILIZE militia: TCD > MLI"),
    ("Chad drove the Nigerien garrison from the fort.", "ASSAULT: TCD > NER"),
    ("Chad captured the Malian pilot and released him.", "RETREAT release: TCD > MLI"),
    # --- bodies left, envoys kept at home, treaties dead
    ("Chad no longer considers itself bound by the pact with Mali.",
     "SANCTION discontinue: TCD > MLI"),
    ("Peru declared the talks with Chile dead.", "REJECT meet: PER > CHL"),
    ("Ghana postponed the arrival of its new envoy in Kenya.", "REJECT: GHA > KEN"),
    ("Norway struck Ghana off its list of trusted partners.", "SANCTION discontinue: NOR > GHA"),
    # --- taken away, locked up, held at the gate
    ("Chad carried off Nigerien machinery.", "COERCE seize: TCD > NER"),
    ("Two Kenyan nurses were thrown into Ghanaian gaols.", "COERCE arrest: GHA > KEN"),
    ("Chile forced an unequal treaty upon Bolivia.", "COERCE: CHL > BOL"),
    # --- regretted, admitted, not forgotten
    ("Ghana regretted that Kenya had not complied.", "ACCUSE disapprove: GHA > KEN"),
    ("Chad will never forget Malian help.", "SUPPORT: TCD > MLI"),
    ("Peru reaffirmed the treaty with Norway.", "SUPPORT endorse: PER > NOR"),
    # --- asked to talk, and not to a feast
    ("Norway invited Chad and Niger to negotiate.", "REQUEST meet: NOR > NER TCD"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RULED_AND_MOVED)
def test_rulings_moves_and_seizures_give_their_event(text: str, expected: str) -> None:
    assert expected in shapes(text)


@pytest.mark.parametrize(
    "text",
    [
        "The court found a seat for the Kenyan visitor.",
        "The Norwegian actor was billed as a Ghanaian prince.",
        "The river comes through a gorge into Mali.",
        "The price of bread fell to ten francs in Mali and Chad.",
        "A clock went off in the Malian embassy in Chad.",
        "Chad no longer considers Malian music old-fashioned.",
        "Kenya went on dancing despite Ghanaian rain.",
    ],
)
def test_the_same_words_rule_and_move_nobody(text: str) -> None:
    assert shapes(text) == []


ASKED_AND_ANSWERED = [
    # --- what is asked for, refused or threatened gives the mode
    ("Peru called on Chile to release two trawlermen.", "REQUEST yield: PER > CHL"),
    ("Peru asked Chile for pilots.", "REQUEST assist: PER > CHL"),
    ("Peru turned down Chile's request for a rebate on gas.", "REJECT change: PER > CHL"),
    ("Chad rebuffed Niger's plea for talks.", "REJECT meet: TCD > NER"),
    ("Chad would not budge from the line with Niger.", "REJECT yield: TCD > NER"),
    ("Chad swore never to meet Niger's envoy.", "REJECT meet: TCD > NER"),
    ("Chad vowed to avenge the raid by Niger.", "THREATEN violence: TCD > NER"),
    # --- what is promised and accepted
    ("Chad promised to free nine Nigerien pilots.", "CONCEDE: TCD > NER"),
    ("Peru accepted Chile's demand.", "CONCEDE: PER > CHL"),
    ("Peru and Chile trained each other's pilots.", "COOPERATE: CHL PER >"),
    ("Kenya admitted Ghanaian inspectors to its plant.", "RETREAT access: KEN > GHA"),
    # --- by what means
    ("Chad gunned down a Nigerien judge.", "ASSAULT firearms targeted: TCD > NER"),
    ("Chadian police charged a procession of Malian students.", "ASSAULT crowd-control: TCD > MLI"),
    ("The Peruvian governor ordered Chilean residents to stay indoors.",
     "COERCE curfew: PER > CHL"),
    ("Chad held nine Malian fishermen for poaching.", "COERCE arrest: TCD > MLI"),
    ("Chad closed its airspace to Niger.", "SANCTION: TCD > NER"),
    ("Peru sent a letter of thanks to Chile.", "SUPPORT: PER > CHL"),
    ("Peru called out Chile for the leak.", "ACCUSE disapprove: PER > CHL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ASKED_AND_ANSWERED)
def test_what_stands_beside_a_word_gives_the_type_and_mode(text: str, expected: str) -> None:
    assert expected in shapes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya held Ghanaian cloth for a week.",
        "Kenya pushed a cart to Ghana.",
        "The Chadian choir swore by its Malian teacher.",
        "The Chilean singer was hailed on the way to Peru.",
    ],
)
def test_the_same_words_ask_and_answer_nobody(text: str) -> None:
    assert shapes(text) == []


STATES = [
    ("Peru and Chile traded accusations.", "ACCUSE allege: CHL PER >"),
    # --- independence won and proclaimed, unions left and made
    ("Mali secured its independence from Chad in 1960.", "CONCEDE: TCD > MLI"),
    ("Peru became independent from Chile in 1821.", "CONCEDE: CHL > PER"),
    ("Norway declared its independence from Ghana in 1905.", "REJECT: NOR > GHA"),
    ("Palau seceded from Nepal in 1993.", "SANCTION withdraw: PLW > NPL"),
    ("Kenya merged with Ghana in 1958.", "COOPERATE: GHA KEN >"),
    ("Chile entered the United Nations in 1945.", "SUPPORT: CHL > UNO"),
    # --- power and land taken, given, ruled from abroad
    ("Chad's army ousted the president of Chad.", "COERCE seize: TCD > TCD"),
    ("Malian officers led a coup against the president of Mali.", "COERCE seize: MLI > MLI"),
    ("Norway extended its rule over Peru in 1850.", "COERCE seize: NOR > PER"),
    ("Ghana came under Norwegian administration in 1919.", "COERCE seize: NOR > GHA"),
    ("Peru was partitioned by Chile and Bolivia.", "COERCE seize: BOL CHL > PER"),
    ("Chad absorbed Niger into a union.", "COERCE seize: TCD > NER"),
    ("Norway ceded the valley to Ghana in 1751.", "CONCEDE: NOR > GHA"),
    ("Ghana handed over control of the town to Kenya.", "RETREAT withdraw: GHA > KEN"),
    ("In May the United Nations ended its peacekeeping mission in Chad.",
     "RETREAT withdraw: UNO > TCD"),
    # --- risen against those who rule
    ("Peru rebelled against Chile in 1780.", "ASSAULT: PER > CHL"),
    ("Chadian rebels waged an insurgency against Niger.", "ASSAULT: TCD > NER"),
    ("Demonstrations broke out in Mali.", "PROTEST demo: MLI >"),
    # --- whose it is
    ("Kenya and Ghana dispute sovereignty over the islets.", "ACCUSE disapprove: GHA KEN >"),
    ("Chad contests Malian control of the plain.", "ACCUSE disapprove: TCD > MLI"),
    ("Niger claims a valley in Chad.", "REQUEST: NER > TCD"),
    ("Peru resolved its border dispute with Chile.", "SUPPORT sign: CHL PER >"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_histories_of_states_are_told_in_their_own_words(text: str, expected: str) -> None:
    assert expected in shapes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru claims victory over Chile.",
        "Ghana claimed part of the credit for Kenya's win.",
        "Chile incorporated Peruvian recipes into its menus.",
        "The river separates Chad from Niger.",
        "Peru took possession of the ball from Chile.",
        "A Peruvian firm administered the test to Chilean pupils.",
    ],
)
def test_what_is_no_land_changes_no_hands(text: str) -> None:
    assert shapes(text) == []
