"""How fast pages come while many read and a build writes: `python -m bench.web`.

Makes a record of 100,000 events between 150 states, serves it, and lets 20 readers ask for the
start page and for relations without a pause, while another process keeps adding to the record.
"""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count, islice
from pathlib import Path
from statistics import median

import httpx

from dragoman.app import App
from dragoman.ontology import plover
from dragoman.ports import Intake
from dragoman.records.actors import Participant
from dragoman.records.claims import Claim, Speaker, Trigger
from dragoman.records.codec import content_id, digest
from dragoman.records.documents import Document, Section, document_id
from dragoman.records.events import Event, side_of
from dragoman.records.provenance import Capture, Source, Stamp
from dragoman.settings import load
from dragoman.store import open_record

EVENTS = 100_000
A_DOCUMENT = 10  # claims
A_BATCH = 50  # documents
PLACED = 0.1  # share of events of which the place is told
READERS = 20
PAUSES_S = (0.0, 1.0)  # between two pages of one reader
SECONDS = 20.0
PORT = 8790
BOUND_MS = 300.0


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def main(folder: Path) -> int:
    """Measures, prints, and says whether the bound holds."""
    record = folder / "bench.db"
    if not record.exists():
        print(f"making a record of {EVENTS:,} events ...", flush=True)
        fill(record, EVENTS, seed=1)
    serving = [sys.executable, "-m", "dragoman", "serve", "--record", str(record)]
    server = subprocess.Popen([*serving, "--port", str(PORT), "--rate", "0"])  # noqa: S603
    writer = subprocess.Popen([sys.executable, "-m", "bench.web", "--write", str(record)])  # noqa: S603
    try:
        ready(server)
        held = [measured(pause, server.pid) for pause in PAUSES_S]
    finally:
        writer.terminate()
        server.terminate()
        writer.wait()
        server.wait()
    return int(not all(held))


def measured(pause: float, server: int) -> bool:
    """Whether the bound holds for readers who pause so long; prints the figures."""
    known, before = relations(), spent_s(server)
    times = asyncio.run(read(known, pause))
    answers = sum(map(len, times.values()))
    held = told(pause, times)
    print(f"the server spent {1000 * (spent_s(server) - before) / answers:.1f} ms on an answer")
    return held


