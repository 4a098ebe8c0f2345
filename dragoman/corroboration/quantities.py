"""How many: the dead, wounded, taken, expelled and freed, and amounts of what is given or sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.corroboration.numbers import Number, Word, is_number, lower, numbers, split
from dragoman.corroboration.words import listed, stem
from dragoman.records.codec import Record

# Stems of the words for what is done to those who are counted.
DEEDS = {
    "dead": "kill di die dies died dead death deaths lives execut slain",
    "wounded": "wound injur hurt",
    "taken": "abduct kidnap captur detain arrest seiz took taken",
    "expelled": "expel expell deport",
    "freed": "releas free freed",
}
TOLL = frozenset({"dead", "wounded"})
_DEED_OF = {word: deed for deed, words in DEEDS.items() for word in words.split()}

_HARM = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"})
_TYPES = {  # by deed, or by none, the types of event that are so measured
    "dead": _HARM,
    "wounded": _HARM,
    "taken": _HARM,
    "expelled": frozenset({"SANCTION", "COERCE", "REJECT"}),
    "freed": frozenset({"RETREAT", "CONCEDE"}),
    "": frozenset({"AID", "COOPERATE", "SUPPORT", "AGREE", "RETREAT", "MOBILIZE"}),
}

_PLURALS = listed("people men women children fishermen policemen personnel police dead")
_SINGULARS = listed("person soldier civilian officer man woman child policeman guard")
_SAME_UNIT = {
    "person": "people",
    "persons": "people",
    "lives": "people",
    "dead": "people",
    "troops": "soldiers",
    "servicemen": "soldiers",
    "tons": "tonnes",
}
# What is counted in passing and tells nothing of how much was done.
_IDLE = listed(
    "seconds minutes hours days weeks months years decades centuries times sides countries states"
    " nations governments parties leaders presidents ministers neighbours neighbors capitals"
    " peoples armies degrees kilometres kilometers miles metres meters points rounds others"
    " occasions anniversaries percent"
)
_BARRIERS = frozenset(".;:—–()")
_ENDS_PHRASE = listed("of in on at and or were was are had have has to from by with")
_NEAR = 8  # words between a deed and the amount that measures it
_DEED_WITHIN = 6  # words between those counted and what was done to them
_NOUN_WITHIN = 4  # words from a number to its noun


class Quantity(Record, frozen=True, kw_only=True):
    """A number with its unit: so many dead, so much rice; a vague number is a range."""

    deed: str  # one of DEEDS, or empty for an amount
    unit: str
    of: frozenset[str]  # whose, or of what
    low: float
    high: float
    text: str  # as it stands there

    @property
    def kind(self) -> tuple[str, str]:
        """What is counted."""
        return self.deed, self.unit

    def allows(self, other: Quantity) -> bool:
        """Whether both may be true of one number."""
        return self.low <= other.high and other.low <= self.high

    def comparable(self, other: Quantity) -> bool:
        """Whether both count the same: the toll of all is not that of one side."""
        if self.kind != other.kind:
            return False
        return self.of == other.of or (self.deed not in TOLL and not (self.of and other.of))


def quantities(sentence: str, trigger: int, event_type: str) -> tuple[Quantity, ...]:
    """How many a sentence says, where a deed of this type stands at the trigger."""
    words = split(sentence)
    at = next((i for i, word in enumerate(words) if word.end > trigger), len(words))
    found = sorted(_counted(sentence, words), key=lambda pair: abs(pair[0] - at))
    nearest: dict[tuple[str, str], Quantity] = {}
    for place, quantity in found:
        if event_type in _TYPES[quantity.deed] and (quantity.deed or _near(words, at, place)):
            nearest.setdefault(quantity.kind, quantity)
    return tuple(nearest[kind] for kind in sorted(nearest))


def toll(sentence: str) -> tuple[Quantity, ...]:
    """The dead and wounded that a sentence counts."""
    counted = (quantity for _, quantity in _counted(sentence, split(sentence)))
    return tuple(quantity for quantity in counted if quantity.deed in TOLL)


def _near(words: Sequence[Word], at: int, place: int) -> bool:
    """Whether a number stands close to the trigger, in one clause with it."""
    between = words[min(at, place) : max(at, place)]
    return len(between) <= _NEAR and not any(word.lower in _BARRIERS for word in between)


def _counted(sentence: str, words: Sequence[Word]) -> Iterator[tuple[int, Quantity]]:
    """Each number that counts something, with its place among the words."""
    for number in numbers(words):
        noun = _noun(words, number)
        if noun is not None and words[noun].lower in _IDLE:
            continue
        end = number.last - 1 if noun is None else noun
        deed = _deed(words, number.first, end)
        unit = _unit(words, number, noun, deed)
        if unit:
            text = " ".join(sentence[words[number.first].start : words[end].end].split())
            of = frozenset() if noun is None else _of(words, number.last, noun)
            low, high = number.low, number.high
            yield number.last, Quantity(deed=deed, unit=unit, of=of, low=low, high=high, text=text)


def _noun(words: Sequence[Word], number: Number) -> int | None:
    """What is counted: the first plural after the number, before the phrase ends."""
    for at in range(number.last, min(number.last + _NOUN_WITHIN, len(words))):
        word = words[at]
        if not word.text[0].isalpha() or is_number(word.lower) or word.lower in _ENDS_PHRASE:
            return None
        singular = number.high == 1 and word.lower in _SINGULARS
        if word.text.islower() and (_is_plural(word.lower) or singular):
            return at
    return None


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _unit(words: Sequence[Word], number: Number, noun: int | None, deed: str) -> str:
    """What is counted, as a stem; of "killed 12", people; empty where nothing is."""
    if noun is not None:
        return _same_unit(words[noun].lower)
    if number.currency:
        return stem(number.currency)
    bare = deed in TOLL and _deed_of(lower(words, number.first - 1)) == deed
    return _same_unit("people") if bare else ""


def _same_unit(noun: str) -> str:
    return stem(_SAME_UNIT.get(noun, noun))


def _of(words: Sequence[Word], first: int, noun: int) -> frozenset[str]:
    """Whose those counted are, or of what a measure is: rice, of "tons of rice"."""
    whose = {word.lower for word in words[first:noun] if word.text[0].isupper()}
    measure = lower(words, noun) in {"tons", "tonnes", "barrels", "litres", "bags", "sacks"}
    if measure and lower(words, noun + 1) == "of" and lower(words, noun + 2):
        whose.add(lower(words, noun + 2))
    return frozenset(whose)


def _deed(words: Sequence[Word], first: int, last: int) -> str:
    """What was done to those counted, by the nearest word for it in their clause."""
    before = _first_deed(words, range(first - 1, first - 1 - _DEED_WITHIN, -1))
    after = _first_deed(words, range(last, last + 1 + _DEED_WITHIN))
    return min((found for found in (before, after) if found), default=(0, ""))[1]


def _first_deed(words: Sequence[Word], places: range) -> tuple[int, str] | None:
    for steps, at in enumerate(places):
        word = lower(words, at)
        if not word or word in _BARRIERS:
            return None
        if deed := _deed_of(word):
            return steps, deed
    return None


def _deed_of(word: str) -> str | None:
    return _DEED_OF.get(word) or _DEED_OF.get(stem(word))
