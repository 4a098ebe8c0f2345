from pathlib import Path

import pytest

from training.wordings import WordingError, read_file


def wordings(folder: Path, text: str) -> list[object]:
    path = folder / "some.txt"
    path.write_text(text, "utf-8")
    return list(read_file(path))


def test_a_block_holds_a_sentence_and_its_events(tmp_path: Path) -> None:
    text = "#register wire\n\n[a1,r2 {A}] [t1 warned] [r1 {B}].\n1 THREATEN | - | CT+ | - | author"
    (path := tmp_path / "some.txt").write_text(text, "utf-8")
    (wording,) = read_file(path)
    assert wording.register == "wire"
    assert wording.slots == {"A", "B"}
    assert wording.pieces[0].marks == {"a1", "r2"}
    assert wording.events[0].event_type == "THREATEN"
    assert wording.events[0].contexts == ()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[a1 {A} left.\n0", "mark without an end"),
        ("[a1 the [t1 army] left].\n0", "mark within a mark"),
        ("It rained.", "no events"),
        ("It rained.\nNONE", "no events"),
        ("[a1 {A}] [t1 left].\n1 RETREAT | CT+ | - | author", "4 parts"),
    ],
)
def test_what_does_not_keep_to_the_format_is_named(
    tmp_path: Path, text: str, complaint: str
) -> None:
    with pytest.raises(WordingError, match=complaint):
        wordings(tmp_path, text)


def test_families_have_names_that_do_not_depend_on_their_place(tmp_path: Path) -> None:
    (path := tmp_path / "some.txt").write_text("Snow fell.\n0\n\nRain fell.\n0", "utf-8")
    before = [w.family for w in read_file(path)]
    path.write_text("Rain fell.\n0", "utf-8")
    assert [w.family for w in read_file(path)] == before[1:]
