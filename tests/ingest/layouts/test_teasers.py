from __future__ import annotations

import pytest

from tests.ingest.making import covered, kinds, of_kind, read

BODY = (
    "The government of Borduria recalled its envoy from Syldavia on Friday, after shots had been"
    " fired at the bridge between the two states. It would not send him back, it said.\n"
)
AFTER = (
    "The other government said that it knew of no shots. It had asked the neighbours to send judges"
    " to the bridge, and they should look at the walls and say what they see there. Nobody has come"
    " until now.\n"
)
MORE = """\
More From The Klow Courier (En)
The ferry was repaired by workers who had come from the
May 13, 2022
The ferry was repaired by workers who had come from the
Apples are cheap this year
May 12, 2022
Apples are cheap this year
More Articles
"""


def test_links_are_teasers_one_for_each_article() -> None:
    document = read(BODY + MORE)
    teasers = of_kind(document, "teaser")
    assert [teaser.split("\n")[0] for teaser in teasers] == [
        "The ferry was repaired by workers who had come from the",
        "Apples are cheap this year",
    ]
    assert "May 13, 2022" in teasers[0]
    assert document.source.name == "The Klow Courier"
    assert "More" not in covered(document)


@pytest.mark.parametrize(
    "heading", ["Related articles", "See also", "You may also like", "Most read", "Read more:"]
)
def test_headings_over_links(heading: str) -> None:
    document = read(f"{BODY}\n{heading}\n- Apples are cheap\n- Pears are not\n")
    assert of_kind(document, "teaser") == ["- Apples are cheap", "- Pears are not"]


def test_a_text_goes_on_after_links_in_its_midst() -> None:
    document = read(f"{BODY}\nRelated articles\nApples are cheap\n{AFTER}")
    assert [kind for kind, _ in kinds(document)] == ["body", "teaser", "body"]


def test_a_link_in_a_line_is_a_teaser() -> None:
    document = read(f"{BODY}\nRead more: Apples are cheap\n\n{AFTER}")
    assert of_kind(document, "teaser") == ["Read more: Apples are cheap"]
    assert len(of_kind(document, "body")) == 2


def test_references_and_categories_are_in_no_section() -> None:
    wiki = f"= Bridge =\n\n{BODY}\n== References ==\n1. Roe, 1999\n\n==See also==\n- Ferry\n"
    document = read(wiki + "\nCategories: Bridges | Rivers\n")
    assert [kind for kind, _ in kinds(document)] == ["title", "body", "teaser"]


def test_a_sentence_that_says_more_is_no_heading() -> None:
    document = read(f"{BODY}See also what the envoy wrote about it in a letter to his wife.\n")
    assert of_kind(document, "teaser") == []


def test_the_words_of_a_state_tell_who_is_reprinted() -> None:
    told = BODY.replace("Borduria", "the DPRK").replace("Syldavia", "Pyongyang")
    more = MORE.replace("The Klow Courier", "Ministry of Foreign Affairs")
    document = read(told + "The DPRK and Kim Jong Un will not forget, the DPRK wrote.\n" + more)
    assert document.source.name == "Ministry of Foreign Affairs"
    assert (document.source.kind, document.source.country) == ("ministry", "PRK")
    assert read(BODY + more).source.country is None
