"""The ledger of corrections in the record, and what a new row in it changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, exists, insert, select, update

from dragoman.records.claims import Claim
from dragoman.records.codec import decode
from dragoman.records.corrections import Correction, Standing
from dragoman.store import rows
from dragoman.store.engine import insert_new
from dragoman.store.schema import CLAIM_SIDES, CLAIMS, CORRECTED, CORRECTIONS
from dragoman.store.verdicts import chunks


def ledger(connection: Connection) -> tuple[Correction, ...]:
    """All corrections ever made, taken back or not, in the order in which they came."""
    payloads = connection.scalars(select(CORRECTIONS.c.payload).order_by(CORRECTIONS.c.row))
    return tuple(decode(payload, Correction) for payload in payloads)


def standing(connection: Connection) -> Standing:
    """What holds of the ledger."""
    return Standing(ledger(connection))


def standing_of(connection: Connection, claims: Iterable[str]) -> Standing:
    """What holds of the ledger, as far as it is about these claims."""
    if not connection.scalar(select(exists().select_from(CORRECTIONS))):
        return Standing(())
    found: dict[int, Correction] = {}
    for names in chunks(claims):
        about = select(CORRECTED.c.correction).where(CORRECTED.c.claim.in_(names))
        wanted = select(CORRECTIONS.c.row, CORRECTIONS.c.payload)
        for row, payload in connection.execute(wanted.where(CORRECTIONS.c.row.in_(about))):
            found[row] = decode(payload, Correction)
    return Standing(found[row] for row in sorted(found))


def put_correction(
    connection: Connection, correction: Correction, blocks: Mapping[str, str], moment: str
) -> set[str]:
    """Adds a row to the ledger and heeds it; the blocks whose events no longer follow."""
    named = [subject.id for subject in correction.claims]
    if not _add(connection, correction, moment):
        return set()
    before = _blocks_of(connection, named)
    told = standing_of(connection, named)
    for payload, text in connection.execute(
        select(CLAIMS.c.payload, CLAIMS.c.text).where(CLAIMS.c.id.in_(named))
    ).all():
        claim = rows.claim_of(payload, text)
        _amend(connection, claim, blocks.get(claim.id), told)
    return before | _blocks_of(connection, named)


def tied(connection: Connection, blocks: Iterable[str]) -> set[str]:
    """These blocks, and those that a merge ties to them: their events are made together."""
    reached = set(blocks)
    neighbours = _neighbours(connection) if reached else {}
    waiting = [block for block in reached if block in neighbours]
    while waiting:
        new = neighbours[waiting.pop()] - reached
        reached |= new
        waiting += new
    return reached


def _add(connection: Connection, correction: Correction, moment: str) -> bool:
    """Whether the correction is new; its row is written if it is."""
    known = select(exists().where(CORRECTIONS.c.id == correction.id))
    if connection.scalar(known):
        return False
    row = rows.correction_row(correction) | {"recorded_at": moment}
    number = connection.execute(insert(CORRECTIONS).returning(CORRECTIONS.c.row), [row]).scalar()
    about = [{"claim": one.id, "correction": number} for one in correction.claims]
    insert_new(connection, CORRECTED, about)
    return True


def _amend(connection: Connection, claim: Claim, block: str | None, told: Standing) -> None:
    here = CLAIMS.c.id == claim.id
    values = rows.corrected(claim, told) | ({"block": block} if block else {})
    connection.execute(update(CLAIMS).where(here).values(values))
    number = connection.scalar(select(CLAIMS.c.row).where(here))
    connection.execute(delete(CLAIM_SIDES).where(CLAIM_SIDES.c.claim == number))
    amended = told.amend(claim)
    sides = sorted(rows.sides((*amended.actors, *amended.recipients)))
    insert_new(connection, CLAIM_SIDES, [{"side": side, "claim": number} for side in sides])


def _blocks_of(connection: Connection, claims: Iterable[str]) -> set[str]:
    return {
        block
        for names in chunks(claims)
        for block in connection.scalars(select(CLAIMS.c.block).where(CLAIMS.c.id.in_(names)))
    }


def _neighbours(connection: Connection) -> dict[str, set[str]]:
    """For each block, those that a merge ever tied to it: one taken back is undone there."""
    merged = (
        select(CORRECTED.c.correction, CLAIMS.c.block)
        .join(CORRECTIONS, CORRECTIONS.c.row == CORRECTED.c.correction)
        .join(CLAIMS, CLAIMS.c.id == CORRECTED.c.claim)
        .where(CORRECTIONS.c.kind == "merge")
    )
    by_correction: dict[int, set[str]] = defaultdict(set)
    for number, block in connection.execute(merged):
        by_correction[number].add(block)
    neighbours: dict[str, set[str]] = defaultdict(set)
    for blocks in by_correction.values():
        for block in blocks:
            neighbours[block] |= blocks
    return neighbours
