"""Subjects that the parser hung astray: across a semicolon, a quotation, or a phrase before."""

from __future__ import annotations

from functools import cached_property

from dragoman.coding.phrases import NOMINAL
from dragoman.coding.voice import FINITE, Voices


class Astray(Voices):
    """A sentence with the verbs whose subject stands where the parser did not look for it."""

    def parted_subject(self, verb: int) -> list[int]:
        """The subject in "a gesture for peace; Chad, for its part, called", hung on "gesture"."""
        token = self.tokens[verb]
        stops = [i for i in range(token.head, verb) if self.words[i] == ";"]
        if token.dep != "acl" or token.tag not in FINITE or not stops:
            return []
        nouns = (i for i in range(stops[-1] + 1, verb) if self.tokens[i].pos in NOMINAL)
        hung = (noun for noun in nouns if self.tokens[noun].head < stops[-1])
        return next((self.group(noun) for noun in hung), [])

    @cached_property
    def stray(self) -> dict[int, int]:
        """Names that the parser hung on the phrase before: "across the border | Chad moved"."""
        found = {}
        for index, token in enumerate(self.tokens[:-1]):
            loose = token.dep == "pobj" and token.tag == "NNP"
            verb = self.tokens[index + 1]
            common = any(self.tokens[c].tag in {"NN", "NNS"} for c in self.kids(index, "compound"))
            if loose and common and verb.tag in FINITE and verb.dep not in {"aux", "auxpass"}:
                found[index + 1] = index
        return found

    def is_stray(self, index: int) -> bool:
        """Whether it is the subject of a verb, whatever the parser made of it."""
        return index in self.stray.values()

    def unquoted(self, verb: int) -> int:
        """What it hangs on, but for what a quotation closed: "vowed 'we shall win' and left"."""
        head = self.tokens[verb].head
        joined = self.tokens[verb].dep == "conj" and head < verb
        if joined and self.tokens[head].dep == "ccomp" and self.is_quoted_apart(head, verb):
            return self.tokens[head].head
        return head
