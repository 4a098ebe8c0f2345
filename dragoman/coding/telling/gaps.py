"""Gaps: conjuncts that leave out the verb, "broke with Chad in 1957 and with Peru in 1963"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.records.codec import Record
from dragoman.records.readings import TimeExpression

_AND = frozenset({"and", "then"})
_AGAIN = frozenset({"again", "once", "more", "then", "later", "finally", "also", "lastly"})
_STOPS = frozenset({";", ":", ".", "!", "?", "—", "–", "(", ")", '"', "“", "”"})
_ADPOSITIONS = frozenset({"ADP", "SCONJ"})
_OF_TIME = frozenset({"in", "on", "at", "by", "of", "the", "early", "late", "mid", "since"})


class Gap(Record, frozen=True, kw_only=True):
    """A conjunct that tells again, at a time of its own, what a verb before it told."""

    joint: int  # the "and" or comma before it
    end: int  # the first token after it
    time: TimeExpression
    preposition: str | None  # that it begins with, where it names others

    def holds(self, tree: Tree, start: int) -> bool:
        """Whether what begins at this character stands in it."""
        return tree.tokens[self.joint].end <= start < tree.tokens[self.end - 1].end


def gaps(tree: Tree, times: Sequence[TimeExpression]) -> list[Gap]:
    """The gaps of a sentence, in order."""
    found = list(_candidates(tree, times))
    ends = {gap.joint for gap in found if tree.words[gap.joint] in _AND}
    ends |= {gap.joint - 1 for gap in found if tree.words[gap.joint - 1] == ","}
    return [g for g in found if tree.words[g.joint] in _AND or g.end in ends]  # "A, B and C"


def _candidates(tree: Tree, times: Sequence[TimeExpression]) -> Iterator[Gap]:
    for joint, word in enumerate(tree.words):
        if word in _AND or (word == "," and tree.words[joint + 1 : joint + 2] != ("and",)):
            gap = _gap(tree, times, joint)
            parted = tree.words[joint + 1 : joint + 2] == (",",)  # "and, in May, the others"
            if gap and (parted or any(t.end <= tree.tokens[joint].start for t in times)):
                yield gap


def _gap(tree: Tree, times: Sequence[TimeExpression], joint: int) -> Gap | None:
    """What follows the joint up to its time, or from its time to the end of its phrase."""
    begin = joint + 1
    while begin < len(tree.tokens) and tree.words[begin] in _AGAIN | {","}:
        begin += 1
    first = begin
    while first < len(tree.tokens) and tree.words[first] in _OF_TIME:
        first += 1
    if first < len(tree.tokens) and (time := _time_at(tree, times, first)):
        return _timed_first(tree, joint, time)
    end = next((i for i in range(begin, len(tree.tokens)) if _time_at(tree, times, i)), None)
    if end is None or not _is_phrase(tree, begin, end) or "," in tree.words[begin:end]:
        return None
    time = _time_at(tree, times, end)
    last = _after(tree, time) if time else end
    if time is None or not _closes(tree, last):
        return None
    preposition = tree.words[begin] if tree.tokens[begin].pos in _ADPOSITIONS else ""
    return Gap(joint=joint, end=last, time=time, preposition=preposition)


def _timed_first(tree: Tree, joint: int, time: TimeExpression) -> Gap | None:
    """A gap that is no more than a time, or begins with one: "and, in May, the remaining banks"."""
    after = _after(tree, time)
    if _closes(tree, after) and tree.words[joint + 1] != ",":
        return Gap(joint=joint, end=after, time=time, preposition=None)
    begin = after + (after < len(tree.words) and tree.words[after] == ",")
    end = next((i for i in range(begin, len(tree.words)) if _is_stop(tree, i)), begin)
    whole = end > begin and tree.tokens[begin].pos in {"DET", "PROPN", "ADJ", "NOUN"}
    if whole and _is_phrase(tree, begin, end) and "," not in tree.words[begin:end]:
        return Gap(joint=joint, end=end, time=time, preposition="")
    return None


def _time_at(tree: Tree, times: Sequence[TimeExpression], index: int) -> TimeExpression | None:
    """The time expression of which the token is part."""
    token = tree.tokens[index]
    return next((t for t in times if t.start <= token.start < t.end), None)


def _after(tree: Tree, time: TimeExpression) -> int:
    """The first token after a time expression."""
    tokens = enumerate(tree.tokens)
    return next((i for i, token in tokens if token.start >= time.end), len(tree.tokens))


def _is_phrase(tree: Tree, begin: int, end: int) -> bool:
    """Whether no verb stands there, nor anything that ends a phrase."""
    return not any(_is_verb(tree, i) or _is_stop(tree, i) for i in range(begin, end))


def _is_verb(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    modifies = token.dep == "amod" or token.tag == "VBG"
    return token.pos in CLAUSAL and not modifies


def _is_stop(tree: Tree, index: int) -> bool:
    return tree.words[index] in _STOPS


def _closes(tree: Tree, index: int) -> bool:
    """Whether nothing follows that would make a clause of it: "and in 1963 | Chad left"."""
    if index >= len(tree.tokens) or _is_stop(tree, index):
        return True
    word = tree.words[index]
    if word in {",", "and"}:
        return not (index + 1 < len(tree.tokens) and _begins_clause(tree, index + 1))
    return tree.tokens[index].pos in _ADPOSITIONS


def _begins_clause(tree: Tree, index: int) -> bool:
    """Whether a verb follows, with its subject or without: "and in 1963, | Chad left"."""
    for after in range(index, len(tree.tokens)):
        if _is_stop(tree, after) or tree.words[after] == ",":
            return False
        if _is_verb(tree, after):
            return tree.words[index - 1] == ","
    return False
