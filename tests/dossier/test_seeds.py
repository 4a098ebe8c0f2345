"""What the dossiers of five real documents must hold; measured only where these documents are."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman import settings
from dragoman.app import App
from dragoman.ontology import plover
from dragoman.records.codec import decode
from dragoman.records.dossiers import Citation, Dossier
from dragoman.records.events import Event

ROOT = Path(__file__).parent.parent.parent
SEEDS = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared")) / "corpus" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason=f"no documents at {SEEDS}")
Of = Callable[[str, str], Dossier]


class _Silent:
    def refused(self, refusal: object) -> None:
        raise AssertionError(refusal)

    def passed(self, path: str) -> None:
        pass


@pytest.fixture(scope="module")
def of(tmp_path_factory: pytest.TempPathFactory) -> Of:
    record = tmp_path_factory.mktemp("seeds") / "seeds.db"
    app = App(settings.load({"record": str(record)}, {}))
    app.build([str(SEEDS)], _Silent())
    return lambda a, b: decode(app.dossier(a, b, "json"), Dossier)


def happened(dossier: Dossier, mode: str) -> list[Event]:
    return [e.event for e in (*dossier.timeline, *dossier.undated) if mode in e.event.modes]


def cited(dossier: Dossier, event: Event) -> tuple[Citation, ...]:
    entries = (*dossier.timeline, *dossier.undated)
    return next(entry.citations for entry in entries if entry.event.id == event.id)


def test_relations_were_opened_once_and_several_documents_tell_of_it(of: Of) -> None:
    dossier = of("PRK", "PSE")
    [opened] = happened(dossier, "establish-relations")
    assert opened.occurred == "1966-04-13"
    assert len({citation.document for citation in cited(dossier, opened)}) > 1


def test_relations_stand_from_that_day(of: Of) -> None:
    spans = of("PRK", "PSE").relation.status
    assert ("relations", "1966-04-13") in {(span.status, span.since) for span in spans}
    assert of("PRK", "PSE").state.status[-1].status == "relations"


def test_recognition_of_the_state_is_told(of: Of) -> None:
    given = {one.since: one for one in of("PRK", "PSE").relation.recognitions}
    assert given["1988-11-15"].by.country == "PRK"
    assert given["1988-11-15"].of.country == "PSE"


def test_a_visit_told_of_again_and_again_is_one_visit(of: Of) -> None:
    visits = [
        event
        for event in happened(of("PRK", "IRN"), "visit")
        if any(side.name == "Ali Khamenei" for side in event.actors)
    ]
    assert [event.occurred for event in visits] == ["1989-05-14/1989-05-17"]


def test_a_letter_and_its_answer_are_an_exchange(of: Of) -> None:
    exchanges = of("PRK", "PSE").exchanges
    assert any(len(exchange.events) == 2 and exchange.answers for exchange in exchanges)


def test_no_teaser_and_no_comment_is_summed_up(of: Of) -> None:
    for pair in (("PRK", "PSE"), ("PRK", "IRN")):
        for statement in of(*pair).summary:
            assert statement.citation.section not in {"teaser", "comment"}
            assert statement.citation.asserted_by.role != "commenter"


def test_intensity_counts_what_happened_when_it_happened(of: Of) -> None:
    series = {month.month: month for month in of("PRK", "PSE").relation.series}
    assert series["1966-04"].score > 0
    most = max(event_type.score for event_type in plover().types.values())
    assert all(month.cooperation <= month.events * most for month in series.values())
