"""A sentence as a tree: who is subject of what, whatever the voice, and who shares an argument."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from dragoman.records.codec import Record
from dragoman.records.readings import Sentence, Token

Obliques = dict[str, tuple[int, ...]]

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
CLAUSAL = frozenset({"VERB", "AUX"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_PREPOSITIONS = ("prep", "agent", "dative")
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# The words that follow these with "of" are what is meant: "a series of attacks".
_MEASURES = frozenset(
    """act amount array barrel batch beginning bit continuation bulk campaign case couple deal dozen exchange form host instance kilo kind
    level holding load lot majority measure member million number package part piece quantity range round series
    opening resumption set shipment spate start string sum supply ton tonne total type variety wave""".split()  # noqa: SIM905
)
# Whose object, and not whose subject, does what their infinitive tells.
_OBJECT_CONTROL = frozenset(
    """advise allow appeal ask authorize call cause command compel convince demand direct empower
    enable encourage enjoin exhort force get help implore incite induce instruct invite lead let
    make order permit persuade press pressure prompt push remind request require summon tell tempt
    urge want warn wish""".split()  # noqa: SIM905
)
# Whose object did what follows "of" or "for": "accused Chad of arming them".
_BLAME_OR_PRAISE = frozenset(
    """accuse applaud arrest attack berate blame censure charge chide commend condemn congratulate
    convict criticize denounce excoriate expel fault hail indict lambast lambaste laud penalize
    praise prosecute punish rebuke reprimand sanction scold slam sue suspect thank
    upbraid""".split()  # noqa: SIM905
)
_DEPTH = 12  # clauses nested deeper than this are parser trouble, not prose


class Arguments(Record, frozen=True, kw_only=True):
    """Who does it, to whom, and what stands under which preposition, as token indexes."""

    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    datives: tuple[int, ...] = ()
    obliques: Obliques
    passive: bool = False


def spelling(lemma: str) -> str:
    """The lemma with -ise, -isation, -our made American, as the lexicon is keyed."""
    for british, american in (("isation", "ization"), ("yse", "yze"), ("ise", "ize")):
        if lemma.endswith(british):
            return lemma[: -len(british)] + american
    return lemma.replace("our", "or") if lemma in {"favour", "honour", "endeavour"} else lemma


class Tree:
    """The tokens of a sentence with their children, and questions one asks of them."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                children[token.head].append(index)
        self.children = tuple(tuple(kids) for kids in children)
        self._arguments: dict[int, Arguments] = {}

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The lemma of each token as the lexicon spells it."""
        return tuple(_key(token) for token in self.tokens)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The lower-case form of each token."""
        return tuple(token.text.lower() for token in self.tokens)

    def kids(self, index: int, *deps: str) -> list[int]:
        """Children under one of these labels."""
        return [child for child in self.children[index] if self.tokens[child].dep in deps]

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
            if self.tokens[child].pos not in CLAUSAL or self.tokens[index].pos in CLAUSAL:
                found += self.group(child)
        return found

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
            if self.keys[member] in _MEASURES:
                for inner in self.obliques(member).get("of", ()):
                    found += self.group(inner)
        return found

    def obliques(self, index: int) -> Obliques:
        """The nouns under each preposition that hangs on the token."""
        found: dict[str, tuple[int, ...]] = {}
        for preposition in self._prepositions(index):
            word = self.words[preposition]
            found[word] = found.get(word, ()) + tuple(self._governed(preposition))
        return found

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
            deeper = [g for p in self.subtree(other) for c in self.kids(p, "pobj")
                      for g in self.group(c)]
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
        """Obliques of a noun, and of its coordination where it lacks them."""
        found = dict(self.obliques(noun))
        for member in self.group(self.first(noun)):
            for word, nouns in self.obliques(member).items():
                found.setdefault(word, nouns)
        return found

    def arguments(self, verb: int) -> Arguments:
        """The arguments of a verb, as if it were active and nothing were left unsaid."""
        if verb not in self._arguments:
            self._arguments[verb] = self._find_arguments(verb)
        return self._arguments[verb]

    def _find_arguments(self, verb: int) -> Arguments:
        obliques = self.obliques(verb)
        objects = self._objects(verb)
        datives = [g for c in self.kids(verb, "dative") for g in self.group(c)
                   if self.tokens[c].pos in NOMINAL]
        surface = tuple(self.surface_subjects(verb))
        if not self.is_passive(verb):
            return Arguments(
                subjects=surface, objects=tuple(objects), datives=tuple(datives), obliques=obliques
            )
        agents = obliques.get("by", ()) or self._stray_agents(objects)
        if objects and not self.kids(verb, "oprd"):  # "Chad was granted a loan"
            return Arguments(
                subjects=agents, objects=tuple(objects), datives=surface, obliques=obliques,
                passive=True,
            )
        return Arguments(
            subjects=agents, objects=surface, datives=tuple(datives), obliques=obliques,
            passive=True,
        )

    def _stray_agents(self, objects: list[int]) -> tuple[int, ...]:
        """Agents that hang on the object: "was given soup and bread by the team"."""
        return tuple(g for noun in objects for g in self.obliques(noun).get("by", ()))

    def _objects(self, verb: int) -> list[int]:
        found = [g for child in self.kids(verb, "dobj") for g in self.group(child)]
        if not found:  # "broke off relations", with the noun hung on the particle
            found = [g for p in self.kids(verb, "prt") for c in self.kids(p, "pobj")
                     for g in self.group(c)]
        if not found and self.tokens[verb].dep == "relcl" and not self._subject_is_relative(verb):
            found = [self.tokens[verb].head] if self._object_gap(verb) else []
        if not found and not self.is_passive(verb):
            found = self._small_clause(verb) or self._shared_object(verb)
        return [self.antecedent(index) for index in found]

    def _object_gap(self, verb: int) -> bool:
        """Whether a relative clause lacks its object: "the men (whom) Chad armed"."""
        hanging = [p for p in self.kids(verb, "prep") if not self.kids(p, "pobj", "pcomp")]
        when = [c for c in self.kids(verb, "advmod") if self.tokens[c].tag == "WRB"]
        return bool(self.kids(verb, "nsubj")) and not (
            hanging or when or self.kids(verb, "ccomp", "xcomp", "attr", "acomp")
        )

    def _subject_is_relative(self, verb: int) -> bool:
        return any(self.tokens[s].tag in _RELATIVE for s in self.kids(verb, *_SUBJECTS))

    def _small_clause(self, verb: int) -> list[int]:
        """The subject of a clause that stands as object: "declared the envoy unwelcome"."""
        for child in self.kids(verb, "ccomp"):
            if not self.kids(child, "mark", "aux") and child > verb:
                return [g for s in self.kids(child, "nsubj") for g in self.group(s)]
        return []

    def _shared_object(self, verb: int) -> list[int]:
        """The object of the next verb in "shelled and burned the village"."""
        for child in self.kids(verb, "conj"):
            between = self.words[verb + 1 : child]
            if child - verb <= 3 and not self.kids(child, *_SUBJECTS) and "," not in between:
                return [g for c in self.kids(child, "dobj") for g in self.group(c)]
        return []

    def is_passive(self, verb: int) -> bool:
        """Whether the surface subject is the one it is done to."""
        token = self.tokens[verb]
        if self.kids(verb, "auxpass", "nsubjpass"):
            return True
        if token.tag != "VBN" or self.kids(verb, "aux", "nsubj"):
            return False
        if token.dep in {"acl", "advcl"}:
            return True
        return token.dep == "conj" and self.is_passive(token.head)

    def antecedent(self, index: int) -> int:
        """What a relative pronoun stands for; any other token is itself."""
        if self.tokens[index].tag not in _RELATIVE:
            return index
        for above in self.ancestors(index):
            if self.tokens[above].dep == "relcl":
                return self.tokens[above].head
        return index

    def surface_subjects(self, verb: int, depth: int = 0) -> list[int]:
        """The grammatical subjects, found through coordination, control and participles."""
        own = [g for child in self.kids(verb, *_SUBJECTS) for g in self.group(child)]
        if own or depth > _DEPTH:
            return [self.antecedent(index) for index in own]
        token = self.tokens[verb]
        head = self._finite(token.head) if token.tag in _FINITE else token.head
        if head == verb:
            return self._subject_of_fronted(verb, depth)
        if token.dep in {"acl", "relcl"}:
            return self._subject_of_modifier(verb, head, depth)
        if token.dep == "pcomp":
            return self._subject_under_preposition(head, depth)
        if self.tokens[head].pos in CLAUSAL or token.dep in {"xcomp", "advcl", "ccomp"}:
            return self._subject_by_control(verb, head, depth)
        return []

    def _finite(self, verb: int) -> int:
        """The verb itself, or the nearest above it that a finite verb can be coordinated with."""
        for above in self.ancestors(verb):
            if self.tokens[above].dep not in {"xcomp", "pcomp", "acl", "conj"}:
                return above
        return verb

    def _subject_of_fronted(self, verb: int, depth: int) -> list[int]:
        """The subject of a clause that the parser hung before this one: "broke off, recalled"."""
        for child in self.kids(verb, "advcl", "ccomp"):
            if child < verb and not self.kids(child, "mark"):
                return self.surface_subjects(child, depth + 1)
        return []

    def _subject_of_modifier(self, verb: int, noun: int, depth: int) -> list[int]:
        """The noun that is modified; of "the first to do it" or "plans to do it", their owner."""
        infinitive = any(self.words[c] == "to" for c in self.kids(verb, "aux"))
        if infinitive and self.tokens[noun].tag not in _RELATIVE:
            return self.owner_in_clause(noun, depth) or [noun]
        return [self.antecedent(noun)]

    def owner_in_clause(self, noun: int, depth: int = 0) -> list[int]:
        """Whose the noun is: its possessor, or the subject of the clause it stands in."""
        possessors = [g for child in self.kids(noun, "poss") for g in self.group(child)]
        if possessors:
            return possessors
        for above in self.ancestors(noun):
            if self.tokens[above].pos in CLAUSAL and above != noun:
                found = self.surface_subjects(above, depth + 1)
                inside = set(self.subtree(noun))
                return [index for index in found if index not in inside]
        return []

    def _subject_under_preposition(self, preposition: int, depth: int) -> list[int]:
        """For "accused Chad of arming", Chad; for "replied by arming", who replied."""
        head = self.tokens[preposition].head
        if self.tokens[head].pos not in CLAUSAL:
            return self.owner_in_clause(head, depth)
        if self.keys[head] in _BLAME_OR_PRAISE and self.words[preposition] in {"of", "for"}:
            return list(self.arguments(head).objects)
        return self.surface_subjects(head, depth + 1)

    def _subject_by_control(self, verb: int, head: int, depth: int) -> list[int]:
        if self.tokens[verb].dep in {"xcomp", "ccomp"} and self.keys[head] in _OBJECT_CONTROL:
            found = self.controlled(head)
            if found:
                return found
        return self.surface_subjects(head, depth + 1)

    def controlled(self, verb: int) -> list[int]:
        """Whom a verb such as "urge" or "call on" sets to do something."""
        for child in self.kids(verb, "dobj", "dative", "nsubjpass"):
            if self.tokens[child].pos in NOMINAL:
                return self.group(child)
        for word, nouns in self.obliques(verb).items():
            if word in {"on", "upon", "to", "for"} and nouns:
                return list(nouns)
        return []


def _key(token: Token) -> str:
    lemma = token.lemma.lower()
    if token.tag == "NN" and token.text.lower() == lemma + "s":  # "status" is no plural
        lemma += "s"
    if token.tag == "NNPS" and lemma.endswith("s"):
        lemma = lemma[:-1]
    return spelling(lemma)
