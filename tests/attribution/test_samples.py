"""The sample documents, read by hand: nothing that others say there is the author's word."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import settings
from dragoman.app import App
from dragoman.attribution.quotes import joined, quotations
from dragoman.records.claims import Claim
from dragoman.records.documents import Document

SAMPLES = Path(__file__).parents[2] / "samples"
READ = tomllib.loads(Path(__file__).with_name("samples.toml").read_text("utf-8"))
NAMED = READ.pop("named")

Coded = dict[str, tuple[Document, tuple[Claim, ...]]]


@pytest.fixture(scope="module")
def coded() -> Coded:
    """Each sample with its claims, by the name of its file or the id of its line."""
    worked = App(settings.load({}, {})).code([str(SAMPLES)])
    return {
        one.path.rpartition("#" if "#" in one.path else "/")[2]: (one.document, one.claims)
        for one in worked
        if one.document is not None
    }


def places(document: Document, words: str) -> list[tuple[int, int]]:
    """Where words stand in a document."""
    found, at = [], document.text.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = document.text.find(words, at + 1)
    return found


def told_by_others(coded: Coded) -> Iterator[tuple[str, str, Claim]]:
    """Words that others say, the state they speak for, and each claim that is made of them."""
    for name, heard in READ.items():
        document, claims = coded[name]
        for words, state in heard.items():
            for start, end in places(document, words):
                for claim in claims:
                    if start <= claim.trigger.start and claim.trigger.end <= end:
                        yield words, state, claim


def test_what_was_read_by_hand_stands_in_the_samples(coded: Coded) -> None:
    missing = [
        words
        for name, heard in READ.items()
        for words in heard
        if not places(coded[name][0], words)
    ]
    assert missing == []


def test_no_word_of_others_is_the_documents_own_unless_it_denies_it(coded: Coded) -> None:
    told = list(told_by_others(coded))
    assert len(told) > 25
    adopted = [
        words
        for words, _, claim in told
        if claim.asserted_by.role == "author" and claim.certainty != "CT-"
    ]
    assert adopted == []


def test_the_word_of_others_is_laid_to_those_who_say_it(coded: Coded) -> None:
    heard: dict[str, set[str | None]] = {}
    for words, _, claim in told_by_others(coded):
        heard.setdefault(words, set()).add(claim.asserted_by.country)
    asked = {words: state or None for words, state, _ in told_by_others(coded)}
    wrong = {w: s for w, s in asked.items() if s not in heard[w] and s != "*"}
    assert wrong == {}


def test_what_sides_announce_that_they_will_do_is_the_authors_to_tell(coded: Coded) -> None:
    _, claims = coded["chronology-cuba-united-states.md"]
    announced = [claim for claim in claims if "Both presidents announce" in claim.text]
    assert {claim.asserted_by.role for claim in announced} == {"author"}


def test_every_quotation_in_the_samples_was_read(coded: Coded) -> None:
    unread = []
    for name, (document, _) in coded.items():
        read = [place for words in READ.get(name, {}) for place in places(document, words)]
        own = [
            section for section in document.sections if section.kind not in {"comment", "teaser"}
        ]
        for passage in quotations(document.text, joined(document.text, own)):
            start, end = passage.inner
            words = document.text[start:end]
            if words not in NAMED and not any(a <= end and start <= b for a, b in read):
                unread.append((name, words))
    assert unread == []


def test_a_comment_is_its_writers_and_says_whether_the_author_answers(coded: Coded) -> None:
    spoken = [
        (document, claim)
        for document, claims in coded.values()
        for claim in claims
        if claim.section == "comment"
    ]
    assert spoken
    for document, claim in spoken:
        last = (claim.asserted_by, *claim.via)[-1]
        assert last.role == "commenter"
        assert last.name in {section.author for section in document.sections}
        assert last.by_author == (last.name == document.author)
