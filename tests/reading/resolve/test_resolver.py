from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.reading.parse import Parser
from dragoman.reading.resolve import Resolver
from dragoman.reading.times import read_times
from tests.reading.resolve.conftest import Said, document

Reads = Callable[..., Said]

_WORDS = (
    "Iran|the|two countries|our people|, |. |“|”|\"|'s|’s|President|Kim Il Sung|Kim|of|and|it|its"
    "|he|Moscow|Korea|\n|\n\n|- |(DPRK)|foreign minister|Foreign Ministry|government|said|met"
    "|both|their|his visit to|Georgia|US|IRAN|the latter|from|delegations|İstanbul|ﬁ|\u2028"
)
PIECES = st.sampled_from(_WORDS.split("|"))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=30).map(" ".join)),
    st.sampled_from([None, "PRK", "XXX"]),
    st.sampled_from([None, "1989", "2015-06-01", "197X"]),
)
def test_any_text_gives_mentions_in_order_on_its_own_words(
    resolver: Resolver, parser: Parser, text: str, country: str | None, date: str | None
) -> None:
    doc = document(text, date=date, country=country)
    sentences = parser.parse(doc)
    end = 0
    for mention in resolver.resolve(doc, sentences):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip()
        end = mention.end
    resolver.voice(doc, sentences)


def test_every_mention_says_why(resolver: Resolver, parser: Parser) -> None:
    doc = document("Iran met Cuba. Both sides agreed.")
    assert all(m.reasons for m in resolver.resolve(doc, parser.parse(doc)))


def test_reading_twice_gives_the_same(resolver: Resolver, parser: Parser) -> None:
    doc = document("Kim Il Sung met Arafat. Both leaders agreed that their states would trade.")
    sentences = parser.parse(doc)
    assert resolver.resolve(doc, sentences) == resolver.resolve(doc, sentences)


@pytest.mark.parametrize(
    ("head", "state"),
    [
        ("Ministry of Trade, Lusaka", "ZMB"),
        ("EMBASSY OF ZAMBIA IN ROME", "ZMB"),
        ("REPUBLIC OF ZAMBIA\nOffice of the President", "ZMB"),
    ],
)
def test_the_organ_at_the_head_speaks_for_its_state(said: Reads, head: str, state: str) -> None:
    text = f"{head}\nI thank you all. Our envoy met the Ghanaians."
    assert ("Our envoy", (state,)) in said(text, kinds=("title", "title"))


def test_a_time_holds_on_in_its_paragraph(read: Callable[[str], Said]) -> None:
    text = "In 1962 Havana armed. Moscow helped, and Washington knew.\n\nMoscow is silent now."
    assert [c for words, c in read(text) if words == "Moscow"] == [("SUN",), ("RUS",)]


@pytest.fixture
def read(resolver: Resolver, parser: Parser) -> Callable[[str], Said]:
    """What mentions mean, the times of the text being read as well."""

    def mentions(text: str) -> Said:
        wanted = document(text)
        sentences = parser.parse(wanted)
        found = resolver.resolve(wanted, sentences, read_times(wanted, sentences))
        return [(text[m.start : m.end], tuple(r.country for r in m.referents)) for m in found]

    return mentions
