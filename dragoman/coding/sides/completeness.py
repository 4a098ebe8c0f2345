"""Whether an event has the sides without which it tells of nobody."""

from __future__ import annotations

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.sides.across import FIRM, RELATIONS
from dragoman.coding.sides.both import is_fought_out
from dragoman.coding.sides.partners import BODIES
from dragoman.coding.sides.roles import Roles
from dragoman.coding.sides.side import Side, Sides, are_foes, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.ontology import plover

# Without a recipient, these types say something of no relation at all.
NEEDS_OTHER = frozenset(
    {"SUPPORT", "CONSULT", "COOPERATE", "AID", "SANCTION", "REQUEST", "THREATEN", "REJECT"}
    | {"ASSAULT"}
)
# Of these, what one may ask, refuse, threaten or back without saying to whom it is said.
_OF_THINGS = frozenset({"SUPPORT", "REQUEST", "THREATEN", "REJECT"})
# Within one country, only these are coded between sides that have names.
DOMESTIC = frozenset(
    {"PROTEST", "COERCE", "ASSAULT", "ACCUSE", "SANCTION", "REQUEST", "REJECT", "THREATEN"}
    | {"CONCEDE", "RETREAT"}
)
_SUFFERED = frozenset({"ASSAULT", "PROTEST"})
_TOLD = frozenset({"ROOT", "conj", "ccomp", "parataxis"})  # what a clause says for itself
_STATES = frozenset({"country", "state", "nation"})


class Completeness:
    """Judges the sides of the events of one sentence."""

    def __init__(self, tree: Tree, roles: Roles, lexicon: Lexicon) -> None:
        self.tree, self.roles, self.cast = tree, roles, roles.cast
        self._disasters = lexicon.list("disasters")
        self._deeds = lexicon.list("deeds_of_all") | lexicon.list("harm")
        self._people = lexicon.list("people") | _STATES

    def holds(self, telling: Telling, sides: Sides) -> bool:
        """Whether the event has the sides without which it tells of nobody."""
        match, frame = telling.match, telling.match.frame
        if sides.actors and sides.recipients:
            return _are_two(telling, sides)
        if not sides.actors:
            return bool(sides.recipients) and self._is_suffered(telling, sides)
        mutual = frame.reciprocal or self.roles.is_each_other(match)
        if mutual or set(telling.modes) & RELATIONS:
            many = len(countries_of(sides.actors)) > 1 or are_foes(sides.actors)
            return many or frame.alone or self._are_members(telling, sides.actors)
        return self._is_done_alike(telling, sides) or self._is_done_alone(telling, sides)

    def _are_members(self, telling: Telling, actors: Side) -> bool:
        """Whether those of one body meet: "NATO ministers gathered"."""
        subjects = self.tree.arguments(telling.match.anchor).subjects
        many = any(self.tree.tokens[s].tag == "NNS" for s in subjects)
        bodies = bool(actors) and countries_of(actors) <= BODIES
        return telling.event_type == "CONSULT" and many and bodies and not telling.negated

    def _is_suffered(self, telling: Telling, sides: Sides) -> bool:
        """Whether it was done to one of a known state by nobody knows whom: "was set on fire"."""
        verb = telling.match.verb
        if telling.event_type not in _SUFFERED or telling.negated:
            return False
        if verb is None:
            noun = telling.match.head
            return self._is_known(noun, sides) or self._has_done(noun, sides)
        told = self.tree.tokens[verb].dep in _TOLD and bool(self.tree.kids(verb, "auxpass"))
        meant = self.tree.keys[verb] not in self._disasters
        return told and meant and None not in countries_of(sides.recipients)

    def _is_known(self, noun: int, sides: Sides) -> bool:
        """Whether a noun speaks of one deed as known: "over the downing of a Chadian drone"."""
        one = self.tree.tokens[noun].tag == "NN"
        said = any(self.tree.words[c] == "the" for c in self.tree.kids(noun, "det"))
        victims = self.tree.obliques(noun).get("of", ())
        return one and said and bool(victims) and None not in countries_of(sides.recipients)

    def _has_done(self, noun: int, sides: Sides) -> bool:
        """Whether the deed is said to have done harm: "an attack on the Chadian mission killed"."""
        tree, token = self.tree, self.tree.tokens[noun]
        verb = tree.tokens[token.head]
        harmed = token.dep == "nsubj" and verb.tag == "VBD" and not tree.is_denied(token.head)
        frames = tree.lexicon.frames("verbs", tree.keys[token.head])
        hurt = any(frame.event_type == "ASSAULT" for frame in frames)
        return harmed and hurt and None not in countries_of(sides.recipients)

    def _is_done_alike(self, telling: Telling, sides: Sides) -> bool:
        """Whether two do it, each to the other: "both governments closed the border"."""
        match = telling.match
        if match.verb is None or telling.event_type == "CONSULT":
            return False
        mentions = self.roles.slots.mentions(self.tree.arguments(match.anchor).subjects)
        meant = {r.country for mention in mentions for r in mention.referents}
        meant = meant or countries_of(sides.actors)
        alike = len(mentions) == 1 or is_fought_out(self.tree, telling)
        return alike and len(meant) == 2 and self.cast.all_countries() <= meant

    def _is_done_alone(self, telling: Telling, sides: Sides) -> bool:
        """Whether it needs nobody to whom it is done."""
        match, event_type = telling.match, telling.event_type
        loose = match.frame.weight < FIRM
        if match.verb is None or loose or plover().type(event_type).needs_recipient:
            return False
        if match.frame.alone or event_type not in NEEDS_OTHER:
            return True
        return event_type in _OF_THINGS and self._is_of_a_thing(telling, sides.actors)

    def _is_of_a_thing(self, telling: Telling, actors: Side) -> bool:
        """Whether it is said of a thing or a deed, and to nobody: "ruled out a coup"."""
        if telling.negated and not telling.changed_by:
            return False
        arguments = self.tree.arguments(telling.match.anchor)
        spoken_to = (*arguments.objects, *arguments.datives)
        if any(self.tree.tokens[n].pos == "PRON" for n in spoken_to):
            return False  # "told us to wait"
        wanted = self.tree.kids(telling.match.anchor, "xcomp", "ccomp")
        clauses = (c for c in wanted if not self.tree.is_passive(c))  # "asked not to be named"
        if not self._things(telling, arguments.objects) and not any(clauses):
            return False
        own = countries_of(actors)
        return None not in own and not self.cast.all_countries() - own

    def _things(self, telling: Telling, objects: tuple[int, ...]) -> list[int]:
        """The objects that are no people; of what one backs, the deeds."""
        left = telling.match.used if telling.event_type == "REJECT" else ()  # "quit the talks"
        things = [n for n in (*objects, *left) if self._is_thing(n)]
        if telling.event_type == "SUPPORT":
            return [n for n in things if self.tree.keys[n] in self._deeds]
        return things

    def _is_thing(self, noun: int) -> bool:
        thing = self.tree.tokens[noun].pos == "NOUN" and self.tree.keys[noun] not in self._people
        return thing and self.cast.at(noun) is None


def _are_two(telling: Telling, sides: Sides) -> bool:
    """Whether the sides differ: in country, or in a conflict within one, in name."""
    actors, recipients = countries_of(sides.actors), countries_of(sides.recipients)
    if actors != recipients or None in actors:
        return True
    if sides.guessed:
        return True  # "the president resigned", "a coup"
    names = {p.name or p.text for p in sides.actors} & {p.name or p.text for p in sides.recipients}
    return telling.event_type in DOMESTIC and not names
