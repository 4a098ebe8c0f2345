import json
from collections import Counter
from itertools import pairwise
from statistics import mean, median

import pytest

from bench.corpus import FIRST, LAST, lines
from bench.frames import frames_of
from dragoman.reading.resolve import Catalogue

MANY = 1500


@pytest.fixture(scope="module")
def made() -> list[dict[str, str]]:
    return [json.loads(line) for line in lines(MANY)]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


def body(document: dict[str, str]) -> str:
    return document["text"].partition(" — ")[2]


def test_the_same_corpus_is_made_again(made: list[dict[str, str]]) -> None:
    assert [json.loads(line) for line in lines(MANY)] == made


def test_documents_are_short_news(made: list[dict[str, str]]) -> None:
    assert len({document["url"] for document in made}) == MANY
    assert 60 <= mean(len(document["text"].split()) for document in made) <= 100


def test_nothing_is_left_to_be_filled(made: list[dict[str, str]]) -> None:
    assert not [document for document in made if {"{", "}"} & set(document["text"])]


def test_some_documents_are_copies_and_most_are_not(made: list[dict[str, str]]) -> None:
    told = Counter(map(body, made))
    assert 0.02 < 1 - len(told) / MANY < 0.1


def test_few_pairs_are_much_told_of(made: list[dict[str, str]]) -> None:
    pairs = Counter(frozenset(document["title"].split(" and ")) for document in made)
    assert max(pairs.values()) > 10 * median(pairs.values())
    assert len(pairs) > MANY / 5


def test_time_goes_on_and_more_is_told_of_late(made: list[dict[str, str]]) -> None:
    dates = [document["date"] for document in made]
    assert all(earlier <= later for earlier, later in pairwise(dates))
    assert FIRST.isoformat() <= dates[0]
    assert dates[-1] == LAST.isoformat()
    assert dates[MANY // 2] > "2008"


def test_a_smaller_corpus_covers_the_same_years() -> None:
    dates = [json.loads(line)["date"] for line in lines(50)]
    assert dates[0] < "1996"
    assert dates[-1] == LAST.isoformat()


def test_what_varies_becomes_a_slot(catalogue: Catalogue) -> None:
    text = "In May 2003 the Peruvian navy seized 12 boats from Chile.\nPeru and Chile met Ada Bell."
    (frame,) = frames_of([text], catalogue)
    assert frame.text == "In {month} the {0_adjective} navy seized {number} boats from {1_name}."
    assert frame.once is None


def test_what_two_states_do_once_is_known(catalogue: Catalogue) -> None:
    (frame,) = frames_of(["Togo and Peru established relations on 3 May 1971."], catalogue)
    assert frame.text == "{0_name} and {1_name} established relations on {day}."
    assert frame.once == "establish"
