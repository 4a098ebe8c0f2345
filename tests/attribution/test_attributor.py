from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.attribution import RuleAttributor
from dragoman.ontology import plover
from dragoman.ports import Attributor
from dragoman.records.claims import Claim, Coding, Trigger, claim_id
from dragoman.records.documents import Document, Section
from dragoman.records.provenance import Source, Stamp
from dragoman.records.readings import Reading, Sentence, Token
from tests.attribution.telling import tell
from tests.work import growth

STAMP = Stamp(dragoman="0", model="by hand")
WORDS = st.sampled_from(
    [
        "said",
        "that",
        "not",
        "Malta",
        "“",
        "”",
        '"',
        "'",
        "«",
        "if",
        "deny",
        "to",
        "of",
        ";",
        "עברית",
    ]
)
TAGS = st.sampled_from(["VBD", "NN", "NNP", "IN", "MD", "VB", "RB"])
DEPS = st.sampled_from(["ccomp", "nsubj", "dobj", "prep", "pobj", "conj", "acl", "neg", "advcl"])
POS = {"VBD": "VERB", "VB": "VERB", "NN": "NOUN", "NNP": "PROPN", "IN": "ADP", "MD": "AUX"}


def keeps_the_port(attributor: Attributor) -> Attributor:
    return attributor


def read(words: list[tuple[str, str, str, int]]) -> tuple[Document, Reading]:
    """A document of one sentence with any syntax at all, circles and strays included."""
    text = " ".join(word for word, *_ in words)
    tokens, start = [], 0
    for word, tag, dep, head in words:
        tokens.append(
            Token(
                start=start,
                end=start + len(word),
                text=word,
                lemma=word.lower(),
                pos=POS.get(tag, "ADV"),
                tag=tag,
                dep=dep,
                head=head % len(words),
            )
        )
        start += len(word) + 1
    document = Document(
        id="doc",
        path="p",
        url="u",
        source=Source(id="s", name="Paper"),
        text=text,
        sections=(Section(kind="body", start=0, end=len(text)),),
    )
    sentence = Sentence(start=0, end=len(text), section=0, tokens=tuple(tokens))
    reading = Reading(document="doc", sentences=(sentence,), mentions=(), times=(), stamp=STAMP)
    return document, reading


def read_often(line: str, times: int) -> tuple[Document, Reading]:
    """A document of one sentence many times over, each word hanging on the one before."""
    words = [(word, "VBD" if word in {"paid", "said"} else "NN", "dep", 0) for word in line.split()]
    document, reading = read(words)
    sentence, length = reading.sentences[0], len(line) + 1
    sentences = tuple(moved(sentence, number * length) for number in range(times))
    text = (line + " ") * times
    section = Section(kind="body", start=0, end=len(text))
    return (
        replace(document, text=text, sections=(section,)),
        replace(reading, sentences=sentences),
    )


def moved(sentence: Sentence, by: int) -> Sentence:
    tokens = tuple(replace(t, start=t.start + by, end=t.end + by) for t in sentence.tokens)
    return replace(sentence, start=sentence.start + by, end=sentence.end + by, tokens=tokens)


def code(reading: Reading, head: int, sentence: int = 0) -> Coding:
    token = reading.sentences[sentence].tokens[head]
    trigger = Trigger(text=token.text, start=token.start, end=token.end)
    return Coding(sentence=sentence, head=head, trigger=trigger, event_type="ACCUSE")


def own_id(claim: Claim, coding: Coding) -> str:
    """The id of a claim that is no denial."""
    return claim_id("doc", coding, claim.asserted_by)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(WORDS, TAGS, DEPS, st.integers(0, 30)), min_size=1, max_size=25))
def test_any_syntax_gets_one_claim_a_coding_and_the_same_again(
    words: list[tuple[str, str, str, int]],
) -> None:
    document, reading = read(words)
    codings = tuple(code(reading, head) for head in range(len(words)))
    attributor = keeps_the_port(RuleAttributor(STAMP))
    claims = attributor.attribute(document, reading, codings)
    said = [claim for claim in claims if claim.id in {own_id(claim, coding) for coding in codings}]
    assert [claim.trigger for claim in said] == [coding.trigger for coding in codings]
    assert attributor.attribute(document, reading, codings) == claims


def test_a_claim_carries_the_sentence_verbatim_and_the_codebooks_score() -> None:
    claim = tell("Calm days. Spain  [[shelled]]\nthe fort. Calm again.")
    assert claim.text == "Spain  shelled\nthe fort."
    assert claim.score == plover().score("ASSAULT")
    assert claim.quad_class == plover().type("ASSAULT").quad_class


LINES = [
    "“ Malta paid , ” it said .",
    "“ Malta paid , which it denied .",
    "Malta said that it paid ; Spain denied it .",
    "“ ” ‘ ’ \" ' Malta paid « „",
    "עברית “ Malta paid ” عربي said .",
]


@pytest.mark.parametrize("line", LINES)
def test_four_times_the_sentences_are_four_times_the_work(line: str) -> None:
    paid = line.split().index("paid")

    def attribute(times: int) -> None:
        document, reading = read_often(line, times)
        codings = tuple(code(reading, paid, sentence) for sentence in range(times))
        assert len(RuleAttributor(STAMP).attribute(document, reading, codings)) >= times

    assert growth(attribute, 20) < 5


@pytest.mark.parametrize("word", ["“", "”", '"', "'", "said", "denied", "that", "«"])
def test_a_sentence_four_times_as_long_is_four_times_the_work(word: str) -> None:
    def attribute(times: int) -> None:
        words = [("Malta", "NNP", "nsubj", 1), ("paid", "VBD", "ccomp", 3), (",", ",", "punct", 1)]
        tags = {"said": "VBD", "denied": "VBD"}
        words += [(word, tags.get(word, "IN"), "advcl", i) for i in range(times)]
        document, reading = read(words)
        RuleAttributor(STAMP).attribute(document, reading, (code(reading, 1),))

    assert growth(attribute, 100) < 5


def test_a_quotation_that_never_ends_is_repeated_only_in_part() -> None:
    document, reading = read_often("Malta paid and went home .", 3000)
    endless = replace(document, text="“" + document.text[1:])
    claims = RuleAttributor(STAMP).attribute(endless, reading, (code(reading, 1, 1500),))
    assert claims[0].asserted_by.role == "quoted"
    assert claims[0].quote == "Malta paid and went home ."


def test_a_document_without_codings_has_no_claims() -> None:
    document, reading = read([("said", "VBD", "ROOT", 0)])
    assert RuleAttributor(STAMP).attribute(document, reading, ()) == ()
