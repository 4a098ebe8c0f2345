"""Answers: to whom they are given, and whose they are, by what was said just before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.sides.partners import Partners
from dragoman.coding.sides.roles import Roles
from dragoman.coding.sides.side import Side, Sides, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.records.claims import Coding

_ANSWERING: Final = frozenset({"accept", "agree", "comply", "consent", "decline", "refuse"})
_GIVEN: Final = frozenset({"REJECT", "AGREE", "CONCEDE"})  # types of what one answers
_ANSWERS: Final = frozenset({"REJECT"})
_HELPING: Final = frozenset({"AID", "MOBILIZE"})
_SAID: Final = ("dobj", "xcomp", "ccomp", "prep", "dative", "advcl")
_SAYINGS: Final = (  # what is answered, by the types of what was told of it
    (
        frozenset(
            {"demand", "request", "appeal", "plea", "ultimatum", "call", "claim", "petition"}
        ),
        frozenset({"REQUEST"}),
    ),
    (
        frozenset({"offer", "proposal", "invitation", "suggestion", "overture"}),
        frozenset({"AGREE", "REQUEST"}),
    ),
    (
        frozenset({"charge", "accusation", "allegation", "protest", "complaint", "reproach"}),
        frozenset({"ACCUSE"}),
    ),
)
_KNOWN: Final = frozenset({"the", "this", "that", "these", "those", "both", "neither"})
_RETURNS: Final = frozenset({"reply", "answer", "return", "response", "retaliation", "turn"})
_PAID_BACK: Final = frozenset(
    {"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "SANCTION", "THREATEN"}
)


class Answers:
    """Finds the sides of the answers of one sentence."""

    def __init__(self, tree: Tree, roles: Roles, partners: Partners) -> None:
        self.tree, self.roles, self.partners = tree, roles, partners
        self._people = tree.lexicon.list("people") | tree.lexicon.list("gunmen")

    def asker(self, telling: Telling, actors: Side, number: int, told: Sequence[Coding]) -> Side:
        """Who asked it of the actors just before, or else the other of the two in the text.

        Empty where the answer says itself to whom it is given.
        """
        verb = telling.match.anchor
        if above := self._told_above(telling, actors):
            return above
        if telling.event_type in _HELPING and telling.match.verb is not None:
            objects = self.tree.arguments(verb).objects
            given_to = any(self.tree.keys[noun] in self._people for noun in objects)
            return () if given_to else self.partners.asker(actors, number, told)
        if telling.match.frame.lemma not in _ANSWERING or self.tree.kids(verb, *_SAID):
            return ()
        asker = self.partners.asker(actors, number, told, among=True)
        other = self.partners.facing_topic(actors) if telling.event_type == "REJECT" else ()
        return asker or other

    def _told_above(self, telling: Telling, actors: Side) -> Side:
        """Who did, or proposed, what those refuse: "Chad offered a truce, which Mali refused"."""
        tree, verb = self.tree, telling.match.anchor
        token = tree.tokens[verb]
        if telling.event_type not in _ANSWERS or token.dep != "relcl":
            return ()
        if not any(tree.words[o] in {"which", "that"} for o in tree.kids(verb, "dobj", "pobj")):
            return ()
        over = (a for a in (token.head, *tree.ancestors(token.head)) if tree.surface_subjects(a))
        above = next((a for a in over if tree.tokens[a].pos in CLAUSAL), None)
        doers = self.roles.side_of(list(tree.surface_subjects(above))) if above is not None else ()
        return () if countries_of(doers) & {*countries_of(actors), None} else doers

    def sides(
        self, telling: Telling, sides: Sides, number: int, told: Sequence[Coding]
    ) -> Sides | None:
        """The sides of what was said or done before, turned round; None where it is no answer.

        "The demand was refused", by those on whom it was made; "one was sunk in return".
        """
        answered = self._answered(telling)
        said = self.partners.said(answered, number, told) if answered else None
        if said is None or countries_of(sides.recipients) - countries_of(said[0]):
            return None
        return Sides(actors=said[1], recipients=said[0], sureness=0.5)

    def _answered(self, telling: Telling) -> frozenset[str]:
        """The types of what it answers by its words."""
        verb = telling.match.verb
        if verb is None or telling.match.proposed:
            return frozenset()
        if telling.event_type in _PAID_BACK and self._is_in_return(verb):
            return _PAID_BACK
        nouns = {
            n for n in (*self.tree.arguments(verb).objects, telling.match.key) if n is not None
        }
        given = telling.event_type in _GIVEN and self.tree.is_passive(verb)
        known = (n for n in nouns if given and self._is_known(n))
        words = {self.tree.keys[noun] for noun in known}
        return next((types for sayings, types in _SAYINGS if words & sayings), frozenset())

    def _is_known(self, noun: int) -> bool:
        """Whether the text speaks of it as told: "the demand", and no more of whose it is."""
        said = {self.tree.words[c] for c in self.tree.kids(noun, "det", "predet")}
        return bool(said & _KNOWN) and not self.tree.kids(noun, "amod", "poss", "relcl", "acl")

    def _is_in_return(self, verb: int) -> bool:
        """Whether it is said to be done "in reply", wherever the parser hung that."""
        tree = self.tree
        hung = (verb, *tree.arguments(verb).objects)
        places = (n for i in hung for n in tree.obliques(i).get("in", ()))
        return any(tree.keys[n] in _RETURNS and not tree.children[n] for n in places)
