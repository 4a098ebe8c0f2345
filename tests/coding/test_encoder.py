import math
import random

import pytest

from dragoman.coding.encoder import LONGEST, MARKERS, Encoder, mark
from dragoman.ontology import plover
from dragoman.ports import Vector

IDS = [201, 202, 203, 204]
OFFSETS = [(0, 4), (5, 9), (10, 14), (15, 19)]


def test_markers_stand_around_the_spans() -> None:
    marked = mark(IDS, OFFSETS, ((0, 4), (10, 19), None))
    (a, not_a), (r, not_r), _ = MARKERS
    assert marked.ids == [101, a, 201, not_a, 202, r, 203, 204, not_r, 102]
    assert marked.parts == [0, 1, 1, 1, 0, 2, 2, 2, 2, 0]
    assert marked.places == [1, 5, 0]


def test_a_span_that_covers_no_token_is_not_marked() -> None:
    assert mark(IDS, OFFSETS, ((4, 5), None, None)).ids == [101, *IDS, 102]


def test_of_a_long_text_the_tokens_around_the_spans_are_read() -> None:
    ids = list(range(1000, 2000))
    offsets = [(5 * i, 5 * i + 4) for i in range(1000)]
    marked = mark(ids, offsets, ((2500, 2504), (2600, 2604), None))
    assert {1500, 1520} <= set(marked.ids)
    assert len(marked.ids) == LONGEST + 6


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    pytest.importorskip("onnxruntime")
    return Encoder.load()


SENTENCES = [
    ("Peru condemned Chile over the shelling of two villages.", (0, 4), (15, 20), "ACCUSE"),
    ("The president of Kenya arrived in Oslo for a state visit.", (4, 22), (34, 38), "CONSULT"),
    ("Troops from Chad attacked a village in Niger on Monday.", (0, 16), (26, 44), "ASSAULT"),
    ("Norway gave Nepal $4 million for flood relief.", (0, 6), (12, 17), "AID"),
    ("Japan and Peru established diplomatic relations.", (0, 5), (10, 14), "SUPPORT"),
]


@pytest.mark.parametrize(("text", "actor", "recipient", "event_type"), SENTENCES)
def test_plain_sentences_are_understood(
    encoder: Encoder,
    text: str,
    actor: tuple[int, int],
    recipient: tuple[int, int],
    event_type: str,
) -> None:
    scores = encoder.classify(text, actor, recipient)
    assert max(scores.types, key=scores.types.__getitem__) == event_type


def test_probabilities_are_of_the_codebook(encoder: Encoder) -> None:
    scores = encoder.classify(*SENTENCES[0][:3])
    assert set(scores.types) == {*plover().types, "NONE"}
    assert sum(scores.types.values()) == pytest.approx(1.0, abs=0.002)
    for event_type, modes in scores.modes.items():
        assert set(modes) == set(plover().types[event_type].modes)
    assert set(scores.contexts) == set(plover().contexts)


def test_an_answer_does_not_depend_on_what_else_is_asked(encoder: Encoder) -> None:
    questions = [s[:3] for s in SENTENCES]
    alone = {q: Encoder.load().classify(*q) for q in questions[:2]}
    shuffled = [*questions, *questions]
    random.Random(5).shuffle(shuffled)  # noqa: S311 - any order will do
    for question in shuffled:
        answer = encoder.classify(*question)
        assert alone.setdefault(question, answer) == answer


def likeness(left: Vector, right: Vector) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))


def test_texts_that_tell_of_one_thing_have_like_meanings(encoder: Encoder) -> None:
    one, same, other = (
        encoder.meaning(text, (text.index(verb), text.index(verb) + len(verb)))
        for text, verb in (
            ("Peru condemned Chile over the shelling of two villages.", "condemned"),
            ("Lima denounced Santiago for firing at Peruvian hamlets.", "denounced"),
            ("Peru gave Chile tents and blankets after the earthquake.", "gave"),
        )
    )
    assert math.hypot(*one) == pytest.approx(1.0)
    assert likeness(one, same) > 0.75 > likeness(one, other)


def test_a_meaning_depends_on_nothing_else_that_is_asked(encoder: Encoder) -> None:
    text = SENTENCES[0][0]
    alone = Encoder.load().meaning(text, (5, 14))
    encoder.classify(*SENTENCES[2][:3])
    assert encoder.meaning(text, (5, 14)) == alone


def test_words_that_tell_events_are_spotted_where_none_is_marked(encoder: Encoder) -> None:
    text = "After Peru condemned the shelling, Chile and Bolivia signed a treaty."
    spotted = [text[start:end] for start, end in encoder.spots(text)]
    assert any("condemned" in words for words in spotted)
    assert any("signed" in words for words in spotted)
    assert not encoder.spots("It rained in Lima for most of the week, and the river rose.")
