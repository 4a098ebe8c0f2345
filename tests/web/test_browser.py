"""The ways a reader goes, in a real browser, at two sizes; screenshots lie in build/screenshots."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.web.making import hostile, ordinary

pytest.importorskip("playwright", reason="needs what `make test-all` installs")
from playwright.sync_api import Page, expect, sync_playwright

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("chromium"), reason="needs Debian's chromium"),
]

ROOT = Path(__file__).parent.parent.parent
SHOTS = ROOT / "build" / "screenshots"
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
SIZES = {"wide": (1280, 900), "narrow": (360, 740)}
PATIENCE_MS = 60_000
SERIOUS = {"serious", "critical"}
# The browser keeps scripts from elsewhere out of the page, so axe is evaluated, not added.


class Reader:
    """A page of the browser that remembers what went wrong on it."""

    def __init__(self, page: Page, base: str, size: str) -> None:
        self.page, self.base, self.size = page, base, size
        self.wrong: list[str] = []
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", self._asked)

    def _heard(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.wrong.append(message.text)

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.wrong.append(f"asked elsewhere: {request.url}")

    def go(self, path: str) -> None:
        self.page.goto(self.base + path)
        self.page.wait_for_load_state("networkidle")

    def charts(self, count: int) -> None:
        """Waits until so many charts are drawn."""
        expect(self.page.locator(".plot svg")).to_have_count(count, timeout=PATIENCE_MS)

    def shot(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        path = SHOTS / f"{name}-{self.size}.png"
        self.page.screenshot(path=path, full_page=True, timeout=PATIENCE_MS)
        top = SHOTS / f"{name}-{self.size}-top.png"
        self.page.screenshot(path=top, timeout=PATIENCE_MS)  # what README.md shows

    def examine(self) -> None:
        """Nothing went wrong, nothing overflows, and axe finds nothing serious."""
        assert not self.wrong
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= SIZES[self.size][0]
        found = self.page.evaluate(f"{AXE.read_text()};axe.run()")
        bad = [one for one in found["violations"] if one["impact"] in SERIOUS]
        assert not bad, [(one["id"], [n["html"][:160] for n in one["nodes"][:3]]) for one in bad]


def served(record: Path) -> Iterator[str]:
    """The address of a server over a record, for as long as it is needed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dragoman", "serve", "--record", str(record)]
    server = subprocess.Popen([*command, "--port", str(port), "--rate", "0"])  # noqa: S603
    base = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            httpx.get(base + "/", timeout=60)
            break
        except httpx.TransportError:
            time.sleep(0.5)
    yield base
    server.terminate()
    server.wait()


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    record = tmp_path_factory.mktemp("browser") / "samples.db"
    build = [sys.executable, "-m", "dragoman", "build", "samples", "--record", str(record)]
    subprocess.run(build, cwd=ROOT, check=True)  # noqa: S603
    yield from served(record)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]  # the tests run as root in CI
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments
        )
        yield chromium
        chromium.close()


@pytest.fixture(params=list(SIZES))
def reader(request: pytest.FixtureRequest, browser: Any, samples: str) -> Iterator[Reader]:
    width, height = SIZES[request.param]
    scheme = "light" if request.param == "wide" else "dark"
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=False
    )
    yield Reader(context.new_page(), samples, request.param)
    context.close()


def test_from_home_to_a_relation_to_the_words(reader: Reader) -> None:
    page = reader.page
    reader.go("/")
    reader.charts(1)
    reader.shot("home")
    reader.examine()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("Cuba and United States")
    page.keyboard.press("Enter")
    page.wait_for_url("**/relations/CUB-USA")
    reader.charts(3)
    reader.shot("relation")
    reader.examine()
    page.locator("#entries h3 a").first.click()
    page.wait_for_url("**/events/**")
    reader.shot("event")
    reader.examine()
    page.locator(".card dd a").first.click()
    page.wait_for_url("**/documents/**")
    mark = page.locator("a.number").first
    mark.click()
    expect(page.locator("#claim h3")).to_be_visible()
    reader.shot("document")
    reader.examine()


def test_a_timeline_is_filtered_without_leaving_the_page(reader: Reader) -> None:
    reader.go("/relations/CUB-USA")
    reader.charts(3)
    reader.page.locator("select[name=direction]").select_option("conflict")
    reader.page.wait_for_url("**direction=conflict**")
    expect(reader.page.locator("#entries [role=status]")).to_contain_text("as filtered")
    expect(reader.page.locator("#entries .material-cooperation")).to_have_count(0)
    assert "standing=&" not in reader.page.url
    reader.examine()


