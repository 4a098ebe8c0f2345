from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest import media
from dragoman.ingest.layouts import wikitext
from tests.ingest.making import kinds, read


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("[[Klow]] and [[Klow Bridge|the bridge]]s", "Klow and the bridges"),
        ("'''Bold''' and ''slanted''", "Bold and slanted"),
        ("One.<ref>Roe, [[1999]]</ref> Two.<ref name=a /> Three.", "One. Two. Three."),
        ('One.<ref name="a/b">Roe</ref>', "One."),
        ("{{Use dmy dates}}Text{{citation needed|date=May 2020}}.", "Text."),
        ("{{lang|fr|Entente}} of {{flag|Borduria}}", "Entente of Borduria"),
        ("{{convert|5|km}}{{cite|{{nested|x}}}}a", "a"),
        ("[[File:a.jpg|thumb|The [[bridge]] in 1936]]Text", "Text"),
        ("[[Category:Bridges]]Text", "Text"),
        ("See [https://a.example/x the page] here", "See the page here"),
        ("1936&ndash;1945&nbsp;<small>(war)</small>", "1936–1945\xa0(war)"),
        ("a <!-- hidden [[x]] --> b", "a  b"),
        ("{{start date|1936|5|2}}", "1936-05-02"),
        ("an [[unclosed link", "an unclosed link"),
    ],
)
def test_markup_becomes_words(markup: str, text: str) -> None:
    assert wikitext.clean(markup).strip() == text


ARTICLE = """\
{{Infobox bridge
| name = Klow Bridge
| image = Klow.jpg
| built = {{start date|1936}}
| owner = [[Borduria]]
}}
The '''Klow Bridge''' links [[Borduria]] to [[Syldavia]].<ref>Roe 1999</ref>

== History ==
It was shelled in 1941.
* [[Borduria]] blamed [[Syldavia]].
* Syldavia denied it.

{| class="wikitable"
! Year !! Event
|-
| style="width:1em" | 1936 || Built by [[Borduria]]
|-
| 1945
| Truce
|}

{{quote|We came to build, not to break.}}

== See also ==
* [[Ferry]]

== References ==
{{reflist}}

[[Category:Bridges]]
"""


def test_an_article_keeps_its_parts() -> None:
    document = read(ARTICLE, media.WIKI)
    assert document.title == "Klow Bridge"
    assert document.source.kind == "encyclopedia"
    assert kinds(document) == [
        ("infobox", "- name: Klow Bridge\n- built: 1936\n- owner: Borduria"),
        ("body", "The Klow Bridge links Borduria to Syldavia."),
        ("title", "History"),
        ("body", "It was shelled in 1941."),
        ("list", "- Borduria blamed Syldavia.\n- Syldavia denied it."),
        ("table", "Year | Event\n1936 | Built by Borduria\n1945 | Truce"),
        ("quote_block", "We came to build, not to break."),
        ("teaser", "- Ferry"),
    ]


def test_markup_is_known_in_a_plain_file_too() -> None:
    assert kinds(read(ARTICLE)) == kinds(read(ARTICLE, media.WIKI))


@given(st.text(alphabet=st.sampled_from("[]{}|='*#\n a<ref/>!-"), max_size=120))
def test_any_markup_becomes_some_text(markup: str) -> None:
    wikitext.clean(markup)
