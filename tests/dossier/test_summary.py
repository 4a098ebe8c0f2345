from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from dragoman.dossier.summary import SUMMED_UP
from dragoman.records.claims import Claim
from dragoman.records.dossiers import Statement
from tests.dossier.conftest import copy_of, dossier_of
from tests.factories import make_claim, make_participant


def visit(year: int, **fields: Any) -> Claim:
    text = f"The North Korean envoy went to Palestine in {year}."
    where = {"document": f"doc_{year}", **fields}
    return make_claim(text, "CONSULT", ("visit",), occurred=str(year), **where)


def quoted(*statements: Statement) -> list[str]:
    return [statement.citation.sentence for statement in statements]


def test_comments_and_teasers_stay_out() -> None:
    told = make_claim("They met at last.", "CONSULT", occurred="1999")
    teased = make_claim("Leaders meet, more inside.", "CONSULT", occurred="2001", section="teaser")
    commented = make_claim("They met, my friends.", "CONSULT", occurred="2003", role="commenter")
    dossier = dossier_of(told, teased, commented)
    assert quoted(*dossier.summary) == ["They met at last."]
    assert [entry.citations[0].claim for entry in dossier.comments] == [commented.id]
    assert [tally.claims for tally in dossier.tallies] == [2]
    assert commented.id not in {c.claim for e in dossier.timeline for c in e.citations}


def test_it_stays_short_and_keeps_what_made_the_relation() -> None:
    milestone = make_claim("They took up relations.", modes=("establish-relations",))
    dossier = dossier_of(milestone, *(visit(year) for year in range(1900, 2000, 5)))
    assert len(dossier.summary) == SUMMED_UP
    assert milestone.id in {statement.citation.claim for statement in dossier.summary}


def test_a_sentence_that_tells_two_events_is_quoted_once() -> None:
    text = "They met and signed a treaty."
    met = make_claim(text, "CONSULT", occurred="1999")
    signed = make_claim(text, "SUPPORT", ("sign",), occurred="1999")
    dossier = dossier_of(met, signed)
    assert len(dossier.timeline) == 2
    assert quoted(*dossier.summary) == [text]


def test_a_copy_is_no_other_witness() -> None:
    text = "Pyongyang and Ramallah opened embassies on 13 April 1966."
    wire, paper, ministry = (
        make_claim(text, modes=("establish-relations",), occurred="1966-04-13", source=source)
        for source in ("Wire", "Paper", "Ministry")
    )
    [statement] = dossier_of(
        wire, paper, ministry, copies=[copy_of(paper.document, wire.document)]
    ).summary
    assert len(statement.sources) == 2
    assert {"Ministry"} < set(statement.sources)
    [repeated] = statement.copies
    assert repeated.source not in statement.sources


def test_whoever_dates_or_denies_it_otherwise_is_named() -> None:
    text = "Pyongyang and Ramallah opened embassies"
    told = make_claim(f"{text} in 1966.", modes=("establish-relations",), occurred="1966")
    again = make_claim(
        f"{text} early, in 1966.", modes=("establish-relations",), occurred="1966", source="Third"
    )
    otherwise = make_claim(
        f"{text} in 1967.", modes=("establish-relations",), occurred="1967", source="Other"
    )
    denied = make_claim(
        f"{text} never.", modes=("establish-relations",), source="Denier", certainty="CT-"
    )
    [statement] = dossier_of(told, again, otherwise, denied).summary
    assert {citation.source for citation in statement.against} == {"Other", "Denier"}


def test_a_sentence_that_says_who_is_meant_comes_before_one_that_does_not() -> None:
    clear = make_claim("North Korea recognised Palestine.", modes=("recognize",), occurred="1988")
    vague = make_claim(
        "He recognised it in 1988.", modes=("recognize",), occurred="1988", source="A"
    )
    vague = replace(vague, actors=(make_participant("PRK", text="He"),))
    [statement] = dossier_of(vague, clear).summary
    assert statement.citation.claim == clear.id
    assert statement.sources == ("Encyclopedia", "A")


def test_what_needs_the_sentence_before_it_only_fills_up() -> None:
    years = range(1950, 1998, 8)
    assert len(dossier_of(*(visit(year, section="table") for year in years)).summary) == 3
    assert len(dossier_of(*(visit(year) for year in years)).summary) == 6


def test_nothing_is_summed_up_but_testimony() -> None:
    dossier = dossier_of(make_claim("They may have met.", "CONSULT", certainty="PS+"))
    assert dossier.summary == ()
