"""A sentence as a tree: parents, children, and the words of a phrase."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.records.readings import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
# What hangs on a noun but does not belong to its name: clauses, asides, and when and where.
_CIRCUMSTANCE = frozenset({"on", "at", "during", "after", "before", "since"})
_OUTSIDE_NAME = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "parataxis", "advcl"})


class Tree:
    """The syntax of one sentence; tokens are meant by their index.

    The first `hidden` tokens, a dateline, are nobody's children: they do not act or speak.
    """

    def __init__(self, tokens: tuple[Token, ...], number: int = 0, *, hidden: int = 0) -> None:
        self.number = number  # of the sentence in its reading
        self.tokens = tokens
        self.words = [token.text.lower() for token in tokens]
        self.lemmas = [token.lemma.lower() for token in tokens]
        children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if index >= hidden and token.head != index and 0 <= token.head < len(self.tokens):
                children[token.head].append(index)
        self._children = children

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def lemma(self, index: int) -> str:
        """The lemma in lower case."""
        return self.lemmas[index]

    def word(self, index: int) -> str:
        """The word as it stands there, in lower case."""
        return self.words[index]

    def children(self, index: int, *deps: str) -> list[int]:
        """The children, or those with one of these labels, in the order of the text."""
        found = self._children[index]
        if not deps or not found:
            return found
        return [child for child in found if self.tokens[child].dep in deps]

    def child(self, index: int, *deps: str) -> int | None:
        """The first child with one of these labels."""
        return next(iter(self.children(index, *deps)), None)

    def under_prepositions(self, noun: int) -> Iterator[tuple[int, int]]:
        """Each preposition that hangs on a noun or its participle, with what stands under it."""
        for below in (noun, *self.children(noun, "acl")):
            for preposition in self.children(below, "prep", "agent"):
                under = self.child(preposition, "pobj")
                if under is not None:
                    yield preposition, under

    def parent(self, index: int) -> int | None:
        """The head of a token; None for the root."""
        head = self.tokens[index].head
        return head if head != index and 0 <= head < len(self.tokens) else None

    def path(self, index: int) -> Iterator[int]:
        """The token and what it hangs on, up to the root; stops where heads run in a circle."""
        seen: set[int] = set()
        node: int | None = index
        while node is not None and node not in seen:
            seen.add(node)
            yield node
            node = self.parent(node)

    def subtree(self, index: int) -> list[int]:
        """All tokens that hang on this one, itself included, in the order of the text."""
        found, todo = {index}, [index]
        while todo:
            for child in self._children[todo.pop()]:
                if child not in found:
                    found.add(child)
                    todo.append(child)
        return sorted(found)

    def subject(self, index: int) -> int | None:
        """The subject of a verb: its own, or the one it shares with what it is joined to."""
        for node in self.path(index):
            own = self.children(node, "nsubj", "nsubjpass")
            if own:
                return self.antecedent(max((s for s in own if s < node), default=own[0]))
            if self[node].dep in {"acl", "relcl"}:
                return self.parent(node)
            if self[node].dep not in {"conj", "xcomp", "advcl"}:
                return None
        return None

    def antecedent(self, index: int) -> int:
        """The noun that a relative pronoun stands for; other words stand for themselves."""
        if self[index].tag not in {"WDT", "WP"}:
            return index
        clause = next((node for node in self.path(index) if self[node].dep == "relcl"), None)
        noun = None if clause is None else self.parent(clause)
        before = (i for i in reversed(range(index)) if self[i].pos in {"NOUN", "PROPN"})
        return next(before, index) if noun is None else noun

    def name_span(self, index: int) -> tuple[int, int]:
        """First and last token of a noun's name: without clauses, asides and joined nouns."""
        kept, todo = {index}, [index]
        while todo:
            node = todo.pop()
            for child in self._children[node]:
                own_case = node == index and self[child].dep == "case"
                if child not in kept and not own_case and self._is_of_name(node, child):
                    kept.add(child)
                    todo.append(child)
        return self._run(index, kept)

    def _is_of_name(self, node: int, child: int) -> bool:
        if self[node].dep == "pobj" and self[child].dep in {"cc", "conj"}:
            return self.is_joint(node)  # "the armies of India and Pakistan"
        if self[child].tag == "HYPH":  # of "Kurdish-led forces", but no dash
            return child > 0 and self[child - 1].end == self[child].start
        circumstance = self[child].dep == "prep" and self.lemma(child) in _CIRCUMSTANCE
        return self[child].dep not in _OUTSIDE_NAME and not circumstance

    def is_joint(self, noun: int) -> bool:
        """Whether nothing but nouns are joined to a noun."""
        joined = self.children(noun, "conj")
        return bool(joined) and all(self[other].pos in {"NOUN", "PROPN"} for other in joined)

    def _run(self, index: int, kept: set[int]) -> tuple[int, int]:
        """The unbroken stretch of kept tokens around one of them."""
        first = last = index
        while first - 1 in kept:
            first -= 1
        while last + 1 in kept:
            last += 1
        return first, last

    def particle_lemma(self, index: int) -> str:
        """The lemma with its particle or preposition, as "rule out"; the bare lemma without."""
        particle = self.child(index, "prt")
        return self.lemma(index) if particle is None else self.with_word(index, particle)

    def with_word(self, index: int, particle: int) -> str:
        """The lemma and another word, as "rule out"."""
        return f"{self.lemma(index)} {self.word(particle)}"
