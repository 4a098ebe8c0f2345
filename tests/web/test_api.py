from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from dragoman.records.codec import decode, encode
from dragoman.records.dossiers import Dossier
from dragoman.records.events import Event
from tests.web.conftest import Site, opened

Record = tuple[Path, dict[str, str]]

# A value that is impossible is refused with 422, which no schema can foretell for every text.
HELD = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


def test_events_are_those_of_the_record(site: Site) -> None:
    items = site.json("/api/events")["items"]
    assert {item["id"] for item in items} == {site.ids["event"], site.ids["alone"]}
    for item in items:
        assert encode(decode(json.dumps(item), Event))


@pytest.mark.parametrize("things", ["events", "claims", "documents"])
def test_a_cursor_leads_through_all_once(site: Site, things: str) -> None:
    whole = [item["id"] for item in site.json(f"/api/{things}?limit=200")["items"]]
    assert len(whole) > 1
    seen: list[str] = []
    address: str | None = f"/api/{things}?limit=1"
    while address:
        page = site.json(address)
        seen += [item["id"] for item in page["items"]]
        address = page["next"] and f"/api/{things}?limit=1&cursor={page['next']}"
    assert seen == whole


def test_relations_have_a_cursor_too(site: Site) -> None:
    assert site.json("/api/relations?limit=1")["next"] is None
    assert site.json("/api/relations?cursor=1")["items"] == []


def test_a_cursor_of_elsewhere_is_refused(site: Site) -> None:
    for things in ("events", "claims", "relations"):
        problem = site.json(f"/api/{things}?cursor=elsewhere", 422)
        assert problem["status_code"] == 422
        assert "begin without one" in problem["detail"]


def test_an_event_comes_with_its_claims_and_links(site: Site) -> None:
    found = site.json("/api/events/{event}")
    assert [claim["id"] for claim in found["claims"]] == found["event"]["claims"]
    assert found["links"][0]["kind"] == "same-event"


def test_a_relation_and_its_dossier(site: Site) -> None:
    relation = site.json("/api/relations/PSE-PRK")
    assert relation["status"][0]["from"] == "1966-04-13"
    dossier = decode(site.client.get("/api/relations/PRK-PSE/dossier").content, Dossier)
    assert encode(dossier.relation) == encode(dossier.relation)
    assert dossier.relation.events == relation["events"]


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        *(("side=PRK&side=PSE", 2), ("type=AID", 1), ("standing=disputed", 1)),
        *(("direction=conflict", 0), ("since=1968", 1), ("source=State Press", 1)),
        *(("certainty=PR%2B", 1), ("q=rockets", 1)),
    ],
)
def test_filters_are_those_of_the_pages(site: Site, filters: str, count: int) -> None:
    assert len(site.json(f"/api/events?{filters}")["items"]) == count


def test_what_is_not_there_or_cannot_be_is_said_in_json(site: Site) -> None:
    assert "no event" in site.json("/api/events/evt_0", 404)["detail"]
    assert "standing" in site.json("/api/events?standing=odd", 422)["detail"]
    assert site.json("/api/nowhere", 404)["status_code"] == 404


def test_search_finds_documents_and_relations(site: Site) -> None:
    found = site.json("/api/search?q=embassies")
    assert {hit["document"]["source"]["name"] for hit in found["hits"]} == {
        "Harbour Weekly",
        "State Press",
    }
    assert site.json("/api/search?q=Palestine")["relations"][0]["sides"] == ["PRK", "PSE"]


def test_the_network_keeps_to_its_years(site: Site) -> None:
    edges = site.json("/api/network?since=1966&until=1966")["edges"]
    assert [(edge["sides"], edge["events"]) for edge in edges] == [(["PRK", "PSE"], 1)]


def test_every_route_is_described(site: Site) -> None:
    schema = site.json("/schema/openapi.json")
    assert schema["openapi"].startswith("3.1")
    assert "/api/events/{event_id}" in schema["paths"]
    assert "Claim" in schema["components"]["schemas"]


@pytest.mark.slow
def test_nothing_that_is_asked_breaks_it_or_its_schema(record: Record) -> None:
    with opened(record[0]) as client:
        described = client.get("/schema/openapi.json").json()
        described["paths"] = {k: v for k, v in described["paths"].items() if k.startswith("/api/")}
        schema = schemathesis.openapi.from_dict(described)
        many = settings(
            max_examples=40, deadline=None, database=None, suppress_health_check=list(HealthCheck)
        )
        asked = 0

        def ask(case: schemathesis.Case[Any]) -> None:
            nonlocal asked
            asked += 1
            sent = case.as_transport_kwargs(base_url="http://testserver.local")
            sent.pop("cookies", None)
            answer = client.request(**sent)
            case.validate_response(answer, checks=HELD)

        for described_one in schema.get_all_operations():
            operation: Any = described_one
            given_cases: Any = given(operation.ok().as_strategy())
            many(given_cases(ask))()
        assert asked > 300
