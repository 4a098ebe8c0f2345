from __future__ import annotations

from dragoman.records.actors import Participant
from dragoman.records.claims import Coding, Trigger
from eval.sentences import rightly_coded
from training.examples import Event, Span

# "Chad attacked Niger."
CHAD, ATTACKED, NIGER = (0, 4), (5, 13), (14, 19)


def event(**changes: object) -> Event:
    plain = {"type": "ASSAULT", "modes": frozenset(), "contexts": frozenset(), "trigger": ATTACKED}
    sides = {"actors": (CHAD,), "recipients": (NIGER,)}
    return Event(**{**plain, **sides, **changes})  # type: ignore[arg-type]


def coding(actor: Span = CHAD, recipient: Span | None = NIGER, kind: str = "ASSAULT") -> Coding:
    return Coding(
        sentence=0,
        head=1,
        trigger=Trigger(text="attacked", start=5, end=13),
        event_type=kind,
        actors=(_side(actor),),
        recipients=(_side(recipient),) if recipient else (),
    )


def _side(span: Span) -> Participant:
    return Participant(
        text="", name=None, country=None, sector=None, wikidata=None, start=span[0], end=span[1]
    )


def test_type_trigger_and_sides_must_be_right() -> None:
    assert rightly_coded(event(), coding())
    assert not rightly_coded(event(), coding(kind="ACCUSE"))
    assert not rightly_coded(event(), coding(actor=NIGER, recipient=CHAD))
    assert not rightly_coded(event(trigger=(20, 25)), coding())


def test_of_equals_each_must_stand_on_some_side() -> None:
    both = event(actors=(CHAD, NIGER), recipients=())
    assert rightly_coded(both, coding())
    assert not rightly_coded(both, coding(recipient=None))
