from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from dragoman.dossier.render import FORMATS
from dragoman.dossier.render.listing import render_claims, render_events
from dragoman.dossier.render.text import text
from dragoman.dossier.render.wording import quotation, safe
from dragoman.records.claims import Claim
from dragoman.records.dossiers import Dossier
from tests.dossier.conftest import Shelf, dossier_of
from tests.factories import make_claim, make_document

NASTY = 'A <script>alert("1")</script> & *bold* [link](javascript:x) \x1b[31m\u202etxt.exe | cell'


def hostile() -> Dossier:
    claim = make_claim(NASTY, occurred="1999", source="<b>Bad & Co</b>", speaker="`x`")
    page = make_document(claim.document, NASTY, title="<i>t</i>", url="javascript:alert(1)")
    return dossier_of(claim, documents=[page])


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_every_source_and_every_heading_is_there(form: str, dossier: Dossier) -> None:
    shown = FORMATS[form](dossier)
    for source in ("Encyclopedia", "Evening Post", "Foreign Ministry", "Harbour Blog"):
        assert source in shown
    for head in ("Status, as told", "Timeline", "Where tellings differ", "Open questions"):
        assert head in shown
    assert re.search("Readers['’] comments say", shown)


@pytest.mark.parametrize("width", [80, 88, 100])
def test_text_keeps_to_the_width(width: int, dossier: Dossier) -> None:
    assert max(map(len, text(dossier, width).splitlines())) <= width


def test_what_is_quoted_stands_so_in_the_document(
    dossier: Dossier, claims: tuple[Claim, ...]
) -> None:
    flat = " ".join(text(dossier).split())
    quoted = re.findall("“(.*?)”", flat)
    assert quoted
    for span in quoted:
        assert any(span in claim.text for claim in claims)


def test_a_long_sentence_is_cut_around_its_trigger(dossier: Dossier) -> None:
    [entry] = [entry for entry in dossier.timeline if entry.event.occurred == "198X"]
    before, span, after = quotation(entry.citations[0], 100)
    assert before
    assert after
    assert "supplied" in span
    assert len(span) <= 100
    assert span in entry.citations[0].sentence
    assert "…" not in span


def test_the_dossier_says_who_tells_and_who_denies(dossier: Dossier) -> None:
    shown = text(dossier)
    assert "Foreign Ministry and 1 other (told otherwise elsewhere):" in shown
    assert "a southern intelligence service, reported by Evening Post" in shown
    assert "[denied, 2 sources]" in shown
    assert "Embassies followed in 1967.” — Harbour Blog [4], body, CT+, dated 1967" in shown


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_control_characters_are_shown_and_not_obeyed(form: str) -> None:
    shown = FORMATS[form](hostile())
    assert "\u202e" not in shown
    assert "\x1b" not in shown
    assert "⟨U+202E⟩" in shown


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links |= {value or "" for name, value in attrs if name in {"href", "src"}}


def test_html_runs_nothing_that_a_document_says() -> None:
    tags = _Tags()
    tags.feed(FORMATS["html"](hostile()))
    assert not tags.tags & {"script", "b", "i", "img", "link", "iframe"}
    assert all(link.startswith("#") for link in tags.links)


def test_html_links_lead_somewhere(dossier: Dossier) -> None:
    page = FORMATS["html"](dossier)
    for target in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{target}"' in page


def test_markdown_reads_nothing_quoted_as_markup() -> None:
    shown = FORMATS["md"](hostile())
    assert r"\<script\>" in shown
    assert r"\*bold\*" in shown
    assert r"\[link\]" in shown


@pytest.mark.parametrize("form", list(FORMATS))
def test_an_empty_dossier_can_be_shown(form: str) -> None:
    assert FORMATS[form](dossier_of())


def test_safe_leaves_other_scripts_alone() -> None:
    assert safe("قدس\n  평양 é") == "قدس 평양 é"


def test_listings_have_a_line_for_each(claims: tuple[Claim, ...]) -> None:
    events = list(Shelf(claims)._events)  # noqa: SLF001 - the shelf is ours
    assert len(render_claims(claims).splitlines()) == len(claims) + 1
    assert len(render_events(events).splitlines()) == len(events) + 1
    assert render_claims([]) == ""


def test_the_template_engine_loads_only_for_a_page() -> None:
    code = "import sys, dragoman.dossier; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
