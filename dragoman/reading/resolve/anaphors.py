"""Words that mean someone named elsewhere: `our country`, `both sides`, `its people`, `he`."""

from __future__ import annotations

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.catalogue import Agent
from dragoman.reading.resolve.impersonal import means_no_actor
from dragoman.reading.resolve.lexicon import (
    BODIES,
    COUNTRY,
    NEXT_DOOR,
    PAIRED,
    SHAPES,
    word_set,
)
from dragoman.reading.resolve.words import Base, Span, Words

_PRONOUNS: dict[str, Base] = {
    "we": "voice", "us": "voice", "our": "voice", "ours": "voice", "ourselves": "voice",
    "you": "addressed", "your": "addressed",
    "i": "speaker", "me": "speaker", "my": "speaker",
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
}  # fmt: skip
_POSSESSIVES = frozenset({"our", "my", "your", "his", "her", "its", "their"})
_OWNERS: dict[str, Base] = {"our": "voice", "my": "voice", "your": "addressed"}
_OF_TWO = frozenset(
    {"neighbour", "neighbor", "colleague", "counterpart", "host", "guest", "rival", "visitor"}
)
_SIDES = frozenset({"side", "country", "government", "party"})
_LANDS = word_set(
    "island desert mountain gulf balkan baltic caribbean himalayan pacific oil atoll andean"
)
_OF_SELF = Agent("people", "people", None, None, many=False)


def anaphors(words: Words, agents: Agents) -> list[Span]:
    """Spans whose referents the discourse must tell; their words are no longer free."""
    spans: list[Span] = []
    for number in range(len(words)):
        if not words.is_free(number):
            continue
        span = (
            _pair(words, agents, number)
            or _opposed(words, agents, number)
            or _latter(words, number)
            or _country(words, agents, number)
            or _other(words, agents, number)
            or _body(words, number)
            or _pronoun(words, agents, number)
        )
        if span:
            spans.append(span)
            words.take(span.first, span.last)
    return spans


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
    if noun in PAIRED or singular or (noun == "men" and words.at(number - 1) == "the"):
        return _paired(words, agents, first, after)
    found = agents.at(words, after) if after < len(words) else None
    pointed = word != "two" or words.at(number - 1) in _POINTING
    if found and found[1].many and found[1].kind in _OFFICIAL and pointed:
        return Span(first=first, last=found[0], kind="nominal", base="pair", many=True,
                    agent=found[1], reason="both of a pair")  # fmt: skip
    if word == "both" and words.tokens[number].dep in ("nsubj", "nsubjpass", "pobj"):
        return Span(first=first, last=first, kind="pronoun", base="pair", many=True,
                    reason="both of a pair")  # fmt: skip
    return None


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
    return None


def _one_each(words: Words, agents: Agents, number: int) -> tuple[int, Agent] | None:
    """`Presidents`, of whom a state has but one, where no word says whose they are."""
    found = agents.at(words, number)
    if found is None or not found[1].many or found[1].office not in _ONE_EACH:
        return None
    follows = words.tokens[found[0] + 1].pos if found[0] + 1 < len(words) else ""
    owned = words.at(found[0] + 1) == "of" or follows in ("NOUN", "PROPN", "PART")
    return None if owned else found


_ONE_EACH = frozenset({"president", "prime minister", "premier", "foreign minister", "chancellor"})
_OPPOSED = frozenset({"neighbours", "neighbors", "rivals", "foes", "adversaries", "sides"})
_POINTING = frozenset({"the", "these", "those", "their", "its"})
_OFFICIAL = frozenset({"parliament", "ministry", "government", "military", "party", "person"})


def _paired(words: Words, agents: Agents, first: int, last: int) -> Span:
    agent: Agent | None = None
    if words.at(last) in ("leaders", "governments", "peoples"):
        found = agents.at(words, last)
        agent = found[1] if found else _OF_SELF
    if words.is_possessive(last + 1):
        owned = _noun_after(words, agents, last + 2)
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


def _country(words: Words, agents: Agents, number: int) -> Span | None:
    if words.at(number) not in ("the", "this", "that"):
        return None
    after = number + 1
    while after < len(words) and words.is_free(after) and _places(words, after):
        after += 1
    known = words.at(after) in COUNTRY or (words.at(after) in SHAPES and words.at(number) != "that")
    if not known or after - number > 4 or not words.is_free(after):
        return None
    follows = words.tokens[after + 1].pos if after + 1 < len(words) else ""
    if follows in ("NOUN", "PROPN") or words.at(after + 1) in ("of", "that", "which"):
        return None
    first = number + 1 if words.at(number) == "the" else number
    last, agent = after, None
    owned = _noun_after(words, agents, after + 2) if words.is_possessive(after + 1) else None
    if owned:
        last, agent = owned
    return Span(
        first=first,
        last=last,
        kind="nominal",
        base="voice" if words.tokens[after].text == "Republic" else "state",
        agent=agent,
        many=bool(agent and agent.many),
        article="the" if words.at(after) in SHAPES and words.at(after) not in COUNTRY else None,
        reason="the state at hand",
    )


