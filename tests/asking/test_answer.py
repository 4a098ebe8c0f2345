from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.asking import Answering, render_answer
from dragoman.corroboration.corrections import Corrected
from dragoman.corroboration.relation import relation
from dragoman.errors import UsageError
from dragoman.ports import Store
from dragoman.records.answers import Answer, Question
from dragoman.records.claims import Claim
from dragoman.records.corrections import Standing, correction
from dragoman.store import open_record
from tests.asking.test_fit import asked, sought
from tests.factories import STATES, make_claim
from tests.store.making import make_intake, make_page, noon, take_in, tell


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    record = open_record(str(tmp_path / "record.db"), clock=noon)
    yield record
    record.close()


def keep(store: Store, *claims: Claim) -> list[Claim]:
    """Takes in each claim in a document of its own source, and gathers them into events."""
    room = Corrected(Standing(()), STATES.get)
    kept: list[Claim] = []
    for number, claim in enumerate(claims):
        url = f"https://example.org/{number}"
        intake = make_intake(url, f"Text {number}.", [claim], source=claim.source)
        block = room.block(tell(make_page(url, f"Text {number}.", claim.source), claim))
        take_in(
            store, make_intake(url, f"Text {number}.", [claim], source=claim.source, blocks=[block])
        )
        kept += intake.claims
    for block in store.writer().stale_blocks():
        events, links = room.corroborate(tuple(store.writer().claims_of([block])), (), ())
        store.writer().put_events([block], events, links)
    return kept


def answer(store: Store, question: Question) -> Answer:
    return Answering(store.view(), relation, STATES.get).answer(question)


def said(found: Answer) -> dict[str, list[str]]:
    return {group.stance: [one.claim.text for one in group.testimonies] for group in found.groups}


def values(found: Answer) -> list[str]:
    return [value.value for value in found.values]


def aid(text: str = "It gave them aid.", **fields: Any) -> Claim:
    return make_claim(text, "AID", **fields)


def test_tellers_who_differ_are_both_heard(store: Store) -> None:
    keep(store, aid(), aid("It never did.", source="Weekly", certainty="CT-"))
    found = answer(store, asked())
    assert found.verdict == "both"
    assert said(found) == {"affirmed": ["It gave them aid."], "denied": ["It never did."]}


def test_the_record_does_not_say_what_it_does_not_say_and_tells_what_is_near(store: Store) -> None:
    keep(store, aid("It trained them."), make_claim("They met.", "CONSULT"))
    found = answer(store, asked(about=("financial",)))
    assert (found.verdict, found.groups) == ("silent", ())
    assert [one.claim.text for one in found.near] == ["It trained them."]
    shown = render_answer(found)
    assert "The record does not say." in shown
    assert "no answer to this, what says nothing of “financial”" in shown


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"certainty": "CT-"}, "not so"),
        ({"certainty": "PS+"}, "uncertain"),
        ({"auxiliary": ("future",)}, "planned"),
        ({}, "so"),
    ],
)
def test_the_verdict_is_what_the_claims_come_to(
    store: Store, fields: dict[str, Any], verdict: str
) -> None:
    keep(store, aid(**fields))
    assert answer(store, asked()).verdict == verdict


def test_what_people_rejected_is_shown_and_does_not_count(store: Store) -> None:
    [claim] = keep(store, aid())
    row = correction("reject", [claim], by="R. Hale", at="1", why="not in the text")
    store.writer().put_correction(row, {})
    found = answer(store, asked())
    assert (found.verdict, said(found)) == ("silent", {})
    assert [one.claim.id for one in found.rejected] == [claim.id]
    assert "Rejected by people, and not counted (1)" in render_answer(found)


def recognise(who: str, occurred: str | None = None, text: str = "It recognised them.") -> Claim:
    return make_claim(text, modes=("recognize",), actors=(who,), occurred=occurred, source=who)


WHO = asked(kind="who", unknown="actor", actors=(), event_types=("SUPPORT",), modes=("recognize",))


def test_who_is_each_side_once(store: Store) -> None:
    keep(store, recognise("PRK"), recognise("SYR"), recognise("PRK:Kim Il Sung"))
    assert sorted(values(answer(store, WHO))) == ["PRK", "SYR"]


