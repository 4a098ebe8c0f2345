"""Patterns over the categories of tokens: what a rule is, and how a text is reduced by rules.

A rule is written as categories in a row: `the? ordinal|day of month comma? year`. Each item
takes one token of one of its categories; `?`, `*3` (up to three) follow it. Rules have no
nesting and no open repetition, so matching is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

from dragoman.reading.times.lexicon import CATEGORY
from dragoman.reading.times.tokens import Token

_ITEM: Final = re.compile(r"([a-z_|]+)(\?|\*\d)?")


def categories(tokens: list[Token]) -> str:
    """The tokens as the rules see them: one character each."""
    return "".join([token.category for token in tokens])


class Match:
    """Tokens `first` up to `end` of a text, which a rule fits, and the tokens around them."""

    __slots__ = ("end", "first", "tokens")

    def __init__(self, tokens: list[Token], first: int, end: int) -> None:
        self.tokens, self.first, self.end = tokens, first, end

    def get(self, names: str, nth: int = 0) -> Any:
        """The value of the nth token of these categories (`day|ordinal`), or None."""
        found = self.all(names)
        return found[nth].value if nth < len(found) else None

    def all(self, names: str) -> list[Token]:
        """The tokens of these categories."""
        wanted = {CATEGORY[name] for name in names.split("|")}
        return [t for t in self.tokens[self.first : self.end] if t.category in wanted]

    def has(self, names: str) -> bool:
        """Whether a token of one of these categories is there."""
        return bool(self.all(names))

    def before(self, back: int = 1) -> Token | None:
        """The token so many before the match, or None."""
        return self.tokens[self.first - back] if self.first >= back else None

    def after(self, on: int = 1) -> Token | None:
        """The token so many after the match, or None."""
        at = self.end + on - 1
        return self.tokens[at] if at < len(self.tokens) else None


Builder = Callable[[Match], Any]


class Rule(NamedTuple):
    """Categories in a row, what they make, and of what category that is."""

    pattern: str
    build: Builder
    makes: str = "point"


class _Choice(NamedTuple):
    """The rules that can begin with one category: all at once for speed, and one by one."""

    any_of: Callable[[str, int], re.Match[str] | None]
    each: tuple[tuple[Callable[[str, int], re.Match[str] | None], Rule], ...]


class Grammar:
    """Rules in the order in which they are tried; the first that fits and builds wins."""

    def __init__(self, rules: Iterable[Rule], needs: str = "") -> None:
        by_first: dict[str, list[Rule]] = {}
        pairs: dict[str, set[str]] = {}
        lone: set[str] = set()
        for rule in rules:
            for first, seconds in _openings(_items(rule.pattern)):
                by_first.setdefault(first, []).append(rule)
                pairs.setdefault(first, set()).update(seconds or ())
                if seconds is None:
                    lone.add(first)
        self._choices = {category: _choice(ruled) for category, ruled in by_first.items()}
        # most tokens that could begin a rule stand before one that cannot follow, and begin none
        starts = [
            f"{first}[{''.join(sorted(pairs[first]))}]" for first in pairs if first not in lone
        ]
        self._starts = re.compile("|".join([f"[{''.join(sorted(lone))}]"] * bool(lone) + starts))
        self._needs = {CATEGORY[name] for name in needs.split("|")} if needs else set(by_first)

    def reduce(self, tokens: list[Token], row: str, text: str) -> list[Token]:
        """The tokens, with what each rule fits replaced by one token of what it makes.

        `row` is what `categories` gives for the tokens; untouched, they come back themselves.
        """
        if self._needs.isdisjoint(row):
            return tokens
        reduced: list[Token] = []
        done = at = 0
        while (start := self._starts.search(row, at)) is not None:
            at = start.start()
            found = self._first_fit(tokens, row, at)
            if found is None:
                at += 1
                continue
            rule, end, value = found
            reduced += tokens[done:at]
            first, last = tokens[at].start, tokens[end - 1].end
            reduced.append(Token(first, last, text[first:last], CATEGORY[rule.makes], value))
            done = at = end
        return reduced + tokens[done:] if reduced else tokens

    def _first_fit(self, tokens: list[Token], row: str, at: int) -> tuple[Rule, int, Any] | None:
        choice = self._choices[row[at]]
        some = choice.any_of(row, at)
        if some is None:
            return None
        for match, rule in choice.each[(some.lastindex or 1) - 1 :]:
            fit = match(row, at)
            if fit is not None:
                value = rule.build(Match(tokens, at, fit.end()))
                if value is not None:
                    return rule, fit.end(), value
        return None


def _choice(rules: list[Rule]) -> _Choice:
    patterns = [_as_regex(rule.pattern) for rule in rules]
    together = re.compile("|".join(f"({pattern})" for pattern in patterns))
    alone = (re.compile(pattern).match for pattern in patterns)
    return _Choice(together.match, tuple(zip(alone, rules, strict=True)))


def _items(pattern: str) -> list[tuple[str, str]]:
    items = []
    for item in pattern.split():
        match = _ITEM.fullmatch(item)
        if match is None:
            raise ValueError(f"{item!r} in the rule {pattern!r} is not `name`, `a|b`, `?` or `*3`")
        items.append(("".join(CATEGORY[name] for name in match[1].split("|")), match[2] or ""))
    return items


def _as_regex(pattern: str) -> str:
    pieces = []
    for chars, times in _items(pattern):
        pieces.append(f"[{chars}]" + (f"{{0,{times[1:]}}}" if times.startswith("*") else times))
    return "".join(pieces)


def _openings(items: list[tuple[str, str]]) -> list[tuple[str, set[str] | None]]:
    """Each category that can begin the items, with those that can follow it; None for none."""
    found: dict[str, set[str] | None] = {}
    for at, (chars, times) in enumerate(items):
        seconds = _first_set(items[at:] if times.startswith("*") else items[at + 1 :])
        for first in chars:
            known = found.get(first, set())
            found[first] = None if seconds is None or known is None else known | seconds
        if not times:
            break
    return sorted(found.items(), key=lambda pair: pair[0])


def _first_set(items: list[tuple[str, str]]) -> set[str] | None:
    """The categories that can begin the items; None if there may be nothing at all."""
    first: set[str] = set()
    for chars, times in items:
        first.update(chars)
        if not times:
            return first
    return None
