"""Slots: where in the syntax of a trigger a side stands, as the lexicon names the places."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL, Obliques
from dragoman.coding.sides.cast import NAMING, Cast
from dragoman.coding.sides.side import Side, countries_of
from dragoman.coding.syntax import Arguments, Tree
from dragoman.coding.triggers import Match
from dragoman.records.readings import Mention

_WHOSE = ("of", "from", "by", "between", "in")
_BY = ("by", "from", "between")
_TOGETHER = ("between", "with", "of", "to", "among")
_BLAMED = ("against", "at", "to", "over", "of", "about", "on", "with")
_COMPLAINED = ("of", "from", "against", "to", "at", "over", "with", "about")
_THERE = frozenset({"inside", "in", "of", "on", "at", "against", "near", "across"})
_RECEIVING = frozenset({"receive", "get"})
_SENDERS = frozenset({"by", "from"})
_LETTERS = frozenset({"letter", "message", "note", "telegram", "cable", "missive"})
_PERSONAL = frozenset({"him", "her"})
_PERSONS = frozenset({"person", "office"})


class Slots:
    """The slots of one sentence; a slot without a meaning of its own here is a preposition."""

    def __init__(self, tree: Tree, cast: Cast, lexicon: Lexicon) -> None:
        self.tree, self.cast = tree, cast
        self._lexicon = lexicon
        self._harm = lexicon.list("harm")
        self._officials = lexicon.list("officials")
        self._special: dict[str, Callable[[Match, Arguments], list[Mention]]] = {
            "subject": self._subject,
            "object": self._object,
            "dative": lambda _, arguments: self.mentions(arguments.datives),
            "owner": self._owner,
            "sides": lambda match, _: self._in_relation(match),
            "visitor": lambda _, arguments: self._visitor(arguments),
            "sender": lambda match, _: self._sender(match),
            "guest": lambda match, _: self._guest(match),
            "inner-actor": lambda match, _: self._subject_of_clause(match),
            "blamed": self._blamed,
            "blamed-of": lambda match, _: self._blamed_by_noun(match),
        }

    def side(self, match: Match, slots: Iterable[str], other: Side = ()) -> Side:
        """The side that the first of these slots gives with a mention of more than the other."""
        own: Side = ()
        for slot in slots:
            found = self.cast.side(self._fill(match, slot))
            if found and (not other or countries_of(found) - countries_of(other)):
                return found
            own = own or found
        return own

    def mentions(
        self, nouns: Iterable[int], prepositions: tuple[str, ...] = NAMING
    ) -> list[Mention]:
        """The mentions that say who is meant by these nouns."""
        found: list[Mention] = []
        for noun in nouns:
            found += [m for m in self.cast.named_by(noun, prepositions) if m not in found]
        return found

    def nouns(self, match: Match, slot: str) -> list[int]:
        """The nouns that stand in a slot, whether or not anybody is known by them."""
        arguments = self.tree.arguments(match.anchor)
        if slot == "subject":
            return list(arguments.subjects)
        if slot == "object":
            own = {match.key} if match.verb == match.head else {match.head, match.key}
            return [noun for noun in arguments.objects if noun not in own]
        if slot == "dative":
            return list(arguments.datives)
        return [n for place in self._places(match, arguments) for n in place.get(slot, ())]

    def _fill(self, match: Match, slot: str) -> list[Mention]:
        arguments = self.tree.arguments(match.anchor)
        if slot in self._special:
            return self._special[slot](match, arguments)
        places = self._places(match, arguments)
        nouns = [self.tree.antecedent(n) for place in places for n in place.get(slot, ())]
        found = self.mentions(n for n in nouns if not self.cast.is_help(n))
        return found or self._hung(match, slot) if slot in _SENDERS else found

    def _hung(self, match: Match, slot: str) -> list[Mention]:
        """Who did it, hung on what follows "of": "the arrest of two men | by Chadian police"."""
        if match.verb is not None:
            return []
        followed = self.tree.obliques(match.head).get("of", ())
        inside = (i for noun in followed for i in self.tree.subtree(noun))
        return self.mentions(n for i in inside for n in self.tree.obliques(i).get(slot, ()))

    def _places(self, match: Match, arguments: Arguments) -> list[Obliques]:
        """Where the event's prepositional phrases may hang: its words, its object."""
        tree = self.tree
        own = (match.head, match.key, match.particle, *match.used)
        nouns = [i for i in own if i is not None and i != match.verb]
        places = [tree.shared_obliques(noun) for noun in nouns]
        if match.verb is not None:
            meant = (m for noun in arguments.objects for m in tree.meant(noun))
            others = (noun for noun in dict.fromkeys(meant) if noun not in nouns)
            return [*places, arguments.obliques, *(tree.obliques(noun) for noun in others)]
        if tree.tokens[match.head].dep == "dobj":
            places.append(tree.obliques(tree.tokens[match.head].head))  # "included aid | to Chad"
        return places

    def _subject(self, match: Match, arguments: Arguments) -> list[Mention]:
        if match.frame.word_class == "adjectives":
            return self.mentions(self.tree.surface_subjects(match.head), _WHOSE)
        if letters := self._received(match.anchor):
            return self.mentions(w for letter in letters for w in self._writers(letter))
        deeds = [deed for noun in arguments.subjects for deed in self._deed_there(noun)]
        if deeds and self._is_relative(match.anchor):
            return self._doers(deeds)
        found = [m for s in arguments.subjects for m in self.mentions([s], self._whose(s))]
        token = self.tree.tokens[match.anchor]
        if found or token.dep != "acl" or arguments.passive:
            return found
        return self.mentions(self.tree.owner_in_clause(token.head), _WHOSE)  # "a letter thanking"

    def _whose(self, noun: int) -> tuple[str, ...]:
        """What leads from a subject to those who act: of "the raid in Mali killed", nothing."""
        return _BY if self.tree.keys[noun] in self._harm else _WHOSE

    def _received(self, verb: int) -> list[int]:
        """The letter that does so: "received a letter from Chad, congratulating him"."""
        token, keys = self.tree.tokens[verb], self.tree.keys
        if token.tag != "VBG" or token.dep != "advcl" or keys[token.head] not in _RECEIVING:
            return []
        return [o for o in self.tree.arguments(token.head).objects if keys[o] in _LETTERS]

    def _writers(self, letter: int) -> list[int]:
        return [*self.tree.obliques(letter).get("from", ()), *self.tree.owners(letter)]

    def _is_relative(self, verb: int) -> bool:
        return self.tree.tokens[self.tree.first(verb)].dep == "relcl"

    def _deed_there(self, noun: int) -> list[int]:
        """The deed, where the noun is its place or victim: "the raid on Mali, which killed"."""
        preposition = self.tree.tokens[noun].head
        deed = self.tree.tokens[preposition].head
        there = self.tree.words[preposition] in _THERE
        return [deed] if there and self.tree.keys[deed] in self._harm else []

    def _object(self, match: Match, arguments: Arguments) -> list[Mention]:
        """The object, but for the noun that is part of the trigger, unless it is the only one."""
        own = {match.key} if match.verb == match.head else {match.head, match.key}
        nouns = [o for o in arguments.objects if o not in own]
        if match.key in arguments.objects and {*nouns} <= {*self.tree.group(match.key)}:
            nouns = list(arguments.objects)  # "sank a Malian ship and a Kenyan one"
        others = self.mentions(nouns)
        if arguments.passive and not others:
            others = self.mentions(arguments.datives)  # "it was refused passage"
        return others or self.mentions(o for o in arguments.objects if o == match.key)

    def _owner(self, match: Match, arguments: Arguments) -> list[Mention]:
        """Who stands before the noun: "Chad's", "Chadian"; of an object, also "of Chad"."""
        if match.frame.word_class == "nouns":
            return self.mentions(self.tree.owners(match.head))
        objects = list(arguments.objects)
        if match.frame.predicates:  # "became a Chadian province"
            said = self.tree.kids(match.anchor, "attr", "oprd")
            objects += [noun for noun in said if self.tree.keys[noun] in match.frame.predicates]
        nouns = [match.key] if match.key is not None else objects
        return self.mentions(owner for n in nouns for owner in self.tree.owners(n)) or (
            self.mentions(
                n for noun in nouns for w in _WHOSE[:3] for n in self.tree.obliques(noun).get(w, ())
            )
        )

    def _in_relation(self, match: Match) -> list[Mention]:
        """The sides of a relation: "X-Y relations", "relations of X with Y", "between them"."""
        noun = match.key if match.key is not None else match.head
        obliques = self.tree.shared_obliques(noun)
        places = list(self.tree.owners(noun))
        for word in _TOGETHER:
            places += obliques.get(word, ())
        return self.mentions(places)

    def _visitor(self, arguments: Arguments) -> list[Mention]:
        """A person, an office or a delegation that is received."""
        official = any(self.tree.keys[o] in self._officials for o in arguments.objects)
        return [
            mention
            for mention in self.mentions(arguments.objects)
            if official
            or mention.kind == "office"
            or self.cast.text[mention.start : mention.end] in _PERSONAL
            or {referent.kind for referent in mention.referents} <= _PERSONS
        ]

    def _sender(self, match: Match) -> list[Mention]:
        """Who sent what was received: "a letter sent by", "a Chadian letter"."""
        if match.key is None:
            return []
        for verb in self.tree.kids(match.key, "acl", "relcl"):
            found = self.mentions(self.tree.arguments(verb).subjects)
            if found:
                return found
        return self.mentions(self.tree.owners(match.key))

    def _guest(self, match: Match) -> list[Mention]:
        """Who came "at the invitation of Chad"."""
        clauses = (a for a in self.tree.ancestors(match.head) if self.tree.tokens[a].pos in CLAUSAL)
        verb = next(clauses, None)
        return self.mentions(self.tree.arguments(verb).subjects) if verb is not None else []

    def _subject_of_clause(self, match: Match) -> list[Mention]:
        """The subject of the clause that is alleged or asked for."""
        arguments = self.tree.arguments(match.anchor)
        asked = arguments.objects or arguments.obliques.get("for", ())
        clauses = [
            c
            for c in self.tree.kids(match.anchor, "ccomp", "xcomp")
            if c > match.anchor or not asked  # "Mali left, | Chad called for talks"
        ]
        return self.mentions(s for c in clauses for s in self.tree.kids(c, "nsubj", "nsubjpass"))

    def _blamed(self, match: Match, arguments: Arguments) -> list[Mention]:
        """Who is blamed: the one named, or the doer and never the victim of what is condemned."""
        nouns = list(arguments.objects) or [
            noun for word in _BLAMED for noun in arguments.obliques.get(word, ())
        ]
        if match.key is not None and match.key in nouns:
            return self._complained(match.key, arguments)
        return self._doers(nouns, match.anchor)

    def _blamed_by_noun(self, match: Match) -> list[Mention]:
        return self._doers(self.tree.shared_obliques(match.head).get("of", ()))

    def _complained(self, noun: int, arguments: Arguments) -> list[Mention]:
        """Whom a complaint, or an ambassador called in, stands for."""
        if self.tree.keys[noun] in self._officials:
            owners = self.mentions(self.tree.owners(noun))
            if owners:
                return owners
        if named := self.cast.at(noun):
            return [named]  # "our envoy was called in"
        places = (self.tree.shared_obliques(noun), arguments.obliques)
        for word in _COMPLAINED:
            found = self._doers(n for place in places for n in place.get(word, ()))
            if found:
                return found
        return []

    def _doers(self, nouns: Iterable[int], blaming: int | None = None) -> list[Mention]:
        found: list[Mention] = []
        for noun in nouns:
            found += [mention for mention in self._doer(noun, blaming) if mention not in found]
        return found

    def _doer(self, noun: int, blaming: int | None) -> list[Mention]:
        """Who did what the noun names: "Chad's raid", "the raid by Chad", never "raid on"."""
        own = self.cast.at(noun)
        if own:
            return [own]
        named = self._doer_in_clause(noun, blaming) or self.mentions(self.tree.owners(noun))
        if named:
            return named
        harmful = any(self.tree.keys[n] in self._harm for n in self.tree.meant(noun))
        found = self.cast.named_by(noun, _BY[:2] if harmful else _WHOSE)
        return found or (self._where(noun) if self._is_repression(noun) else [])

    def _is_repression(self, noun: int) -> bool:
        """Whether it is what states do at home: "the jailing", "the crackdown"."""
        frames = self._lexicon.frames("nouns", self.tree.keys[noun])
        return any(frame.event_type == "COERCE" for frame in frames)

    def _where(self, noun: int) -> list[Mention]:
        """The state where it is done: "the jailing of priests | in Chad"."""
        inside = (i for i in self.tree.subtree(noun) if self.tree.words[i] == "in")
        places = (n for i in inside for n in self.tree.kids(i, "pobj"))
        return self.mentions(places, ())

    def _doer_in_clause(self, noun: int, blaming: int | None) -> list[Mention]:
        """The subject of "the exercises that it holds", but not of "the raid that it blames"."""
        for verb in self.tree.kids(noun, "relcl", "acl"):
            arguments = self.tree.arguments(verb)
            if verb != blaming and noun in arguments.objects:
                return self.mentions(arguments.subjects)
        return []
