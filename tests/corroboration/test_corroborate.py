from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.corroboration import Corroborate
from dragoman.ports import Corroborator, Witness
from dragoman.records.claims import Claim
from dragoman.records.dates import overlaps
from dragoman.records.events import Event
from tests.corroboration.making import claim_lists, meaning
from tests.factories import STATES, make_claim, make_witness

ROOM: Corroborator = Corroborate(STATES.get)
UNDERSTANDING: Corroborator = Corroborate(STATES.get, meaning=meaning)


def corroborate(*claims: Claim, texts: Sequence[str] = ()) -> tuple[Event, ...]:
    witnesses = [make_witness(claim) for claim in claims]
    if texts:
        pairs = zip(claims, texts, strict=True)
        witnesses = [make_witness(claim, text) for claim, text in pairs]
    copies = ROOM.copies(witnesses)
    return ROOM.corroborate(claims, witnesses, copies)[0]


def established(occurred: str | None, source: str) -> Claim:
    text = f"According to {source}, the two sides exchanged ambassadors for the first time."
    return make_claim(text, modes=("establish-relations",), occurred=occurred, source=source)


def test_a_day_and_its_year_are_one_happening() -> None:
    [event] = corroborate(established("1966-04-13", "Ministry"), established("1966", "Weekly"))
    assert event.occurred == "1966-04-13"
    assert (event.standing, event.sources, event.documents) == ("agreed", 2, 2)
    assert event.disputes == ()


def test_what_happens_once_needs_no_date_to_be_known() -> None:
    [event] = corroborate(established("1966-04-13", "Ministry"), established(None, "Weekly"))
    assert len(event.claims) == 2


def test_who_is_named_first_does_not_matter_between_equals() -> None:
    mutual = make_claim(
        modes=("establish-relations",),
        actors=("PRK", "PSE"),
        recipients=(),
        occurred="1966",
        source="Weekly",
    )
    swapped = make_claim(
        modes=("establish-relations",), actors=("PSE",), recipients=("PRK",), occurred="1966-04"
    )
    [event] = corroborate(mutual, swapped)
    assert [side.country for side in event.actors] == ["PRK", "PSE"]
    assert event.recipients == ()


def test_close_dates_of_what_happens_once_are_a_dispute() -> None:
    [event] = corroborate(established("1966-04-13", "Ministry"), established("1967", "Weekly"))
    assert event.standing == "disputed"
    [dispute] = event.disputes
    assert dispute.field == "occurred"
    assert [value.value for value in dispute.values] == ["1966-04-13", "1967"]


def test_one_source_with_two_dates_tells_of_two_happenings() -> None:
    events = corroborate(
        established("1966-04-13", "Ministry"),
        make_claim("Again they did.", modes=("establish-relations",), occurred="1967-01-02"),
        make_claim("They did.", modes=("establish-relations",), occurred="1966-04-13"),
    )
    assert len(events) == 2


def test_dates_far_apart_are_two_happenings_and_a_vague_one_is_neither() -> None:
    events = corroborate(
        established("1966-04-13", "Ministry"),
        established("1988-11-15", "Weekly"),
        established(None, "Daily"),
        established(None, "Hourly"),
    )
    assert sorted(len(event.claims) for event in events) == [1, 1, 2]
    assert {event.occurred for event in events if len(event.claims) == 1} == {
        "1966-04-13",
        "1988-11-15",
    }


def visit(occurred: str | None, source: str, visitor: str = "PSE:Yasser Arafat") -> Claim:
    return make_claim(
        f"A guest of the state arrived, {source} wrote.",
        "CONSULT",
        ("visit",),
        actors=(visitor,),
        recipients=("PRK",),
        occurred=occurred,
        source=source,
    )


def test_a_visit_told_by_day_and_by_year() -> None:
    [event] = corroborate(visit("1981-10-09/1981-10-12", "Daily"), visit("1981", "Weekly"))
    assert event.occurred == "1981-10-09/1981-10-12"
    assert event.recipients[0].country == "PRK"
    assert event.actors[0].name == "Yasser Arafat"


