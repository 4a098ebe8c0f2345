"""What kind of question it is: by how it opens."""

from __future__ import annotations

import re
from typing import Literal

from dragoman.records.answers import Order, QuestionKind, Unknown
from dragoman.records.codec import Record

AUXILIARY = (
    r"do|does|did|is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should"
)
_NOUN = (
    r"(?:countr(?:y|ies)|states?|governments?|nations?|sides?|leaders?|organi[sz]ations?|parties)"
)
_SAY = (
    r"(?:say|said|says|claim(?:ed)?|state|stated|think|thinks|declare|declared|write|written|wrote"
    r"|announce|announced|argue|argued|maintain|tell|told)"
)
_ORDERS: dict[str, Order] = {
    "first": "first",
    "earliest": "first",
    "originally": "first",
    "last": "last",
    "latest": "last",
    "most recently": "last",
    "recently": "last",
}
_ORDER = re.compile(
    r",?\s*\b(?:for the )?"
    r"(most recently|recently|originally|first|last|earliest|latest)(?: time)?\b"
    r"(?!\s+(?:week|month|year|century|decade|spring|summer|autumn|winter|night|"
    r"January|February|March|April|May|June|July|August|September|October|November|December))",
    re.IGNORECASE,
)
_IDLE = re.compile(
    r"\b(ever|really|actually|also|still|yet|truly|indeed|already)\b\s*", re.IGNORECASE
)
_TO_BE_FIRST = re.compile(
    rf"^(?:was|is|were|are|has been) (?:the |among the )?(first|last)(?: [a-z]+)?(?: {_NOUN})? to ",
    re.IGNORECASE,
)


What = Literal["said", "denied", "done", "happened"]


class Form(Record, frozen=True, kw_only=True):
    """What a question asks for, and the rest of it: a clause, or what follows the subject."""

    kind: QuestionKind
    rest: str
    unknown: Unknown | None = None
    order: Order | None = None
    object: str | None = None  # of "what letters did X send": what is asked for
    topic: str | None = None  # whom or what it is about: "what did X say about TOPIC"
    said: What | None = None  # of "what did X say", the word


_WHICH = rf"(?:which|what) (?:\w+ )?{_NOUN}(?: of the \w+)?"
_SHOW = r"(?:please )?(?:list|show|name|give|find|tell)(?: me)?(?: of| about)?(?: all| every)?"
_Opening = tuple[QuestionKind, Unknown | None, str]
_OPENINGS: tuple[_Opening, ...] = (
    ("how-many", None, r"how (?:many times|often|frequently)\s+"),
    ("how-many", None, rf"how many (?=\w+.*\b(?:{AUXILIARY})\b)"),
    ("when", None, r"(?:since when|when|(?:in|on) (?:what|which) (?:year|month|day|date))\s+"),
    ("when", None, r"what (?:year|day|date)\s+"),
    ("who", "speaker", rf"who (?:has )?(?={_SAY}\b)"),
    ("who", "recipient", rf"(?:(?:to|with|against|by) )?whom\s+(?=(?:{AUXILIARY})\b)"),
    ("who", "recipient", rf"(?:who|{_WHICH})\s+(?=(?:did|does|do)\b)"),
    ("who", "actor", rf"(?:who|{_WHICH})\s+"),
    ("list", None, rf"{_SHOW}\s+"),
    ("list", None, rf"(?:why|how|where|what)\s+(?=(?:{AUXILIARY})\b)"),
    ("list", None, r"(?:what|which)\s+(?=\w+s\b)"),
    ("whether", None, rf"(?=(?:{AUXILIARY})\b)"),
)
_FORMS = tuple(
    (kind, unknown, re.compile(opening, re.IGNORECASE)) for kind, unknown, opening in _OPENINGS
)
_OBJECT = re.compile(
    rf"(?:what|which) (?!{_NOUN}\b)(?P<object>(?:\w+ )?\w+s)"
    r" (?P<rest>(?:do|does|did|has|have)\b.+)",
    re.IGNORECASE,
)
_DOES = r"(?:do|does|did|has|have|had)"
_ABOUT = r"\s+(?:about|of|on|to|regarding)\s+"
_SAID = re.compile(
    rf"what {_DOES} (?P<who>.+?) {_SAY}{_ABOUT}(?P<topic>.+)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    rf"what {_DOES} (?P<who>.+?) (?:deny|denied)(?:{_ABOUT}(?P<topic>.+))?$",
    re.IGNORECASE,
)
_DONE = re.compile(
    rf"what {_DOES} (?P<who>.+?) (?:do|done)"
    r"(?:\s+(?:to|for|with|against|about)\s+(?P<topic>.+?))?$",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"what (?:(?:has|had) )?(?P<who>happened|took place|occurred)\s+(?P<topic>.+)$",
    re.IGNORECASE,
)
_WHAT: tuple[tuple[What, re.Pattern[str]], ...] = (
    ("denied", _DENIED),
    ("said", _SAID),
    ("done", _DONE),
    ("happened", _HAPPENED),
)


def form(question: str) -> Form:
    """What kind of question it is, and what is left to read."""
    plain = _IDLE.sub("", " ".join(question.split())).rstrip("?!. ")
    for word, pattern in _WHAT:
        if match := pattern.match(plain):
            kind: QuestionKind = "said" if word in {"said", "denied"} else "list"
            return Form(kind=kind, rest=match["who"], topic=match["topic"] or "", said=word)
    plain, order = _without_order(plain)
    if match := _OBJECT.match(plain):
        return Form(kind="list", rest=match["rest"], object=match["object"], order=order)
    for kind, unknown, pattern in _FORMS:
        if match := pattern.match(plain):
            return _formed(kind, unknown, plain[match.end() :], order)
    return Form(kind="list", rest=plain, order=order)


def asks_of_the_future(question: str) -> bool:
    """Whether it asks what is to come."""
    return re.search(r"^(?:\w+ ){0,3}?(?:will|shall)\b", question, re.IGNORECASE) is not None


def asks_for_denial(question: str) -> bool:
    """Whether it is the denial that is asked about, and not the deed."""
    return (
        re.search(r"\b(?:deny|denies|denied|denial|denials)\b", question, re.IGNORECASE) is not None
    )


def _formed(kind: QuestionKind, unknown: Unknown | None, rest: str, order: Order | None) -> Form:
    if unknown == "actor" and (match := _TO_BE_FIRST.match(rest)):
        return Form(
            kind=kind,
            unknown=unknown,
            order="first" if match[1].lower() == "first" else "last",
            rest=f"did {rest[match.end() :]}",
        )
    return Form(kind=kind, unknown=unknown, rest=rest, order=order)


def _without_order(question: str) -> tuple[str, Order | None]:
    """The question without "first" or "last", and which of them it had."""
    match = _ORDER.search(question)
    if match is None or _TO_BE_FIRST.search(question.partition(" ")[2]):
        return question, None
    bare = question[: match.start()] + question[match.end() :]
    return " ".join(bare.split()), _ORDERS[match[1].lower()]
