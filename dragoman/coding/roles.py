"""Roles: which mentions fill the sides of an event, from where they stand in the syntax."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.modality import Telling
from dragoman.coding.syntax import Arguments, Obliques, Tree
from dragoman.coding.triggers import Match
from dragoman.records.actors import Participant
from dragoman.records.codec import Record
from dragoman.records.readings import Mention, Referent, Sentence

Side = tuple[Participant, ...]

_DATELINE = re.compile(r"[A-Z][A-Z.'/ -]{2,}(?:[,(][^—–]{0,50}?)?\s*(?:—|–|--)\s")

_NAMING = ("of", "from", "by", "between", "with", "for", "at", "against", "in", "on", "to", "like")
_WHOSE = ("of", "from", "by", "between")
_WHERE = frozenset({"in", "at", "near", "off", "outside", "across", "around"})
_PRONOUNS = frozenset("it its they them their he him his she her hers this that these those".split())
_PERSONS = frozenset({"person", "office"})
_DEPTH = 4  # "the leaders of the parties of the north of Chad" is deep enough


class Sides(Record, frozen=True, kw_only=True):
    """The two sides of an event, and how directly the words name them (0 to 1)."""

    actors: Side = ()
    recipients: Side = ()
    sureness: float = 1.0
    misheard: bool = False  # a pronoun that seems to mean the actors stands for the others


class Cast:
    """The mentions of one sentence, by token."""

    def __init__(self, tree: Tree, mentions: Iterable[Mention], text: str) -> None:
        self.tree, self.text = tree, text
        starts = [token.start for token in tree.tokens]
        self.by_token: dict[int, Mention] = {}
        begin = dateline_end(text, tree.sentence)
        for mention in mentions:
            if mention.start < begin:
                continue
            first = max(bisect_right(starts, mention.start) - 1, 0)
            for index in range(first, len(starts)):
                if starts[index] >= mention.end:
                    break
                if mention.referents and tree.tokens[index].end > mention.start:
                    self.by_token.setdefault(index, mention)

    def at(self, index: int) -> Mention | None:
        """The mention that the token is part of."""
        return self.by_token.get(index)

    def named_by(self, index: int, prepositions: tuple[str, ...] = _NAMING) -> list[Mention]:
        """The mentions that say who is meant by the noun phrase headed here."""
        return self._named(index, prepositions, _DEPTH)

    def _named(self, index: int, prepositions: tuple[str, ...], depth: int) -> list[Mention]:
        mention = self.at(index)
        if mention:
            return [mention, *self._joined(mention, index)]
        if depth == 0:
            return []
        beside = self._first_of(self.tree.kids(index, "appos"), prepositions, depth)
        owners = beside or self._all_of(self.tree.owners(index), prepositions, depth)
        return owners or self._under_preposition(index, prepositions, depth)

    def _joined(self, mention: Mention, index: int) -> list[Mention]:
        """Mentions coordinated with a word inside this one: "the Republic of Chad and Mali"."""
        inside = [i for i in self.tree.subtree(index) if self.at(i) is mention and i != index]
        others = (self.at(c) for i in inside for c in self.tree.kids(i, "conj"))
        return [other for other in others if other is not None and other is not mention]

    def _under_preposition(
        self, index: int, prepositions: tuple[str, ...], depth: int
    ) -> list[Mention]:
        obliques = self.tree.obliques(index)
        for word in prepositions:
            found = self._all_of(obliques.get(word, ()), prepositions, depth)
            if found:
                return found
        examples = [
            noun for word in ("as", "including") for noun in obliques.get(word, ())
        ]  # "movements such as the Front"
        return self._all_of(examples, prepositions, depth)

    def _all_of(
        self, indexes: Iterable[int], prepositions: tuple[str, ...], depth: int
    ) -> list[Mention]:
        found: list[Mention] = []
        for index in indexes:
            found += [m for m in self._named(index, prepositions, depth - 1) if m not in found]
        return found

    def _first_of(
        self, indexes: Iterable[int], prepositions: tuple[str, ...], depth: int
    ) -> list[Mention]:
        for index in indexes:
            found = self._named(index, prepositions, depth - 1)
            if found:
                return found
        return []

    def side(self, mentions: Iterable[Mention]) -> Side:
        """The participants that these mentions stand for, each once."""
        found: dict[str, Participant] = {}
        for mention in mentions:
            for referent in mention.referents:
                found.setdefault(referent.actor, participant(self.text, mention, referent))
        return tuple(found.values())

    def countries(self) -> set[str]:
        """The countries that the sentence names otherwise than as the place of something."""
        return {
            referent.country
            for index, mention in self.by_token.items()
            for referent in mention.referents
            if referent.country and not self._is_place(index)
        }

    def _is_place(self, index: int) -> bool:
        token = self.tree.tokens[index]
        return token.dep == "pobj" and self.tree.words[token.head] in _WHERE


class Casting:
    """Fills the sides of the events of one sentence."""

    def __init__(self, tree: Tree, cast: Cast, lexicon: Lexicon) -> None:
        self.tree, self.cast = tree, cast
        self.harm = lexicon.list("harm")
        self.include = lexicon.list("include")
        self.crowd = lexicon.list("crowd") | lexicon.list("fighters")

    def sides(self, telling: Telling) -> Sides:
        """Actors and recipients of an event; empty sides where the words name none."""
        match = telling.match
        actors = self._actors(match)
        recipients = self._recipients(telling)
        if match.reverse:
            actors, recipients = self._senders(match), self._filled(match, ("subject",))
        if match.frame.reciprocal and telling.event_type != "REJECT":
            both = merged(actors, recipients)
            return Sides(actors=both, sureness=1.0 if len(both) > 1 else 0.5)
        others = _others(recipients, actors)
        return Sides(actors=actors, recipients=others, misheard=bool(recipients) and not others)

    def _actors(self, match: Match) -> Side:
        if match.frame.word_class == "nouns":
            return self._noun_actors(match)
        return self._filled(match, match.frame.actor)

    def _noun_actors(self, match: Match) -> Side:
        if match.verb is not None:
            return self.cast.side(self.mentions(self._subjects(match.verb)))
        own = self._filled(match, match.frame.actor)
        return own or self._subject_of_whole(match.head)

    def _subject_of_whole(self, noun: int) -> Side:
        """In "its arms deliveries included aid to Chad", whose deliveries they were."""
        for above in self.tree.ancestors(noun):
            if self.tree.keys[above] in self.include:
                return self.cast.side(self.mentions(self._subjects(above)))
        return ()

    def _subjects(self, verb: int) -> tuple[int, ...]:
        return self.tree.arguments(verb).subjects

    def _recipients(self, telling: Telling) -> Side:
        match = telling.match
        found = self._filled(match, match.frame.recipient)
        if found or telling.inner is None:
            return found
        inner = telling.inner
        wanted = self._filled(inner, inner.frame.recipient)
        doer = self._actors(inner)
        if telling.event_type in {"REQUEST"}:
            return without(doer, self._actors(match)) or wanted
        return wanted or doer

    def unnamed(self, telling: Telling) -> Side:
        """A crowd or gunmen without a name, of the country where they are said to be."""
        tree, match = self.tree, telling.match
        for noun in tree.arguments(match.anchor).subjects:
            if tree.keys[noun] in self.crowd and self.cast.at(noun) is None:
                places = [tree.obliques(i) for i in tree.subtree(match.anchor)]
                where = [n for place in places for w in ("in", "at") for n in place.get(w, ())]
                token = tree.tokens[noun]
                return (
                    Participant(
                        text=self.cast.text[token.start : token.end],
                        name=None,
                        country=next((p.country for p in self.cast.side(self.mentions(where))), None),
                        sector="CVL" if telling.event_type == "PROTEST" else "UAF",
                        wikidata=None,
                        start=token.start,
                        end=token.end,
                    ),
                )
        return ()

    def inner_sides(self, telling: Telling) -> Side:
        """Everyone in the event that is asked for: they may be the askers themselves."""
        if telling.inner is None:
            return ()
        inner = telling.inner
        return merged(self._actors(inner), self._filled(inner, inner.frame.recipient))

    def _senders(self, match: Match) -> Side:
        sources = ("from", "by", "owner")
        return self._filled(match, sources)

    def _filled(self, match: Match, slots: tuple[str, ...]) -> Side:
        for slot in slots:
            mentions = self._slot(match, slot)
            if mentions:
                return self.cast.side(mentions)
        return ()

    def _slot(self, match: Match, slot: str) -> list[Mention]:
        arguments = self.tree.arguments(match.anchor)
        if slot in _SPECIAL:
            return _SPECIAL[slot](self, match, arguments)
        if slot.startswith("blamed"):
            return self._blamed(match, arguments, slot)
        nouns = [n for place in self._places(match, arguments) for n in place.get(slot, ())]
        return self.mentions(n for n in nouns if n not in match.used or self._keeps(match, n))

    def _keeps(self, match: Match, noun: int) -> bool:
        """Whether a noun that the frame asks for also says who: "the release of Chadian men"."""
        return noun in match.used

    def _places(self, match: Match, arguments: Arguments) -> list[Obliques]:
        """Where the event's prepositional phrases may hang: its noun, its verb, its object."""
        tree = self.tree
        nouns = [i for i in (match.head, match.key, *match.used) if i is not None and i != match.verb]
        places = [tree.shared_obliques(noun) for noun in nouns]
        above = tree.tokens[match.head].head
        if match.verb is None and tree.tokens[match.head].dep == "dobj":
            places.append(tree.obliques(above))  # "included aid | to Chad"
        if match.verb is not None:
            places.append(arguments.obliques)
            places += [tree.obliques(noun) for noun in arguments.objects if noun not in nouns]
        return places

    def mentions(
        self, nouns: Iterable[int], prepositions: tuple[str, ...] = _NAMING
    ) -> list[Mention]:
        """The mentions that say who is meant by these nouns."""
        found: list[Mention] = []
        for noun in nouns:
            found += [m for m in self.cast.named_by(noun, prepositions) if m not in found]
        return found

    def _subject_slot(self, match: Match, arguments: Arguments) -> list[Mention]:
        found = self.mentions(arguments.subjects, (*_WHOSE, "in"))
        if found or not arguments.passive:
            return found
        return []

    def _object_slot(self, match: Match, arguments: Arguments) -> list[Mention]:
        own = {match.key} if match.verb == match.head else {match.head, match.key}
        objects = [o for o in arguments.objects if o not in own]
        named = self.mentions(objects)
        return named or self.mentions(o for o in arguments.objects if o in own and o == match.key)

    def _dative_slot(self, match: Match, arguments: Arguments) -> list[Mention]:
        return self.mentions(arguments.datives)

    def _owner_slot(self, match: Match, arguments: Arguments) -> list[Mention]:
        """Who stands before the noun: "Israel's", "Israeli", or of whom it is."""
        noun = match.head if match.frame.word_class == "nouns" else match.key
        nouns = [noun] if noun is not None else list(arguments.objects)
        found = self.mentions(owner for n in nouns for owner in self.tree.owners(n))
        if not found and match.frame.word_class != "nouns":
            found = self.mentions(
                n for noun in nouns for w in ("of", "from", "by") for n in self.tree.obliques(noun).get(w, ())
            )
        return found

    def _sides_slot(self, match: Match, arguments: Arguments) -> list[Mention]:
        """The sides of a relation: "X-Y relations", "relations of X with Y", "between them"."""
        noun = match.key if match.key is not None else match.head
        obliques = self.tree.shared_obliques(noun)
        places = list(self.tree.owners(noun))
        for word in ("between", "with", "of", "to", "among"):
            places += obliques.get(word, ())
        return self.mentions(places)

    def _visitor_slot(self, match: Match, arguments: Arguments) -> list[Mention]:
        found = []
        for mention in self.mentions(arguments.objects):
            kinds = {referent.kind for referent in mention.referents}
            if kinds <= _PERSONS or mention.kind == "office" or self._is_official(mention, arguments):
                found.append(mention)
        return found

    def _is_official(self, mention: Mention, arguments: Arguments) -> bool:
        return any(self.tree.keys[o] in _GUESTS for o in arguments.objects)

    def _sender_slot(self, match: Match, arguments: Arguments) -> list[Mention]:
        """Who sent what was received: "a letter sent by", "a Chadian letter"."""
        noun = match.key
        if noun is None:
            return []
        for verb in self.tree.kids(noun, "acl", "relcl"):
            found = self.mentions(self.tree.arguments(verb).subjects)
            if found:
                return found
        return self.mentions(self.tree.owners(noun))

    def _inner_actor_slot(self, match: Match, arguments: Arguments) -> list[Mention]:
        """The subject of the clause that is alleged or asked for."""
        clauses = self.tree.kids(match.anchor, "ccomp", "xcomp")
        return self.mentions(
            s for c in clauses for s in self.tree.kids(c, "nsubj", "nsubjpass")
        )

    def _blamed(self, match: Match, arguments: Arguments, slot: str) -> list[Mention]:
        """Who is blamed: the one named, or the doer and never the victim of what is condemned."""
        nouns = list(arguments.objects)
        if slot == "blamed-of":
            nouns = list(self.tree.shared_obliques(match.head).get("of", ()))
        if not nouns and slot == "blamed":
            nouns = [n for w in ("against", "at", "to", "over", "of", "about", "on", "with")
                     for n in arguments.obliques.get(w, ())]
        if match.key is not None and match.key in nouns:
            return self._complained(match, arguments)
        found: list[Mention] = []
        for noun in nouns:
            found += [m for m in self._doer(noun) if m not in found]
        return found

    def _complained(self, match: Match, arguments: Arguments) -> list[Mention]:
        """Whom a complaint, or an ambassador called in, stands for."""
        key = match.key if match.key is not None else match.head
        places = [self.tree.shared_obliques(key), arguments.obliques]
        owned = self.mentions(self.tree.owners(key)) if self.tree.keys[key] in _GUESTS else []
        if owned:
            return owned
        for word in ("of", "from", "against", "to", "at", "over", "with", "about"):
            nouns = [n for place in places for n in place.get(word, ())]
            found = [m for n in nouns for m in self._doer(n)]
            if found:
                return found
        return []

    def _doer(self, noun: int) -> list[Mention]:
        """Who did what the noun names: "Israel's raid", "the raid by Israel", never "raid on"."""
        own = self.cast.at(noun)
        if own:
            return [own]
        for verb in self.tree.kids(noun, "relcl", "acl"):
            found = self.mentions(self.tree.arguments(verb).subjects)
            if found and noun in self.tree.arguments(verb).objects:
                return found
        harmful = any(self.tree.keys[n] in self.harm for n in self.tree.meant(noun))
        owners = self.mentions(self.tree.owners(noun))
        if owners:
            return owners
        return self.cast.named_by(noun, ("by", "from") if harmful else ("by", "of", "from", "in", "between"))