@pytest.mark.parametrize(
    "other",
    [
        visit("1986", "Weekly"),
        visit("1982", "Weekly"),
        visit(None, "Weekly"),
        visit("1981", "Weekly", "PSE:Mahmoud Abbas"),
        make_claim(
            "A guest of the state arrived.",
            "CONSULT",
            ("visit",),
            actors=("PRK:Kim Il Sung",),
            recipients=("PSE",),
            occurred="1981-10-09",
            source="Weekly",
        ),
    ],
    ids=["another year", "the year after", "undated", "another visitor", "the other way"],
)
def test_visits_that_stay_apart(other: Claim) -> None:
    assert len(corroborate(visit("1981-10-09", "Daily"), other)) == 2


def test_a_year_that_fits_two_visits_joins_neither() -> None:
    events = corroborate(
        visit("1981-03-02", "Daily"), visit("1981-10-09", "Daily"), visit("1981", "Weekly")
    )
    assert len(events) == 3


def test_general_words_of_support_are_not_one_happening() -> None:
    text = "The country stands behind the just cause of its friends."
    events = corroborate(make_claim(text), make_claim(text, source="Weekly"))
    assert [event.standing for event in events] == ["single", "single"]


def test_a_statement_of_one_day_in_similar_words_is_one_happening() -> None:
    said = "The foreign ministry condemned the raid on the aid convoy as a grave crime."
    again = "A ministry statement condemned the raid on a convoy of aid ships."
    claims = [
        make_claim(said, "ACCUSE", recipients=("ISR",), occurred="2010-06-01", source="Daily"),
        make_claim(again, "ACCUSE", recipients=("ISR",), occurred="2010-06", source="Weekly"),
        make_claim("It called the war on Gaza savage.", "ACCUSE", recipients=("ISR",),
                   occurred="2010-06-01", source="Hourly"),
    ]  # fmt: skip
    assert sorted(len(event.claims) for event in corroborate(*claims)) == [1, 2]


LETTER = "The leader wrote to thank his friend for the message on the founding day. " * 6


def test_copies_are_one_witness() -> None:
    claims = [
        make_claim(
            "The leader wrote to thank his friend.",
            "CONSULT",
            ("letter",),
            occurred="2020-09-22",
            source=source,
        )
        for source in ("Agency", "Mirror")
    ]
    [copied] = corroborate(*claims, texts=[LETTER, LETTER + " From our wire."])
    [apart] = corroborate(*claims)
    assert (copied.sources, copied.standing) == (1, "single")
    assert (apart.sources, apart.standing) == (2, "agreed")
    assert copied.confidence < apart.confidence


def test_an_undated_sentence_repeated_in_a_copy_is_one_happening() -> None:
    text = "The leader wrote to thank his friend for the message."
    claims = [make_claim(text, source="Agency"), make_claim(text, source="Mirror")]
    assert len(corroborate(*claims, texts=[LETTER, LETTER])) == 1


@pytest.mark.parametrize(("basis", "events"), [("published", 1), ("stated", 2)])
def test_the_day_on_which_a_copy_is_printed_makes_no_other_happening(
    basis: str, events: int
) -> None:
    text = "The leader wrote to thank his friend for the message."
    first = make_claim(text, source="Agency", occurred="2020-09-22")
    copy = make_claim(text, source="Mirror", occurred="2020-09-24", occurred_basis=basis)
    assert len(corroborate(first, copy, texts=[LETTER, LETTER])) == events


def test_one_source_is_single_however_often_it_tells() -> None:
    first = established("1966-04-13", "Ministry of Trade")
    second = make_claim(
        "They exchanged envoys.",
        modes=("establish-relations",),
        occurred="1966",
        source="Ministry of Trade",
        document="doc_other",
    )
    [event] = corroborate(first, second)
    assert (event.standing, event.documents, event.sources) == ("single", 2, 1)


def shipped(certainty: str, source: str, occurred: str | None = None, **fields: str) -> Claim:
    return make_claim(
        "The state shipped artillery shells to the armed wing.",
        "AID",
        source=source,
        certainty=certainty,
        occurred=occurred,
        **fields,
    )


