from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from dragoman.dossier import Wanted
from dragoman.dossier.render import FORMATS
from dragoman.dossier.render.listing import render_claims, render_events
from dragoman.dossier.render.text import text
from dragoman.dossier.render.wording import quotation
from dragoman.records.claims import Claim
from dragoman.records.dossiers import Dossier
from dragoman.records.shown import safe
from tests.dossier.conftest import Shelf, copy_of, dossier_of
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
    one_by_one = re.sub("(?s)Where tellings differ.*?\nLetters", "", text(dossier))
    flat = " ".join(one_by_one.split())
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
    shown = " ".join(text(dossier).split())
    told = (
        "13 April 1966 (Foreign Ministry [3], Encyclopedia [1]; dated otherwise by Harbour Blog [4]"
    )
    assert told in shown
    assert "a southern intelligence service, reported by Evening Post" in shown
    assert "[denied, 2 sources]" in shown
    assert "Embassies followed in 1967.” — Harbour Blog [4], CT+, dated 1967" in shown
    assert "Against it: Harbour Blog [4], dated 1967" in shown


def test_what_nobody_affirms_is_not_called_denied() -> None:
    never = make_claim("It has never sent troops.", "AID", certainty="CT-")
    assert "[said not to have happened]" in text(dossier_of(never))


def test_tellings_that_differ_stand_side_by_side(dossier: Dossier) -> None:
    lines = text(dossier).splitlines()
    [heads] = [line for line in lines if line.split() == ["1966-04-13", "1967"]]
    right = heads.index("1967")
    below = lines[lines.index(heads) + 2 :][:3]
    assert all(line[right - 1 : right] in {" ", ""} for line in below)
    assert below[0].find("“The two governments") == heads.index("1966-04-13")
    assert below[0].find("“Embassies") == right


@pytest.mark.parametrize("width", [80, 88])
def test_many_values_stand_one_under_another(width: int) -> None:
    claims = [
        make_claim(
            f"They opened embassies in {year}.",
            modes=("establish-relations",),
            occurred=str(year),
            source=f"Source {year}",
        )
        for year in (1966, 1967, 1968)
    ]
    shown = text(dossier_of(*claims), width)
    assert max(map(len, shown.splitlines())) <= width
    assert "They opened embassies in 1966." in " ".join(shown.split())


def test_a_copy_is_marked_wherever_it_is_cited() -> None:
    sentence = "They met in the capital."
    claims = [make_claim(sentence, "CONSULT", occurred="1999", source=s) for s in ("Wire", "Paper")]
    shown = " ".join(text(dossier_of(*claims, copies=[copy_of("doc_wire", "doc_paper")])).split())
    assert "1 event · 2 documents · 1 outlet · 1999" in shown
    assert "— Paper [1], CT+; word for word in Wire [2, copy of 1]" in shown
    assert "1999 (Paper [1]; repeated by Wire [2, copy of 1]): “They met" in shown
    assert "All of this rests on one outlet, Paper." in shown
    assert "[2] Wire: untitled, copy of [1]" in shown


def test_one_source_is_named_once_and_no_list_repeats_the_timeline() -> None:
    claims = (
        make_claim(f"They met in {year}.", "CONSULT", occurred=str(year), start=year)
        for year in range(1950, 1970)
    )
    shown = text(dossier_of(*claims))
    assert shown.count("All of this rests on one outlet, Encyclopedia.") == 1
    assert len(re.findall("They met in 1951", shown)) <= 2


def test_what_reads_alike_and_has_no_date_stands_under_one_head() -> None:
    claims = [make_claim(f"It supports them, says {n}.", source=f"S{n}") for n in range(3)]
    shown = text(dossier_of(*claims))
    assert shown.count("SUPPORT  North Korea → Palestine  [3 events, one source each]") == 1
    assert all(f"says {n}." in shown for n in range(3))


def test_seasons_are_spelled() -> None:
    shown = text(dossier_of(make_claim("They met in spring.", "CONSULT", occurred="2020-21")))
    assert "spring 2020" in shown
    assert "2020-21" not in shown


