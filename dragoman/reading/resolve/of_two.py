"""Words for one of two, for both or for more: `the two sides`, `the latter`, `the four states`."""

from __future__ import annotations

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.catalogue import Agent
from dragoman.reading.resolve.lexicon import (
    DONE_TO_STATES,
    NEIGHBOURS,
    OF_TWO,
    PAIRED,
    REGIONS,
    word_set,
)
from dragoman.reading.resolve.owned import POSSESSIVES, describes, noun_after
from dragoman.reading.resolve.roles import ROLES
from dragoman.reading.resolve.words import SUBJECT, Base, Span, Words

_SIDES = frozenset({"side", "country", "government", "party"})
_OF_SELF = Agent("people", "people", None, None, many=False)
_ONE_EACH = frozenset({"president", "prime minister", "premier", "foreign minister", "chancellor"})
_OF_STATES = _ONE_EACH | {"leader", "ambassador", "head of state", "defence minister", "ministers"}
_ALL_OF = frozenset({"the", "all", "these", "those"})
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_SETS = {"trio": 3, "quartet": 4}
HOW_MANY = _COUNTS | _SETS  # of `the four states`, of `the quartet`
_OPPOSED = frozenset({"neighbours", "neighbors", "rivals", "foes", "adversaries", "sides"})
_POINTING = frozenset({"the", "these", "those", "their", "its"})
_OFFICIAL = frozenset({"parliament", "ministry", "government", "military", "party", "person"})
# What states do together, or are told to do.
_TOGETHER = word_set(
    "sign agree resume restore renew sever exchange settle conclude ratify negotiate establish"
    " reopen reconcile cooperate quarrel clash"
)
_TOLD = word_set("appeal call mediate order urge ask tell invite press warn summon")
_MEET = word_set("meet talk speak discuss embrace shake disagree differ")


def of_two(words: Words, agents: Agents, number: int) -> Span | None:
    """The span that begins at a word, or whose last word it is; None if it is no such word."""
    return (
        _pair(words, agents, number)
        or _several(words, agents, number)
        or _opposed(words, agents, number)
        or _latter(words, number)
        or _other(words, agents, number)
        or _role(words, agents, number)
    )


def _pair(words: Words, agents: Agents, number: int) -> Span | None:
    word = words.at(number)
    if word == "our" and words.at(number + 1) == "two":
        after = number + 2
    elif word == "both":
        after = number + 1
        if words.at(after) in ("the", "of"):
            after += 1
        if words.at(after) == "the":
            after += 1
    elif word == "two" and words.at(number - 1) not in ("between", "than", "least"):
        after = number + 1
    else:
        return None
    while after < len(words) and words.tokens[after].pos == "ADJ" and words.is_free(after):
        after += 1
    first = number
    noun = words.at(after)
    # a slip often seen in print: `the two nation's leaders`
    singular = noun in ("nation", "country", "state", "side") and words.is_possessive(after + 1)
    if noun in PAIRED or singular or _are_two_men(words, number, after):
        return _paired(words, agents, first, after)
    found = agents.at(words, after) if after < len(words) else None
    pointed = word != "two" or words.at(number - 1) in _POINTING
    if found and found[1].many and found[1].kind in _OFFICIAL and pointed:
        return Span(first=first, last=found[0], kind="nominal", base="pair", many=True,
                    agent=found[1], reason="both of a pair")  # fmt: skip
    if _is_of_two_alone(words, number):
        return Span(first=first, last=first, kind="pronoun", base="pair", many=True,
                    reason="both of a pair")  # fmt: skip
    return None


def _several(words: Words, agents: Agents, number: int) -> Span | None:
    """`The four states`, `all three presidents`, `the quartet`: as many as were named together."""
    if words.at(number) in _SETS:
        plain = words.tokens[number].text.islower() and words.at(number - 1) == "the"
        return _paired(words, agents, number, number) if plain else None
    if words.at(number) in REGIONS:
        return _paired(words, agents, number, number + 1) if _are_lands(words, number + 1) else None
    if words.at(number) not in _COUNTS or words.at(number - 1) not in _ALL_OF:
        return None
    after = number + 1
    while after < len(words) and words.tokens[after].pos == "ADJ" and words.is_free(after):
        after += 1
    if words.at(after) in PAIRED and words.is_free(after):
        return _paired(words, agents, number, after)
    found = agents.at(words, after) if words.is_free(after) else None
    if found is None or not found[1].many or not _is_of_states(found[1]):
        return None
    return Span(first=number, last=found[0], kind="nominal", base="pair", many=True,
                agent=found[1], article="the", reason="all of several")  # fmt: skip


def _is_of_states(agent: Agent) -> bool:
    """Whether several of these are of as many states: `the three foreign ministers`."""
    return agent.kind == "person" and bool({agent.office, agent.phrase} & _OF_STATES)


def _are_lands(words: Words, number: int) -> bool:
    return words.at(number) in ("states", "countries", "republics", "nations", "governments")


def _are_two_men(words: Words, number: int, noun: int) -> bool:
    """Whether they are two leaders: `the two men` of whom nothing else is told met or signed."""
    if words.at(noun) != "men" or words.at(number - 1) != "the":
        return False
    verb = words.tokens[words.verb_of(noun)]
    return words.tokens[noun].dep == "nsubj" and verb.lemma in _TOGETHER | _MEET


