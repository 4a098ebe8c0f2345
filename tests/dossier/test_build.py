from __future__ import annotations

from dragoman.dossier.build import SUMMED_UP
from dragoman.records.claims import Claim
from dragoman.records.codec import decode, encode
from dragoman.records.dossiers import Dossier
from tests.dossier.conftest import dossier_of
from tests.factories import make_claim, make_document


def test_the_timeline_is_in_order_and_the_undated_stand_apart(dossier: Dossier) -> None:
    assert [entry.event.occurred for entry in dossier.timeline] == [
        "1966-04-13", "198X", "1981-10", "2020-09-22", "2023-10",
    ]  # fmt: skip
    assert [entry.event.occurred for entry in dossier.undated] == [None]


def test_the_status_rests_on_who_tells_of_it_so(dossier: Dossier) -> None:
    [status] = dossier.status
    assert (status.status, status.since) == ("relations", "1966-04-13")
    # who dates it otherwise is not called as a witness for this date
    assert [citation.source for citation in status.citations] == [
        "Foreign Ministry",
        "Encyclopedia",
    ]


def test_letters_visits_and_disputes_are_found(dossier: Dossier) -> None:
    by_id = {entry.event.id: entry.event for entry in (*dossier.timeline, *dossier.undated)}
    assert [by_id[event].modes for event in dossier.letters] == [("letter",)]
    assert [by_id[event].modes for event in dossier.visits] == [("visit",)]
    assert [by_id[event].standing for event in dossier.disputes] == ["disputed", "denied"]


def test_comments_and_teasers_stay_out_of_the_summary() -> None:
    told = make_claim("They met at last.", "CONSULT", occurred="1999")
    teased = make_claim("Leaders meet, more inside.", "CONSULT", occurred="2001", section="teaser")
    commented = make_claim("They met, my friends.", "CONSULT", occurred="2003", role="commenter")
    dossier = dossier_of(told, teased, commented)
    assert [statement.citation.claim for statement in dossier.summary] == [told.id]
    assert [entry.citations[0].claim for entry in dossier.comments] == [commented.id]
    assert [tally.claims for tally in dossier.tallies] == [2]
    assert commented.id not in {c.claim for e in dossier.timeline for c in e.citations}


def test_a_mere_possibility_is_no_summary_but_an_open_question() -> None:
    dossier = dossier_of(make_claim("They may have met.", "CONSULT", certainty="PS+"))
    assert dossier.summary == ()
    assert [question.kind for question in dossier.questions] == [
        "undated",
        "single-source",
        "uncertain",
    ]


def test_a_summary_stays_short_and_keeps_what_made_the_relation() -> None:
    milestone = make_claim("They took up relations.", modes=("establish-relations",))
    others = (
        make_claim(f"They met, time {n}.", "CONSULT", ("visit",), occurred=f"{1970 + n}", start=n)
        for n in range(20)
    )
    dossier = dossier_of(milestone, *others)
    assert len(dossier.summary) == SUMMED_UP
    assert milestone.id in {statement.citation.claim for statement in dossier.summary}


def test_a_sentence_that_tells_two_events_is_summed_up_once() -> None:
    text = "They met and signed a treaty."
    met = make_claim(text, "CONSULT", occurred="1999")
    signed = make_claim(text, "SUPPORT", ("sign",), occurred="1999")
    dossier = dossier_of(met, signed)
    assert len(dossier.timeline) == 2
    assert [statement.citation.claim for statement in dossier.summary] == [signed.id]


def test_a_citation_leads_back_to_the_archived_bytes(dossier: Dossier) -> None:
    citation = dossier.timeline[0].citations[0]
    assert citation.digest
    assert citation.digest.startswith("sha256:")
    assert citation.url == f"https://example.org/{citation.document}"


def test_who_tells_what_counts_events_and_claims(claims: tuple[Claim, ...]) -> None:
    again = make_claim(
        "In 1966 envoys were exchanged.",
        modes=("establish-relations",),
        occurred="1966",
        source="Encyclopedia",
        start=2000,
    )
    [tally] = [
        tally
        for tally in dossier_of(*claims, again).tallies
        if (tally.source, tally.event_type) == ("Encyclopedia", "SUPPORT")
    ]
    assert (tally.claims, tally.events) == (2, 1)


def test_other_sides_are_named_too() -> None:
    dossier = dossier_of(make_claim("They met.", "CONSULT", actors=("PRK", "PSE", "SYR")))
    assert [(side.code, side.name) for side in dossier.others] == [("SYR", "Syria")]


def test_a_document_that_was_never_captured_is_still_cited() -> None:
    claim = make_claim()
    dossier = dossier_of(claim, documents=[make_document(claim.document)])
    assert dossier.documents[0].digest is None


def test_nothing_known_makes_an_empty_dossier() -> None:
    dossier = dossier_of()
    assert (dossier.timeline, dossier.summary, dossier.status) == ((), (), ())


def test_a_dossier_is_json_and_back(dossier: Dossier) -> None:
    assert decode(encode(dossier), Dossier) == dossier
