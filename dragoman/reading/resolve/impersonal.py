"""Whether the grammar alone tells that `it` or `they` mean no actor but a thing or an event."""

from __future__ import annotations

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.lexicon import (
    BODIES,
    COUNTRY,
    DISPOSED,
    DONE_TO_STATES,
    DONE_TO_THINGS,
    NAMING,
    PAIRED,
    STATE_ROLES,
)
from dragoman.reading.resolve.ruled import befalls_lands
from dragoman.reading.resolve.words import Words

_HAPPENING = frozenset({"happen", "occur", "last", "coincide", "matter", "expire"})
_IDIOMS = frozenset(
    {("take", "place"), ("turn", "out"), ("remain", "to"), ("seem", "like"), ("seem", "to")}
)
_BEING = frozenset({"be", "remain", "become", "seem", "appear"})
_ACTING = COUNTRY | BODIES | PAIRED | STATE_ROLES | {"state"}
_CLAUSES = frozenset({"that", "whether", "why", "how", "as"})
_TOWARDS = frozenset({"with", "to", "from", "against", "toward", "towards", "by", "between", "on"})
_CONCERNING = frozenset({"of", "for", "in", "about", "upon", "over", "behind"})


def means_no_actor(words: Words, agents: Agents, number: int) -> bool:
    """Whether the pronoun here is empty, or what is said of it can be said of no actor."""
    token, word = words.tokens[number], words.at(number)
    if word == "it" and (token.dep == "expl" or words.at(number + 1) == "that"):
        return True
    if word == "it" and number and words.tokens[number - 1].lemma in NAMING:
        return not _is_called_an_actor(words, agents, number + 1)
    if word in ("it", "they") and token.dep in ("nsubj", "nsubjpass"):
        if befalls_lands(words, number):
            return False
        return _is_done_by_no_actor(words, agents, number)
    if word in ("it", "them") and token.dep in ("dobj", "pobj", "dative"):
        return not _may_be_done_to(words, number, word)
    return False


def _is_done_by_no_actor(words: Words, agents: Agents, number: int) -> bool:
    verb = words.tokens[number].head
    lemma, after = words.tokens[verb].lemma, words.at(verb + 1)
    undergoes = words.tokens[number].dep == "nsubjpass" and lemma in DONE_TO_THINGS
    if undergoes or lemma in _HAPPENING or (lemma, after) in _IDIOMS:
        return True
    if words.at(number) == "it" and after in _CLAUSES and _announces(words, number, verb):
        return True
    said = (n for n, token in enumerate(words.tokens) if token.head == verb and n > verb)
    return lemma in _BEING and any(_fits_no_actor(words, agents, n) for n in said)


def _announces(words: Words, number: int, verb: int) -> bool:
    """Whether a clause after the verb is what `it` means: `it was agreed that`."""
    passive = words.tokens[number].dep == "nsubjpass"
    return passive or words.tokens[verb].lemma in (*_BEING, "follow", "emerge")


def _fits_no_actor(words: Words, agents: Agents, number: int) -> bool:
    """Whether this complement of `to be` is none of an actor's: `unbalanced`, `an accident`."""
    token = words.tokens[number]
    if token.dep == "attr":
        cleft = words.at(number + 1) in ("that", "which", "who")
        is_role = token.pos != "PROPN" and _is_acting(words, agents, number)
        return not is_role or (cleft and token.lemma not in _ACTING)
    if token.dep == "acomp":
        return token.lemma not in DISPOSED and not _is_acting(words, agents, number)
    marks = (n for n, t in enumerate(words.tokens) if t.dep == "mark" and n > number)
    return token.dep == "prep" and any(words.at(n) == "that" for n in marks)


def _is_acting(words: Words, agents: Agents, number: int) -> bool:
    """Whether a noun is one of those who act, or a part that a state can play."""
    token = words.tokens[number]
    is_first = words.at(number) in ("first", "last") and words.at(number + 1) == "to"
    if is_first or token.lemma in _ACTING or words.at(number) in _ACTING:
        return True
    return agents.ending_at(words, number) is not None


def _is_called_an_actor(words: Words, agents: Agents, first: int) -> bool:
    """Whether what `it` is called, as in `regards it as a rogue state`, is an actor."""
    last = None
    for number in range(first, min(first + 9, len(words))):
        token = words.tokens[number]
        if token.pos in ("NOUN", "PROPN"):
            last = number
        elif last is not None or token.pos not in ("ADJ", "DET", "ADP", "PUNCT", "NUM", "PRON"):
            break
    return last is not None and _is_acting(words, agents, last)


def _may_be_done_to(words: Words, number: int, word: str) -> bool:
    """Whether actors have done to them what the governing verb or noun says."""
    head = words.tokens[number].head
    if words.tokens[number].dep == "pobj":
        preposition, head = words.tokens[head], words.tokens[head].head
        if preposition.text.lower() not in (_TOWARDS if word == "it" else _TOWARDS | _CONCERNING):
            return False
        if words.tokens[head].pos not in ("VERB", "AUX"):
            return True
    lemma = words.tokens[head].lemma
    return lemma not in DONE_TO_THINGS if word == "them" else lemma in DONE_TO_STATES