def test_names_are_offered_as_they_are_typed(reader: Reader) -> None:
    reader.go("/sources")
    reader.page.locator("#q").press_sequentially("nor")
    expect(reader.page.locator("#completions option").first).to_have_attribute(
        "value", "North Korea"
    )
    reader.examine()


@pytest.mark.parametrize(
    "address",
    [
        *("/relations", "/network", "/events", "/sources", "/documents", "/search?q=embassy"),
        *("/ask", "/states/CUB", "/review?every=1", "/corrections"),
    ],
)
def test_the_other_pages_are_well(reader: Reader, address: str) -> None:
    reader.go(address)
    if address == "/network":
        reader.charts(1)
    reader.shot(address.strip("/").partition("?")[0])
    reader.examine()


def test_a_question_is_answered_where_it_is_typed(reader: Reader) -> None:
    reader.go("/events")
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("When did Iran and Saudi Arabia restore relations?")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/ask?**")
    expect(reader.page.locator("#answer")).to_contain_text("The record")
    expect(reader.page.locator(".answers a").first).to_be_visible()
    reader.shot("answer")
    reader.examine()


def test_charts_follow_the_theme(reader: Reader) -> None:
    reader.go("/network")
    reader.charts(1)
    ink = "getComputedStyle(document.body).color"
    before = reader.page.evaluate(ink)
    reader.page.locator("button.theme").click()
    assert reader.page.evaluate(ink) != before
    reader.charts(1)
    reader.examine()


def test_without_scripts_everything_can_be_read(browser: Any, samples: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(samples + "/relations/CUB-USA?direction=conflict")
    expect(page.locator("#entries [role=status]")).to_contain_text("as filtered")
    page.goto(samples + "/network?since=1990&until=2000")
    expect(page.locator("h1 + p")).to_contain_text("1990 to 2000")
    expect(page.locator("table").first).to_be_visible()
    context.close()


def test_a_chart_can_be_saved(reader: Reader) -> None:
    reader.go("/network")
    reader.charts(1)
    with reader.page.expect_download() as saved:
        reader.page.locator(".chart .downloads a", has_text="SVG").click()
    assert Path(saved.value.path()).read_text().startswith("<svg")


@pytest.fixture(params=list(SIZES))
def corrector(
    request: pytest.FixtureRequest, browser: Any, tmp_path: Path
) -> Iterator[tuple[Reader, dict[str, str]]]:
    """A reader of a record of their own, which they may correct."""
    ids = ordinary(tmp_path / "record.db")
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height})
    for base in served(tmp_path / "record.db"):
        yield Reader(context.new_page(), base, request.param), ids
    context.close()


def test_a_claim_is_corrected_reviewed_and_taken_back(
    corrector: tuple[Reader, dict[str, str]],
) -> None:
    reader, ids = corrector
    page = reader.page
    reader.go(f"/events/{ids['event']}")
    page.locator(".card a", has_text="Correct it").first.click()
    page.wait_for_url("**/claims/**")
    expect(page.locator("input[name=date]")).to_be_hidden()
    page.get_by_label("It should be coded otherwise").check()
    page.locator("input[name=date]").fill("1966-04-14")
    page.get_by_label("Your name").fill("R. Hale")
    page.get_by_label("Reason").fill("read in print")
    reader.shot("correct")
    reader.examine()
    page.get_by_role("button", name="Keep this correction").click()
    page.wait_for_url("**done=cor_**")
    expect(page.locator("#done")).to_contain_text("R. Hale changed a claim")
    reader.examine()
    reader.go("/review?every=1")
    expect(page.get_by_label("Your name")).to_have_value("R. Hale")
    page.get_by_role("button", name="One happening").click()
    page.wait_for_url("**done=cor_**")
    reader.go("/corrections")
    page.locator("summary", has_text="Take it back").first.click()
    page.get_by_label("Reason").first.fill("misread")
    page.get_by_role("button", name="Take it back").first.click()
    page.wait_for_url("**done=cor_**")
    reader.go("/corrections")
    expect(page.locator("main")).to_contain_text("Taken back by R. Hale")
    reader.shot("ledger")
    reader.examine()


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    record = tmp_path_factory.mktemp("attacked") / "hostile.db"
    pages = hostile(record)
    for base in served(record):
        yield base, pages


def test_nothing_of_a_hostile_document_runs(browser: Any, attacked: tuple[str, list[str]]) -> None:
    base, pages = attacked
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    reader = Reader(context.new_page(), base, "wide")
    for address in pages[:-1]:  # the last is a part of a page
        reader.go(address)
        assert reader.page.title() not in {"run", "1"}, address
        assert not reader.wrong, address
    context.close()
