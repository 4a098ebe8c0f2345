from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import UsageError
from dragoman.web.config import WebConfig, checked, is_loopback, token_of
from dragoman.web.security import Rate
from tests.web.conftest import Site, opened

TOKEN = "correct horse battery"  # noqa: S105 - opens nothing but these tests
Record = tuple[Path, dict[str, str]]


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "example.org"])  # noqa: S104
def test_beyond_this_machine_a_token_or_read_only_is_needed(host: str) -> None:
    with pytest.raises(UsageError, match="--token"):
        checked(WebConfig(host=host))
    checked(WebConfig(host=host, token=TOKEN))
    checked(WebConfig(host=host, read_only=True))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_on_this_machine_neither_is(host: str) -> None:
    assert is_loopback(host)
    checked(WebConfig(host=host))


def test_a_token_that_can_be_guessed_is_refused() -> None:
    with pytest.raises(UsageError, match="16"):
        checked(WebConfig(token="short"))  # noqa: S106 - as above


def test_a_token_may_lie_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(TOKEN + "\n")
    assert token_of(f"@{tmp_path / 'token'}") == TOKEN
    with pytest.raises(UsageError, match="name a file"):
        token_of("@/nowhere")


@pytest.mark.parametrize("address", ["/", "/nowhere", "/api/events", "/static/style.css"])
def test_every_answer_forbids_scripts_from_elsewhere(site: Site, address: str) -> None:
    answer = site.client.get(address)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"


def test_no_page_has_a_script_of_its_own(site: Site) -> None:
    page = site.page("/relations/PRK-PSE")
    assert page.count("<script") == page.count("<script src=")


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "127.0.0.1.x"])
def test_a_name_that_is_not_ours_is_not_answered(site: Site, host: str) -> None:
    answer = site.client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "allow-host" in answer.text


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1:1", "[::1]:8765", "LOCALHOST"])
def test_our_own_names_are(site: Site, host: str) -> None:
    assert site.client.get("/", headers={"host": host}).status_code == 200


def test_without_the_token_nothing_is_shown(record: Record) -> None:
    with opened(record[0], token=TOKEN) as client:
        for address in ("/", "/api/events", "/download/events.csv", "/schema/openapi.json"):
            answer = client.get(address)
            assert answer.status_code == 401
            assert "Palestine" not in answer.text
        assert client.get("/api/events", headers={"authorization": f"Bearer {TOKEN}"}).is_success
        wrong = client.get("/api/events", headers={"authorization": "Bearer something else"})
        assert wrong.status_code == 401


def test_whoever_types_the_token_comes_in(record: Record) -> None:
    with opened(record[0], token=TOKEN) as client:
        assert _enter(client, TOKEN + "?").status_code == 401
        answer = _enter(client, TOKEN)
        assert answer.status_code == 303
        assert "httponly" in answer.headers["set-cookie"].lower()
        assert TOKEN not in answer.headers["set-cookie"]
        assert client.get("/").status_code == 200


def _enter(client: Any, token: str) -> Any:
    form = client.get("/enter").text
    word = form.split('name="_csrf_token" value="')[1].split('"')[0]
    data = {"token": token, "_csrf_token": word}
    return client.post("/enter", data=data, follow_redirects=False)


def test_a_form_of_another_site_changes_nothing(record: Record) -> None:
    with opened(record[0], token=TOKEN) as client:
        assert client.post("/enter", data={"token": TOKEN}).status_code == 403


def test_who_asks_too_often_is_told_to_wait(record: Record) -> None:
    with opened(record[0], requests_per_minute=5) as client:
        answers = [client.get("/api/states") for _ in range(8)]
        assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 3
        assert answers[-1].headers["retry-after"] == "60"


def test_a_rate_fills_up_again_and_is_each_clients_own() -> None:
    time = [0.0]
    rate = Rate(60, clock=lambda: time[0])
    assert [rate.allows("a") for _ in range(61)] == [True] * 60 + [False]
    assert rate.allows("b")
    time[0] = 1.0
    assert rate.allows("a")
    assert not rate.allows("a")


def test_too_much_at_once_is_refused_with_a_reason(record: Record, site: Site) -> None:
    assert site.client.get("/search?q=" + "x" * 5000).status_code == 422
    assert site.client.get("/api/events?limit=100000").status_code == 422
    body = "token=" + "x" * 100_000
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert site.client.post("/enter", content=body, headers=form).status_code == 413
    with opened(record[0], max_rows=1) as client:
        answer = client.get("/download/events.csv")
        assert answer.status_code == 413
        assert "narrow the filters" in answer.text


def test_an_archived_page_is_never_served_as_one(site: Site) -> None:
    for address in ("/documents/{document}", "/api/documents/{document}"):
        answer = site.client.get(address.format(**site.ids))
        assert "text/html" not in answer.headers["content-type"] or address.startswith("/documents")
    assert site.client.get("/static/../config.py").status_code == 404
    assert site.client.get("/static/%2e%2e/config.py").status_code == 404
