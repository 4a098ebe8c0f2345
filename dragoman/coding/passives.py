"""Passives told without an auxiliary: "Embargo lifted", "Four envoys expelled from Chad"."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from dragoman.coding.lexicon import Lexicon, spelling
from dragoman.records.readings import Token

Tokens = tuple[Token, ...]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PAST = frozenset({"VBD", "VBN"})
_DETERMINED = frozenset({"det", "poss"})
_AUXILIARY = frozenset({"aux", "auxpass", "nsubjpass", "neg"})
_ACTIVE = _AUXILIARY | {"dobj", "dative", "ccomp", "xcomp", "attr", "acomp", "oprd"}
_ACTING = ("people", "troops", "crafts", "warplanes", "warships", "refugees")  # lists of nouns
_MANY = frozenset({"army", "navy", "fleet", "force", "militia", "police", "artillery", "crew"})
# What somebody of whom it is told without an object never did, but suffered.
_SUFFERED = frozenset({
    "abduct", "accuse", "airlift", "ambush", "arrest", "assassinate", "ban", "bar", "behead",
    "capture", "charge", "convict", "deport", "depose", "detain", "evacuate", "evict", "exchange",
    "execute", "expel", "extradite", "free", "hang", "imprison", "indict", "injure", "intern",
    "jail", "kidnap", "kill", "murder", "oust", "recall", "release", "repatriate", "rescue",
    "seize", "sentence", "summon", "swap", "wound",
})  # fmt: skip
_AFTER_PASSIVE = frozenset({".", ";", ",", "in", "near", "off", "by", "after", "during"})
_GIVING = frozenset({"award", "declare", "deny", "grant", "give", "offer", "refuse"})


def passives(tokens: Tokens, words: Lexicon) -> Tokens:
    """The tokens, with what is told without "was" as passive."""
    changed = list(tokens)
    for index, token in enumerate(tokens):
        if token.tag in _PAST and (told := _Past(index, tokens, words)).is_passive():
            changed[index] = replace(token, tag="VBN")
            if told.subject is not None:
                changed[told.subject] = replace(tokens[told.subject], dep="nsubjpass")
    return tuple(changed)


class _Past:
    """A verb in the past, or a participle."""

    def __init__(self, verb: int, tokens: Tokens, words: Lexicon) -> None:
        self.verb, self.tokens, self.words = verb, tokens, words
        self.below = [i for i, token in enumerate(tokens) if token.head == verb and i != verb]
        before = (i for i in reversed(self.below) if i < verb and tokens[i].dep == "nsubj")
        self.subject = next(before, None)

    def is_passive(self) -> bool:
        """Whether its subject is the one to whom it is done."""
        labels = {self.tokens[i].dep for i in self.below}
        by = "agent" in labels or (self._key(self.verb) in _GIVING and self._is_by_somebody())
        if not labels.isdisjoint(_AUXILIARY if by else _ACTIVE):
            return False
        noun = self.subject if self.subject is not None else self._lonely_noun()
        return noun is not None and self._is_bare(noun) and (by or self._undergoes(noun))

    def _lonely_noun(self) -> int | None:
        """The noun that is all there is of a line beside this verb: "Envoy recalled from Chad"."""
        token = self.tokens[self.verb]
        finite = any(other.tag in _FINITE and other is not token for other in self.tokens)
        return token.head if token.dep == "acl" and not finite else None

    def _is_by_somebody(self) -> bool:
        """Whether "by" with a name follows the object: "denied entry by Peru"."""
        pairs = pairwise(self.tokens[self.verb + 1 :])
        return any(word.text == "by" and name.tag in {"NNP", "JJ"} for word, name in pairs)

    def _is_bare(self, noun: int) -> bool:
        """Whether it has no article, and is no name but for its capital: "Embargo lifted"."""
        if any(token.head == noun and token.dep in _DETERMINED for token in self.tokens):
            return False
        begins = noun == 0 or self.tokens[noun - 1].pos in {"PUNCT", "NUM"}
        common = self.tokens[noun].tag in {"NN", "NNS"}
        return common or (begins and bool(self.words.frames("nouns", self._key(noun))))

    def _undergoes(self, noun: int) -> bool:
        """Whether it is done to the subject: to a thing, or to somebody who suffers it."""
        key, action, after = self._key(noun), self._key(self.verb), self._text_after()
        if action in _SUFFERED or (action == "shoot" and after == "down"):
            return True
        frames = self.words.frames("verbs", action)
        if any(key in frame.objects for frame in frames):
            return not any(key in self.words.list(name) for name in _ACTING)
        if any(key in frame.subjects for frame in frames):
            return False
        takes = any("object" in frame.recipient and not frame.objects for frame in frames)
        many = key in _MANY or key in self.words.list("organs")
        one = self.tokens[noun].tag == "NN" and not many
        return takes and one and after in _AFTER_PASSIVE

    def _text_after(self) -> str:
        return self.tokens[self.verb + 1].text if self.verb + 1 < len(self.tokens) else "."

    def _key(self, index: int) -> str:
        return spelling(self.tokens[index].lemma.lower())
