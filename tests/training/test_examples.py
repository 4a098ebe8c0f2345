from pathlib import Path

import pytest

from dragoman.coding.encoder import NONE
from training.examples import Annotated, Asker, Event, read_benchmark, read_sentences, turned


@pytest.fixture(scope="module")
def sentences() -> list[Annotated]:
    return read_sentences()


def event(**changes: object) -> Event:
    plain = {
        "type": "ACCUSE",
        "modes": frozenset[str](),
        "contexts": frozenset[str](),
        "trigger": (8, 14),
        "actors": ((0, 7),),
        "recipients": ((20, 27),),
    }
    return Event(**{**plain, **changes})  # type: ignore[arg-type]


def test_an_event_holds_one_way_only() -> None:
    assert event().holds((0, 7), (20, 27))
    assert not event().holds((20, 27), (0, 7))
    assert event().holds(None, (20, 27))


def test_those_who_do_it_together_do_it_to_each_other() -> None:
    both = event(actors=((0, 7), (20, 27)), recipients=())
    assert both.holds((0, 7), (20, 27))
    assert both.holds((20, 27), (0, 7))


def test_questions_are_the_same_for_one_seed(sentences: list[Annotated]) -> None:
    some = sentences[:200]
    assert Asker(some, 3).round() == Asker(some, 3).round()
    assert Asker(some, 3).round() != Asker(some, 4).round()


def test_a_right_answer_is_one_that_the_annotation_gives(sentences: list[Annotated]) -> None:
    by_text = {s.text: s for s in sentences[:400]}
    for example in Asker(by_text.values(), 1).round():
        types = {e.type for e in by_text[example.text].events}
        assert example.types <= types or example.types == {NONE}
        if example.types == {NONE} and example.trigger is None:
            pair = (example.actor, example.recipient)
            assert not any(e.holds(*pair) for e in by_text[example.text].events)


def test_the_benchmark_is_read_as_spans(tmp_path: Path) -> None:
    rows = [
        "marked_sentence\tgold_root",
        "Then <s>Peru</s> freed <t>two divers</t>.\tYIELD",
        "<s>Peru</s> sued <t>Chile</t>.\tACCUSE",
    ]
    (path := tmp_path / "some.tsv").write_text("\n".join(rows), "utf-8")
    freed, sued = read_benchmark(path)
    assert freed.text == "Then Peru freed two divers."
    assert freed.actor is not None
    assert freed.text[slice(*freed.actor)] == "Peru"
    assert freed.types == {"CONCEDE", "RETREAT"}
    exchanged = turned(sued)
    assert exchanged is not None
    assert (exchanged.actor, exchanged.recipient) == (sued.recipient, sued.actor)
    assert exchanged.types == {NONE}
