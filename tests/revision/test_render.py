from __future__ import annotations

from dragoman.records.corrections import Change, correction
from dragoman.revision import Doubt, Entry, render_doubt, render_ledger
from tests.factories import make_claim

CLAIM = make_claim("They opened embassies\x1b[2J.", occurred="1966-04-13")
ROW = correction(
    "change",
    [CLAIM],
    by="R. Hale",
    at="2026-02-01T12:00:00.0Z",
    why="so the page",
    changes=[
        Change(field="occurred", coded="1966-04-13", value=None),
        Change(field="actors", coded=[{"name": "Iran"}], value=[]),
    ],
)


def test_a_doubt_shows_the_sentence_and_its_trigger() -> None:
    shown = render_doubt(Doubt(kind="claim", sure=0.2, why=("confidence 0.20",), claims=(CLAIM,)))
    assert "coded right?  (confidence 0.20)" in shown
    assert "[They ]opened embassies" in shown
    assert "1966-04-13  SUPPORT  North Korea (PRK) → Palestine (PSE)  CT+" in shown
    assert CLAIM.id in shown


def test_no_document_steers_the_terminal() -> None:
    doubt = Doubt(kind="claim", sure=0.2, why=(), claims=(CLAIM,))
    assert "\x1b" not in render_doubt(doubt) + render_ledger([Entry(correction=ROW)])


def test_the_ledger_tells_who_what_why_and_both_values() -> None:
    shown = render_ledger([Entry(correction=ROW, gone=(CLAIM.id,), instead=("clm_new",))])
    assert "2026-02-01  R. Hale changes: so the page" in shown
    assert "occurred: 1966-04-13 → —" in shown
    assert "actors: Iran → —" in shown
    assert f"{CLAIM.id}  (no longer in the record)" in shown
    assert "in the same sentences now: clm_new" in shown


def test_what_was_taken_back_says_by_whom() -> None:
    back = correction(
        "take-back", [CLAIM], by="A. Other", at="2026-02-03", why="no", takes_back=ROW.id
    )
    shown = render_ledger([Entry(correction=ROW, taken_back=back), Entry(correction=back)])
    assert "taken back 2026-02-03 by A. Other: no" in shown
    assert f"A. Other takes back {ROW.id}: no" in shown
