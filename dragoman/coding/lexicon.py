"""The lexicon: which words, in which construction, tell an event of which type and mode.

Its data are the files `data/lexicon/*.toml`; `docs/coding.md` says how a pattern is written.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal

import msgspec

from dragoman.errors import OntologyError
from dragoman.ontology import plover
from dragoman.records.codec import Record

WordClass = Literal["verbs", "nouns", "adjectives"]
Words = frozenset[str]

# What rules make of "staged", "barracks" and a few more; and a hyphen without which one resigns.
_SLIPS = {
    "stag": "stage", "wag": "wage", "fin": "fine", "din": "dine", "rap": "rape", "snip": "snipe",
    "instal": "install", "dos": "dose", "ax": "axe", "defunde": "defund", "resupplie": "resupply",
    "readie": "ready", "bade": "bid", "cordone": "cordon", "par": "pare", "spar": "spare",
    "gutte": "gut", "kitte": "kit", "truncheone": "truncheon", "deregistere": "deregister",
    "bricke": "brick", "wad": "wade", "unbanne": "unban", "cratere": "crater",
    "extoll": "extol", "readmitte": "readmit", "poohe": "pooh",
    "barrack": "barracks", "headquarter": "headquarters", "re-sign": "sign",
}  # fmt: skip
_BRITISH = frozenset(
    ("favour", "honour", "endeavour", "clamour", "harbour", "armour", "neighbour", "labour")
)
_NEGATIVE = frozenset({"longer", "never", "no", "none", "not", "nothing"})
_LISTS = "lists.toml"
_OBLIQUE = re.compile(r"^[a-z_]+:")
_DEFAULT_RECIPIENT: dict[WordClass, tuple[str, ...]] = {
    "verbs": ("object",),
    "nouns": ("to", "with", "against", "on", "for", "of", "towards", "toward", "over"),
    "adjectives": ("to", "with", "against", "of"),
}
_DEFAULT_ACTOR: dict[WordClass, tuple[str, ...]] = {
    "verbs": ("subject",),
    "nouns": ("owner", "by", "from"),
    "adjectives": ("subject",),
}


def spelling(lemma: str) -> str:
    """The lemma as the lexicon is keyed: American, unhyphened, a lemmatizer's slips mended."""
    lemma = _SLIPS.get(lemma, lemma).replace("-", "")
    for british, american in (("isation", "ization"), ("yse", "yze"), ("ise", "ize")):
        if lemma.endswith(british):
            return lemma[: -len(british)] + american
    return lemma.replace("our", "or") if lemma in _BRITISH else lemma


