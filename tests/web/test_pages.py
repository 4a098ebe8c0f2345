from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.web.desk import Desk
from tests.web.conftest import Site, opened
from tests.web.making import keep

PAGES = (
    "/", "/relations", "/relations?sort=conflict", "/relations/PRK-PSE", "/states/PRK", "/events",
    "/events/{event}", "/claims/{claim}", "/documents", "/documents/{document}",
    "/documents/{document}?light=sides", "/documents/{document}?against={older}", "/sources",
    "/sources/{source}", "/network", "/search", "/search?q=embassies", "/enter",
)  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_one_heading_a_title_and_stays_small(site: Site, address: str) -> None:
    page = site.page(address)
    assert page.count("<h1>") == 1
    assert "<title>" in page
    assert len(page) < 300_000


def test_home_counts_what_the_record_holds(site: Site) -> None:
    page = site.page("/")
    assert "North Korea – Palestine" in page
    assert "60 years since" in page  # 13 April 1966, seen from April 2026


def test_a_relation_is_the_same_whichever_way_round_it_is_named(site: Site) -> None:
    answer = site.client.get("/relations/Palestine-North Korea", follow_redirects=False)
    assert answer.headers["location"] == "/relations/PRK-PSE"


def test_two_sides_typed_into_the_search_lead_to_their_relation(site: Site) -> None:
    answer = site.client.get("/search?q=north korea and palestine", follow_redirects=False)
    assert answer.headers["location"] == "/relations/PRK-PSE"


def test_the_timeline_is_filtered_by_the_address(site: Site) -> None:
    everything = site.page("/relations/PRK-PSE")
    aid = site.page("/relations/PRK-PSE?type=AID")
    assert "Two sides opened embassies on 13 April" in everything.split('id="timeline"')[1]
    timeline = aid.split('id="entries"')[1].split('id="matrix"')[0]
    assert "sold rockets" in timeline
    assert "opened embassies on 13" not in timeline.split('id="disputes"')[0]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("direction=cooperation", 2),
        ("direction=conflict", 0),
        ("source=State Press", 1),
        ("standing=disputed", 1),
        ("certainty=PR%2B", 1),
        ("since=1970", 1),
        ("until=1966-04", 1),
        ("since=1990&until=1980", 0),
        ("since=&type=", 2),
    ],
)
def test_each_filter_of_a_timeline(site: Site, filters: str, found: int) -> None:
    part = site.page(f"/relations/PRK-PSE?{filters}", headers={"HX-Request": "true"})
    assert "<html" not in part
    assert part.count('<div class="when">') == found


def test_an_event_shows_its_claims_its_dispute_and_why_they_were_joined(site: Site) -> None:
    page = site.page("/events/{event}")
    assert "Harbour Weekly" in page
    assert "State Press" in page
    assert "On when it happened" in page
    assert "Why they were joined" in page
    assert '<span class="actor">' in page


def test_a_dispute_names_what_is_told_of_another_event(site: Site) -> None:
    for address in ("/events/{alone}", "/relations/PRK-PSE"):
        page = site.page(address)
        assert "who was first" in page
        assert "State Press" in page.split("who was first")[1]


def test_a_claim_shows_whose_loaded_words_it_holds_and_what_people_said_of_it(site: Site) -> None:
    card = site.page("/claims/{claim}")
    assert "“<bdi>embassies</bdi>” of <bdi>North Korea</bdi>" in card
    assert "confirmed by <bdi>R. Hale</bdi>, 31 March 2026: <bdi>read in print</bdi>" in card


def test_a_relation_tells_who_uses_which_loaded_words(site: Site) -> None:
    loaded = site.page("/relations/PRK-PSE").split('id="loaded"')[1].split("</section>")[0]
    assert "Harbour Weekly" in loaded
    assert "embassies" in loaded


def test_a_source_tells_which_loaded_words_it_passes_on_and_whose_they_are(site: Site) -> None:
    loaded = site.page("/sources/{source}").split("Loaded words</h2>")[1].split("</section>")[0]
    assert '<bdi>embassies</bdi></a>” <span class="faint">between quotation marks' in loaded
    assert "<bdi>North Korea</bdi>" in loaded
    assert "<bdi>Harbour Weekly</bdi>" in loaded


def test_a_search_marks_the_words_that_it_found(site: Site) -> None:
    assert '<span class="found">rockets</span>' in site.page("/search?q=rockets")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("events.csv", "id,occurred,event_type"),
        ("claims.csv?side=PRK", "id,occurred,occurred_basis"),
        ("documents.csv", "id,title"),
        ("documents.bib?relation=PRK-PSE", "@misc{"),
        ("documents.csl.json?document={document}", "["),
    ],
)
def test_a_file_is_written_as_the_command_line_writes_it(
    site: Site, name: str, begins: str
) -> None:
    assert site.page(f"/download/{name}").startswith(begins)


def test_a_document_marks_every_claim_where_it_stands(site: Site) -> None:
    page = site.page("/documents/{document}")
    assert f'id="{site.ids["claim"]}"' in page
    assert "Choose a mark" in page


def test_a_document_tells_what_changed_since_another_version(site: Site) -> None:
    page = site.page("/documents/{document}?against={older}")
    assert "<del>" in page
    assert "An older wording." in page


def test_a_claim_for_the_margin_comes_without_the_rest_of_a_page(site: Site) -> None:
    card = site.page("/claims/{claim}", headers={"HX-Request": "true"})
    assert "<html" not in card
    assert "13 April 1966" in card


@pytest.mark.parametrize(
    "address",
    [
        *("/nowhere", "/relations/XXX-YYY", "/relations/PRK", "/relations/CUB-USA"),
        *("/events/evt_0", "/documents/doc_0", "/sources/src_0", "/claims/clm_0"),
        *("/states/ZZZ", "/download/x.csv"),
    ],
)
def test_what_is_not_there_says_so_and_what_to_do(site: Site, address: str) -> None:
    page = site.page(address, 404)
    assert "<h1>Not here</h1>" in page
    assert "search for it" in page


def test_a_mistake_of_our_own_is_owned_up_to(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a mistake")

    monkeypatch.setattr(Desk, "suggest", fail)
    page = site.page("/complete?q=x", 500)
    assert "the server made a mistake" in page
    assert "RuntimeError" not in page
    assert "RuntimeError: a mistake" in caplog.text


def test_an_impossible_filter_says_which(site: Site) -> None:
    assert "no event type" in site.page("/events?type=DANCE", 422)
    assert "no EDTF date" in site.page("/events?since=yesterday", 422)
    assert "no state or organisation" in site.page("/events?side=Nowhere", 422)


def test_an_empty_record_says_how_to_fill_it(tmp_path: Path) -> None:
    keep(tmp_path / "empty.db", (), ())
    with opened(tmp_path / "empty.db") as client:
        for address in ("/", "/relations", "/sources", "/documents", "/events", "/network"):
            answer = client.get(address)
            assert answer.status_code == 200
            assert 'class="empty"' in answer.text


def test_names_are_completed(site: Site) -> None:
    assert "North Korea" in site.page("/complete?q=nor")
    assert "Harbour Weekly" in site.page("/complete?q=week")
    assert site.page("/complete?q=") == ""


def test_pages_load_nothing_from_elsewhere(site: Site) -> None:
    for address in PAGES:
        page = site.page(address)
        for attribute in ('src="http', "src='http", 'src="//', 'rel="stylesheet" href="http'):
            assert attribute not in page
        assert "style=" not in page
        assert "onclick" not in page
