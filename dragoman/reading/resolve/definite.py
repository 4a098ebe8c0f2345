"""Nouns that leave unsaid of which state: `the government`, `police`, `an army spokesman`."""

from __future__ import annotations

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.catalogue import Agent
from dragoman.reading.resolve.lexicon import TIMES, word_set
from dragoman.reading.resolve.nouns import are_people, is_at_home, is_open, is_sure, is_taken_up
from dragoman.reading.resolve.phrases import is_past
from dragoman.reading.resolve.words import Article, Span, Words
from dragoman.records.readings import MentionKind

_THE = frozenset({"the", "this", "that", "these", "those"})
_COUNTS = word_set(
    "dozens hundreds thousands scores tens number group hundred thousand couple handful"
)
# After these a noun means any of its kind, or not those of the state at hand.
_ANY = word_set(
    "any no every each which what as like than or my other another such foreign enemy local"
    " neighbouring neighboring international western eastern european african asian arab allied"
    " rebel coalition aid relief un joint regional mercenary future potential"
    " irregular both neither either unknown opposing rival"
)
# `The one` and `the two` are said of states and things as well.
_NUMBERS = word_set(
    "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty"
)
_MEN = Agent("men", "person", "CVL", None, many=True)
_FOR_NOW = word_set("acting outgoing incoming interim caretaker")
_OF_PORTFOLIOS = frozenset({"minister", "ministry", "deputy minister", "minister of state"})
_ALSO_BARE = frozenset({"police", "parliament", "customs"})
_MODIFIERS = frozenset({"ADJ", "NUM", "NOUN"})


def definite(words: Words, agents: Agents) -> list[Span]:
    """Spans of such nouns where no span is yet; the discourse tells of which state."""
    spans: list[Span] = []
    number = 0
    while number < len(words):
        found = noun_at(words, agents, number) if words.free[number] else None
        found = found or _counted(words, number)
        if not found:
            number += 1
            continue
        last, agent = found
        article = _article(words, number, last, agent)
        if article is not None and not _only_modifies(words, last, agent):
            past = is_past(words, number - 1)
            spans.append(
                Span(
                    first=number, last=last, kind=_kind(agent), base="definite", agent=agent,
                    many=agent.many, past=past, article=article, reason="the state at hand",
                )
            )  # fmt: skip
        words.take(number, last)
        number = last + 1
    return spans


def _kind(agent: Agent) -> MentionKind:
    return "office" if agent.kind == "person" and not is_sure(agent) else "nominal"


def _counted(words: Words, number: int) -> tuple[int, Agent] | None:
    """`The eleven`, of which no noun says what they are."""
    token = words.tokens[number]
    alone = token.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and words.at(number - 1) == "the"
    spelled = words.at(number) in _NUMBERS and words.is_free(number)
    return (number, _MEN) if spelled and alone else None


def noun_at(words: Words, agents: Agents, first: int) -> tuple[int, Agent] | None:
    """The last word of the noun that begins here: `army` and `spokesman` are one."""
    found = agents.at(words, first)
    if found is None:
        return None
    last, agent = _with_portfolio(words, *found)
    further = agents.at(words, last + 1) if words.is_free(last + 1) else None
    joins = agent.kind in ("government", "military", "ministry", "party", "parliament")
    if further and joins and not agent.many and further[1].kind in ("person", "military"):
        return further[0], further[1]._replace(sector=agent.sector)
    return last, agent


def _with_portfolio(words: Words, last: int, agent: Agent) -> tuple[int, Agent]:
    """`Minister` and `of Education` as one noun."""
    of = agent.phrase in _OF_PORTFOLIOS and words.at(last + 1) in ("of", "for")
    end = last + 2
    if not of or not words.is_free(end) or not words.tokens[end].text[0].isupper():
        return last, agent
    while words.is_free(end + 1) and _goes_on(words, end + 1):
        end += 1
    return end, agent


def _goes_on(words: Words, number: int) -> bool:
    if words.at(number) in ("and", "of", "the"):
        return number + 1 < len(words) and words.tokens[number + 1].text[0].isupper()
    return words.tokens[number].pos in ("NOUN", "ADJ") and words.tokens[number].text[0].isupper()


def _article(words: Words, first: int, last: int, agent: Agent) -> Article | None:
    """How the noun is pointed at; None where it means nobody in particular."""
    before = words.at(first - 1)
    if words.is_free_name(first - 1) and before not in TIMES:
        return None
    capital = words.tokens[first].text[0].isupper() and first > 0 and not words.is_headline
    if is_sure(agent) and (before in _THE or capital):
        return "the"
    if before in ("a", "an") and "ministry" in agent.phrase:
        return "a"
    if not is_open(agent) or _is_generic(words, last):
        return None
    return _pointed(words, first, agent)


def _pointed(words: Words, first: int, agent: Agent) -> Article | None:
    start = first
    while start > 0 and first - start < 4 and _is_plain_modifier(words, start - 1):
        start -= 1
    before = words.at(start - 1)
    if any(word in _ANY for word in (before, *words.folded[start:first])):
        return None
    if before in _THE or before == "whose":
        return "the"
    if is_taken_up(agent):
        return None
    if before in ("a", "an"):
        acts = is_at_home(agent) or are_people(agent)
        return "a" if acts and not agent.many and _is_some_body(agent) else None
    owned = start > 0 and words.tokens[start - 1].dep in ("poss", "compound", "amod", "case")
    if (owned and before not in TIMES) or (before == "of" and words.at(start - 2) not in _COUNTS):
        return None
    return "" if agent.many or agent.phrase in _ALSO_BARE else None


def _is_plain_modifier(words: Words, number: int) -> bool:
    token = words.tokens[number]
    if not words.free[number]:
        return False
    if words.at(number) in _FOR_NOW:
        return True
    plain = token.pos in _MODIFIERS or token.tag in ("VBN", "HYPH")
    return plain and (token.text[0].islower() or token.pos == "NUM" or number == 0)


def _is_some_body(agent: Agent) -> bool:
    """Whether `a` before it tells of one of the state's servants, and not of a mere kind."""
    return (agent.kind in ("person", "people") and not agent.office) or "court" in agent.phrase


def _is_generic(words: Words, last: int) -> bool:
    """Whether the noun only says what somebody is: `he is a farmer`, `served as a soldier`."""
    return words.tokens[last].dep in ("attr", "oprd")


def _only_modifies(words: Words, last: int, agent: Agent) -> bool:
    """Whether another noun follows that heads the phrase, or an owner that is unknown."""
    follows_of = words.at(last + 1) == "of" and words.tokens[last + 1].head == last
    if follows_of or words.at(last + 1) == "-":
        return True
    follows = words.tokens[last + 1].pos if last + 1 < len(words) else ""
    if words.at(last + 1) in TIMES:
        return False  # `the government yesterday signed`
    if follows == "PROPN" and agent.kind == "person":
        return False  # `spokesman Peter Phiri`
    return follows in ("NOUN", "PROPN") and agent.kind not in ("ministry", "parliament")
