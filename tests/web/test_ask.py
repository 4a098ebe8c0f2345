"""Questions asked of a record in a browser and by a program."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.records import answers, worded  # pytest would take a Testimony for a test
from dragoman.records.answers import Answer, Question, Sought
from dragoman.records.codec import decode
from dragoman.web.pages import ask
from tests.factories import make_claim
from tests.web.conftest import Site

WHEN = "When did North Korea give rockets?"


def test_an_answer_is_made_of_claims_with_who_says_so_and_where(site: Site) -> None:
    page = site.page(f"/ask?q={WHEN}")
    assert "The record tells of it." in page
    assert "It dates it: <a" in page
    assert "the 1970s" in page
    assert 'Affirmed <span class="count">1 claim of 1 source</span>' in page
    assert '<bdi>Harbour Weekly</bdi>, <a href="/documents/doc_' in page
    assert "thinks it probable" in page
    assert "What says nothing of “rockets”" in page


def test_a_program_gets_the_whole_answer(site: Site) -> None:
    answer = decode(site.client.get("/api/ask", params={"q": WHEN}).content, Answer)
    assert answer.question.text == WHEN


def test_what_nobody_tells_of_the_record_does_not_say(site: Site) -> None:
    page = site.page("/ask?q=Did North Korea bomb Palestine?")
    assert "The record does not say." in page
    assert "search for the words" in page


def test_what_is_no_question_is_told_so(site: Site) -> None:
    assert "names nothing to look for" in site.page("/ask?q=Why not now", 422)
    assert "ask in 300 at most" in site.page(f"/ask?q={'why ' * 90}", 422)
    assert site.json("/api/ask", 422)["status_code"] == 422


def test_where_nothing_is_asked_the_record_gives_examples(site: Site) -> None:
    site.page("/")
    assert "Do North Korea and Palestine have diplomatic relations?" in site.page("/ask")


def test_a_question_typed_into_the_search_is_asked(site: Site) -> None:
    answer = site.client.get("/search?q=Who visited Cuba?", follow_redirects=False)
    assert answer.headers["location"] == "/ask?q=Who+visited+Cuba%3F"
    assert site.client.get("/search?q=embassies?", follow_redirects=False).status_code == 200


@pytest.mark.parametrize(
    ("kind", "verdict", "trigger", "said"),
    [
        ("whether", "silent", "visited", "The record does not say"),
        ("whether", "silent", "", "neither yes nor no"),
        ("whether", "both", "visited", "The record says both"),
        ("when", "so", "visited", "The record tells of it"),
        ("state", "not so", "", "The record says that it is not so"),
    ],
)
def test_the_verdict_in_words(kind: Any, verdict: Any, trigger: str, said: str) -> None:
    question = Question(text="?", statement=".", kind=kind, trigger=trigger)
    answer = Answer(question=question, verdict=verdict, values=(), groups=(), near=(), rejected=())
    assert said in worded.verdict(answer)


def test_a_sentence_that_several_documents_hold_is_shown_once() -> None:
    claims = [make_claim("It was so.", source=name) for name in ("A", "B")]
    told = [answers.Testimony(claim=claim, title=None, url=None) for claim in claims]
    heap = ask.heap("Affirmed", told)
    assert (heap.claims, heap.sources, len(heap.told)) == (2, 2, 1)
    assert [one.claim.source for one in heap.told[0].testimonies] == ["A", "B"]


def test_a_question_as_it_was_understood() -> None:
    cuba = Sought(name="Cuba", country="CUB", whole=True)
    question = Question(
        text="?", statement=".", kind="who", event_types=("CONSULT",), modes=("visit",),
        recipients=(cuba,), unknown="actor", when="1961", about=("aid",),
    )  # fmt: skip
    said = "consult: visit, who? → Cuba (CUB), in 1961, speaking of “aid”"
    assert ask.asked_for(question) == said
