from pathlib import Path

import pytest

from training.expand import Sentence, expand
from training.wordings import CLAUSES, clauses, read_file


def expanded(folder: Path, text: str) -> list[Sentence]:
    (path := folder / "some.txt").write_text(f"#register wire\n\n{text}", "utf-8")
    return list(expand(read_file(path), clauses(CLAUSES)))


def test_spans_hold_the_words_that_were_marked(tmp_path: Path) -> None:
    text = "[a1 {A}] [t1 warned] [r1 a {B.adj} ship].\n1 THREATEN | military | CT+ | - | author"
    for sentence in expanded(tmp_path, text):
        event = sentence.events[0]
        for span in (*event["actors"], *event["recipients"], event["trigger"]):
            assert sentence.text[span["start"] : span["end"]] == span["text"]
        assert event["trigger"]["text"] == "warned"
        assert event["recipients"][0]["text"].endswith(" ship")


def test_a_wording_gives_the_same_sentences_each_time(tmp_path: Path) -> None:
    text = "[a1 {A}] [t1 met] [a1 {B}] in {C.capital} on {day}.\n1 CONSULT | - | CT+ | - | author"
    first, second = expanded(tmp_path, text), expanded(tmp_path, text)
    assert first == second
    assert len({s.text for s in first}) == len(first) > 1


def test_another_wording_changes_no_sentence(tmp_path: Path) -> None:
    one = "Rain fell on {A.city}.\n0"
    alone = [s.text for s in expanded(tmp_path, one)]
    beside = [s.text for s in expanded(tmp_path, f"Snow fell on {{B.city}}.\n0\n\n{one}")]
    assert set(alone) < set(beside)


def test_a_slot_has_one_filling_in_a_sentence(tmp_path: Path) -> None:
    text = "{A.capital} slept, {A.capital} woke, {A.capital} slept again.\n0"
    for sentence in expanded(tmp_path, text):
        names = [n["text"] for n in sentence.names]
        assert names[0] == names[1] == names[2]


@pytest.mark.parametrize("number", range(40))
def test_articles_agree_with_what_follows(tmp_path: Path, number: int) -> None:
    text = f"No. {number}: a {{A.adj}} ship passed the {{A}} pavilion.\n0"
    for sentence in expanded(tmp_path, text):
        words = sentence.text.partition(": ")[2].split()
        vowel = words[1][0] in "AEIO" and not words[1].startswith(("Eu", "Ug", "Uk", "Ur"))
        if words[1][0] != "U":
            assert words[0].lower() == ("an" if vowel else "a")
        assert "the the" not in sentence.text


def test_a_further_clause_brings_its_own_event(tmp_path: Path) -> None:
    texts = (
        f"[a1 {{A}}] [t1 sued] [r1 {{B}}] over case {n}.\n1 ACCUSE | - | CT+ | - | author"
        for n in range(60)
    )
    longer = [s for s in expanded(tmp_path, "\n\n".join(texts)) if len(s.events) > 1]
    assert longer
    for sentence in longer:
        sides = [a["text"] for e in sentence.events for a in (*e["actors"], *e["recipients"])]
        assert len(set(sides)) == len(sides)