_GUESTS = frozenset(
    """delegation minister president premier chancellor envoy ambassador secretary king queen prince
    leader official delegate chairman speaker diplomat mission emir counterpart chief general
    parliamentarian lawmaker chargé attaché consul""".split()
)

_SPECIAL = {
    "subject": Casting._subject_slot,
    "object": Casting._object_slot,
    "dative": Casting._dative_slot,
    "owner": Casting._owner_slot,
    "sides": Casting._sides_slot,
    "visitor": Casting._visitor_slot,
    "sender": Casting._sender_slot,
    "inner-actor": Casting._inner_actor_slot,
}


def dateline_end(text: str, sentence: Sentence) -> int:
    """Where the sentence begins after "GENEVA, 3 May —"; its own start if it has none."""
    dateline = _DATELINE.match(text, sentence.start, sentence.end)
    return dateline.end() if dateline else sentence.start


def participant(text: str, mention: Mention, referent: Referent) -> Participant:
    """The participant that a mention of this referent makes."""
    return Participant(
        text=text[mention.start : mention.end],
        name=referent.name,
        country=referent.country,
        sector=referent.sector,
        wikidata=referent.wikidata,
        start=mention.start,
        end=mention.end,
    )


def merged(left: Side, right: Side) -> Side:
    """Both sides as one, nobody twice."""
    found = {_identity(p): p for p in reversed((*left, *right))}
    return tuple(sorted(found.values(), key=lambda p: p.start))


def without(side: Side, others: Side) -> Side:
    """The side without those who stand on the other."""
    known = {_identity(p) for p in others}
    return tuple(p for p in side if _identity(p) not in known)


def _others(side: Side, actors: Side) -> Side:
    """The side without the actors themselves, and without pronouns that seem to mean them."""
    own = {p.country for p in actors}
    return tuple(
        p
        for p in without(side, actors)
        if p.country not in own or p.text.lower() not in _PRONOUNS
    )


def _identity(participant: Participant) -> tuple[str | None, str | None]:
    return participant.name, participant.country