class Group(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Triggers of one meaning, as a linguist writes them."""

    modes: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    reciprocal: bool = False
    complement: bool = False
    alone: bool = False
    weight: float = 1.0


class Frame(Record, frozen=True, kw_only=True):
    """One trigger in one construction, and where its sides stand."""

    event_type: str
    modes: tuple[str, ...]
    word_class: WordClass
    lemma: str
    particle: Words = frozenset()
    objects: Words = frozenset()
    subjects: Words = frozenset()
    obliques: tuple[tuple[str, Words], ...] = ()
    modifiers: Words = frozenset()
    predicates: Words = frozenset()
    phrase: tuple[str, ...] = ()
    bare: bool = False  # stands without an object
    denied: bool = False  # stands with a negation, which is part of its meaning
    clause: bool = False
    modals: Words = frozenset()  # auxiliaries of the clause, such as "must"
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool  # all sides are equal, so all are actors
    complement: bool  # what it governs gives the mode and is no event of its own
    alone: bool  # tells an event even where no recipient is named
    weight: float

    @property
    def negative(self) -> bool:
        """Whether its own words hold a negation, so that there is none left to count."""
        return self.denied or not _NEGATIVE.isdisjoint((*self.phrase, *self.modifiers))

    @property
    def specificity(self) -> int:
        """How many demands the frame makes on its construction."""
        demands = [
            self.objects - {"*"},
            self.subjects,
            self.modifiers,
            self.predicates,
            self.phrase,
        ]
        fixed = sum(2 if words else 1 for _, words in self.obliques)
        return 2 * sum(map(bool, demands)) + fixed + bool(self.particle) + self.clause + self.denied


class Lexicon:
    """Frames by the lemma that they hang on, and the words that govern other events."""

    def __init__(self, frames: Iterable[Frame], lists: dict[str, Words]) -> None:
        self.lists = lists
        by_lemma: dict[tuple[WordClass, str], list[Frame]] = {}
        for frame in frames:
            by_lemma.setdefault((frame.word_class, frame.lemma), []).append(frame)
        self._frames = {
            key: tuple((f, _needs(f)) for f in sorted(found, key=lambda f: -f.specificity))
            for key, found in by_lemma.items()
        }
        self.size = sum(map(len, self._frames.values()))

    @cached_property
    def words(self) -> Words:
        """All the words of which frames and lists speak; few texts ask for them."""
        return _words_of(self.all()).union(*self.lists.values())

    def frames(self, word_class: WordClass, lemma: str) -> tuple[Frame, ...]:
        """The frames of a lemma, the most demanding first."""
        return tuple(frame for frame, _ in self._frames.get((word_class, lemma), ()))

    def fitting(self, word_class: WordClass, lemma: str, words: Words) -> Iterator[Frame]:
        """Those of them whose demands these words of a sentence may meet, wherever they stand."""
        for frame, needs in self._frames.get((word_class, lemma), ()):
            if not any(map(words.isdisjoint, needs)) and words.issuperset(frame.phrase):
                yield frame

    def all(self) -> Iterator[Frame]:
        """Every frame."""
        for found in self._frames.values():
            yield from (frame for frame, _ in found)

    def list(self, name: str) -> Words:
        """The words of one of the lists in `lists.toml`; OntologyError if there is none."""
        try:
            return self.lists[name]
        except KeyError:
            raise OntologyError(
                f"no word list {name!r} in data/lexicon/lists.toml; add it"
            ) from None


def _words_of(frames: Iterable[Frame]) -> Words:
    """All the words of which frames speak."""
    found: set[str] = set()
    for frame in frames:
        found |= {frame.lemma, *frame.objects, *frame.subjects, *frame.modifiers}
        found |= frame.predicates.union(*(nouns for _, nouns in frame.obliques))
    return frozenset(found)


def _needs(frame: Frame) -> tuple[Words, ...]:
    """Sets of words of each of which a sentence must have one."""
    nouns = (words for _, words in frame.obliques)
    sets = (frame.objects, frame.subjects, frame.modifiers, *nouns)
    return tuple(words for words in sets if words and "*" not in words)


@cache
def lexicon() -> Lexicon:
    """The lexicon that the package ships."""
    folder = files("dragoman").joinpath("data/lexicon")
    lists = _read_lists(_parsed(folder.joinpath(_LISTS).read_text("utf-8"), _LISTS))
    frames: list[Frame] = []
    for entry in sorted(folder.iterdir(), key=lambda path: path.name):
        if entry.name.startswith("frames-"):
            data = _parsed(entry.read_text("utf-8"), entry.name)
            frames += read_frames(data, lists, entry.name)
    return Lexicon(frames, lists)


def _parsed(text: str, place: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"data/lexicon/{place}: {error}; mend the line") from error


def read_frames(data: dict[str, Any], lists: dict[str, Words], place: str) -> Iterator[Frame]:
    """The frames of one file's data; OntologyError for a type or mode the codebook lacks."""
    event_type = data["type"]
    for raw in data["group"]:
        group = msgspec.convert(raw, Group)
        try:
            plover().score(event_type, group.modes)
        except OntologyError as error:
            raise OntologyError(f"data/lexicon/{place}: {error}") from error
        yield from _group_frames(event_type, group, lists, place)


def _group_frames(
    event_type: str, group: Group, lists: dict[str, Words], place: str
) -> Iterator[Frame]:
    classes: tuple[WordClass, ...] = ("verbs", "nouns", "adjectives")
    for word_class in classes:
        for pattern in getattr(group, word_class):
            shape = _Pattern(pattern, lists, place)
            for lemma in sorted(shape.heads):
                yield Frame(
                    event_type=event_type,
                    modes=group.modes,
                    word_class=word_class,
                    lemma=lemma,
                    particle=shape.particle,
                    objects=shape.objects,
                    subjects=shape.subjects,
                    obliques=tuple(shape.obliques),
                    modifiers=shape.modifiers,
                    predicates=shape.predicates,
                    phrase=shape.phrase,
                    bare=shape.bare,
                    denied=shape.denied,
                    clause=shape.clause,
                    modals=shape.modals,
                    actor=group.actor or _DEFAULT_ACTOR[word_class],
                    recipient=group.recipient or _DEFAULT_RECIPIENT[word_class],
                    reciprocal=group.reciprocal,
                    complement=group.complement,
                    alone=group.alone,
                    weight=group.weight,
                )


class _Pattern:
    """One pattern taken apart, such as `break +off =@relations` or `be in:talk`."""

    def __init__(self, text: str, lists: dict[str, Words], place: str) -> None:
        self.lists, self.place = lists, place
        self.particle: Words = frozenset()
        self.objects: Words = frozenset()
        self.subjects: Words = frozenset()
        self.obliques: list[tuple[str, Words]] = []
        self.modifiers: Words = frozenset()
        self.predicates: Words = frozenset()
        self.phrase: tuple[str, ...] = ()
        self.clause = self.bare = self.denied = False
        self.modals: Words = frozenset()
        head, *demands = text.split()
        self.heads = self._words(head)
        for demand in demands:
            self._take(demand, text)

    def _take(self, demand: str, text: str) -> None:
        sigil, rest = demand[0], demand[1:]
        if sigil == "+":
            self.particle = self._words(rest)
        elif sigil == "=":
            self.objects = self._words(rest)
        elif sigil == "^":
            self.subjects = self._words(rest)
        elif sigil == "*":
            self.modifiers = self._words(rest)
        elif demand in {"!", "-"}:
            self.bare, self.denied = self.bare or demand == "!", self.denied or demand == "-"
        elif sigil == ">":
            self.clause, self.modals = True, self._words(rest)
        elif sigil == "%":
            self.predicates = self._words(rest)
        elif sigil == "~":
            self.phrase = tuple(rest.replace("-", "_-_").split("_"))  # as the parser cuts it
        elif _OBLIQUE.match(demand):
            preposition, _, nouns = demand.partition(":")
            self.obliques.append((preposition, self._words(nouns)))
        else:
            raise OntologyError(
                f"data/lexicon/{self.place}: {demand!r} in {text!r} begins with no known sign; "
                "use + = ^ * % ~ > ! - or a preposition and a colon"
            )

    def _words(self, text: str) -> Words:
        found: set[str] = set()
        for part in filter(None, text.split("|")):
            if part.startswith("@"):
                found |= self._list(part[1:])
            else:
                found.add(spelling(part))
        return frozenset(found)

    def _list(self, name: str) -> Words:
        if name not in self.lists:
            raise OntologyError(
                f"data/lexicon/{self.place}: no list {name!r} in lists.toml; add it"
            )
        return self.lists[name]


def _read_lists(data: dict[str, str]) -> dict[str, Words]:
    """Word lists, in which `@other` stands for the words of another list given before it."""
    found: dict[str, Words] = {}
    for name, text in data.items():
        words: set[str] = set()
        for word in text.split():
            words |= found[word[1:]] if word.startswith("@") else {spelling(word)}
        found[name] = frozenset(words)
    return found