def test_a_denial_joins_what_it_denies() -> None:
    [event] = corroborate(shipped("CT+", "Daily", "2023-10"), shipped("CT-", "Ministry"))
    assert event.standing == "denied"
    assert {value.value for value in event.disputes[0].values} == {"yes", "no"}
    assert event.disputes[0].field == "happened"
    assert event.occurred == "2023-10"
    assert event.confidence == pytest.approx(0.8 * (1 - 0.8 / 2))


def test_a_denial_alone_is_believed_not_to_have_happened() -> None:
    [event] = corroborate(shipped("CT-", "Ministry"))
    assert (event.standing, event.confidence, event.disputes) == ("denied", 0.0, ())


def test_two_sides_that_blame_each_other() -> None:
    def opened_fire(by: str, on: str) -> Claim:
        return make_claim(
            "Its troops opened fire across the line near the eastern crossing.",
            "ASSAULT",
            ("firearms",),
            actors=(by,),
            recipients=(on,),
            occurred="2022-05-03",
            source=f"{on} news",
            voice=on,
        )

    [event] = corroborate(opened_fire("SYR", "ISR"), opened_fire("ISR", "SYR"))
    assert event.standing == "disputed"
    assert [value.value for value in event.disputes[0].values] == ["ISR", "SYR"]
    assert event.disputes[0].field == "actors"
    assert event.recipients == ()


def test_comments_and_suppositions_stand_alone() -> None:
    claims = [
        established("1966-04-13", "Ministry"),
        make_claim(modes=("establish-relations",), occurred="1966", role="commenter"),
        make_claim(modes=("establish-relations",), occurred="1966", auxiliary=("hypothetical",)),
    ]
    events = {event.claims[0]: event for event in corroborate(*claims)}
    assert len(events) == 3
    assert events[claims[1].id].confidence < events[claims[0].id].confidence


def test_links_say_what_they_rest_on() -> None:
    claims = (established("1966-04-13", "Ministry"), established("1966", "Weekly"))
    _, [link] = ROOM.corroborate(claims, [], [])
    assert {link.left, link.right} == {claim.id for claim in claims}
    assert link.kind == "same-event"
    assert [reason.feature for reason in link.reasons] == ["happens once"]


def test_the_oldest_claim_gives_the_id() -> None:
    late, early = established("1966-04-13", "Ministry"), established("1966", "Weekly")
    early = msgspec.structs.replace(early, published="1999-01-01")
    [event] = corroborate(late, early)
    [alone] = corroborate(early)
    assert event.id == alone.id


def _everything(claims: Sequence[Claim]) -> tuple[object, object]:
    witnesses = {claim.document: make_witness(claim, claim.document) for claim in claims}
    return UNDERSTANDING.corroborate(claims, witnesses.values(), ())


