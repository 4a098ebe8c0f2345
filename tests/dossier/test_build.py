from __future__ import annotations

from dragoman.dossier.build import Wanted
from dragoman.records.claims import Claim
from dragoman.records.codec import decode, encode
from dragoman.records.dossiers import Dossier
from tests.dossier.conftest import copy_of, dossier_of
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


def test_the_status_names_who_contradicts_it(dossier: Dossier) -> None:
    [status] = dossier.status
    assert [citation.source for citation in status.against] == ["Harbour Blog"]


def test_the_state_of_a_day_is_told_if_asked_for(claims: tuple[Claim, ...]) -> None:
    before = dossier_of(*claims, wanted=Wanted(on="1950"))
    after = dossier_of(*claims, wanted=Wanted(on="1970-01-01"))
    assert before.state.status == ()
    assert [span.status for span in after.state.status] == ["relations"]
    assert [span.status for span in dossier_of(*claims).state.status] == ["relations"]


def test_the_newest_come_first_if_wanted(claims: tuple[Claim, ...]) -> None:
    newest = dossier_of(*claims, wanted=Wanted(newest_first=True)).timeline
    assert newest == tuple(reversed(dossier_of(*claims).timeline))


def test_a_copy_is_marked_with_the_oldest_text() -> None:
    claims = [
        make_claim("They met.", "CONSULT", occurred="1999", source=source, published=published)
        for source, published in (("C", "2001"), ("A", "2003"), ("B", "2002"))
    ]
    pages = [
        make_document(claim.document, claim.text, source=claim.source, published=claim.published)
        for claim in claims
    ]
    links = [copy_of("doc_a", "doc_b"), copy_of("doc_b", "doc_c")]
    used = dossier_of(*claims, documents=pages, copies=links).documents
    assert [(one.source, one.copy_of) for one in used] == [
        ("A", "doc_c"),
        ("B", "doc_c"),
        ("C", None),
    ]


def test_letters_visits_and_disputes_are_found(dossier: Dossier) -> None:
    by_id = {entry.event.id: entry.event for entry in (*dossier.timeline, *dossier.undated)}
    assert [by_id[event].modes for event in dossier.letters] == [("letter",)]
    assert [by_id[event].modes for event in dossier.visits] == [("visit",)]
    assert [by_id[event].standing for event in dossier.disputes] == ["disputed", "denied"]


def test_a_mere_possibility_is_an_open_question() -> None:
    dossier = dossier_of(make_claim("They may have met.", "CONSULT", certainty="PS+"))
    assert [question.kind for question in dossier.questions] == [
        "undated",
        "single-source",
        "uncertain",
    ]


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
