"""What a person types to change a claim, as changes of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_args

import msgspec

from dragoman.errors import UsageError
from dragoman.ontology import plover
from dragoman.records.actors import Participant
from dragoman.records.claims import Certainty, Claim, SpeakerRole
from dragoman.records.corrections import Change, ChangedField
from dragoman.records.dates import is_edtf

Whom = Callable[[str], Participant]  # the actor of a code or a name; UsageError for none
Values = dict[ChangedField, Any]

FIELDS = ("type", "date", "actors", "recipients", "speaker", "certainty")
_UNSURE = {"hypothetical", "negation"}  # what a claim is no longer once someone is sure


def changes(claim: Claim, settings: Iterable[str], whom: Whom) -> tuple[Change, ...]:
    """The changes that `field=value` texts ask for; UsageError for one that cannot be."""
    coded = msgspec.to_builtins(claim)
    wanted: Values = {}
    for setting in settings:
        field, equals, value = setting.partition("=")
        if not equals or field.strip() not in FIELDS:
            raise UsageError(f"{setting!r} changes nothing: write FIELD=VALUE, {_known()}")
        wanted |= _READERS[field.strip()](value.strip(), claim, whom)
    found = tuple(
        Change(field=name, coded=coded[name], value=value)
        for name, value in wanted.items()
        if coded[name] != value
    )
    if not found:
        raise UsageError(f"{claim.id} is coded so already: nothing to change")
    return found


def _known() -> str:
    return f"where FIELD is one of {', '.join(FIELDS)}"


def _type(value: str, _: Claim, __: Whom) -> Values:
    """`CONSULT` or `CONSULT visit`."""
    name, *modes = value.replace("/", " ").split() or [""]
    found = plover().type(name.upper())
    score = plover().score(name.upper(), tuple(modes))
    quad_class = found.quad_class
    return {
        "event_type": name.upper(),
        "modes": modes,
        "quad_class": quad_class,
        "score": score,
    }


def _date(value: str, _: Claim, __: Whom) -> Values:
    if value and not is_edtf(value):
        raise UsageError(f"{value!r} is no EDTF date; write 1966-04-13, 197X, or nothing for none")
    return {"occurred": value or None, "occurred_basis": "stated" if value else None}


def _actors(value: str, claim: Claim, whom: Whom) -> Values:
    return {"actors": list(_side(value, claim, whom))}


def _recipients(value: str, claim: Claim, whom: Whom) -> Values:
    return {"recipients": list(_side(value, claim, whom))}


def _side(value: str, claim: Claim, whom: Whom) -> Iterator[Any]:
    """Each as the document names it, where it does."""
    present = (*claim.actors, *claim.recipients)
    for text in filter(None, map(str.strip, value.split(","))):
        meant = whom(text)
        named = [one for one in present if _same(one, meant)]
        at = claim.trigger.start
        unnamed = msgspec.structs.replace(meant, text="", start=at, end=at)
        yield msgspec.to_builtins(named[0] if named else unnamed)


def _same(one: Participant, other: Participant) -> bool:
    return (one.country, one.name) == (other.country, other.name)


def _speaker(value: str, claim: Claim, whom: Whom) -> Values:
    """`author`, `quoted: Ali Khamenei`, `reported: IRN`."""
    role, _, name = (part.strip() for part in value.partition(":"))
    if role not in get_args(SpeakerRole):
        roles = ", ".join(get_args(SpeakerRole))
        raise UsageError(f"{value!r} is no speaker; write ROLE or ROLE: NAME, ROLE one of {roles}")
    coded = msgspec.to_builtins(claim.asserted_by)
    if not name:
        return {"asserted_by": coded | {"role": role}}
    meant = whom(name)
    return {"asserted_by": coded | {"role": role, "name": meant.name, "country": meant.country}}


def _certainty(value: str, claim: Claim, _: Whom) -> Values:
    if value not in get_args(Certainty):
        known = ", ".join(get_args(Certainty))
        raise UsageError(f"{value!r} is no certainty; there are {known}")
    auxiliary = [one for one in claim.auxiliary if one not in _UNSURE]
    if value.endswith("-"):
        auxiliary.append("negation")
    return {"certainty": value, "auxiliary": auxiliary}


_READERS: dict[str, Callable[[str, Claim, Whom], Values]] = {
    "type": _type,
    "date": _date,
    "actors": _actors,
    "recipients": _recipients,
    "speaker": _speaker,
    "certainty": _certainty,
}
