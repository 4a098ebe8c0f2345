"""Where readers who comment are at home, and which state each of them calls `you`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

from dragoman.reading.resolve.facing import OURSELVES, SURE, YOURSELVES, Facing
from dragoman.reading.resolve.quarrel import across
from dragoman.reading.resolve.told import Text, told_home
from dragoman.reading.resolve.turns import accuses
from dragoman.records.documents import Document, Section

_NAMELESS = frozenset({"", "anonymous", "anon", "guest", "unknown", "a reader"})
_OTHERS = frozenset({"you", "your", "they", "their"})
_TOP = 600  # characters in which the author of a post is named


class Whose(Protocol):
    """What is asked of the document that is commented on."""

    def is_quoted(self, offset: int) -> bool:
        """Whether a character stands inside quotation marks."""

    def is_state(self, code: str) -> bool:
        """Whether a code is a state's."""

    def place_of_reader(self, name: str) -> str | None:
        """The state of the place in a name, if the document speaks of it."""


class Readers:
    """Answers for one document; those of whom nothing tells are at home where its author is."""

    def __init__(self, document: Document, texts: Sequence[Text], whose: Whose) -> None:
        self._document, self._whose = document, whose
        self._pair: tuple[str, ...] = ()
        self._said: defaultdict[int, list[Text]] = defaultdict(list)  # by section
        for text in texts:
            self._said[text[0].sentence.section].append(text)
        self._comments = {n: s for n, s in enumerate(document.sections) if s.kind == "comment"}
        self.homes: dict[int, str] = {}
        self.addressed: dict[int, str] = {}
        self._by_name: dict[str, str] = {}

    def find(self, own: str | None, pair: tuple[str, ...]) -> None:
        """Fills both, of a document about two states whose author is at home in `own`."""
        self._pair = pair
        for number, section in self._comments.items():
            home = own if self._is_host(section) else self._told(number) or self._faced(number)
            self._settle(number, home)
        for number in self._comments:
            home = self._by_name.get(self._key(number)) or self._accused(number, own)
            self._settle(number, home or (own if self._is_one_of_us(number) else None))
            self._answered(number)
        for number in self._comments:
            self._settle(number, self._by_name.get(self._key(number)))
            if you := across(self._pair, self.homes.get(number)):
                self.addressed[number] = you

    def _key(self, number: int) -> str:
        name = (self._comments[number].author or "").casefold()
        return f"{name} {number}" if name in _NAMELESS else name.partition(" (")[0]

    def _settle(self, number: int, home: str | None) -> None:
        if home:
            self.homes.setdefault(number, home)
            self._by_name.setdefault(self._key(number), home)

    def _is_host(self, section: Section) -> bool:
        """Whether the author of the post comments."""
        top = self._document.text[: min(_TOP, *(s.start for s in self._comments.values()))]
        return section.by_author or f"by {section.author}" in top

    def _told(self, number: int) -> str | None:
        """The home that a reader tells, beside the name or in the comment."""
        place = self._whose.place_of_reader(self._comments[number].author or "")
        return place or told_home(self._said[number], self._whose.is_quoted)

    def _faced(self, number: int) -> str | None:
        """The one of the two that a reader's `we` do not face, but `you` do."""
        said = self._said[number], self._whose.is_quoted, self._whose.is_state
        facing, yours = Facing(*said), Facing(*said, YOURSELVES)
        own = [code for code in self._pair if yours.opposed[code] >= SURE]
        if len(own) == 1:
            return own[0]
        faced = [code for code in self._pair if facing.is_faced(code)]
        if not faced and self._quarrels(number):  # `in Lima your police beat our fans`
            faced = [code for code in self._pair if facing.abroad[code]]
        sure = [code for code in faced if facing.opposed[code] >= SURE] or faced
        return across(self._pair, sure[0]) if len(sure) == 1 else None

    def _is_one_of_us(self, number: int) -> bool:
        """Whether a reader says `we` and accuses nobody, as those do who agree with an author."""
        ours = any(word in OURSELVES for words, *_ in self._said[number] for word in words.folded)
        return ours and not self._accuses(number)

    def _quarrels(self, number: int) -> bool:
        """Whether a reader tells of `ours` and of `yours`, or of what `they` did."""
        said = {word for words, *_ in self._said[number] for word in words.folded}
        return bool(said & OURSELVES) and bool(said & _OTHERS)

    def _accuses(self, number: int) -> bool:
        return any(accuses(words, self._whose.is_quoted) for words, *_ in self._said[number])

    def _accused(self, number: int, own: str | None) -> str | None:
        """The home of someone who says `you` to one whose home is known, or to the author."""
        if not self._accuses(number):
            return None
        if self._comments[number].parent is not None:
            return across(self._pair, self._by_name.get(self._heard(number)[0]))
        heard = (self._by_name[key] for key in self._heard(number) if key in self._by_name)
        return across(self._pair, next(heard, own))

    def _answered(self, number: int) -> None:
        """Gives one of whom nothing is known, but that another accuses them, the other's home."""
        home, heard = self.homes.get(number), self._heard(number)
        other = across(self._pair, home)
        if home and other and heard and self._accuses(number):
            self._by_name.setdefault(heard[0], other)

    def _heard(self, number: int) -> list[str]:
        """Those whom a comment may answer, the nearest first."""
        parent = self._comments[number].parent
        if parent is not None:
            return [self._key(parent)]
        before = (self._key(n) for n in reversed(self._comments) if n < number)
        return [key for key in before if key != self._key(number)]
