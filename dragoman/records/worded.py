"""What codes of the record are called in words, wherever they are shown."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.records.answers import Answer, Question, Sought, Stance, Verdict
from dragoman.records.dates import is_edtf
from dragoman.records.events import Dispute, Event
from dragoman.records.shown import safe

_VERDICTS: dict[Verdict, str] = {
    "so": "The record says so",
    "not so": "The record says that it is not so",
    "both": "The record says both",
    "uncertain": "The record is not sure",
    "planned": "The record tells of it as planned",
    "silent": "The record does not say",
}
_TOLD = "The record tells of it"
_UNCLEAR = "What was done is not clear from the question, so the record says neither yes nor no"
_STANCES: dict[Stance, str] = {
    "affirmed": "Affirmed",
    "denied": "Denied",
    "uncertain": "Uncertain or supposed",
    "planned": "Planned or promised",
}
_FIELDS = {
    "occurred": "when it happened",
    "actors": "who did it",
    "place": "where it happened",
    "count": "how many",
    "happened": "whether it happened",
    "first": "who was first",
    "only": "who was the only one",
    "last": "who was last",
}
STANDINGS = {
    "single": "one source",
    "agreed": "agreed",
    "disputed": "disputed",
    "denied": "denied",
}
BECAME = {  # what a relation became, by the mode of the event
    "recognize": "recognised",
    "establish-relations": "relations established",
    "restore-relations": "relations restored",
    "upgrade-relations": "relations raised in rank",
    "suspend-relations": "relations suspended",
    "sever-relations": "relations severed",
}
DOUBTS = {  # why an event does not count
    "denied": "denied",
    "doubtful": "hardly believed",
    "undated": "undated",
    "repeated": "told of a time when it was so already",
}
HAPPENED = {"yes": "it happened", "no": "it did not happen"}
_WHICH = {  # of deeds, whose values are dates
    "first": "which was the first",
    "only": "which was the only one",
}


def verdict(answer: Answer) -> str:
    """The answer in one line."""
    kind = answer.question.kind
    if answer.verdict == "silent" and kind == "whether" and not answer.question.trigger:
        return _UNCLEAR
    if answer.verdict == "so" and kind not in {"whether", "state"}:
        return _TOLD
    return _VERDICTS[answer.verdict]


def looked_for(question: Question, kind: str, when: str | None) -> str:
    """What is looked for, as a question was understood; its kind of deed and time are in words."""
    if question.kind == "state":
        return f"the state of the relations of {_named(question.actors)}"
    parts = [kind, _from_whom_to_whom(question)]
    if question.speakers:
        doing = "denied by" if question.denied else "in the words of"
        parts.append(f"{doing} {_named(question.speakers)}")
    if when:
        parts.append(f"in {when}")
    if question.about:
        parts.append(f"speaking of {', '.join(f'“{safe(word)}”' for word in question.about)}")
    return ", ".join(filter(None, parts))


def _from_whom_to_whom(question: Question) -> str:
    acting = _named(question.actors) or ("who?" if question.unknown == "actor" else "")
    suffering = _named(question.recipients) or ("whom?" if question.unknown == "recipient" else "")
    return f"{acting or 'anyone'} → {suffering}" if suffering else acting


def _named(sought: Iterable[Sought]) -> str:
    return " and ".join(
        safe(f"{one.name} ({one.country})" if one.country else one.name) for one in sought
    )


def stance(question: Question, taken: Stance) -> str:
    """What a group of testimonies is called; who asks for denials gets nothing else."""
    return "Denials" if question.denied else _STANCES[taken]


def standing(event: Event) -> str:
    """How it stands; nobody denies what nobody says to have happened."""
    return "said not to have happened" if event.negated else STANDINGS[event.standing]


def field(dispute: Dispute) -> str:
    """What tellers differ on."""
    words = _WHICH if is_of_deeds(dispute) else _FIELDS
    return words.get(dispute.field, dispute.field)


def is_of_deeds(dispute: Dispute) -> bool:
    """Whether it is on which of several deeds has a rank, and these go by their dates."""
    return dispute.field in _WHICH and all(is_edtf(value.value) for value in dispute.values)
