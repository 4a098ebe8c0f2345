"""The doer: who acts in an event, where the words leave it unsaid: "a crowd stormed it"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.sides.across import RELATIONS
from dragoman.coding.sides.partners import Partners
from dragoman.coding.sides.roles import Roles
from dragoman.coding.sides.side import Side, Sides, are_states_apart, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.records.claims import Coding

_BY_CROWDS = frozenset({"PROTEST", "ASSAULT"})
# Of two that a text is about, one suffers these at the hands of the other as a rule.
_SUFFERED = frozenset({"ACCUSE", "AID", "ASSAULT", "COERCE", "SANCTION", "SUPPORT"})
_SAID_TO = frozenset({"AGREE", "REQUEST"})  # and these, where they are done to somebody
_TRUCES = frozenset({"ceasefire", "truce", "armistice", "withdrawal", "exchange"})
_INVADERS = frozenset({"invader", "occupier", "intruder", "raider", "aggressor"})
_SENT_IN = frozenset({"ASSAULT", "MOBILIZE"})
_HELD = frozenset({"COERCE", "ASSAULT"})
_HOLDS = frozenset({"arrest", "abduct", "seize"})  # modes
_UNDOING = frozenset({"RETREAT", "CONCEDE"})
_BARRED = frozenset({"SANCTION", "COERCE", "REJECT"})
_BARRIERS = frozenset(
    {"veto", "blockade", "embargo", "ban", "siege", "boycott", "sanction", "block"}
)
_NOBODY = frozenset({"no", "any", "every", "each", "another"})
_PARTED = frozenset({"between", "with", "by", "among"})
_PRONOUNS = frozenset({"he", "she", "we", "they"})
_HOSTS = frozenset({"guest", "visitor", "host", "government", "country", "republic", "kingdom"})
_BOTH = frozenset({"parties", "sides"})
_OF_SENDERS = frozenset({"from", "by", "anonymous", "sent"})


class Doers:
    """Guesses who acts in the events of one sentence from what was told before."""

    def __init__(self, tree: Tree, roles: Roles, partners: Partners, lexicon: Lexicon) -> None:
        self.tree, self.roles, self.partners = tree, roles, partners
        self._officials = lexicon.list("officials")
        self._disasters = lexicon.list("disasters")
        self._missions = lexicon.list("mission")
        self._police = lexicon.list("police")  # whose orders are from home
        self._troops = lexicon.list("troops") | _INVADERS
        self._arms = lexicon.list("arms") | lexicon.list("crafts")

    def sides(self, telling: Telling, sides: Sides, number: int, told: Sequence[Coding]) -> Sides:
        """The sides with those who act; as they were where it is not clear who that is."""
        crowd = self.roles.nameless.crowd(telling)
        if crowd and telling.event_type in _BY_CROWDS:
            found = self._by_these(telling, crowd, sides, number, told)
            alone = telling.event_type == "PROTEST" and not sides.recipients
            return replace(found, actors=found.actors or crowd) if alone else found
        if {*telling.modes, *telling.match.frame.modes} & RELATIONS:
            return self._in_relation(telling, sides, number, told)
        if telling.event_type in _UNDOING and (
            undone := self._undone(telling, sides, number, told)
        ):
            return undone
        if not sides.recipients and self._is_of_truce(telling):
            return Sides(actors=self.partners.pair(number, told), sureness=0.5)
        sent = "sender" in telling.match.frame.actor
        if (sent and self._is_from_nobody(telling.match.anchor)) or self._lacks_doer(telling):
            other = self.partners.facing_topic(sides.recipients)
            return Sides(actors=other, recipients=sides.recipients, sureness=0.5)
        more = self._doing_more(telling, sides, number, told)
        return more or self._by_official(telling, sides)

    def _doing_more(
        self, telling: Telling, sides: Sides, number: int, told: Sequence[Coding]
    ) -> Sides | None:
        """Who did the deed before, of whom this is told too: "flew to Chad | and apologised"."""
        tree, verb = self.tree, telling.match.verb
        subjects = tree.surface_subjects(verb) if verb is not None else []
        if verb is None or not subjects or tree.is_passive(verb):
            return None
        for coding in reversed(told):
            abroad = are_states_apart(coding.actors, coding.recipients)
            if coding.sentence != number or not abroad:
                continue
            clause = tree.tokens[coding.head].pos in CLAUSAL and not tree.is_passive(coding.head)
            if clause and tree.surface_subjects(coding.head) == subjects:
                others = sides.recipients or coding.recipients
                return Sides(actors=coding.actors, recipients=others, sureness=0.6)
        return None

    def _undone(
        self, telling: Telling, sides: Sides, number: int, told: Sequence[Coding]
    ) -> Sides | None:
        """The sides of who came and leaves, or of who holds and releases, as they were told."""
        if "release" in telling.modes:
            deed = self.partners.one_way(_HELD, [c for c in told if _HOLDS & {*c.modes}])
        elif self._is_barrier(telling):
            deed = self.partners.said(_BARRED, number, told)
        else:
            deed = self.partners.one_way(_SENT_IN, told) if self._are_troops(telling) else None
        if deed is None or countries_of(sides.recipients) - countries_of(deed[1]):
            return None
        return Sides(actors=deed[0], recipients=deed[1], sureness=0.5)

    def _is_barrier(self, telling: Telling) -> bool:
        """Whether "the veto" or "the blockade" ends, and no word says whose it was."""
        tree, arguments = self.tree, self.tree.arguments(telling.match.anchor)
        nouns = arguments.objects if arguments.passive else arguments.subjects
        return bool(nouns) and all(
            tree.keys[n] in _BARRIERS
            and any(tree.words[c] in {"the", "that", "this"} for c in tree.kids(n, "det"))
            and not tree.obliques(n)
            for n in nouns
        )

    def _are_troops(self, telling: Telling) -> bool:
        """Whether it is "the troops" or "the invaders" that go, and no more is said of them."""
        tree, arguments = self.tree, self.tree.arguments(telling.match.anchor)
        nouns = arguments.objects if arguments.passive else arguments.subjects
        return bool(nouns) and all(
            tree.keys[n] in self._troops
            and any(tree.words[c] == "the" for c in tree.kids(n, "det"))
            and not tree.obliques(n)
            for n in nouns
        )

    def _by_these(
        self, telling: Telling, crowd: Side, sides: Sides, number: int, told: Sequence[Coding]
    ) -> Sides:
        """The sides with the crowd; gunmen may be of any country."""
        nouns = self.tree.arguments(telling.match.anchor).subjects
        if any(map(self.roles.nameless.is_of_gunmen, nouns)):
            return replace(sides, actors=crowd if sides.recipients else ())
        if crowd[0].country is None and crowd[0].sector == "UAF" and self._is_ruled(telling, sides):
            scene = sides.recipients[0].country  # "rebels attacked Bern" are of its country
            crowd = (replace(crowd[0], country=scene),)
        return self._by_crowd(crowd, sides, number, told, self._over(telling, sides))

    def _in_relation(
        self, telling: Telling, sides: Sides, number: int, told: Sequence[Coding]
    ) -> Sides:
        """The sides of relations that somebody unknown, or nobody, is said to have changed."""
        nouns = self.tree.arguments(telling.match.anchor).subjects
        if any(map(self.roles.strangers.are_states, nouns)):
            return sides  # "ten states severed relations"
        if not sides.recipients and self._is_by_one(telling):
            return sides
        if not sides.recipients or not self._has_doer(telling):
            return self._by_nobody(sides, number, told)
        other = self.partners.other(sides.recipients, number, told)
        return Sides(actors=other, recipients=sides.recipients, sureness=0.5)

    def _is_by_one(self, telling: Telling) -> bool:
        """Whether one of the two did it, and no word says which: "the embassy was closed"."""
        arguments = self.tree.arguments(telling.match.anchor)
        nouns = (*arguments.objects, *arguments.subjects)
        one = any(self.tree.tokens[noun].tag == "NN" for noun in nouns)
        return one and ("withdraw" in telling.modes or self._has_doer(telling))

    def _has_doer(self, telling: Telling) -> bool:
        """Whether somebody of whom no state is known did it alone: "the premier severed"."""
        match = telling.match
        if match.frame.reciprocal or match.verb is None:
            return False
        arguments = self.tree.arguments(match.verb)
        return bool(arguments.subjects) and not arguments.passive

    def _lacks_doer(self, telling: Telling) -> bool:
        """Whether it is done to somebody, and no word says by whom: "a drone hit them"."""
        match = telling.match
        doers = self.tree.arguments(match.anchor).subjects
        if match.verb is None or any(self.tree.keys[doer] not in self._arms for doer in doers):
            return False
        natural = not doers and self.tree.keys[match.verb] in self._disasters
        if telling.event_type in _SAID_TO and self.tree.kids(match.verb, "auxpass"):
            objects = self.tree.arguments(match.anchor).objects
            at_home = any(self.tree.keys[o] in self._police for o in objects)
            return not (at_home or doers or telling.negated)
        freed = "release" in telling.modes and not doers
        return freed or (telling.event_type in _SUFFERED and not natural)

    def _is_from_nobody(self, verb: int) -> bool:
        """Whether one letter came, and not a word is said of who sent it."""
        tree, letters = self.tree, self.tree.arguments(verb).objects
        if [tree.tokens[letter].tag for letter in letters] != ["NN"]:
            return False
        said = _OF_SENDERS.intersection(tree.words[i] for i in tree.subtree(verb))
        return not said and not any(tree.kids(letter, "poss") for letter in letters)

    def _is_of_truce(self, telling: Telling) -> bool:
        """Whether two that fought made an end, and no word says who: "a truce was agreed"."""
        tree, verb = self.tree, telling.match.verb
        if verb is None or telling.negated:
            return False
        nouns = [*tree.kids(verb, "nsubj", "nsubjpass")]
        known = {w for n in (verb, *nouns) for w in tree.obliques(n)} & _PARTED
        done = tree.is_passive(verb) or "ceasefire" in telling.modes
        return done and not known and any(tree.keys[noun] in _TRUCES for noun in nouns)

    def _by_official(self, telling: Telling, sides: Sides) -> Sides:
        """An official of no named state, or "the parties", acts for a state of the topic."""
        nouns = self.tree.arguments(telling.match.anchor).subjects
        if any(self._is_party(noun) for noun in nouns):
            return Sides(actors=self.partners.both(), recipients=sides.recipients, sureness=0.6)
        unnamed = any(self._is_official(noun) or self._is_someone(noun) for noun in nouns)
        if telling.event_type == "CONSULT":
            unnamed = unnamed or any(map(self._is_surname, nouns))
        if not sides.recipients or not unnamed:
            return sides
        other = self.partners.facing_topic(sides.recipients)
        return Sides(actors=other, recipients=sides.recipients, sureness=0.5)

    def _is_party(self, noun: int) -> bool:
        """Whether it is "the parties" or "both sides"."""
        return self.tree.words[noun] in _BOTH and self.roles.cast.at(noun) is None

    def _is_someone(self, noun: int) -> bool:
        """Whether it is a "he" or "the host", of whom no more is known."""
        known = self.tree.words[noun] in _PRONOUNS or (
            self.tree.keys[noun] in _HOSTS
            and any(self.tree.words[c] in {"the", "other"} for c in self.tree.children[noun])
        )
        return known and self.roles.cast.at(noun) is None

    def _is_surname(self, noun: int) -> bool:
        """Whether it is a bare "Tandi", who goes abroad and so is known at home."""
        token = self.tree.tokens[noun]
        bare = token.tag == "NNP" and token.dep == "nsubj" and not self.tree.children[noun]
        return bare and self.roles.cast.at(noun) is None

    def _is_official(self, noun: int) -> bool:
        """Whether it is "the minister" or "President Moussa", of whom no state is known."""
        tree = self.tree
        if any(tree.words[c] in _NOBODY for c in tree.kids(noun, "det")):
            return False  # "no Arab leader"
        titles = (noun, *tree.kids(noun, "compound", "nmod"))
        named = any(self.roles.cast.at(index) for index in titles)
        return not named and any(tree.keys[index] in self._officials for index in titles)

    def _by_nobody(self, sides: Sides, number: int, told: Sequence[Coding]) -> Sides:
        """Both sides as actors, where nobody says who "severed relations" was."""
        if not sides.recipients:
            return Sides(actors=self.partners.pair(number, told), sureness=0.5)
        other = self.partners.other(sides.recipients, number, told)
        return Sides(actors=(*sides.recipients, *other), sureness=0.5)

    def _over(self, telling: Telling, sides: Sides) -> Side:
        """Who acts while it is done: Chad in "Chad protests as a crowd burns the embassy"."""
        tree, verb = self.tree, telling.match.anchor
        token = tree.tokens[verb]
        subjects = tree.surface_subjects(token.head) if token.dep == "advcl" else ()
        acting = self.roles.side_of(list(subjects))
        return () if countries_of(acting) & countries_of(sides.recipients) else acting

    def _by_crowd(
        self, crowd: Side, sides: Sides, number: int, told: Sequence[Coding], over: Side
    ) -> Sides:
        """A crowd acts in the country where it is, or in the one that was told of."""
        if not sides.recipients:
            other = self.partners.other(crowd, number, told)
            return Sides(actors=crowd if other else (), recipients=other, sureness=0.5)
        if crowd[0].country is None:
            home = over or self.partners.other(sides.recipients, number, told)
            crowd = (replace(crowd[0], country=home[0].country),) if len(home) == 1 else crowd
        return Sides(actors=crowd, recipients=sides.recipients, sureness=0.6)

    def _is_ruled(self, telling: Telling, sides: Sides) -> bool:
        """Whether what is attacked is a place or those who rule it, and no mission or people."""
        struck = self.tree.arguments(telling.match.anchor).objects
        sectors = {p.sector for p in sides.recipients}
        abroad = any(self.tree.keys[noun] in self._missions for noun in struck)
        return bool(sectors) and sectors <= {None, "GOV"} and not abroad
