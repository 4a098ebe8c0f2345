"""Voice: whether the subject of a verb does it, or has it done to it."""

from __future__ import annotations

from dragoman.coding.phrases import Phrases

FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OPENS = frozenset({"det", "amod", "compound", "nummod", "punct", "cc", "advmod", "poss", "case"})
_GRANTED = frozenset({"accord", "award", "grant"})


class Voices(Phrases):
    """A sentence with the voice of its verbs."""

    def is_passive(self, verb: int) -> bool:
        """Whether the surface subject is the one it is done to."""
        token = self.tokens[verb]
        if self.kids(verb, "auxpass", "nsubjpass") or self._is_to_blame(verb):
            return True
        if token.tag == "VBD" and token.dep == "conj" and self._is_suffered(verb):
            return bool(self.kids(token.head, "auxpass"))  # "was severed and restored"
        if token.tag != "VBN" or self.kids(verb, "aux", "nsubj") or self._is_sole(verb):
            return False
        if self.kids(verb, "agent"):
            return True
        if token.dep in {"acl", "advcl"}:
            return True
        return token.dep == "conj" and self.is_passive(token.head)

    def _is_suffered(self, verb: int) -> bool:
        """Whether it takes no object or but what one is given: "freed and granted asylum"."""
        objects = self.kids(verb, "dobj")
        hung = (p for index in (verb, *objects) for p in self.kids(index, "prep", "dative"))
        given = self.keys[verb] in _GRANTED and all(self.words[p] != "to" for p in hung)
        return not self.kids(verb, "nsubj") and (given or not objects)

    def _is_sole(self, verb: int) -> bool:
        """Whether a participle must be the finite verb: "… left; Chad, for its part, called"."""
        noun = self.tokens[verb].head
        if self.tokens[verb].dep != "acl" or self.kids(verb, "agent") or noun > verb:
            return False
        stops = [i for i, word in enumerate(self.words) if word == ";"]
        first = max((i + 1 for i in stops if i < verb), default=0)
        last = min((i for i in stops if i > verb), default=len(self.tokens))
        part = range(first, last)
        heads = all(self.tokens[i].dep in _OPENS or i == noun for i in range(first, noun))
        alone = not any(self.tokens[i].tag in FINITE for i in part)
        return bool(stops) and alone and heads and noun in part

    def _is_to_blame(self, verb: int) -> bool:
        """Whether it is "Chad is to blame", whose subject is blamed."""
        to = any(self.words[c] == "to" for c in self.kids(verb, "aux"))
        under = self.keys[self.tokens[verb].head] == "be" and self.tokens[verb].dep == "xcomp"
        return to and under and self.keys[verb] == "blame" and not self.kids(verb, "dobj")

    def is_denied(self, verb: int) -> bool:
        """Whether "not" or "never" stands with the verb."""
        never = (c for c in self.kids(verb, "advmod") if self.words[c] == "never")
        return bool(self.kids(verb, "neg")) or any(never)
