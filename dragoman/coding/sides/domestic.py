"""Whom no word names in a text about one state: its own, who do it to one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from msgspec.structs import replace

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.sides.across import TIES
from dragoman.coding.sides.completeness import DOMESTIC
from dragoman.coding.sides.inner import OF_LAW, done_to, inner_words
from dragoman.coding.sides.partners import BODIES, Partners
from dragoman.coding.sides.roles import Roles, is_mutual
from dragoman.coding.sides.side import Side, Sides, countries_of, participant
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling

_PROMISING: Final = frozenset({"commit", "pledge", "promize", "swear", "vow"})
_OF_PEOPLE: Final = frozenset({"CVL", "LAB", "OPP", "PAR", "REB"})  # who ask it of their rulers
_AMONG_FACTIONS: Final = frozenset(
    {"AGREE", "CONCEDE", "CONSULT", "COOPERATE", "REJECT", "SUPPORT"},
)
_AT_HOME: Final = DOMESTIC | {"AGREE"}  # what those of one state do to one another
_BY_RULERS: Final = frozenset({"SANCTION", "THREATEN"})  # of these, what rulers do to others
_OF_STATE: Final = frozenset({"GOV", None})
_CIVIL: Final = frozenset({"civil", "domestic", "interethnic", "internal"})
_DONE_BY_FOREIGNERS: Final = frozenset({"ASSAULT", "COERCE", "CONSULT", "RETREAT"})
_SAID_BY_FOREIGNERS: Final = frozenset({"ACCUSE", "AGREE", "RETREAT", "SANCTION"})
_OF_RULERS: Final = frozenset({"censor", "curfew", "martial-law", "resign"})  # modes
_BY_RULE: Final = frozenset({"COERCE", "CONCEDE", "REJECT"})
_WATCHING: Final = OF_LAW | {"SPY"}
_RESIGNING: Final = frozenset({"abdicate", "abdication", "quit", "resign", "resignation"})
_LAWFUL: Final = frozenset({"ACCUSE", "COERCE", "CONCEDE", "SANCTION"})
_SENT_OUT: Final = frozenset({"militia", "police", "troops"})
_TO_THINGS: Final = frozenset({"ASSAULT", "COERCE"})


class Domestic:
    """Puts the people of the state that a text is about in the place of nobody."""

    def __init__(self, tree: Tree, roles: Roles, partners: Partners, lexicon: Lexicon) -> None:
        self.tree, self.roles, self.partners = tree, roles, partners
        self._inner = inner_words(tree)
        self._abroad = lexicon.list("from_abroad")
        self._rule = lexicon.list("rule_from_abroad")
        self._deeds = lexicon.list("deeds")
        self._disasters = lexicon.list("disasters")
        self._factions = lexicon.list("factions")
        self._people = lexicon.list("people")
        self._victims = lexicon.list("victims")
        self._tests: Mapping[str, Callable[[Telling, Sides], bool]] = {
            "ACCUSE": self._is_by_somebody,
            "AGREE": self._is_promised,
            "ASSAULT": self._is_by_people,
            "COERCE": self._is_coerced,
            "CONCEDE": self._is_by_somebody,
            "MOBILIZE": self._is_sent_out,
            "PROTEST": lambda *_: True,
            "REJECT": self._is_by_somebody,
            "REQUEST": self._is_of_people,
            "RETREAT": self._is_given_up,
            "SUPPORT": self._is_of_a_deed,
        }

    def sides(self, telling: Telling, sides: Sides) -> Sides:
        """The sides with those at home in the place of nobody; as they were if it is not so."""
        home = self._ruled(telling, sides) or self.partners.home
        if home is None:
            return sides
        if sides.actors and countries_of(sides.actors).isdisjoint({None, home}):
            return self._by_foreigners(telling, sides, home)
        if found := self._at_home(telling, sides, home):
            return replace(sides, recipients=found)
        if countries_of((*sides.actors, *sides.recipients)) - {home, None}:
            return sides
        if self._is_whole(telling, sides) or not self._is_done_at_home(telling, sides, home):
            return sides
        frame = telling.match.frame
        actors = sides.actors or self._named(telling, frame.actor) or self._somebody(telling, home)
        recipients = sides.recipients
        if not recipients and not is_mutual(telling):
            recipients = self._named(telling, frame.recipient)
        return replace(
            sides,
            actors=_of(home, actors),
            recipients=_of(home, recipients or self._state(home)),
            sureness=0.6,
            guessed=not recipients or sides.guessed,
        )

    def _at_home(self, telling: Telling, sides: Sides, home: str) -> Side:
        """The recipients as those at home, where strangers are meant or one abroad is guessed."""
        if self._are_strangers_at_home(telling, sides, home):
            return _of(home, sides.recipients)
        if not self._is_guessed_abroad(telling, sides, home):
            return ()
        strangers = tuple(replace(p, country=home) for p in sides.recipients if not p.name)
        return strangers or self._state(home)

    def _are_strangers_at_home(self, telling: Telling, sides: Sides, home: str) -> bool:
        """Whether those at home do it to some of whom no more is said than what they are."""
        own = countries_of(sides.actors) == {home} and telling.event_type in DOMESTIC
        nowhere = _are_of_nowhere(sides.recipients) and not any(p.name for p in sides.recipients)
        return own and nowhere and not self._is_abroad(telling, sides, home)

    def _is_guessed_abroad(self, telling: Telling, sides: Sides, home: str) -> bool:
        """Whether those at home do it, and the one guessed is abroad and not in the sentence."""
        here = self.roles.cast.all_countries() | {home}
        guessed = sides.guessed and here.isdisjoint(countries_of(sides.recipients))
        rulers = {p.sector for p in sides.actors} <= _OF_STATE
        types = _AT_HOME - _BY_RULERS if rulers else _AT_HOME
        own = countries_of(sides.actors) == {home} and telling.event_type in types
        return guessed and own and TIES.isdisjoint(telling.modes)

    def _by_foreigners(self, telling: Telling, sides: Sides, home: str) -> Sides:
        """The sides of what others do: "the invasion by Chad" is one of the state at home."""
        if _are_of_nowhere(sides.recipients):
            return replace(sides, recipients=_of(home, sides.recipients))
        own = countries_of(sides.actors)
        apart = self.roles.cast.under(telling.match.anchor) - own - {home}
        if sides.recipients or apart or not self._may_be_of_foreigners(telling, sides):
            return sides
        if is_mutual(telling):
            return replace(sides, actors=(*sides.actors, *self._state(home)), sureness=0.6)
        return replace(sides, recipients=self._state(home), sureness=0.6, guessed=True)

    def _may_be_of_foreigners(self, telling: Telling, sides: Sides) -> bool:
        """Whether it is a deed of one of them, or what several or a body say or do."""
        own = countries_of(sides.actors)
        if telling.match.verb is None:
            return telling.event_type in _DONE_BY_FOREIGNERS and len(own) == 1
        said = telling.event_type in _SAID_BY_FOREIGNERS and not telling.negated
        return said and (len(own) > 1 or own <= BODIES) and not is_mutual(telling)

    def _ruled(self, telling: Telling, sides: Sides) -> str | None:
        """The country in which it is done by what it is, whatever the text is about."""
        countries = countries_of(sides.actors) - BODIES
        inner = telling.event_type in _BY_RULE and self._is_inner(telling)
        kinds = {self.tree.keys[c] for c in self.tree.kids(telling.match.head, "amod", "compound")}
        own = inner or bool(_OF_RULERS & {*telling.modes}) or bool(kinds & _CIVIL)
        own = own or self._is_by_law(telling, sides) or self._is_of_rule(telling, sides)
        return next(iter(countries)) if own and len(countries) == 1 else None

    @staticmethod
    def _is_by_law(telling: Telling, sides: Sides) -> bool:
        """Whether police or a court has somebody before it of whom no state is known."""
        lawful = {p.sector for p in sides.actors} <= _WATCHING and telling.event_type in _LAWFUL
        return lawful and (sides.guessed or _are_of_nowhere(sides.recipients))

    def _is_of_rule(self, telling: Telling, sides: Sides) -> bool:
        """Whether a people or an army asks who rules it to go, or to be chosen: "resign"."""
        if telling.event_type != "REQUEST" or {p.sector for p in sides.actors} & _OF_STATE:
            return False
        tree, verb = self.tree, telling.match.anchor
        arguments = tree.arguments(verb)
        asked = (*arguments.objects, *arguments.obliques.get("for", ()))
        asked = (*asked, *tree.kids(verb, "ccomp", "xcomp"))
        return any(tree.keys[i] in _RESIGNING or tree.keys[i] in self._inner for i in asked)

    def _is_inner(self, telling: Telling) -> bool:
        """Whether it is done to what a state has at home: "seized power"."""
        return any(self.tree.keys[noun] in self._inner for noun in done_to(self.tree, telling))

    def _is_whole(self, telling: Telling, sides: Sides) -> bool:
        """Whether both sides are there, and it is known of which country they are."""
        if is_mutual(telling) or self.roles.is_each_other(telling.match):
            return len(sides.actors) > 1
        return bool(sides.actors and sides.recipients) and None not in countries_of(sides.actors)

    def _is_done_at_home(self, telling: Telling, sides: Sides, home: str) -> bool:
        """Whether nobody abroad does it, or has it done to them, as far as the words go."""
        if telling.negated or self._is_told(telling) or self._is_with_some(telling):
            return False
        if sides.actors and _OF_RULERS & {*telling.modes}:
            return True
        if self._is_abroad(telling, sides, home):
            return False
        subjects = self.tree.arguments(telling.match.anchor).subjects
        if telling.event_type in _AMONG_FACTIONS and self._are_factions(subjects):
            return True
        test = self._tests.get(telling.event_type, self._is_done_to_inner)
        return test(telling, sides)

    def _is_done_to_inner(self, telling: Telling, sides: Sides) -> bool:
        """Whether somebody at home does it to what a state has there."""
        return bool(sides.actors) and self._is_inner(telling)

    def _is_coerced(self, telling: Telling, sides: Sides) -> bool:  # noqa: ARG002
        """Whether it is not what those do who rule a land from elsewhere."""
        return self._rule.isdisjoint(self._words(telling))

    def _is_by_somebody(self, telling: Telling, sides: Sides) -> bool:  # noqa: ARG002
        """Whether somebody at home says it: "declared a ceasefire", "left the talks"."""
        return bool(sides.actors) and None not in countries_of(sides.actors)

    def _is_by_people(self, telling: Telling, sides: Sides) -> bool:  # noqa: ARG002
        """Whether it is no hurricane that "devastated" a country."""
        arguments = self.tree.arguments(telling.match.anchor)
        by_something = arguments.passive and bool(arguments.subjects)
        return not by_something or self.tree.keys[telling.match.anchor] not in self._disasters

    def _is_given_up(self, telling: Telling, sides: Sides) -> bool:  # noqa: ARG002
        """Whether one gives up an office, arms or prisoners, and does not go from elsewhere."""
        return "withdraw" not in telling.modes and not telling.match.frame.reciprocal

    def _is_of_people(self, telling: Telling, sides: Sides) -> bool:
        """Whether a people asks it, who ask it of their rulers."""
        people = bool(sides.actors) and {p.sector for p in sides.actors} <= _OF_PEOPLE
        return people or self._is_of_rule(telling, sides)

    def _is_sent_out(self, telling: Telling, sides: Sides) -> bool:
        """Whether a state sends out troops or police, as like as not against its own."""
        return bool(sides.actors) and not _SENT_OUT.isdisjoint(telling.modes)

    def _is_of_a_deed(self, telling: Telling, sides: Sides) -> bool:
        """Whether somebody at home praises what was done there: "welcomed the truce"."""
        objects = self.tree.arguments(telling.match.anchor).objects
        deeds = any(self.tree.keys[noun] in self._deeds for noun in objects)
        return deeds and TIES.isdisjoint(telling.modes) and self._is_by_somebody(telling, sides)

    def _is_promised(self, telling: Telling, sides: Sides) -> bool:
        """Whether somebody at home promises it."""
        return bool(sides.actors) and self.tree.keys[telling.match.anchor] in _PROMISING

    def _are_factions(self, nouns: tuple[int, ...]) -> bool:
        """Whether they are rebels or parties, and no more is said of them."""
        cast, keys = self.roles.cast, self.tree.keys
        return any(keys[noun] in self._factions and cast.at(noun) is None for noun in nouns)

    def _is_with_some(self, telling: Telling) -> bool:
        """Whether it is done with those who are named, by others: "clashes with farmers"."""
        beside = self.tree.obliques(telling.match.head)
        return is_mutual(telling) and telling.match.verb is None and "with" in beside

    def _is_told(self, telling: Telling) -> bool:
        """Whether it is but spoken of as known: "since the attack"."""
        match = telling.match
        beside = [self.tree.words[child] for child in self.tree.children[match.head]]
        return match.verb is None and beside == ["the"]

    def _words(self, telling: Telling) -> set[str]:
        """The words of an event: its own, and those of who does it and to whom."""
        tree, match = self.tree, telling.match
        arguments = tree.arguments(match.anchor)
        beside = [noun for nouns in arguments.obliques.values() for noun in nouns]
        heads = (match.head, match.anchor, *arguments.objects, *arguments.subjects, *beside)
        own = (i for head in heads for i in (head, *tree.kids(head, "amod", "compound")))
        return {tree.keys[index] for index in own}

    def _is_abroad(self, telling: Telling, sides: Sides, home: str) -> bool:
        """Whether somebody abroad is named beside it; where it names nobody, in the sentence."""
        tree, cast, anchor = self.tree, self.roles.cast, telling.match.anchor
        nouns = tree.arguments(anchor).subjects
        if not self._abroad.isdisjoint(self._words(telling)):
            return True
        doer = sides.actors or not self.roles.strangers.names(nouns)
        clear = doer and (sides.actors or sides.recipients or "resign" in telling.modes)
        named = self._beside(anchor) if clear else cast.all_countries()
        return bool(named - {home, None})

    def _beside(self, anchor: int) -> set[str]:
        """The countries that a clause names, without what else goes on: "inspired by Chad"."""
        tree, cast = self.tree, self.roles.cast
        apart = [c for child in tree.kids(anchor, "advcl") for c in tree.subtree(child)]
        inside = (i for i in tree.subtree(anchor) if i not in apart)
        return cast.under(anchor) & countries_of(cast.side(m for i in inside if (m := cast.at(i))))

    def _named(self, telling: Telling, slots: Iterable[str]) -> Side:
        """Those in the slots who are people of no known state, or bear a name."""
        words = self._victims if telling.event_type in _TO_THINGS else self._people
        strangers = self.roles.strangers
        for slot in slots:
            nouns = self.roles.slots.nouns(telling.match, slot)
            people = (n for n in nouns if self.tree.keys[n] in words and strangers.is_stranger(n))
            found = {*map(strangers.nameless, people), *strangers.names(nouns)}
            if found:
                return tuple(sorted(found, key=lambda p: p.start))
        return ()

    def _somebody(self, telling: Telling, home: str) -> Side:
        """Nobody knows who of this state: its people protest, anybody may do the rest."""
        sector = "CVL" if telling.event_type == "PROTEST" else None
        return tuple(replace(p, sector=sector) for p in self._state(home))

    def _state(self, home: str) -> Side:
        """The state itself, where the text first calls it by its name."""
        text, reading = self.partners.document.text, self.partners.reading
        own = [(m, r) for m in reading.mentions for r in m.referents if r.country == home]
        named = [(m, r) for m, r in own if r.kind == "state" and text[m.start : m.end] == r.name]
        return tuple(participant(text, *pair) for pair in (*named, *own)[:1])


def _of(home: str, side: Side) -> Side:
    """The side with those of no known country as people of this one."""
    return tuple(replace(p, country=p.country or home) for p in side)


def _are_of_nowhere(side: Side) -> bool:
    """Whether of none of them it is known of which country they are; fighters may be of any."""
    return countries_of(side) == {None} and all(p.sector != "UAF" for p in side)
