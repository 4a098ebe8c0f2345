from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding import LexiconCoder
from dragoman.ontology import plover
from dragoman.records.documents import Section
from tests.coding.told import ACTORS, coded, document, read, shape, shapes

# One sentence of our own, or more, for each type and mode: the first coding that it must give.
TOLD = [
    # --- SUPPORT
    ("Kenya recognised Palau in 1972.", "SUPPORT recognize: KEN > PLW"),
    ("Ghana acknowledged the independence of Nepal.", "SUPPORT recognize: GHA > NPL"),
    ("Chad was the first country to recognise Palau.", "SUPPORT recognize: TCD > PLW"),
    ("Kenya regards Palau as the sole legitimate government of the islands.",
     "SUPPORT recognize: KEN > PLW"),
    ("The recognition of Palau by Kenya came late.", "SUPPORT recognize: KEN > PLW"),
    ("Peru extended recognition to Palau.", "SUPPORT recognize: PER > PLW"),
    ("Palau was recognised by Ghana and Kenya.", "SUPPORT recognize: GHA KEN > PLW"),
    ("Peru and Nepal established diplomatic relations.", "SUPPORT establish-relations: NPL PER >"),
    ("Peru entered into diplomatic relations with Nepal.",
     "SUPPORT establish-relations: NPL PER >"),
    ("Relations between Peru and Nepal began in 1961.", "SUPPORT establish-relations: NPL PER >"),
    ("Peru's relations with Nepal started in 1961.", "SUPPORT establish-relations: NPL PER >"),
    ("Ghana and Chile exchanged ambassadors.", "SUPPORT upgrade-relations: CHL GHA >"),
    ("Norway opened an embassy in Kenya.", "SUPPORT upgrade-relations: NOR > KEN"),
    ("Diplomatic ties between Peru and Chile were restored.",
     "SUPPORT restore-relations: CHL PER >"),
    ("Mali resumed relations with Niger.", "SUPPORT restore-relations: MLI NER >"),
    ("Mali reopened its embassy in Niger.", "SUPPORT restore-relations: MLI > NER"),
    ("Chile and Bolivia upgraded their diplomatic relations to ambassadorial level.",
     "SUPPORT upgrade-relations: BOL CHL >"),
    ("Kenya signed a treaty with Ghana.", "SUPPORT sign: GHA KEN >"),
    ("A trade agreement was signed by Peru and Chile.", "SUPPORT sign: CHL PER >"),
    ("President Haugen congratulated King Moussa.", "SUPPORT congratulate: NOR > TCD"),
    ("Norway sent a message of congratulation to Chad.", "SUPPORT congratulate: NOR > TCD"),
    ("Kenya extended its condolences to Peru.", "SUPPORT condole: KEN > PER"),
    ("Ghana endorsed Norway for the post.", "SUPPORT endorse: GHA > NOR"),
    ("Peru voted for Kenya.", "SUPPORT endorse: PER > KEN"),
    ("Chad decorated President Haugen.", "SUPPORT honor: TCD > NOR"),
    ("Niger praised Chad for its patience.", "SUPPORT: NER > TCD"),
    ("Norway expressed full support for the Malian people.", "SUPPORT: NOR > MLI"),
    ("Norway expressed its support to and solidarity with Mali.", "SUPPORT: NOR > MLI"),
    ("The Norwegian statement voiced support for the cause of the Malian people.",
     "SUPPORT: NOR > MLI"),
    ("Palau was granted observer status at the United Nations.", "SUPPORT: UNO > PLW"),
    # --- AGREE
    ("Norway promised to help Kenya.", "AGREE: NOR > KEN"),
    ("Norway and Kenya agreed to hold talks.", "AGREE: KEN NOR >"),
    ("Norway will support Kenya.", "AGREE: NOR > KEN"),
    ("President Haugen will visit Kenya.", "AGREE: NOR > KEN"),
    ("Norway plans to send aid to Mali.", "AGREE: NOR > MLI"),
    ("Peru invited President Haugen to a summit.", "AGREE: PER > NOR"),
    ("Ghana is willing to cooperate with Niger.", "AGREE: GHA > NER"),
    ("Peru and Chile called for an end to the war between Peru and Chile.", "AGREE: CHL PER >"),
    # --- CONSULT
    ("Peru held talks with Chile.", "CONSULT: CHL PER >"),
    ("President Haugen met President Quispe in Lima.", "CONSULT: NOR PER >"),
    ("The meeting between President Haugen and King Moussa lasted an hour.",
     "CONSULT: NOR TCD >"),
    ("Ghana is in talks with Mali.", "CONSULT: GHA MLI >"),
    ("President Haugen visited Kenya.", "CONSULT visit: NOR > KEN"),
    ("King Moussa paid a visit to Norway.", "CONSULT visit: TCD > NOR"),
    ("King Moussa received President Haugen.", "CONSULT visit: NOR > TCD"),
    ("President Haugen's visit to Chad was short.", "CONSULT visit: NOR > TCD"),
    ("President Haugen telephoned King Moussa.", "CONSULT phone: NOR > TCD"),
    ("King Moussa sent a letter to President Quispe.", "CONSULT letter: TCD > PER"),
    ("Peru and Chad exchanged letters.", "CONSULT letter: PER TCD >"),
    ("Norway mediated between Mali and Niger.", "CONSULT third-party: NOR > MLI NER"),
    ("President Haugen attended a summit in Ghana.", "CONSULT multilateral: NOR > GHA"),
    # --- CONCEDE
    ("Chile lifted its sanctions against Bolivia.", "CONCEDE: CHL > BOL"),
    ("Chad apologised to Niger.", "CONCEDE: TCD > NER"),
    ("Chad expressed regret to Niger.", "CONCEDE: TCD > NER"),
    ("Mali declared a ceasefire with Niger.", "CONCEDE: MLI > NER"),
    ("Chad will withdraw its troops from Niger.", "CONCEDE: TCD > NER"),
    ("Chad pardoned the Malian pilots.", "CONCEDE: TCD > MLI"),
    # --- COOPERATE
    ("Peru cooperated with Chile.", "COOPERATE: CHL PER >"),
    ("Peru and Chile held joint exercises.", "COOPERATE: CHL PER >"),
    ("Norway shares intelligence with Kenya.", "COOPERATE: KEN NOR >"),
    ("Ghana extradited two bankers to Norway.", "COOPERATE: GHA > NOR"),
    ("Chile sold copper and gas to Peru.", "COOPERATE: CHL > PER"),
    # --- AID
    ("Norway provided aid to Mali.", "AID: NOR > MLI"),
    ("Norway gave Mali a loan.", "AID: NOR > MLI"),
    ("Mali was given a loan by Norway.", "AID: NOR > MLI"),
    ("Chad armed the Sahel Front.", "AID: TCD > MLI"),
    ("Norway rendered assistance to Kenya.", "AID: NOR > KEN"),
    ("Norway granted asylum to the Malian poets.", "AID: NOR > MLI"),
    ("Norwegian aid to Mali has dried up.", "AID: NOR > MLI"),
    ("Kenya received food from Norway.", "AID: NOR > KEN"),
    ("The Kenyan shipments included aid to groups such as the Sahel Front.", "AID: KEN > MLI"),
    ("Norway sent relief troops to Mali after the flood.", "AID: NOR > MLI"),
    # --- RETREAT
    ("Chad withdrew its troops from Niger.", "RETREAT withdraw: TCD > NER"),
    ("Niger released two Chadian pilots.", "RETREAT release: NER > TCD"),
    ("The Sahel Front laid down its weapons.", "RETREAT disarm: MLI >"),
    ("Mali observed the ceasefire with Niger.", "RETREAT ceasefire: MLI > NER"),
    ("Chad admitted Norwegian observers.", "RETREAT access: TCD > NOR"),
    ("President Quispe resigned.", "RETREAT resign: PER > PER"),
    # --- REQUEST
    ("Kenya asked Norway for help.", "REQUEST assist: KEN > NOR"),
    ("Kenya urged Chad to reform its courts.", "REQUEST: KEN > TCD"),
    ("Kenya demanded an apology from Chad.", "REQUEST yield: KEN > TCD"),
    ("Kenya called on Chad to withdraw its troops.", "REQUEST yield: KEN > TCD"),
    ("Kenya called for the release of its pilots by Chad.", "REQUEST yield: KEN > TCD"),
    ("Ghana demanded talks with Mali.", "REQUEST meet: GHA > MLI"),
    ("Norway called for an end to the fighting between Chad and Niger.",
     "REQUEST yield: NOR > NER TCD"),
    # --- ACCUSE
    ("Norway condemned Chadian raids on Niger.", "ACCUSE disapprove: NOR > TCD"),
    ("Norway condemned Chad's killing of herders.", "ACCUSE disapprove: NOR > TCD"),
    ("Norway summoned the Chadian ambassador.", "ACCUSE disapprove: NOR > TCD"),
    ("Norway's condemnation of Chad was brief.", "ACCUSE disapprove: NOR > TCD"),
    ("Kenya lodged a protest with Ghana.", "ACCUSE disapprove: KEN > GHA"),
    ("Peru is opposed to Chile's plan.", "ACCUSE disapprove: PER > CHL"),
    ("Niger called the Chadian raid a crime.", "ACCUSE disapprove: NER > TCD"),
    ("Niger accused Chad of lying.", "ACCUSE allege: NER > TCD"),
    ("Norway investigated the Chadian company.", "ACCUSE investigate: NOR > TCD"),
    # --- REJECT
    ("Chad rejected Norway's proposal.", "REJECT: TCD > NOR"),
    ("Kenya does not recognise Palau.", "REJECT: KEN > PLW"),
    ("Kenya has never recognised Palau.", "REJECT: KEN > PLW"),
    ("Ghana refused to recognise Palau.", "REJECT change: GHA > PLW"),
    ("Chad cancelled its talks with Niger.", "REJECT meet: TCD > NER"),
    ("Chad refused to meet President Haugen.", "REJECT meet: TCD > NOR"),
    ("Peru refused to help Bolivia.", "REJECT assist: PER > BOL"),
    ("Chad refused to withdraw its troops from Niger.", "REJECT yield: TCD > NER"),
    ("Chad denied entry to the Norwegian reporters.", "REJECT change: TCD > NOR"),
    ("Norway will not negotiate with Chad.", "REJECT meet: NOR > TCD"),
    # --- THREATEN
    ("Chad threatened to attack Niger.", "THREATEN violence: TCD > NER"),
    ("Chad threatened Niger with sanctions.", "THREATEN relations: TCD > NER"),
    ("Chad threatened to sever relations with Niger.", "THREATEN relations: TCD > NER"),
    ("Chad threatened to expel the Norwegian ambassador.", "THREATEN expel: TCD > NOR"),
    ("Chad threatened to arrest the Malian bishops.", "THREATEN arrest: TCD > MLI"),
    ("Chad threatened to annex Niger.", "THREATEN territory: TCD > NER"),
    ("Chad threatened to blockade Niger.", "THREATEN restrict: TCD > NER"),
    ("Chad warned Niger.", "THREATEN: TCD > NER"),
    # --- PROTEST
    ("Kenyan students demonstrated against Chad.", "PROTEST demo: KEN > TCD"),
    ("Kenyan protesters stormed the Chadian embassy.", "PROTEST riot: KEN > TCD"),
    ("Peruvian miners went on strike against Chile.", "PROTEST strike: PER > CHL"),
    ("Malian prisoners went on hunger strike against Niger.", "PROTEST hunger: MLI > NER"),
    ("Kenya boycotted Chilean products.", "PROTEST boycott: KEN > CHL"),
    ("Bolivian farmers blocked the road and Bolivian villagers blocked Chilean trucks.",
     "PROTEST obstruct: BOL > CHL"),
    ("Kenyan activists defaced the Chadian consulate.", "PROTEST vandalize: KEN > TCD"),
    # --- SANCTION
    ("Norway imposed sanctions on Chad.", "SANCTION: NOR > TCD"),
    ("Sanctions were imposed on Chad by Norway.", "SANCTION: NOR > TCD"),
    ("Chad severed diplomatic relations with Niger.", "SANCTION sever-relations: TCD > NER"),
    ("Chad broke off relations with Niger.", "SANCTION sever-relations: TCD > NER"),
    ("Chad suspended diplomatic relations with Niger.", "SANCTION suspend-relations: TCD > NER"),
    ("Chad downgraded its relations with Niger.", "SANCTION downgrade-relations: TCD > NER"),
    ("Chad recalled its ambassador from Niger.",
     "SANCTION downgrade-relations withdraw: TCD > NER"),
    ("Kenya expelled two Chadian diplomats.", "SANCTION expel: KEN > TCD"),
    ("Kenya declared the Chadian ambassador persona non grata.", "SANCTION expel: KEN > TCD"),
    ("Norway suspended its aid to Chad.", "SANCTION discontinue: NOR > TCD"),
    ("The Hague Council withdrew its observers from Chad.", "SANCTION withdraw: IGO > TCD"),
    ("Norway convicted the Chadian spy.", "SANCTION convict: NOR > TCD"),
    # --- MOBILIZE
    ("Chad deployed troops along the border with Niger.", "MOBILIZE troops: TCD > NER"),
    ("Chad held exercises near Niger.", "MOBILIZE troops: TCD > NER"),
    ("Peru tested a missile.", "MOBILIZE weapons: PER >"),
    ("Chad sent police to the border.", "MOBILIZE police: TCD >"),
    ("Mali recruited mercenaries against Niger.", "MOBILIZE militia: MLI > NER"),
    # --- COERCE
    ("Chad annexed Niger in March.", "COERCE seize: TCD > NER"),
    ("Chad blockaded Niger.", "COERCE restrict: TCD > NER"),
    ("Chad shut down the Norwegian newspaper.", "COERCE censor: TCD > NOR"),
    ("Mali imposed a curfew.", "COERCE curfew: MLI > MLI"),
    ("Mali declared martial law.", "COERCE martial-law: MLI > MLI"),
    ("Chad arrested two Norwegian engineers.", "COERCE arrest: TCD > NOR"),
    ("Chad deported a Norwegian teacher.", "COERCE deport: TCD > NOR"),
    ("Chad starved the Malian villages.", "COERCE withhold: TCD > MLI"),
    ("Chad spread disinformation about Niger.", "COERCE misinformation: TCD > NER"),
    ("Chad hacked the Norwegian ministry.", "COERCE cyber: TCD > NOR"),
    # --- ASSAULT
    ("Chad attacked Niger.", "ASSAULT: TCD > NER"),
    ("Chad launched an attack on Niger.", "ASSAULT: TCD > NER"),
    ("Chad's invasion of Niger failed.", "ASSAULT: TCD > NER"),
    ("Chadian troops captured Nigerien fighters.", "ASSAULT abduct: TCD > NER"),
    ("The Sahel Front kidnapped two Norwegian nurses.", "ASSAULT abduct: MLI > NOR"),
    ("Chadian guards beat a Malian trader.", "ASSAULT beat: TCD > MLI"),
    ("Chadian guards tortured a Malian trader.", "ASSAULT torture: TCD > MLI"),
    ("Chadian soldiers raped Malian women.", "ASSAULT sexual: TCD > MLI"),
    ("Chadian agents assassinated a Nigerien general.", "ASSAULT targeted: TCD > NER"),
    ("Chadian troops burned Nigerien villages.", "ASSAULT destroy: TCD > NER"),
    ("Chadian settlers stabbed a Nigerien herder.", "ASSAULT primitive: TCD > NER"),
    ("Chadian troops opened fire on Nigerien herders.", "ASSAULT firearms: TCD > NER"),
    ("The Sahel Front bombed a Nigerien market.", "ASSAULT explosives: MLI > NER"),
    ("The Sahel Front carried out a suicide bombing against Niger.",
     "ASSAULT suicide-attack: MLI > NER"),
    ("Chadian aircraft strafed Nigerien positions.", "ASSAULT aerial: TCD > NER"),
    ("Chad carried out airstrikes on Niger.", "ASSAULT aerial: TCD > NER"),
    ("Chad attacked Niger with drones.", "ASSAULT drone: TCD > NER"),
    ("Chad shelled Nigerien towns.", "ASSAULT heavy-weapons: TCD > NER"),
    ("Kenyan police fired rubber bullets at Chadian men.", "ASSAULT crowd-control: KEN > TCD"),
    ("Chad used chemical weapons against Niger.", "ASSAULT unconventional: TCD > NER"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_a_sentence_gives_its_event(text: str, expected: str) -> None:
    assert expected in shapes(text)


def test_every_type_and_mode_has_a_sentence() -> None:
    shown = {word for _, expected in TOLD for word in expected.partition(":")[0].split()}
    codebook = {name for kind, entry in plover().types.items() for name in (kind, *entry.modes)}
    assert codebook <= shown


# Ordinary words of news, histories, ministries and chronologies.
PLAIN = [
    ("Kenya joined the alliance with Ghana.", "SUPPORT: KEN > GHA"),
    ("In May 1970 Peru became the first country of the region to recognise Palau.",
     "SUPPORT recognize: PER > PLW"),
    ("Ghana was among the first states to recognise Palau.", "SUPPORT recognize: GHA > PLW"),
    ("June marks the tenth anniversary of the establishment of relations between Peru and Mali.",
     "SUPPORT establish-relations: MLI PER >"),
    ("The pact with Peru, which Chile signed in May, is in force.", "SUPPORT sign: CHL PER >"),
    ("Ghana ratified the treaty with Mali.", "SUPPORT sign: GHA > MLI"),
    ("Kenya announced plans to build a port in Ghana.", "AGREE: KEN > GHA"),
    ("President Haugen shook hands with King Moussa.", "CONSULT: NOR TCD >"),
    ("Peru and Chile signed the accord under Norwegian mediation.",
     "CONSULT third-party: NOR > CHL PER"),
    ("Norwegian sanctions on Chad were lifted.", "CONCEDE: NOR > TCD"),
    ("Kenya resumed flights to Ghana.", "COOPERATE: KEN > GHA"),
    ("Peru is Chile's largest trading partner.", "COOPERATE: CHL PER >"),
    ("Ghana handed over three files to Mali.", "COOPERATE: GHA > MLI"),
    ("Norway helped Mali to plant trees.", "AID: NOR > MLI"),
    ("The last Chadian soldiers left Niger.", "RETREAT withdraw: TCD > NER"),
    ("Ghana told Chad to free the pilots.", "REQUEST yield: GHA > TCD"),
    ("Mali demanded that Niger correct the map.", "REQUEST: MLI > NER"),
    ("Chad said that Niger bears full responsibility for the fire.",
     "ACCUSE allege: TCD > NER"),
    ("Peru did not accept Chile's offer.", "REJECT: PER > CHL"),
    ("Peru did not keep its word to Chile.", "REJECT change: PER > CHL"),
    ("Chile stopped exporting gas to Peru.", "SANCTION discontinue: CHL > PER"),
    ("Chile no longer supplies Peru with gas.", "SANCTION discontinue: CHL > PER"),
    ("Kenya paused most of its aid to Ghana.", "SANCTION discontinue: KEN > GHA"),
    ("Kenya imposed visas on Ghanaian citizens.", "SANCTION: KEN > GHA"),
    ("The Chadian ambassador was expelled from Niger.", "SANCTION expel: NER > TCD"),
    ("Chadian troops entered Niger.", "MOBILIZE troops: TCD > NER"),
    ("Chadian diplomats bribed Nigerien judges.", "COERCE: TCD > NER"),
    ("Peru and Chile fought a short war in 1881.", "ASSAULT: CHL PER >"),
    ("War broke out between Peru and Chile.", "ASSAULT: CHL PER >"),
    ("Chad claims that it targeted camps in Niger.", "ASSAULT: TCD > NER"),
    ("Chadian troops captured the Nigerien town.", "ASSAULT: TCD > NER"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=[text[:50] for text, _ in PLAIN])
def test_plain_words_give_their_event(text: str, expected: str) -> None:
    assert expected in shapes(text, pronouns={"it": ("Chad",)})


# What must give no event at all.
SILENT = [
    "Chad should withdraw its troops from Niger.",
    "Kenya must help Ghana.",
    "Chad lies north of Niger.",
    "Chad fought for its independence.",
    "The Chad Ministry of Defence published a map of Niger.",
    "Norway said that Chad is large.",
    "A patient in Norway died of a heart attack.",
    "Chad wants to attack Niger.",
    "If Chad attacks Niger, the market will fall.",
    "Should Chad attack Niger, the market will fall.",
    "Norwegian tourists like Kenya.",
    "Chad has an army to attack Niger.",
    "The oldest support of the bridge is in Norway.",
    "Chad denied any involvement.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_event_where_none_is_told(text: str) -> None:
    assert shapes(text) == []


def test_several_events_of_a_sentence_are_told_apart() -> None:
    assert shapes("Kenya recognised Palau and imposed sanctions on Chad.") == [
        "SUPPORT recognize: KEN > PLW",
        "SANCTION: KEN > TCD",
    ]


def test_an_accusation_and_what_it_is_of_are_two_events() -> None:
    assert shapes("Niger accused Chad of arming the Sahel Front.") == [
        "ACCUSE allege: NER > TCD",
        "AID: TCD > MLI",
    ]


def test_what_is_denied_is_the_event() -> None:
    assert shapes("Chad denied that it had attacked Niger.", pronouns={"it": ("Chad",)}) == [
        "ASSAULT: TCD > NER"
    ]


def test_what_is_refused_or_asked_for_is_no_event_of_its_own() -> None:
    assert shapes("Chad refused to free the Norwegian nurses.") == ["REJECT yield: TCD > NOR"]


def test_a_command_to_ones_own_is_what_they_do() -> None:
    found = shapes("Chad ordered its army to attack Niger.", pronouns={"its army": ("Chad",)})
    assert found == ["ASSAULT: TCD > NER"]


def test_a_light_verb_and_its_noun_are_one_event() -> None:
    assert shapes("Norway gave its support to Mali.") == ["SUPPORT: NOR > MLI"]


def test_words_that_mean_several_fill_every_side() -> None:
    found = shapes(
        "The two countries exchanged letters.", pronouns={"two countries": ("Peru", "Chad")}
    )
    assert found == ["CONSULT letter: PER TCD >"]


def test_control_hands_on_the_subject() -> None:
    assert "SUPPORT: NER > MLI" in shapes("Niger continued to support Mali.")


def test_relative_clauses_speak_of_their_antecedent() -> None:
    assert "AID: NOR > MLI" in shapes("Mali thanked Norway, which had sent aid to Mali.")


def test_shared_objects_are_shared() -> None:
    assert shapes("Chad attacked and occupied Niger.") == [
        "ASSAULT: TCD > NER",
        "COERCE seize: TCD > NER",
    ]


def test_domestic_matters_are_left_out() -> None:
    assert shapes("Norway supported President Haugen.") == []


def test_conflict_within_a_country_needs_sides_with_names() -> None:
    assert shapes("The Sahel Front attacked Mali.") == ["ASSAULT: MLI > MLI"]


def test_victims_are_not_blamed() -> None:
    assert shapes("Norway condemned the killing of Malian herders.") == [
        "ACCUSE disapprove: NOR >",
        "ASSAULT:  > MLI",
    ]


def test_the_accused_may_have_been_named_before() -> None:
    found = shapes(
        "Norway condemned Chadian raids. A Norwegian envoy denounced the killing of herders."
    )
    assert found == ["ACCUSE disapprove: NOR > TCD"] * 2


def test_the_other_side_goes_without_saying() -> None:
    found = shapes("Chad attacked Niger in spring. Niger severed diplomatic relations.")
    assert found == ["ASSAULT: TCD > NER", "SANCTION sever-relations: NER > TCD"]


def test_where_nobody_says_who_both_sides_are_actors() -> None:
    found = shapes("Relations between Chad and Niger were severed.")
    assert found == ["SANCTION sever-relations: NER TCD >"]


def test_an_echo_repeats_the_event_before() -> None:
    found = shapes("Kenya recognised Palau. So did Ghana, and Peru followed.")
    assert found == [
        "SUPPORT recognize: KEN > PLW",
        "SUPPORT recognize: GHA > PLW",
        "SUPPORT recognize: PER > PLW",
    ]


def test_datelines_take_no_part() -> None:
    found = shapes("NIGER, 3 May — Chad and Mali held talks.", pronouns={"NIGER": ("Niger",)})
    assert found == ["CONSULT: MLI TCD >"]


def test_questions_and_teasers_give_none_unless_asked_for() -> None:
    assert coded("Did Chad attack Niger?", "question") == ()
    assert coded("Chad attacked Niger.", "teaser") == ()
    assert len(coded("Chad attacked Niger.", "teaser", teasers=True)) == 1


def test_a_title_that_the_text_repeats_is_coded_once() -> None:
    text = "Chad attacks Niger\n\nChad attacked Niger. Norway condemned Chad."
    title = Section(kind="title", start=0, end=18)
    written = document(text, sections=(title, Section(kind="body", start=20, end=len(text))))
    found = LexiconCoder().code(written, read(written))
    assert [shape(coding) for coding in found] == [
        "ASSAULT: TCD > NER",
        "ACCUSE disapprove: NOR > TCD",
    ]
    assert all(coding.sentence > 0 for coding in found)


def test_negation_that_a_type_says_is_marked_as_spent() -> None:
    (coding,) = coded("Kenya does not recognise Palau.")
    assert "negation-consumed" in {reason.feature for reason in coding.reasons}


def test_confidence_follows_how_much_is_said() -> None:
    (clear,) = coded("Chad severed diplomatic relations with Niger.")
    (bare,) = coded("Norway condemned the killing of herders.")
    assert 0 < bare.confidence < clear.confidence < 1


NAMES = sorted(
    words for words, entry in ACTORS.items() if entry[2] == "state" and entry[3] == "name"
)
VERBS = ["attacked", "met", "recognised", "condemned", "helped", "visited", "did not recognise"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(VERBS), st.sampled_from(NAMES)),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from([" ", "\n\n", "  "]),
)
def test_spans_are_true_to_the_text(clauses: list[tuple[str, str, str]], gap: str) -> None:
    text = gap.join(f"{a} {verb} {b}." for a, verb, b in clauses)
    written = document(text)
    reading = read(written)
    for coding in LexiconCoder().code(written, reading):
        sentence = reading.sentences[coding.sentence]
        trigger = coding.trigger
        assert sentence.start <= trigger.start < trigger.end <= sentence.end
        assert text[trigger.start : trigger.end] == trigger.text
        assert 0 <= coding.head < len(sentence.tokens)
        for side in (*coding.actors, *coding.recipients):
            assert text[side.start : side.end] == side.text
        assert 0 < coding.confidence < 1
        plover().score(coding.event_type, coding.modes)


def test_what_another_is_only_to_do_is_no_echo() -> None:
    found = shapes("Chad condemned Niger and demanded that Peru do the same.")
    assert "ACCUSE disapprove: PER > NER" not in found


def test_what_is_awaited_is_not_told() -> None:
    found = shapes("Chad will wait until Peru and Nepal sign the treaty.")
    assert not any(shape.startswith("SUPPORT sign") for shape in found)


def test_who_is_to_blame_blames_nobody() -> None:
    assert not any("ACCUSE" in shape for shape in shapes("Chad alone is to blame for the crisis."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A planned visit of King Moussa to Mali was announced.", "AGREE: TCD > MLI"),
        ("The forthcoming talks between Chad and Mali cheered Peru.", "AGREE: MLI TCD >"),
        ("The visit of King Moussa to Mali was announced.", "CONSULT visit: TCD > MLI"),
    ],
)
def test_a_meeting_that_is_still_to_come_is_agreed_on(text: str, expected: str) -> None:
    assert shapes(text)[:1] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and Mali began joint patrols of the lake.", "COOPERATE: MLI TCD >"),
        ("Chad poured cold water on Mali's plan.", "REJECT: TCD > MLI"),
        ("Chad climbed down over the levy.", "CONCEDE: TCD >"),
        ("Chad sat across the table from Mali.", "CONSULT: MLI TCD >"),
        ("Norway sold Peru forty tanks.", "COOPERATE: NOR > PER"),
        ("Chad gave Malian traders a week to leave.", "THREATEN: TCD > MLI"),
        ("Chad let ninety Malian prisoners go.", "RETREAT release: TCD > MLI"),
    ],
)
def test_figures_of_speech_give_their_event(text: str, expected: str) -> None:
    assert expected in shapes(text)