def _other(words: Words, agents: Agents, number: int) -> Span | None:
    """`Its neighbour`, `his colleague`, `the other side`: one of two, of whom one is known."""
    noun = words.at(number)
    if noun in _SIDES and words.folded[max(0, number - 2) : number] == ["the", "other"]:
        return Span(first=number - 1, last=number, kind="nominal", base="other",
                    reason="the other of two")  # fmt: skip
    if noun not in _OF_TWO or words.tokens[number].pos != "NOUN":
        return None
    first = number
    while words.is_free(first - 1) and _describes(words, first - 1):
        first -= 1
    follows = words.tokens[number + 1] if number + 1 < len(words) else None
    named = follows is not None and (follows.pos in ("NOUN", "PROPN") or follows.text == "-")
    apposed = words.at(number + 1) == "," and words.is_name_word(number + 2)
    if named or apposed or not _is_owned(words, first):
        return None
    found = agents.at(words, number)
    agent = found[1] if found and found[1].kind == "person" else None
    return Span(first=number, last=number, kind="nominal", base="other", agent=agent,
                reason="the other of two")  # fmt: skip


def _is_owned(words: Words, first: int) -> bool:
    """Whether a possessive stands before this word."""
    return words.is_possessive(first - 1) or (
        words.at(first - 1) in _POSSESSIVES and words.tokens[first - 1].tag == "PRP$"
    )


def _places(words: Words, number: int) -> bool:
    """Whether the word says what land a state is: `the island kingdom`, `the Gulf state`."""
    follows = words.at(number + 1) in COUNTRY | set(SHAPES)
    return _describes(words, number) or (words.at(number) in _LANDS and follows)


def _describes(words: Words, number: int) -> bool:
    return words.tokens[number].pos == "ADJ" or words.at(number) in NEXT_DOOR


def _body(words: Words, number: int) -> Span | None:
    if (
        words.at(number) != "the"
        or words.at(number + 1) not in BODIES
        or not words.is_free(number + 1)
    ):
        return None
    follows = words.tokens[number + 2].pos if number + 2 < len(words) else ""
    if follows in ("NOUN", "PROPN") or words.at(number + 2) in ("of", "that"):
        return None
    return Span(first=number + 1, last=number + 1, kind="nominal", base="body",
                reason="the body at hand")  # fmt: skip


def _pronoun(words: Words, agents: Agents, number: int) -> Span | None:
    word = words.at(number)
    base = _PRONOUNS.get(word)
    token = words.tokens[number]
    if (
        base is None
        or _is_torn(words, number)
        or token.tag not in ("PRP", "PRP$")
        or (word == "us" and (token.text == "US" or _is_anyone(words, number)))
    ):
        return None
    if word in _POSSESSIVES:
        found = _noun_after(words, agents, number + 1)
        if found:
            last, agent = found
            own = _OWNERS.get(word, "possessor")
            return Span(first=number, last=last, kind="nominal", base=own, agent=agent,
                        many=bool(agent and agent.many), reason=f"{word} own")  # fmt: skip
    if means_no_actor(words, agents, number):
        return None
    return Span(first=number, last=number, kind="pronoun", base=base,
                many=base in ("they", "voice"), reason=f"pronoun {word}")  # fmt: skip


def _is_anyone(words: Words, number: int) -> bool:
    """Whether `us` are people at large: `let us see`, `those of us who`, `all of us`."""
    before = words.at(number - 1)
    return before == "let" or (before == "of" and words.at(number - 2) in _SOME)


_SOME = frozenset({"those", "all", "most", "many", "each", "some", "none", "both", "one", "any"})


def _is_torn(words: Words, number: int) -> bool:
    """Whether the tokenizer tore the word off a longer one, as it does with `Wed.` at times."""
    after = words.tokens[number + 1] if number + 1 < len(words) else None
    touches = after is not None and after.start == words.tokens[number].end
    return touches and after is not None and after.text[0].isalnum()


def _noun_after(words: Words, agents: Agents, number: int) -> tuple[int, Agent | None] | None:
    """The country or agent noun that a possessive at `number - 1` belongs to."""
    for after in range(number, min(number + 5, len(words))):
        if words.at(after) in _OF_TWO:
            return None
        condition = words.folded[after : after + 2] == ["state", "of"]  # as in `state of war`
        if condition or not words.is_free(after):
            return None
        found = agents.at(words, after)
        if found and not _goes_on(words, found[0]):
            return found
        if words.at(after) in COUNTRY | {"countries", "nations"} and not _goes_on(words, after):
            return after, None
        if not words.is_modifier(after):
            return None
    return None


def _goes_on(words: Words, number: int) -> bool:
    """Whether a noun follows, so that this one only modifies it."""
    return number + 1 < len(words) and words.tokens[number + 1].pos == "NOUN"
