"""Clauses: who is subject of what, whatever the voice, and who shares an argument."""

from __future__ import annotations

from dragoman.coding.astray import Astray
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL, NOMINAL, Obliques
from dragoman.coding.voice import FINITE
from dragoman.records.codec import Record
from dragoman.records.readings import Sentence

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_PARTICLES = frozenset({"off", "down", "up", "aside"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_DEPTH = 12  # clauses nested deeper than this are parser trouble, not prose


class Arguments(Record, frozen=True, kw_only=True):
    """Who does it, to whom, and what stands under which preposition, as token indexes."""

    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    datives: tuple[int, ...] = ()
    obliques: Obliques
    passive: bool = False


class Tree(Astray):
    """A sentence with the arguments of its verbs."""

    def __init__(self, sentence: Sentence, words: Lexicon) -> None:
        super().__init__(sentence, words)
        self._arguments: dict[int, Arguments] = {}
        self._blows = words.list("blows")

    def arguments(self, verb: int) -> Arguments:
        """The arguments of a verb, as if it were active and nothing were left unsaid."""
        if verb not in self._arguments:
            self._arguments[verb] = self._find_arguments(verb)
        return self._arguments[verb]

    def _find_arguments(self, verb: int) -> Arguments:
        obliques = self.obliques(verb)
        objects = self._objects(verb)
        datives = [
            g
            for c in self.kids(verb, "dative")
            for g in self.group(c)
            if self.tokens[c].pos in NOMINAL
        ]
        surface = tuple(self.surface_subjects(verb))
        if not self.is_passive(verb):
            return Arguments(
                subjects=surface, objects=tuple(objects), datives=tuple(datives), obliques=obliques
            )
        agents = obliques.get("by", ()) or self._stray_agents(verb, objects)
        if objects and not self.kids(verb, "oprd"):  # "Chad was granted a loan"
            return Arguments(
                subjects=agents,
                objects=tuple(objects),
                datives=surface,
                obliques=obliques,
                passive=True,
            )
        return Arguments(
            subjects=agents,
            objects=surface,
            datives=tuple(datives),
            obliques=obliques,
            passive=True,
        )

    def _stray_agents(self, verb: int, objects: list[int]) -> tuple[int, ...]:
        """Agents hung elsewhere: "given bread by us", "armed and paid by us", "in a raid by us"."""
        verbs = [c for c in self.kids(verb, "conj") if self.tokens[c].tag in {"VBN", "VBD"}]
        judged = [i for c in self.kids(verb, "oprd", "acomp") for i in self.subtree(c)]
        deeds = [n for n in self.obliques(verb).get("in", ()) if self.keys[n] in self._blows]
        found = (*objects, *verbs, *judged, *deeds)
        return tuple(g for i in found for g in self.obliques(i).get("by", ()))

    def _objects(self, verb: int) -> list[int]:
        found = [g for child in self.kids(verb, "dobj") for g in self.group(child)]
        if not found:  # "broke off relations", with the noun hung on the particle
            particles = [p for p in self.kids(verb, "prt", "prep", "advmod") if p == verb + 1]
            found = [
                g
                for p in particles
                if self.words[p] in _PARTICLES
                for c in self.kids(p, "pobj")
                for g in self.group(c)
            ]
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
            helpers = {self.words[c] for c in self.kids(child, "mark", "aux")}
            finite = self.tokens[child].tag in {"VBD", "VBZ"}  # "bombed what Chad calls a camp"
            if child > verb and helpers <= {"to"} and not finite:  # "helped Chad to build it"
                return [g for s in self.kids(child, "nsubj") for g in self.group(s)]
        return []

    def _shared_object(self, verb: int) -> list[int]:
        """The object of the next verb in "shelled and burned the village"."""
        for child in self.kids(verb, "conj"):
            between = self.words[verb + 1 : child]
            if child - verb <= 3 and not self.kids(child, *_SUBJECTS) and "," not in between:
                return [g for c in self.kids(child, "dobj") for g in self.group(c)]
        return []

    def wider(self, verb: int, objects: tuple[int, ...]) -> tuple[int, ...]:
        """The objects, and in "the treaty with Chad, which it signed", what "which" may mean."""
        if self.tokens[verb].dep != "relcl" or self.tokens[verb].head not in objects:
            return objects
        head = self.tokens[self.tokens[verb].head]
        noun = self.tokens[head.head].head
        return (*objects, noun) if head.dep == "pobj" and noun < verb else objects

    def antecedent(self, index: int) -> int:
        """What a relative pronoun stands for; any other token is itself."""
        if self.tokens[index].tag not in _RELATIVE:
            return index
        for above in self.ancestors(index):
            if self.tokens[above].dep == "relcl":
                return self.tokens[above].head
            if self.tokens[above].dep == "ccomp" and self.keys[self.tokens[above].head] == "be":
                return next(iter(self.kids(self.tokens[above].head, "attr")), index)
        preposition = self.tokens[index].head
        nouns = [i for i in range(preposition) if self.tokens[i].pos in {"NOUN", "PROPN"}]
        hung = self.tokens[index].dep == "pobj" and self.words[preposition - 1] == ","
        return nouns[-1] if nouns and hung else index  # "called him in, to whom it said"

    def _antecedents(self, verb: int, index: int) -> list[int]:
        """What a relative subject stands for: both in "thanked Chad and Mali, which sent aid"."""
        noun = self.antecedent(index)
        first = self.first(noun)
        group = self.group(first)
        listed = len(group) > 1 and all(self.tokens[n].pos == "PROPN" for n in group)
        if noun == index or not listed or index < max(group):
            return [noun]
        cleft = self.tokens[first].dep == "attr"  # "it was Chad and Mali who sent it"
        if self.words[index - 1] != "," and not cleft:
            return [noun]
        one = any(self.tokens[v].tag == "VBZ" for v in (verb, *self.kids(verb, "aux", "auxpass")))
        if one or any(self.words[i] in {"its", "was"} for i in self.subtree(verb)):
            return [max(group)]
        return [noun] if self.words[self.tokens[first].head] == "between" else group

    def surface_subjects(self, verb: int, depth: int = 0) -> list[int]:
        """The grammatical subjects, found through coordination, control and participles."""
        verbs = (verb, *self.kids(verb, "aux", "auxpass"))  # some hang it on the auxiliary
        own = [g for v in verbs for child in self.kids(v, *_SUBJECTS) for g in self.group(child)]
        if own or depth > _DEPTH:
            own += [c for index in (verb, *own) for c in self.companions(index)]
            return [one for index in own for one in self._antecedents(verb, index)]
        if verb in self.stray:
            return [self.stray[verb]]
        if parted := self.parted_subject(verb):
            return parted
        token = self.tokens[verb]
        head = self._finite(self.unquoted(verb)) if token.tag in FINITE else token.head
        if head == verb:
            return self._subject_of_fronted(verb, depth)
        if verb < head and ";" in self.words[verb:head]:
            return []
        return self._subject_from(verb, head, depth)

    def _subject_from(self, verb: int, head: int, depth: int) -> list[int]:
        """The subject that a verb without one of its own takes from what it hangs on."""
        dep = self.tokens[verb].dep
        if dep in {"acl", "relcl"}:
            return self._subject_of_modifier(verb, head, depth)
        if dep == "pcomp":
            return self._subject_under_preposition(head, depth)
        if dep == "conj" and self.tokens[head].pos not in CLAUSAL:
            alike = self.tokens[verb].tag == "VBG" and self.words[head].endswith("ing")
            return [] if alike else self._subject_over(head, depth)  # "the looting and burning of"
        if self.tokens[head].pos in CLAUSAL or dep in {"xcomp", "advcl", "ccomp"}:
            return self._subject_by_control(verb, head, depth)
        return []

    def _finite(self, verb: int) -> int:
        """The verb itself, or the nearest above it that a finite verb can be coordinated with."""
        for above in self.ancestors(verb):
            dep = self.tokens[above].dep
            own = dep == "conj" and self.kids(above, "nsubj", "nsubjpass")
            if own or dep not in {"xcomp", "pcomp", "acl", "conj"}:
                return above
        return verb

    def _subject_of_fronted(self, verb: int, depth: int) -> list[int]:
        """The subject of a clause that the parser hung before this one: "broke off, recalled"."""
        for child in self.kids(verb, "advcl", "ccomp"):
            if child < verb and not self.kids(child, "mark"):
                return self.surface_subjects(child, depth + 1)
        return []

    def _subject_over(self, noun: int, depth: int) -> list[int]:
        """For a verb that the parser coordinated with the object of its fellow, that one's."""
        clauses = (a for a in self.ancestors(noun) if self.tokens[a].pos in CLAUSAL)
        verb = next(clauses, None)
        return self.surface_subjects(verb, depth + 1) if verb is not None else []

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
        if self._blames(head) and self.words[preposition] in {"of", "for"}:
            return list(self.arguments(head).objects)
        return self.surface_subjects(head, depth + 1)

    def _subject_by_control(self, verb: int, head: int, depth: int) -> list[int]:
        if self.tokens[verb].dep in {"xcomp", "ccomp"} and self._directs(head):
            found = self.controlled(head)
            if found:
                return found
        return self._cleft(verb, head) or self.surface_subjects(head, depth + 1)

    def _cleft(self, verb: int, head: int) -> list[int]:
        """Chad in "it was Chad who, in May, struck", where the parser lost hold of "who"."""
        nouns = self.kids(head, "attr") if self.tokens[verb].dep == "ccomp" else []
        it = any(self.words[s] == "it" for s in self.kids(head, "nsubj"))
        if not nouns or not it or nouns[0] > verb:
            return []
        who = any(self.tokens[i].tag in _RELATIVE for i in range(nouns[0], verb))
        return self.group(nouns[0]) if who else []

    def controlled(self, verb: int) -> list[int]:
        """Whom a verb such as "urge" or "call on" sets to do something."""
        for child in self.kids(verb, "dobj", "dative", "nsubjpass"):
            if self.tokens[child].pos in NOMINAL:
                return self.group(child)
        for word, nouns in self.obliques(verb).items():
            if word in {"on", "upon", "to", "for"} and nouns:
                return list(nouns)
        return []

    def _blames(self, verb: int) -> bool:
        return self.keys[verb] in self.lexicon.list("blame_or_praise")

    def _directs(self, verb: int) -> bool:
        return self.keys[verb] in self.lexicon.list("object_control")
