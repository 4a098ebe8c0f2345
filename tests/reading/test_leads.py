from __future__ import annotations

import pytest

from dragoman.reading import leads
from dragoman.reading.parse import Parser
from tests.reading.test_segment import document


@pytest.mark.parametrize(
    ("lead", "rest"),
    [
        ("3 May 1999 - ", "Border closed"),
        ("May 10–11: ", "Queen visits Oslo"),
        ("Nov. 29, 1971: ", "The treaty is signed"),
        ("1980, September — ", "War begins"),
        ("12.5.1993: ", "Chad leaves"),
        ("Early 1990s – ", "Talks"),
        ("2004\n", "Chad leaves the union"),
        ("2004\n\tMarch – ", "Relations resumed"),
        ("Nov 1986   ", "Crowds march"),
        ("BERN, May 3, 1999 (Wire) -- ", "Chad and Mali agreed"),
        ("Port Vila, Chad, 3 Aug. – ", "Chad left"),
        ("", "Chad left Mali, May 3 - Kenya"),
        ("", "2004 Chad"),
        ("", "May Day: Chad"),
        ("", "12: Kenya"),
        ("", "2008 Kenya - Chad"),
        ("", "1962-built embassy"),
        ("", "Mayor: Kenya"),
        ("", "May 1970 - "),
    ],
)
def test_a_date_before_a_dash_or_colon_leads(lead: str, rest: str) -> None:
    assert leads.length(lead + rest) == len(lead)


def test_the_date_is_a_time_of_the_clause() -> None:
    (sentence,) = Parser().parse(document("14 May 1990 - Border reopened in haste."))
    verb = next(i for i, token in enumerate(sentence.tokens) if token.text == "reopened")
    by_word = {token.text: token for token in sentence.tokens}
    assert sentence.tokens[verb].dep == "ROOT"
    assert (by_word["May"].dep, by_word["May"].head) == ("npadvmod", verb)
    assert (by_word["14"].head, by_word["1990"].head) == (1, 1)
    assert (by_word["Border"].tag, by_word["Border"].dep) == ("NN", "nsubj")