def _is_of_two_alone(words: Words, number: int) -> bool:
    """Whether `both` or `the two` stand alone and do, or suffer, what states do."""
    token = words.tokens[number]
    verb = words.tokens[words.verb_of(number)]
    if words.at(number) == "each":
        return token.dep == "nsubj" and "other" in words.folded[number + 2 :]
    if token.dep == "nsubjpass" and verb.lemma not in DONE_TO_STATES:
        return False
    if words.at(number) == "both":
        done_to = token.dep == "dobj" and verb.lemma in _TOLD
        return token.dep in (*SUBJECT, "pobj") or done_to
    joint = token.dep in SUBJECT and token.dep != "nsubjpass" and verb.lemma in _TOGETHER
    told = token.dep == "pobj" and verb.lemma in _TOLD
    return words.at(number - 1) == "the" and (joint or told)


def _opposed(words: Words, agents: Agents, number: int) -> Span | None:
    """`The neighbours`, `the rivals`, `each side`, which need no number."""
    word = words.folded[number]
    if word not in ("the", "each", "either"):
        return None
    after = words.at(number + 1)
    if word == "the" and after in _OPPOSED:
        return _paired(words, agents, number + 1, number + 1)
    if word == "the" and (found := _one_each(words, agents, number + 1)):
        return Span(first=number + 1, last=found[0], kind="nominal", base="pair", many=True,
                    agent=found[1], article="the", reason="both of a pair")  # fmt: skip
    if word != "the" and after in ("side", "country", "government"):
        return _paired(words, agents, number, number + 1)
    if word == "each" and _is_of_two_alone(words, number):
        return _paired(words, agents, number, number)
    return None


def _one_each(words: Words, agents: Agents, number: int) -> tuple[int, Agent] | None:
    """`Presidents`, of whom a state has but one, where no word says whose they are."""
    found = agents.at(words, number)
    if found is None or not found[1].many or found[1].office not in _ONE_EACH:
        return None
    follows = words.tokens[found[0] + 1].pos if found[0] + 1 < len(words) else ""
    owned = words.at(found[0] + 1) == "of" or follows in ("NOUN", "PROPN", "PART")
    return None if owned else found


def _paired(words: Words, agents: Agents, first: int, last: int) -> Span:
    agent: Agent | None = None
    if words.at(last) in ("leaders", "governments", "peoples"):
        found = agents.at(words, last)
        agent = found[1] if found else _OF_SELF
    if words.is_possessive(last + 1):
        owned = noun_after(words, agents, last + 2)
        if owned:
            last, agent = owned
    return Span(first=first, last=last, kind="nominal", base="pair", many=True, agent=agent,
                reason="both of a pair")  # fmt: skip


def _latter(words: Words, number: int) -> Span | None:
    word = words.at(number)
    if word not in ("latter", "former") or words.at(number - 1) != "the":
        return None
    follows = words.tokens[number + 1].pos if number + 1 < len(words) else ""
    if follows in ("NOUN", "PROPN", "ADJ", "NUM"):
        return None
    base: Base = "latter" if word == "latter" else "former"
    return Span(first=number, last=number, kind="nominal", base=base, reason=f"the {word}")


def _other(words: Words, agents: Agents, number: int) -> Span | None:
    """`Its neighbour`, `his colleague`, `the other side`: one of two, of whom one is known."""
    noun = words.at(number)
    if noun in _SIDES and words.folded[max(0, number - 2) : number] == ["the", "other"]:
        return Span(first=number - 1, last=number, kind="nominal", base="other",
                    reason="the other of two")  # fmt: skip
    if noun not in OF_TWO or words.tokens[number].pos != "NOUN":
        return None
    first = number
    while words.is_free(first - 1) and describes(words, first - 1):
        first -= 1
    follows = words.tokens[number + 1] if number + 1 < len(words) else None
    named = follows is not None and (follows.pos in ("NOUN", "PROPN") or follows.text == "-")
    apposed = words.at(number + 1) == "," and words.is_name_word(number + 2)
    if named or apposed or not _is_owned(words, first):
        return None
    found = agents.at(words, number)
    agent = found[1] if found and found[1].kind == "person" else None
    return Span(first=number, last=number, kind="nominal", base="other", agent=agent,
                many=noun in NEIGHBOURS and noun.endswith("s"),
                reason="the other of two")  # fmt: skip


def _role(words: Words, agents: Agents, number: int) -> Span | None:
    """`The invader`, `the debtor`: the one of two who has done something, or has not."""
    if words.at(number) not in ROLES or words.at(number - 1) != "the":
        return None
    follows = words.tokens[number + 1] if number + 1 < len(words) else None
    named = follows is not None and (follows.pos in ("NOUN", "PROPN") or follows.text == "-")
    if named or words.at(number - 2) == "," or words.at(number + 1) in ("of", "who"):
        return None
    found = agents.at(words, number)
    return Span(first=number, last=number, kind="nominal", base="role",
                agent=found[1] if found else None, many=words.at(number).endswith("s"),
                reason="by what they did")  # fmt: skip


def _is_owned(words: Words, first: int) -> bool:
    """Whether a possessive stands before this word."""
    return words.is_possessive(first - 1) or (
        words.at(first - 1) in POSSESSIVES and words.tokens[first - 1].tag == "PRP$"
    )
