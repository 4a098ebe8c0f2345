from pathlib import Path

from bench.dossiers import pairs_in
from bench.record import claims_in, multiply
from dragoman.ports import EventQuery
from dragoman.store import open_record
from tests.factories import make_claim
from tests.store.making import make_event, make_intake, noon


def record(folder: Path) -> Path:
    path = folder / "record.db"
    store = open_record(str(path), clock=noon)
    writer = store.writer()
    intake = make_intake(claims=[make_claim(), make_claim("Iran met them.", actors=["IRN"])])
    writer.take_in(intake)
    events = [make_event(claim) for claim in intake.claims]
    writer.put_events(writer.stale_blocks(), events, ())
    store.close()
    return path


def test_each_pair_has_so_many_times_the_claims(tmp_path: Path) -> None:
    path = record(tmp_path)
    states = {"PRK", "PSE", "IRN"}
    before = pairs_in(path, states)
    multiply(path, 3)
    assert before == {("PRK", "PSE"): 1, ("IRN", "PSE"): 1}
    assert pairs_in(path, states) == {pair: 3 * claims for pair, claims in before.items()}
    assert claims_in(path) == 6


def test_what_was_added_is_whole(tmp_path: Path) -> None:
    path = record(tmp_path)
    multiply(path, 3)
    store = open_record(str(path), clock=noon)
    view = store.view()
    events = list(view.events(EventQuery(sides=("PRK", "PSE"))))
    cited = {claim.id: claim for claim in view.claims(EventQuery(sides=("PRK", "PSE")))}
    assert {claim for event in events for claim in event.claims} == cited.keys()
    documents = {document.id: document for document in view.documents()}
    assert {claim.document for claim in cited.values()} == documents.keys()
    assert {one.capture for one in documents.values()} == {one.id for one in view.captures()}
    assert len({event.id for event in events}) == 3
    store.close()
