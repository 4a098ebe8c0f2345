from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.asking.fit import apart, is_kin, stance, unknown
from dragoman.records.answers import Question, Sought
from dragoman.records.claims import Claim
from tests.factories import STATES, make_claim, make_participant


def sought(code: str, name: str | None = None) -> Sought:
    return Sought(name=name or STATES.get(code, code), country=code, whole=name is None)


def asked(**fields: Any) -> Question:
    values: dict[str, Any] = {
        "text": "Does North Korea aid Palestine?",
        "kind": "whether",
        "statement": "North Korea does aid Palestine.",
        "event_types": ("AID",),
        "actors": (sought("PRK"),),
        "recipients": (sought("PSE"),),
        "trigger": "aid",
    }
    return Question(**(values | fields))


def aid(text: str = "It gave them aid.", **fields: Any) -> Claim:
    return make_claim(text, "AID", **fields)


def reasons(claim: Claim, **fields: Any) -> tuple[str, ...]:
    return apart(asked(**fields), claim)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (aid(), "affirmed"),
        (aid(certainty="PR+"), "affirmed"),
        (aid(certainty="CT-", auxiliary=("negation",)), "denied"),
        (aid(certainty="PS+"), "uncertain"),
        (aid(certainty="Uu"), "uncertain"),
        (aid(auxiliary=("hypothetical",)), "uncertain"),
        (aid(auxiliary=("future",)), "planned"),
        (make_claim("It agreed to aid them.", "AGREE"), "planned"),
        (make_claim("It refuses to aid them.", "REJECT"), "denied"),
    ],
)
def test_what_a_claim_says_of_what_was_asked(claim: Claim, said: str) -> None:
    assert reasons(claim) == ()
    assert stance(asked(), claim) == said


def test_who_asks_for_a_denial_is_answered_by_one() -> None:
    denial = aid(certainty="CT-", role="reported", voice="PRK")
    question = asked(denied=True, speakers=(sought("PRK"),))
    assert apart(question, denial) == ()
    assert stance(question, denial) == "affirmed"
    assert apart(question, aid(role="reported", voice="PRK")) == ("is no denial",)


@pytest.mark.parametrize(
    ("claim", "word"),
    [
        (make_claim("They met.", "CONSULT"), "tells of CONSULT"),
        (make_claim("It promised trade.", "AGREE"), "tells of AGREE"),
        (aid(actors=("PSE",), recipients=("PRK",)), "the other way round"),
        (aid(recipients=("SYR",)), "does not name Palestine"),
        (aid(occurred="1970"), "tells of 1970"),
        (aid(auxiliary=("historical",), published="1988"), "gives no date"),
    ],
)
def test_in_what_a_claim_is_something_else(claim: Claim, word: str) -> None:
    [reason] = reasons(claim, when="1988")[:1]
    assert word in reason


def test_news_without_a_date_is_of_its_day() -> None:
    assert reasons(aid(published="1988-03-02"), when="1988") == ()


def test_whoever_belongs_to_a_side_stands_for_it_but_for_a_name_only_its_bearer() -> None:
    to_a_group = aid(recipients=("PSE:Hamas",))
    assert reasons(to_a_group) == ()
    assert reasons(to_a_group, recipients=(sought("PSE", "Hamas"),)) == ()
    assert reasons(aid(), recipients=(sought("PSE", "Hamas"),)) != ()
    assert reasons(aid(actors=("PRK:Kim Il Sung",)), actors=(sought("PRK", "Kim"),)) == ()


def test_who_expels_envoys_does_not_impose_sanctions() -> None:
    expelled = make_claim("It expelled the envoy.", "SANCTION", ("expel",))
    assert reasons(expelled, event_types=("SANCTION",)) == ("tells of SANCTION expel",)
    assert reasons(expelled, event_types=("SANCTION",), modes=("expel",)) == ()


def test_with_what_it_was_destroyed_says_that_it_was() -> None:
    downed = make_claim("It shot down a drone.", "ASSAULT", ("aerial",))
    deed: dict[str, Any] = {"event_types": ("ASSAULT",), "recipients": ()}
    assert not reasons(downed, modes=("destroy",), **deed)
    assert reasons(downed, modes=("suicide-attack",), **deed) == ("tells of ASSAULT aerial",)


def test_between_equals_it_means_nothing_who_is_named_first() -> None:
    meeting = make_claim("They met.", "CONSULT", actors=("PSE", "PRK"), recipients=())
    assert reasons(meeting, event_types=("CONSULT",)) == ()
    visit = make_claim("He came.", "CONSULT", ("visit",), actors=("PSE",), recipients=("PRK",))
    assert reasons(visit, event_types=("CONSULT",), modes=("visit",)) != ()


def test_words_narrow_a_question_down() -> None:
    narrow = {"about": ("financial",)}
    assert reasons(aid("It paid them a million."), **narrow) == ()
    assert reasons(aid("It trained them."), **narrow) == ("says nothing of “financial”",)


def test_what_a_denial_denies_may_stand_before_it() -> None:
    question, denial = asked(about=("rockets",)), aid("We deny it.", certainty="CT-")
    assert apart(question, denial, "They are said to have had rockets. ") == ()
    assert apart(question, denial, "Nothing of the kind. ") != ()
    assert apart(question, aid("They gave much."), "They had rockets. ") != ()


def test_what_is_past_does_not_answer_what_will_be() -> None:
    assert reasons(aid(), future=True) == ("tells of what is past",)
    assert reasons(aid(auxiliary=("future",)), future=True) == ()


def test_yes_is_said_only_of_a_deed() -> None:
    assert reasons(aid(), trigger="") == ("may be something else",)
    assert reasons(aid(), trigger="", kind="list") == ()


def test_in_whose_words() -> None:
    spoken = aid(role="quoted", speaker="A spokesman", voice="PRK")
    assert reasons(spoken, kind="said", speakers=(sought("PRK"),)) == ()
    assert reasons(spoken, kind="said", speakers=(sought("ISR"),)) != ()
    blame = make_claim("It condemned them.", "ACCUSE")
    said = {"kind": "said", "event_types": (), "actors": ()}
    assert reasons(blame, speakers=(sought("PRK"),), **said) == ()


def test_who_is_asked_for_is_who_stands_in_that_place() -> None:
    question = asked(kind="who", unknown="actor", actors=())
    assert [one.country for one in unknown(question, aid(actors=("PRK", "IRN")))] == ["PRK", "IRN"]
    nobody = aid(actors=())
    assert apart(question, nobody) == ("does not say who",)
    meeting = make_claim("They met.", "CONSULT", actors=("PRK", "PSE"), recipients=())
    assert [one.country for one in unknown(question, meeting)] == ["PRK"]


def test_near_is_what_is_of_the_kind_or_has_the_words() -> None:
    question = asked(about=("rockets",))
    assert is_kin(question, aid("It trained them."))
    assert is_kin(question, make_claim("They spoke of rockets.", "CONSULT"))
    assert not is_kin(question, make_claim("They spoke of trade.", "CONSULT"))


def test_a_participant_without_a_country_is_known_by_name() -> None:
    claim = aid(recipients=())
    loose = make_participant(":The Islanders")
    named = Sought(name="Islanders", country=None, whole=False)
    assert reasons(replace(claim, recipients=(loose,)), recipients=(named,)) == ()
