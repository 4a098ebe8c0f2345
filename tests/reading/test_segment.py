from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.segment import LONG, LONGEST, sentence_spans
from dragoman.records.documents import Document, Section, SectionKind
from dragoman.records.provenance import Source


def document(text: str, kind: SectionKind = "body") -> Document:
    return Document(
        id="doc_1",
        path="x.txt",
        url="file:///x.txt",
        source=Source(id="src_1", name="X"),
        text=text,
        sections=(Section(kind=kind, start=0, end=len(text)),),
    )


def sentences(text: str, kind: SectionKind = "body") -> list[str]:
    return [text[start:end] for start, end, _ in sentence_spans(document(text, kind))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He met H.E. Yasser Arafat in Pyongyang. They talked.", 2),
        ("The U.S. Senate voted. It rose at 5 p.m. on Monday.", 2),
        ("It was signed on Feb. 13 in Algiers by Dr. Ba and Gen. Osei.", 1),
        ("He called it “a crime.” The envoy left.", 2),
        ("Was it so? Nobody knows! The talks went on.", 3),
        ("The U.S. The minister said no more.", 2),
        ("Growth was 3.5 percent in 2019. It fell in 2020.", 2),
        ("See Resolution No. 242 of the Council.", 1),
        ("They left (without a word.) Then came the note.", 2),
        ("It was reported.[12] Others denied it.[3][4] He resigned.", 3),
        ("one line\nrunning on to the next", 1),
        ("a paragraph\n\nAnother one", 2),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    assert len(sentences(text)) == count, sentences(text)


def test_lines_of_a_list_stand_alone() -> None:
    assert sentences("- 1966 relations\n- 1988 recognition", "list") == [
        "- 1966 relations",
        "- 1988 recognition",
    ]


def test_a_long_list_of_clauses_is_cut_at_its_semicolons() -> None:
    clause = "Chad and Niger have yet to mark their border in the desert"
    few, many = f"{clause}; {clause}.", "; ".join([clause] * (1 + LONG // len(clause))) + "."
    assert len(sentences(few)) == 1
    assert set(sentences(many)) == {f"{clause};", f"{clause}."}


@given(st.text(alphabet=st.sampled_from(" \n;.!?“”\"')[]0aA\u200fé")) | st.text())
def test_spans_are_ordered_trimmed_and_lose_nothing(text: str) -> None:
    spans = list(sentence_spans(document(text)))
    kept = "".join(text[start:end] for start, end, _ in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end, _ in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_what_never_stops_is_cut() -> None:
    spans = list(sentence_spans(document("word " * 10_000)))
    assert max(end - start for start, end, _ in spans) <= LONGEST
