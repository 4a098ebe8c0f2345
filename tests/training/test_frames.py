"""Sentences made of frames: they hold what the frame asks for, and its sides are marked."""

import pytest

from dragoman.coding.lexicon import lexicon, spelling
from dragoman.ontology import plover
from training.examples import Annotated
from training.frames import Framer


@pytest.fixture(scope="module")
def sentences() -> list[Annotated]:
    return Framer(seed=5).sentences(300)


def words(sentence: Annotated, span: tuple[int, int] | None) -> str:
    return sentence.text[slice(*span)] if span else ""


def test_every_sentence_tells_an_event_of_the_codebook(sentences: list[Annotated]) -> None:
    for sentence in sentences:
        event = sentence.events[0]
        assert event.modes <= set(plover().types[event.type].modes)
        assert words(sentence, event.trigger)
        assert event.actors


def test_most_say_on_whom(sentences: list[Annotated]) -> None:
    told = [s for s in sentences if s.events[0].recipients or len(s.events[0].actors) > 1]
    assert len(told) > 0.8 * len(sentences)


def test_spans_hold_whole_words(sentences: list[Annotated]) -> None:
    for sentence in sentences:
        event = sentence.events[0]
        for span in (*event.actors, *event.recipients, event.trigger):
            assert words(sentence, span) == words(sentence, span).strip()
        assert "  " not in sentence.text
        assert "{" not in sentence.text


def test_contexts_are_not_known(sentences: list[Annotated]) -> None:
    assert {e.contexts for s in sentences for e in s.events} == {None}


def test_one_seed_makes_the_same_sentences() -> None:
    assert Framer(seed=3).sentences(20) == Framer(seed=3).sentences(20)
    assert Framer(seed=3).sentences(20) != Framer(seed=4).sentences(20)


def test_a_frame_is_put_into_plain_words() -> None:
    framer = Framer(seed=1)
    broken = next(
        f for f in lexicon().frames("verbs", "sever") if "relation" in f.objects and not f.particle
    )
    text, coded = framer.told(broken)
    assert coded == "1 SANCTION sever-relations | - | CT+ | - | author"
    assert "sever" in text


def test_verbs_are_written_as_english_is() -> None:
    framer = Framer(seed=2)
    praise = lexicon().frames("verbs", spelling("praise"))[0]
    assert "praise" in framer.told(praise)[0]