def spent_s(process: int) -> float:
    """Seconds that a process has had a processor for."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def ready(server: subprocess.Popen[bytes]) -> None:
    """Waits until the server answers with the first overview."""
    for _ in range(240):
        if server.poll() is not None:
            raise SystemExit("the server has stopped")
        try:
            httpx.get(f"http://127.0.0.1:{PORT}/", timeout=120).raise_for_status()
        except httpx.TransportError:
            time.sleep(0.5)
        else:
            return


def relations() -> list[str]:
    """The relations of the record, the busiest first."""
    found: list[str] = []
    cursor: str | None = "0"
    while cursor is not None:
        query = {"limit": "200", "cursor": cursor}
        answer = httpx.get(f"http://127.0.0.1:{PORT}/api/relations", params=query).json()
        found += ["-".join(one["sides"]) for one in answer["items"]]
        cursor = answer["next"]
    return found


async def read(known: list[str], pause: float) -> dict[str, list[float]]:
    """What 20 readers waited for, in milliseconds; any answer but 200 stops the run."""
    times: dict[str, list[float]] = {"home": [], "relation": []}
    until = time.monotonic() + SECONDS

    async def reader(seed: int) -> None:
        dice = random.Random(seed)  # noqa: S311 - what is asked for is no secret
        line = await asyncio.open_connection("127.0.0.1", PORT)
        while time.monotonic() < until:
            kind = "home" if dice.random() < 0.3 else "relation"
            busy = known[int(len(known) * dice.random() ** 2)]
            path = "/" if kind == "home" else f"/relations/{busy}"
            begun = time.perf_counter()
            status = await ask(*line, path)
            times[kind].append((time.perf_counter() - begun) * 1000)
            if status != 200:
                raise SystemExit(f"{path}: {status}")
            await asyncio.sleep(pause * 2 * dice.random())
        line[1].close()

    await asyncio.gather(*(reader(number) for number in range(READERS)))
    return times


async def ask(come: asyncio.StreamReader, go: asyncio.StreamWriter, path: str) -> int:
    """The status of an answer that was read to its end; a client so plain costs next to nothing."""
    go.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    await go.drain()
    head = await come.readuntil(b"\r\n\r\n")
    length = next(
        part for part in head.lower().split(b"\r\n") if part.startswith(b"content-length")
    )
    await come.readexactly(int(length.partition(b":")[2]))
    return int(head.split(b" ", 2)[1])


def told(pause: float, times: dict[str, list[float]]) -> bool:
    """Whether the bound holds; prints the figures."""
    worst = 0.0
    print(f"{READERS} readers, each with pauses of {pause:.0f} s on average:")
    for kind, found in times.items():
        ranked = sorted(found)
        p95 = ranked[int(0.95 * len(ranked))]
        worst = max(worst, p95)
        print(
            f"{kind:<10} {len(ranked):>6,} answers, median {median(ranked):.0f} ms,"
            f" 95th percentile {p95:.0f} ms, slowest {ranked[-1]:.0f} ms"
        )
    print(f"bound of {BOUND_MS:.0f} ms: {'held' if worst < BOUND_MS else 'NOT held'}")
    return worst < BOUND_MS


def fill(record: Path, events: int, seed: int) -> None:
    """Adds so many events, each told by one claim."""
    store = open_record(str(record), clock=now)
    writer = store.writer()
    documents = intakes(seed, events // A_DOCUMENT)
    while some := list(islice(documents, A_BATCH)):
        with writer.batch():
            for intake in some:
                writer.take_in(intake)
            claims = [claim for intake in some for claim in intake.claims]
            blocks = [block for intake in some for block in intake.blocks]
            writer.put_events(blocks, [happened(claim) for claim in claims], ())
    store.close()


def write(record: Path) -> None:
    """Keeps adding, until it is stopped."""
    for seed in count(1000):
        fill(record, 500, seed)
        time.sleep(0.5)


def codes() -> list[str]:
    """Codes of 150 states, the first ones the busiest."""
    from dragoman.web.places import places  # noqa: PLC0415 - a list at hand

    return [code for code in sorted(places()) if places()[code].shape][:150]


@cache
def names() -> Callable[[str], str | None]:
    """The names of states, by code."""
    return App(load({}, environment={})).catalogue.state_name


def intakes(seed: int, documents: int) -> Iterator[Intake]:
    """Documents with their claims, the same for the same seed."""
    dice, sides = random.Random(seed), codes()  # noqa: S311 - no secret
    for number in range(documents):
        yield _intake(dice, sides, f"{seed}-{number}")


def _intake(dice: random.Random, sides: list[str], name: str) -> Intake:
    outlet = f"Outlet {dice.randrange(60)}"
    source = Source(id=f"src_{outlet.replace(' ', '_')}", name=outlet, kind="news")
    lines = [_line(dice, sides, at) for at in range(A_DOCUMENT)]
    text = "\n".join(line for line, *_ in lines)
    url = f"https://example.org/{name}"
    capture = Capture(
        id=content_id("cap", url),
        url=url,
        captured_at="2026-01-01T00:00:00Z",
        media_type="text/plain",
        payload_digest=digest(text.encode()),
    )
    body = (Section(kind="body", start=0, end=len(text)),)
    document = Document(
        id=document_id(url, source, text), path=f"{name}.txt", url=url, source=source, text=text,
        sections=body, title=f"Chronicle {name}", published="2025-01-01", capture=capture.id,
    )  # fmt: skip
    told = tuple(_claims(document, lines))
    return Intake(
        path=document.path, url=url, capture=capture, document=document, claims=told,
        blocks=tuple(f"{name} {at}" for at in range(len(told))), refusals=(), config="bench",
    )  # fmt: skip


Line = tuple[str, str, str, str, str, str | None]  # sentence, type, two codes, day, place


def _line(dice: random.Random, sides: list[str], at: int) -> Line:
    one, other = _two(dice, sides)
    kind = dice.choice(list(plover().types))
    day = date(1950, 1, 1) + timedelta(days=dice.randrange(27_000))
    place = f"Town {dice.randrange(500)}" if dice.random() < PLACED else None
    said = f"Item {at}: {one} did {kind} towards {other} on {day}."
    return said, kind, one, other, f"{day}", place


def _two(dice: random.Random, sides: list[str]) -> tuple[str, str]:
    """Two states, the first ones more often than the last."""
    one = other = 0
    while one == other:
        one, other = (int(len(sides) * dice.random() ** 2.2) for _ in range(2))
    return sides[one], sides[other]


def _claims(document: Document, lines: list[Line]) -> Iterator[Claim]:
    stamp = Stamp(dragoman="0", model="bench")
    at = 0
    for line, kind, one, other, day, place in lines:
        sides = [
            Participant(
                text=code, name=names()(code), country=code, sector="GOV", wikidata=None,
                start=at, end=at + 3,
            )
            for code in (one, other)
        ]  # fmt: skip
        yield Claim(
            id=content_id("clm", document.id, at), document=document.id, path=document.path,
            source=document.source.name, section="body", text=line, start=at, end=at + len(line),
            event_type=kind, modes=(), contexts=(), quad_class=plover().type(kind).quad_class,
            score=plover().score(kind), trigger=Trigger(text="did", start=at, end=at + 3),
            actors=(sides[0],), recipients=(sides[1],), occurred=day, occurred_text=day,
            occurred_basis="stated", published="2025-01-01", place=place,
            asserted_by=Speaker(role="author", name=document.source.name), via=(),
            certainty="CT+", auxiliary=("historical",), quote=None, confidence=0.8, stamp=stamp,
        )  # fmt: skip
        at += len(line) + 1


def happened(claim: Claim) -> Event:
    """The event that one claim makes."""
    return Event(
        id=content_id("evt", claim.id), event_type=claim.event_type, modes=claim.modes,
        contexts=(), quad_class=claim.quad_class, score=claim.score,
        actors=tuple(map(side_of, claim.actors)), recipients=tuple(map(side_of, claim.recipients)),
        occurred=claim.occurred, claims=(claim.id,), documents=1, sources=1, standing="single",
        disputes=(), confidence=claim.confidence, place=claim.place,
    )  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write(Path(sys.argv[2]))
    elif sys.argv[1:]:
        sys.exit(main(Path(sys.argv[1])))
    else:
        with tempfile.TemporaryDirectory() as made:
            sys.exit(main(Path(made)))