@settings(max_examples=60, deadline=None)
@given(claim_lists(), st.randoms(use_true_random=False))
def test_order_means_nothing(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _everything(claims) == _everything(shuffled)


@settings(max_examples=40, deadline=None)
@given(claim_lists())
def test_blocks_taken_one_by_one_give_the_same(claims: list[Claim]) -> None:
    room = UNDERSTANDING
    whole = room.corroborate(claims, (), ())[0]
    keys = sorted({room.block(claim) for claim in claims})
    parts = [
        event
        for key in keys
        for event in room.corroborate([c for c in claims if room.block(c) == key], (), ())[0]
    ]
    assert tuple(sorted(parts, key=lambda event: event.id)) == whole


@settings(max_examples=60, deadline=None)
@given(claim_lists())
def test_every_claim_has_one_event_and_no_source_two_dates_in_one(claims: list[Claim]) -> None:
    events: tuple[Event, ...] = ROOM.corroborate(claims, (), ())[0]
    by_id = {claim.id: claim for claim in claims}
    assert sorted(c for event in events for c in event.claims) == sorted(by_id)
    for event in events:
        told = [by_id[claim] for claim in event.claims if by_id[claim].occurred]
        for one in told:
            for other in told:
                # blogs without a name are not one source
                if one.source == other.source != "Blog":
                    assert overlaps(one.occurred or "", other.occurred or "")


def test_a_witness_need_not_name_its_source() -> None:
    claim = established("1966", "Weekly")
    nameless = Witness(document=claim.document, source="", published=None, text="")
    [event] = ROOM.corroborate([claim], [nameless], ())[0]
    assert event.sources == 1


def test_two_deeds_of_one_sentence_are_two_happenings() -> None:
    text = "In May 1973 it sent rifles to the camps and praised the fighters."
    claims = (make_claim(text, "AID", occurred="1973-05"), make_claim(text, occurred="1973-05"))
    assert len(corroborate(*claims)) == 2


def test_two_words_of_one_sentence_for_one_deed_are_one_happening() -> None:
    text = "He met and talked with his guest in May 1973."
    triggers = ({"text": "met", "start": 3, "end": 6}, {"text": "talked", "start": 11, "end": 17})
    claims = [make_claim(text, "CONSULT", occurred="1973-05", trigger=each) for each in triggers]
    assert len(corroborate(*claims)) == 1


def test_one_happening_may_be_coded_with_neighbouring_types() -> None:
    agreed = make_claim(
        "On 2 May the ministers agreed on a joint fishery company.",
        "AGREE",
        occurred="1990-05-02",
        source="Daily",
    )
    worked = make_claim(
        "The ministers agreed to run a joint fishery company from 2 May.",
        "COOPERATE",
        occurred="1990-05-02",
        source="Weekly",
    )
    [event] = corroborate(agreed, worked)
    assert event.event_type == "AGREE"
    assert event.score == 2.5


def test_without_names_of_states_no_state_is_taken_for_a_person() -> None:
    called, received = (
        make_claim(
            text, "CONSULT", ("visit",), actors=("PSE",), recipients=("PRK",), **told
        )
        for text, told in (
            ("Envoys called on the harbour city.", {"occurred": "1981-10-09", "source": "Daily"}),
            ("A delegation was received.", {"occurred": "1981", "source": "Weekly"}),
        )
    )  # fmt: skip
    assert len(Corroborate().corroborate([called, received], (), ())[0]) == 2


def test_the_most_specific_name_stands_for_a_side() -> None:
    [event] = corroborate(visit("1981-10", "Daily", "PSE"), visit("1981-10-09", "Weekly"))
    assert [side.name for side in event.actors] == ["Yasser Arafat"]


@settings(max_examples=40, deadline=None)
@given(claim_lists())
def test_confidence_and_counts_keep_their_bounds(claims: list[Claim]) -> None:
    by_id = {claim.id: claim for claim in claims}
    for event in ROOM.corroborate(claims, (), ())[0]:
        told = [by_id[claim] for claim in event.claims]
        assert 0.0 <= event.confidence <= 0.99
        assert 1 <= event.sources <= len(told)
        assert event.documents == len({claim.document for claim in told})
        assert (event.standing == "denied") == any(c.certainty == "CT-" for c in told)


def expelled(source: str, occurred: str | None = None, **fields: Any) -> Claim:
    return make_claim(
        f"{source}: the envoys of the consulate were expelled.",
        "SANCTION",
        ("expel",),
        actors=("ISR",),
        recipients=("SYR:Syrian envoys",),
        source=source,
        occurred=occurred,
        trigger={"text": "expelled", "start": 44, "end": 52},
        **fields,
    )


@pytest.mark.parametrize(
    ("published", "events"),
    [("1993-06-07", 1), ("1993-09-01", 2), ("1993-01-01", 2), (None, 2)],
    ids=["soon after", "long after", "before", "who knows when"],
)
def test_news_without_a_date_is_of_the_days_before_it(published: str | None, events: int) -> None:
    told = expelled("Daily", "1993-06-05"), expelled("Weekly", published=published)
    assert len(corroborate(*told)) == events


def test_what_is_rare_may_be_dated_wrongly_by_days() -> None:
    [event] = corroborate(
        expelled("Daily", "1993-06-04"),
        expelled("Weekly", "1993-06-05"),
        expelled("Hourly", "1993-06-05"),
    )
    assert (event.occurred, event.standing) == ("1993-06-05", "disputed")
    assert len(corroborate(expelled("Daily", "1993-06-04"), expelled("Weekly", "1993-08-05"))) == 2
    assert len(corroborate(expelled("Daily", "1993-06-04"), expelled("Daily", "1993-06-05"))) == 2


def test_of_dates_told_equally_often_a_vaguer_one_is_safer() -> None:
    told = [expelled(source, occurred) for source, occurred in (
        ("Daily", "1993-06-04"), ("Weekly", "1993-06-05"), ("Hourly", "1993-06"),
    )]  # fmt: skip
    [event] = corroborate(*told)
    assert event.occurred == "1993-06"


def test_the_days_of_a_visit_say_more_than_one_of_them() -> None:
    [event] = corroborate(visit("1981-10-09/1981-10-12", "Daily"), visit("1981-10-09", "Weekly"))
    assert event.occurred == "1981-10-09/1981-10-12"


def shots(by: str, on: str, source: str, text: str, **fields: Any) -> Claim:
    verb = text.index("fire")
    return make_claim(
        text,
        "ASSAULT",
        ("firearms",),
        actors=(by,) if on else tuple(by.split()),
        recipients=(on,) if on else (),
        source=source,
        trigger={"text": "fire", "start": fields.get("start", 0) + verb, "end": verb + 4},
        **fields,
    )


@pytest.mark.parametrize("day", [None, "2022-05-03"], ids=["undated", "of that day"])
def test_each_sides_account_belongs_to_the_clash_that_a_text_tells_of(day: str | None) -> None:
    text = "Troops of both exchanged fire at the crossing."
    clash = shots("ISR SYR", "", "Daily", text, occurred="2022-05-03")
    accounts = [
        shots(by, on, "Daily", "They opened fire, it said.", start=at, voice=on, occurred=day)
        for by, on, at in (("ISR", "SYR", 100), ("SYR", "ISR", 200))
    ]
    [event] = corroborate(clash, *accounts)
    assert event.occurred == "2022-05-03"
    assert {dispute.field for dispute in event.disputes} == {"actors"}
    assert event.sources == 3  # the paper itself, and both sides


def test_what_one_text_counts_twice_is_two() -> None:
    told = [
        make_claim(
            f"In May it sent {tonnes} tonnes of rye to the harbour.",
            "AID",
            occurred="1986-05",
            source=source,
            start=start,
            trigger={"text": "sent", "start": start + 10, "end": start + 14},
        )
        for tonnes, source, start in ((500, "Daily", 0), (200, "Daily", 300), (300, "Weekly", 0))
    ]
    assert len(corroborate(*told[:2])) == 2
    [event] = corroborate(told[0], told[2])
    assert [value.value for value in event.disputes[0].values] == ["300 tonnes", "500 tonnes"]


def test_two_meetings_of_one_day_are_told_apart_by_who_meets() -> None:
    def met(office: str, source: str, text: str) -> Claim:
        pair = (f"PRK:North Korean {office}", f"PSE:Palestinian {office}")
        return make_claim(
            text, "CONSULT", actors=pair, recipients=(), occurred="1981-10-09", source=source
        )

    events = corroborate(
        met("foreign minister", "Daily", "The diplomats met for three hours."),
        met("foreign minister", "Weekly", "Roads were what the guests spoke of."),
        met("defence minister", "Weekly", "The generals met for two hours."),
    )
    assert sorted(len(event.claims) for event in events) == [1, 2]


def test_a_happening_told_by_very_many_is_still_one() -> None:
    many = [visit("1981-10-09", f"Paper {number}") for number in range(80)]
    [event] = corroborate(*many)
    assert len(event.claims) == 80


def test_years_of_visits_are_not_mistaken_but_those_of_a_treaty_may_be() -> None:
    def signed(year: str, source: str) -> Claim:
        text = f"The {source} has it that they signed the treaty of two harbours."
        return make_claim(text, modes=("sign",), occurred=year, source=source)

    assert len(corroborate(visit("1981", "Daily"), visit("1982", "Weekly"))) == 2
    [event] = corroborate(signed("1868", "Daily"), signed("1869", "Weekly"))
    assert event.standing == "disputed"


def test_those_who_clash_all_act() -> None:
    text = "Soldiers of both fired at each other near the crossing."
    [event] = corroborate(shots("ISR", "SYR", "Daily", text, occurred="2022-05-03"))
    assert [side.country for side in event.actors] == ["ISR", "SYR"]
    assert event.recipients == ()


def test_told_in_the_negative_and_denied_by_somebody_are_not_the_same() -> None:
    plain = make_claim("It has never sent troops.", "AID", certainty="CT-")
    spoken = make_claim("It denied it.", "AID", certainty="CT-", role="reported", voice="PRK")
    told = make_claim("It sent troops in 1970.", "AID", occurred="1970")
    against = make_claim(
        "It sent no troops in 1970.", "AID", occurred="1970", certainty="CT-", source="B"
    )
    for claims, negated in (([plain], True), ([spoken], False), ([told, against], False)):
        found = Corroborate(STATES.get).corroborate(claims, (), ())[0]
        assert [(event.standing, event.negated) for event in found] == [("denied", negated)]


def test_an_event_is_where_most_tellers_have_it() -> None:
    claims = [
        make_claim(
            "They met for talks there.", "CONSULT", occurred="1999-05-01", source=s, place=place
        )
        for s, place in (("A", "Bern"), ("B", "Bern"), ("C", None))
    ]
    assert [e.place for e in Corroborate(STATES.get).corroborate(claims, (), ())[0]] == ["Bern"]


def test_who_acts_on_others_and_on_its_own_acts_on_the_others() -> None:
    claim = make_claim("It opened in the presence of both.", recipients=("PRK", "PSE"))
    [event] = Corroborate(STATES.get).corroborate([claim], (), ())[0]
    assert [side.country for side in event.recipients] == ["PSE"]


def call(text: str, actors: tuple[str, ...], recipients: tuple[str, ...], source: str) -> Claim:
    return make_claim(
        text, "CONSULT", ("phone",), actors=actors, recipients=recipients, source=source,
        occurred="1981-10-09",
    )  # fmt: skip


def test_a_call_told_from_both_ends_is_one_and_has_its_caller() -> None:
    told = (
        call("He telephoned his colleague.", ("PRK",), ("PSE",), "Daily"),
        call("The minister took a call from abroad.", ("PRK",), ("PSE",), "Weekly"),
        call("Both spoke by telephone.", ("PRK", "PSE"), (), "Hourly"),
    )
    [event] = corroborate(*told)
    assert [side.country for side in event.actors] == ["PRK"]
    assert [side.country for side in event.recipients] == ["PSE"]
    assert (event.standing, event.disputes) == ("agreed", ())


def test_where_tellers_differ_on_the_caller_both_called() -> None:
    [event] = corroborate(
        call("He telephoned his colleague.", ("PRK",), ("PSE",), "Daily"),
        call("The other one telephoned.", ("PSE",), ("PRK",), "Weekly"),
        call("Both spoke by telephone.", ("PRK", "PSE"), (), "Hourly"),
    )
    assert [side.country for side in event.actors] == ["PRK", "PSE"]
    assert event.recipients == ()


def test_the_same_persons_in_the_same_place_have_met_once_in_the_days_before() -> None:
    def met(text: str, source: str, place: str, day: str | None = None) -> Claim:
        pair = ("PRK:North Korean foreign minister", "PSE:Palestinian foreign minister")
        return make_claim(
            text, "CONSULT", actors=pair, recipients=(), source=source, place=place,
            occurred=day, published="1981-10-11",
        )  # fmt: skip

    dated = met("They met for three hours over rice and roads.", "Daily", "Astana", "1981-10-09")
    assert len(corroborate(dated, met("Both conferred.", "Weekly", "Astana"))) == 1
    assert len(corroborate(dated, met("Both conferred.", "Weekly", "Lima"))) == 2
