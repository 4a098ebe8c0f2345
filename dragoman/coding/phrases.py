"""A sentence as a tree: its phrases, what is coordinated, and what hangs on a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec.structs import replace

from dragoman.coding.lexicon import Lexicon, spelling
from dragoman.coding.mending import mended
from dragoman.records.readings import Sentence, Token

Obliques = dict[str, tuple[int, ...]]

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
CLAUSAL = frozenset({"VERB", "AUX"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "attr", "npadvmod"})
_PREPOSITIONS = ("prep", "agent", "dative")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HYPHENS = frozenset("-‐‑")
_YEARS = re.compile(r"(?:1\d|20)\d\ds?")
_TOGETHER = frozenset({"with", "between"})
_JOINTLY = frozenset({"together", "along", "jointly"})
_CALLING = frozenset({"appeal", "ask", "call", "campaign", "lobby", "plead", "press", "push"})
_QUOTES = frozenset({'"', "“", "”", "«", "»", "''", "``"})


class Phrases:
    """The tokens of a sentence with their children, and questions one asks of them."""

    def __init__(self, sentence: Sentence, words: Lexicon) -> None:
        self.sentence, self.lexicon = sentence, words
        self.tokens: tuple[Token, ...] = _called_for(mended(sentence.tokens, words))
        children: list[list[int]] = [[] for _ in self.tokens]
        parted = any(token.text == ";" for token in self.tokens)
        for index, token in enumerate(self.tokens):
            if token.head != index and not (parted and self._is_astray(index)):
                children[token.head].append(index)
        self.children = tuple(tuple(kids) for kids in children)
        self._labelled = tuple(
            tuple((kid, self.tokens[kid].dep) for kid in kids) for kids in children
        )
        self._obliques: dict[int, Obliques] = {}

    def _is_astray(self, index: int) -> bool:
        """Whether a semicolon parts a noun from the verb that the parser hung it on."""
        token = self.tokens[index]
        if token.dep not in _ARGUMENTS:
            return False
        first, last = sorted((index, token.head))
        return any(other.text == ";" for other in self.tokens[first:last])

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The lemma of each token as the lexicon spells it."""
        return tuple(self._joined(i) or self._key(i) for i in range(len(self.tokens)))

    def _key(self, index: int) -> str:
        key, token = _key(self.tokens[index]), self.tokens[index]
        if token.tag == "NNP" and key.endswith("s") and key[:-1] in self.lexicon.list("agreement"):
            return key[:-1]  # "the Madrid Accords"
        if key == "lie" and token.tag == "VBD" and self.kids(index, "dobj"):
            return "lay"  # "they lay down their arms"
        return key

    def front(self, index: int) -> int | None:
        """Where a word of the lexicon begins that ends here and that the parser cut in three."""
        return index - 2 if self._joined(index) else None

    def _joined(self, index: int) -> str | None:
        """The word of the lexicon, if any, that the parser cut in three: "cease-fire"."""
        if index < 2 or self.tokens[index - 1].text not in _HYPHENS:
            return None
        first, hyphen, last = self.tokens[index - 2 : index + 1]
        if (first.end, hyphen.end) != (hyphen.start, last.start):
            return None
        whole = (first.text.lower() + end for end in (_key(last), last.text.lower()))
        return next((word for word in map(spelling, whole) if word in self.lexicon.words), None)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The lower-case form of each token."""
        return tuple(token.text.lower().replace("’", "'") for token in self.tokens)

    def kids(self, index: int, *deps: str) -> list[int]:
        """Children under one of these labels."""
        return [child for child, dep in self._labelled[index] if dep in deps]

    def ancestors(self, index: int) -> Iterator[int]:
        """The token itself, its head, its head's head, up to the root."""
        yield index
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def subtree(self, index: int) -> Iterator[int]:
        """The token and all below it."""
        yield index
        for child in self.children[index]:
            yield from self.subtree(child)

    def group(self, index: int) -> list[int]:
        """The token and what is coordinated with it: "Peru, Chile and Bolivia"."""
        found = [index]
        for child in self.kids(index, "conj"):
            alike = self.tokens[child].pos not in CLAUSAL or self.tokens[index].pos in CLAUSAL
            name = self.tokens[index].pos == "PROPN"  # the ship "Sea Star" and its crew
            if alike and (name or not self.is_quoted_apart(index, child)):
                found += self.group(child)
        for child in self.kids(index, "appos"):
            if self._is_listed(index, child):
                found += self.group(child)
        return found

    def is_quoted_apart(self, left: int, right: int) -> bool:
        """Whether a quotation ends or begins between two words, and so what is joined in it."""
        return sum(word in _QUOTES for word in self.words[left:right]) % 2 == 1

    def companions(self, index: int) -> list[int]:
        """Who does it "together with" those who are named."""
        under = self.kids(index, "prep")
        joint = (p for a in under for p in (a, *self.kids(a, "prep")) if self._is_jointly(p))
        if self.tokens[index].pos in CLAUSAL:  # "…, Chad, together with Mali," goes with Chad
            joint = (p for p in joint if p < 3 or self.tokens[p - 3].pos not in NOMINAL)
        return [g for p in joint for c in self.kids(p, "pobj") for g in self.group(c)]

    def _is_jointly(self, preposition: int) -> bool:
        return self.words[preposition] == "with" and self.words[preposition - 1] in _JOINTLY

    def _is_listed(self, index: int, child: int) -> bool:
        """Whether a list was taken for a name and its description: "Peru, | Chile and Bolivia"."""
        names = all(self.tokens[i].pos == "PROPN" for i in (index, child))
        listed = self.kids(child, "cc") and self.kids(child, "conj")
        last = max(self.subtree(child)) + 1
        return bool(names and listed) and (last == len(self.words) or self.words[last] != ",")

    def first(self, index: int) -> int:
        """The first member of the coordination that the token is in."""
        while self.tokens[index].dep == "conj":
            index = self.tokens[index].head
        return index

    def meant(self, index: int) -> list[int]:
        """The noun and its coordination, and through "a series of", what is meant."""
        found: list[int] = []
        for member in self.group(index):
            found.append(member)
            number = self.tokens[member].pos == "NUM"  # "twelve of the ports"
            if number or self.keys[member] in self.lexicon.list("measures"):
                for inner in self.obliques(member).get("of", ()):
                    found += self.meant(inner)
        return found

    def obliques(self, index: int) -> Obliques:
        """The nouns under each preposition that hangs on the token."""
        if index not in self._obliques:
            self._obliques[index] = self._find_obliques(index)
        return self._obliques[index]

    def _find_obliques(self, index: int) -> Obliques:
        found: dict[str, tuple[int, ...]] = {}
        for preposition in self._prepositions(index):
            word = self.words[preposition]
            if self._is_jointly(preposition):
                continue
            nouns = self._governed(preposition)
            if nouns and all(map(self._is_time, nouns)):
                continue  # "called on Saturday" calls on nobody
            found[word] = found.get(word, ()) + tuple(nouns)
        return found

    def _is_time(self, noun: int) -> bool:
        word = self.words[noun]
        return self.keys[noun] in self.lexicon.list("times") or bool(_YEARS.fullmatch(word))

    def _prepositions(self, index: int) -> Iterator[int]:
        for child in self.children[index]:
            token = self.tokens[child]
            if token.dep in _PREPOSITIONS and token.pos in {"ADP", "SCONJ", "PART", "VERB"}:
                yield child
                yield from (c for c in self.kids(child, "conj", "prep") if self._is_adposition(c))

    def _is_adposition(self, index: int) -> bool:
        return self.tokens[index].pos == "ADP"

    def _governed(self, preposition: int) -> list[int]:
        """Nouns under a preposition; in "support to and solidarity with Chad", Chad for both."""
        own = [g for child in self.kids(preposition, "pobj") for g in self.group(child)]
        if own or self.kids(preposition, "pcomp"):
            return own
        shared = (c for c in self.kids(preposition, "conj", "prep"))
        for other in shared:
            deeper = [
                g for p in self.subtree(other) for c in self.kids(p, "pobj") for g in self.group(c)
            ]
            if deeper:
                return deeper
        return []

    def owners(self, noun: int) -> list[int]:
        """Possessors, then adjectives and nouns set before the noun, nearest first."""
        source = noun
        if not self.kids(noun, "poss", "amod", "compound", "nmod"):
            source = self.first(noun)
        possessors = [g for child in self.kids(source, "poss") for g in self.group(child)]
        before = self.kids(source, "amod", "compound", "nmod", "nummod")
        return possessors + [g for child in reversed(before) for g in self.group(child)]

    def shared_obliques(self, noun: int) -> Obliques:
        """Obliques of a noun, and of its coordination where it lacks them.

        Those with whom "talks continue" hang on the verb.
        """
        found = dict(self.obliques(noun))
        for member in self.group(self.first(noun)):
            for word, nouns in self.obliques(member).items():
                found.setdefault(word, nouns)
        verb = self.tokens[noun].head
        if self.tokens[noun].dep in _SUBJECTS and not self.kids(verb, "dobj"):
            others = self.obliques(verb)
            found = {**{word: others[word] for word in _TOGETHER & others.keys()}, **found}
        return found


def _key(token: Token) -> str:
    lemma, word = token.lemma.lower(), token.text.lower()
    if word == lemma + "s" and (token.tag == "NN" or word.endswith("ss")):
        lemma = word  # neither "status" nor "express" is a plural
    if token.tag == "NNPS" and lemma.endswith("s"):
        lemma = lemma[:-1]
    return spelling(lemma)


def _called_for(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, with what is called for as the verb's complement: "called for Chad | to go"."""
    marks = (t for t in tokens if t.dep == "mark" and t.text == "for")
    clauses = [t.head for t in marks if _is_called_for(tokens[t.head], tokens)]
    if not clauses:
        return tokens
    return tuple(replace(t, dep="ccomp") if i in clauses else t for i, t in enumerate(tokens))


def _is_called_for(clause: Token, tokens: tuple[Token, ...]) -> bool:
    return clause.dep == "advcl" and tokens[clause.head].lemma in _CALLING
