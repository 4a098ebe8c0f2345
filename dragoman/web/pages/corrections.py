"""`/corrections`: what people corrected; where a correction is written, and taken back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any, Literal, NamedTuple

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery, URLEncodedBody
from litestar.response import Redirect

from dragoman.errors import UsageError
from dragoman.records.actors import Participant
from dragoman.records.claims import Claim
from dragoman.records.codec import Record
from dragoman.records.corrections import Correction
from dragoman.web.clerk import Wanted
from dragoman.web.desk import Desk
from dragoman.web.given import TheDesk, ThePages
from dragoman.web.pages.enter import csrf_of

LISTED = 50  # rows on one page
_ID = re.compile(r"\b(?:clm|evt)_[0-9a-f]+")

Name = Annotated[str, msgspec.Meta(max_length=200)]
Words = Annotated[str, msgspec.Meta(max_length=2000)]


class CorrectionForm(Record, frozen=True, kw_only=True):
    """What the form of a claim or an event sends."""

    kind: Literal["confirm", "reject", "change", "merge", "split"]
    claim: Name  # or an event, of which the claims are meant
    other: Words = ""  # the claim or event with which it is one, or is not
    by: Name = ""
    why: Words = ""
    type: Name = ""
    modes: Name = ""
    date: Name | None = None
    actors: Words | None = None
    recipients: Words | None = None
    speaker: Name | None = None
    certainty: Name | None = None


class TakeBack(Record, frozen=True, kw_only=True):
    """What the form beside a correction sends."""

    by: Name = ""
    why: Words = ""


class Row(NamedTuple):
    """A row of the ledger, by what it was taken back, and which of its claims are no more."""

    correction: Correction
    taken_back: Correction | None
    gone: frozenset[str]


@get("/corrections", sync_to_thread=True)
def corrections(
    request: Request[Any, Any, Any], desk: TheDesk, pages: ThePages, page: FromQuery[int] = 1
) -> Response[bytes]:
    """The ledger, the latest first."""
    rows = desk.view.corrections()[::-1]
    page = max(1, page)
    shown = rows[(page - 1) * LISTED : page * LISTED]
    taken = {row.takes_back: row for row in rows if row.takes_back}
    held = desk.view.stand(one.id for row in shown for one in row.claims)
    return pages.page(
        "corrections.html",
        rows=[
            Row(one, taken.get(one.id), frozenset(c.id for c in one.claims) - held) for one in shown
        ],
        total=len(rows),
        page=page,
        more=page * LISTED < len(rows),
        csrf=csrf_of(request),
    )


@post("/corrections/new", status_code=303)
async def correct(data: URLEncodedBody[CorrectionForm], desk: TheDesk) -> Redirect:
    """Writes a correction, and leads to the claim."""
    named: tuple[str, ...] = (data.claim,)
    if data.kind in {"merge", "split"}:
        named = (data.claim, _named(data.other))
    settings = tuple(_settings(desk, data)) if data.kind == "change" else ()
    return await written(
        desk, Wanted(kind=data.kind, named=named, by=data.by, why=data.why, settings=settings)
    )


@post("/corrections/{correction_id:str}/take-back", status_code=303)
async def take_back(
    correction_id: FromPath[str], data: URLEncodedBody[TakeBack], desk: TheDesk
) -> Redirect:
    """Takes a correction back, and leads to the claim."""
    return await written(
        desk, Wanted(kind="take-back", named=(correction_id,), by=data.by, why=data.why)
    )


async def written(desk: Desk, wanted: Wanted, back: str | None = None) -> Redirect:
    """Has a correction written; leads back, or to the claim that it is about."""
    name = await desk.correct(wanted)
    if back is not None:
        return Redirect(f"{back}&done={name}", status_code=303)
    subjects = next(row.claims for row in desk.view.corrections() if row.id == name)
    return Redirect(f"/claims/{subjects[0].id}?done={name}#done", status_code=303)


def kept(desk: Desk, name: str | None) -> Correction | None:
    """The correction that has just been written, if that is what an address names."""
    rows = desk.view.corrections() if name else ()
    return next((row for row in rows if row.id == name), None)


def typed(claim: Claim, name_of: Callable[[str], str]) -> dict[str, str]:
    """What is coded, as one would type it to change it."""
    speaker = claim.asserted_by
    return {
        "type": " ".join((claim.event_type, *claim.modes)),
        "date": claim.occurred or "",
        "actors": _side(claim.actors, name_of),
        "recipients": _side(claim.recipients, name_of),
        "speaker": f"{speaker.role}: {speaker.name}" if speaker.name else speaker.role,
        "certainty": claim.certainty,
    }


def _side(parts: Iterable[Participant], name_of: Callable[[str], str]) -> str:
    """States by code, all others by name."""
    return ", ".join(
        one.country if one.country and one.name in {None, name_of(one.country)} else one.name or "?"
        for one in parts
    )


def _settings(desk: Desk, form: CorrectionForm) -> Iterator[str]:
    """The fields that are other than they were, as FIELD=VALUE."""
    claim = desk.view.claim(form.claim)
    if claim is None:
        raise UsageError(f"no claim {form.claim!r} in this record")
    before = typed(claim, desk.name)
    after = {field: getattr(form, field) for field in before}
    after["type"] = f"{form.type} {' '.join(form.modes.split())}".strip() or None
    for field, value in after.items():
        if value is not None and value.strip() != before[field]:
            yield f"{field}={value.strip()}"


def _named(text: str) -> str:
    """The id in what was typed, which may be the address of a page."""
    found = _ID.findall(text)
    if not found:
        raise UsageError("name the other claim or event: copy its address, or its id")
    return str(found[-1])