def test_intensity_is_shown_by_month_and_by_year_where_there_are_many() -> None:
    few = dossier_of(make_claim("They met.", "CONSULT", occurred="1999-05"))
    many = dossier_of(
        *(
            make_claim(f"They met {n}.", "CONSULT", occurred=f"{1990 + n // 12}-{n % 12 + 1:02d}")
            for n in range(48)
        )
    )
    assert re.search("1999-05 +1 +[+]2.5 +· +[+]2.5 +█", text(few))
    assert re.search("1990 +12 +[+]30 +· +[+]30 +█", text(many))
    assert FORMATS["html"](many).count('class="up"') == 48


def test_what_passes_between_others_is_no_intensity_of_theirs() -> None:
    joint = make_claim("Both condemned it.", "ACCUSE", actors=("PRK", "PSE"), recipients=("ISR",))
    assert "Intensity" not in text(dossier_of(joint))


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


@pytest.mark.parametrize("width", [110, 130])
def test_listings_are_cut_to_the_terminal_ids_first(claims: tuple[Claim, ...], width: int) -> None:
    shown = render_claims(claims, width).splitlines()
    assert max(map(len, shown)) <= width
    whole = render_claims(claims).splitlines()
    assert all(claim.id in "".join(whole) for claim in claims)


def test_actors_are_cut_only_after_ids(claims: tuple[Claim, ...]) -> None:
    whole = render_claims(claims)
    longest = max(map(len, whole.splitlines()))
    assert "…" not in render_claims(claims, longest - 20)


def test_the_template_engine_loads_only_for_a_page() -> None:
    code = "import sys, dragoman.dossier; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


def test_a_denial_nobody_answers_is_called_one() -> None:
    denied = make_claim(
        "It denied that it had sent troops.", "AID", certainty="CT-", role="reported", voice="PRK"
    )
    assert "[denied, one source]" in text(dossier_of(denied))


def test_one_state_in_two_outlets_is_one_source_in_two_documents() -> None:
    told = [
        make_claim("They met.", "CONSULT", occurred="1999", source=s, role="reported", voice="PRK")
        for s in ("Wire", "Paper")
    ]
    shown = " ".join(text(dossier_of(*told)).split())
    assert "1 event · 2 documents · 2 outlets" in shown
    assert "[one source, 2 documents]" in shown
    assert "all voices of one state count as one" in shown


def test_a_teller_of_several_documents_is_named_once() -> None:
    told = [
        make_claim("They met.", "CONSULT", ("visit",), occurred="1999", document=f"doc_{n}")
        for n in range(2)
    ]
    shown = " ".join(text(dossier_of(*told)).split())
    assert "Encyclopedia [1] [2]" in shown


def test_what_one_text_tells_and_denies_is_no_copy_of_itself() -> None:
    words = "The tale that it sent rockets is false."
    told = [
        make_claim(words, "AID", role="reported", speaker="some papers"),
        make_claim(words, "AID", certainty="CT-"),
    ]
    shown = " ".join(text(dossier_of(*told)).split())
    assert "; denied by Encyclopedia [1]" in shown
    assert "word for word" not in shown


def test_of_a_denial_in_a_sentence_of_its_own_the_end_is_quoted() -> None:
    told = "The panel wrote that they had met in spring. "
    words = told * 6 + "The mission rejected this."
    denied = make_claim(words, "CONSULT", certainty="CT-", role="reported", voice="PRK")
    assert "The mission rejected this.”" in " ".join(text(dossier_of(denied)).split())


def test_the_heading_spans_from_first_day_to_last() -> None:
    told = [
        make_claim("They met.", "CONSULT", occurred=o) for o in ("1989-05-14/1989-05-17", "1991")
    ]
    assert "1989-05-14 – 1991\n" in text(dossier_of(*told))


def test_where_nothing_changed_the_relation_it_says_what_is_not_told_of() -> None:
    shown = text(dossier_of(make_claim("They met.", "CONSULT", occurred="1999")))
    assert "As last told: none. No recognition is told of" in shown


def test_before_the_first_change_told_of_nothing_is_told() -> None:
    claim = make_claim(modes=("establish-relations",), occurred="1966-04-13")
    shown = text(dossier_of(claim, wanted=Wanted(on="1950")))
    assert "In 1950: none. The first change told of is dated 13 April 1966." in shown