def test_the_first_is_who_is_said_to_be_and_else_the_earliest(store: Store) -> None:
    first = replace(WHO, order="first")
    keep(store, recognise("PRK", "1988-11-16"), recognise("SYR", "1988-11-17"))
    assert values(answer(store, first)) == ["PRK"]
    keep(store, recognise("PRK", "1988-11-16"), recognise("IRN", text="It was the first to do so."))
    assert values(answer(store, first)) == ["IRN"]


def test_when_is_the_date_of_the_event_and_each_where_that_is_disputed(store: Store) -> None:
    when = asked(kind="when", event_types=("SUPPORT",), modes=("recognize",))
    keep(store, recognise("PRK", "1988-11-15"), recognise("PRK:A Minister", "1988"))
    assert values(answer(store, when)) == ["1988-11-15"]


def test_how_many_counts_events_and_not_claims(store: Store) -> None:
    many = asked(kind="how-many")
    twice = [aid(occurred="1970-01-02", source=source) for source in ("A", "B")]
    keep(store, *twice, aid("More aid came by sea.", occurred="1985-06-07"))
    found = answer(store, many)
    assert values(found) == ["2"]
    assert sum(len(group.testimonies) for group in found.groups) == 3


def test_a_telling_of_many_at_once_is_not_counted_as_exact(store: Store) -> None:
    keep(store, aid("It gave them aid on several occasions."))
    assert "so there may be more" in render_answer(answer(store, asked(kind="how-many")))
    assert "may be more" not in render_answer(answer(store, asked()))


def relations(mode: str, occurred: str, event_type: str = "SUPPORT") -> Claim:
    return make_claim(
        f"They did {mode}.",
        event_type,
        (mode,),
        actors=("PRK", "PSE"),
        recipients=(),
        occurred=occurred,
        source=mode,
    )


@pytest.mark.parametrize(
    ("when", "verdict", "statuses"),
    [
        (None, "not so", ["relations", "severed"]),
        ("1970", "so", ["relations"]),
        ("1960", "silent", []),
    ],
)
def test_relations_are_a_state_on_a_day(
    store: Store, when: str | None, verdict: str, statuses: Sequence[str]
) -> None:
    keep(
        store,
        relations("establish-relations", "1966-04-13"),
        relations("sever-relations", "1980-05-05", "SANCTION"),
    )
    state = Question(
        text="Are there relations?",
        kind="state",
        statement="",
        modes=("establish-relations",),
        actors=(sought("PRK"), sought("PSE")),
        when=when,
    )
    found = answer(store, state)
    assert (found.verdict, values(found)) == (verdict, list(statuses))


def test_a_question_about_nothing_is_wrong_usage(store: Store) -> None:
    with pytest.raises(UsageError, match="name a side"):
        answer(store, Question(text="How?", kind="list", statement="How."))


def test_every_word_of_an_answer_is_a_frame_or_of_the_record(store: Store) -> None:
    keep(store, aid("It gave them aid in plenty."), aid("It gave none.", certainty="CT-"))
    found = answer(store, asked())
    shown = render_answer(found)
    for group in found.groups:
        for one in group.testimonies:
            claim = one.claim
            assert f"“{claim.text}”" in shown
            assert claim.id in shown
            assert f"{claim.path} {claim.section} {claim.start}–{claim.end}" in " ".join(
                shown.split()
            )


def test_a_sentence_is_shown_once_with_all_its_places(store: Store) -> None:
    keep(store, aid(source="A"), aid(source="B"))
    shown = render_answer(answer(store, asked()))
    assert shown.count("“It gave them aid.”") == 1
    assert "affirmed: 2 claims of 2 sources" in shown


def test_long_answers_are_cut_unless_all_is_asked_for(store: Store) -> None:
    keep(store, *(aid(f"It gave aid number {n}.", source=f"S{n}") for n in range(8)))
    found = answer(store, asked())
    assert "and 3 more (--all)" in render_answer(found)
    assert render_answer(found, every=True).count("It gave aid number") == 8
