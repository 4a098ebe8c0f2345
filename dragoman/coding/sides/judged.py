"""Roles as the encoder has them: who takes part, where the syntax names too many or too few."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.coding.judge import Judge
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.sides.across import FIRM
from dragoman.coding.sides.cast import Cast
from dragoman.coding.sides.completeness import DOMESTIC, NEEDS_OTHER
from dragoman.coding.sides.partners import BODIES
from dragoman.coding.sides.roles import Roles, is_mutual
from dragoman.coding.sides.side import (
    Side,
    Sides,
    abroad,
    countries_of,
    facing,
    merged,
    without,
)
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.triggers import Match
from dragoman.records.actors import Participant

_RULED_OUT = 0.05  # probability below which the encoder rules a participant out
_SURELY = 0.8  # from which it seats one whom no construction of the trigger names
_NAMELESS = 0.6  # from which it seats one of no known state, where nobody else is
_EVENLY = 0.5  # below which another of the same state may take the part sooner
_LIKELY = 0.25  # below which a guess that rests on one sentence alone is dropped
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BEFORE_WHOM = frozenset({"at", "to", "before", "in"})
_AGAINST = frozenset({"against", "on", "upon"})
_BEFORE_NOUNS = frozenset({"amod", "compound", "nmod", "poss"})
_COMPLAINTS = frozenset({"ACCUSE", "PROTEST", "REJECT"})


class JudgedRoles(Roles):
    """Roles with the encoder's view of who takes part."""

    def __init__(self, tree: Tree, cast: Cast, lexicon: Lexicon, judge: Judge) -> None:
        super().__init__(tree, cast, lexicon)
        self.judge: Judge = judge

    def sides(self, telling: Telling) -> Sides:
        """The sides that syntax gives, without those that the encoder rules out.

        Where that leaves a side empty, those to whom the encoder gives the part.
        """
        told = super().sides(telling)
        return self._reseated(telling, told) if self._may_be_seated(telling.match, told) else told

    def _reseated(self, telling: Telling, told: Sides) -> Sides:
        """The sides of a clause that names two, as the encoder has them."""
        heard = self._heard(telling.match)
        if is_mutual(telling):
            both = told.actors if len(told.actors) > 1 else merged(told.actors, heard.actors)
            return Sides(actors=both, sureness=1.0 if len(both) > 1 else 0.5)
        acting = without(heard.actors, self._complainants(telling.match))
        actors = self._seated(telling.match, told.actors, acting, 0)
        recipients = self._seated(telling.match, told.recipients, heard.recipients, 1)
        others = facing(recipients, actors)
        return Sides(actors=actors, recipients=others, misheard=told.misheard and not others)

    def _may_be_seated(self, match: Match, told: Sides) -> bool:
        """Whether the clause names two sides, and the encoder is worth asking."""
        if self.judge.trusts(match) or "visitor" in match.frame.actor:
            return False  # who receives whom is plain
        if told.actors and told.recipients:
            return True
        either = countries_of((*told.actors, *told.recipients))
        return bool(either) and bool(self.cast.in_clause(match.anchor) - either)

    def overheard(self, telling: Telling, told: Sides) -> Sides:
        """The sides with those that the encoder is sure of, wherever the sentence names them."""
        if not self._may_be_overheard(telling, told):
            return told
        heard = self._heard(telling.match)
        acting = without(
            self._surely(telling.match, heard.actors, 0), self._complainants(telling.match)
        )
        suffering = self._surely(telling.match, heard.recipients, 1)
        if telling.event_type == "ACCUSE":
            suffering = tuple(p for p in suffering if not self._is_victim(p))
        if is_mutual(telling):
            both = merged(told.actors, merged(acting, suffering))
            return Sides(actors=both, sureness=1.0 if len(both) > 1 else 0.5)
        actors = told.actors or abroad(acting, told.recipients)
        others = told.recipients or abroad(suffering, actors)
        return Sides(actors=actors, recipients=others, misheard=told.misheard and not others)

    def weighed(self, telling: Telling, told: Sides, *, doubtful: bool) -> Sides:
        """The sides with those of whom the encoder is sure in the place of those it rules out.

        It is asked where the frame is not trusted, a side is missing, or a guess is doubtful.
        """
        if not self._may_be_weighed(telling, told, doubtful):
            return told
        actors = self._weighed(telling, told.actors, told.recipients, 0)
        if told.guessed and not doubtful:
            return replace(told, actors=actors)
        recipients = self._weighed(telling, told.recipients, actors, 1)
        if not told.recipients and not self._may_be_added(telling):
            recipients = ()
        elif doubtful and self._share(telling.match, recipients, 1) < _LIKELY:
            recipients = tuple(p for p in recipients if not p.name)  # but those in words
        return replace(told, actors=actors, recipients=recipients)

    def _may_be_weighed(self, telling: Telling, told: Sides, doubtful: bool) -> bool:
        """Whether the encoder is worth asking."""
        bare = telling.match.verb is None and not told.recipients  # "in its solidarity"
        if is_mutual(telling) or not told.actors or bare:
            return False
        if doubtful or not self.judge.trusts(telling.match):
            return True
        return not told.recipients and self._may_be_overheard(telling, told)

    def _may_be_added(self, telling: Telling) -> bool:
        """Whether it is coded without a recipient too, or the encoder is sure that it happened."""
        alone = telling.event_type not in NEEDS_OTHER and telling.match.frame.weight >= FIRM
        return alone or self.judge.scores(telling.match).types[telling.event_type] >= _SURELY

    def _weighed(self, telling: Telling, told: Side, others: Side, part: int) -> Side:
        """A side, or in its place those who surely take the part, if none of it likely does."""
        match, share = telling.match, self._share(telling.match, told, part)
        unnamed = any(self.judge.part(match, p) is None for p in told)
        if unnamed or share >= _EVENLY:
            return told
        heard = self._heard(match)
        sure = self._surely(match, (*heard.actors, *heard.recipients), part)
        if part == 1 and match.frame.event_type == "ACCUSE":
            sure = tuple(p for p in sure if not self._is_victim(p))
        if part == 0:
            sure = without(sure, self._complainants(match))
        same = tuple(p for p in sure if p.country in countries_of(told))
        if same or share >= _RULED_OUT:
            return same or told
        at_home = facing(sure, others) if telling.event_type in DOMESTIC else ()
        return abroad(sure, others) or self._nameless(match, part) or at_home or told

    def _share(self, match: Match, side: Side, part: int) -> float:
        """How probably the likeliest of a side takes the part."""
        shares = (self.judge.part(match, p) for p in side)
        return max((share[part] for share in shares if share), default=0.0)

    def _nameless(self, match: Match, part: int) -> Side:
        """Those of whom no state is known, and who by the encoder take the part."""
        tree, own = self.tree, (match.head, match.key, *match.used)
        money = tree.lexicon.list("money")
        found = {
            noun
            for noun, token in enumerate(tree.tokens)
            if token.pos in _NOUNS and token.dep != "nummod" and noun not in own
            if tree.keys[noun] not in money
            if self.strangers.is_stranger(noun) and self._takes_part(match, noun, part)
        }
        tops = (n for n in sorted(found) if len(found.intersection(tree.ancestors(n))) == 1)
        return tuple(self.strangers.nameless(noun) for noun in tops)

    def _takes_part(self, match: Match, noun: int, part: int) -> bool:
        share = self.judge.part(match, self.strangers.nameless(noun))
        return share is not None and share[part] >= _NAMELESS

    def _complainants(self, match: Match) -> Side:
        """Those who complain of a deed that a noun tells: they did not do it themselves."""
        verbs = () if match.verb is not None else self.tree.ancestors(match.head)
        for verb in verbs:
            frames = self.tree.lexicon.frames("verbs", self.tree.keys[verb])
            if any(frame.event_type in _COMPLAINTS for frame in frames):
                return self._subject_side(verb)
        return ()

    def _heard(self, match: Match) -> Sides:
        """Those to whom the encoder gives a part, but for those who only help."""
        heard, helpers = self.judge.sides(match), self.cast.helpers()
        actors, recipients = (
            tuple(p for p in side if p.country not in helpers and not self._is_parted(match, p))
            for side in (heard.actors, heard.recipients)
        )
        return Sides(actors=actors, recipients=recipients)

    def _is_parted(self, match: Match, participant: Participant) -> bool:
        """Whether a semicolon stands between an event and somebody."""
        tokens, words = self.tree.tokens, self.tree.words
        if ";" not in words:
            return False
        at = next((i for i, t in enumerate(tokens) if t.start >= participant.start), match.head)
        return ";" in words[min(at, match.head) : max(at, match.head)]

    def _is_victim(self, participant: Participant) -> bool:
        """Whether what is complained of was done to them: "the embargo against Chad"."""
        tree, harm = self.tree, self.tree.lexicon.list("harm")
        nouns = (self._noun_of(top) for top in self._tops(participant))
        joints = (tree.tokens[noun].head for noun in nouns)
        hung = ((tree.words[joint], tree.tokens[joint].head) for joint in joints)
        return any(
            tree.tokens[head].pos == "NOUN"
            and (word in _AGAINST or (word == "of" and tree.keys[head] in harm))
            for word, head in hung
        )

    def _noun_of(self, index: int) -> int:
        """The noun before which an adjective or owner stands: "a Chadian | village"."""
        while self.tree.tokens[index].dep in _BEFORE_NOUNS:
            index = self.tree.tokens[index].head
        return index

    def _is_forum(self, body: Participant) -> bool:
        """Whether it is a body before which something was said: "took it to the Court"."""
        tree = self.tree
        if body.country not in BODIES:
            return False
        heads = (t for t in tree.tokens if body.start <= t.start < body.end and t.dep == "pobj")
        return any(tree.words[t.head] in _BEFORE_WHOM for t in heads)

    def _surely(self, match: Match, heard: Side, part: int) -> Side:
        """Those of the heard of whose part there is hardly a doubt, each with its whole list."""
        likely = [p for p in heard if part == 0 or not self._is_forum(p)]
        shares = [(p, self.judge.part(match, p)) for p in likely]
        sure = tuple(p for p, share in shares if share and share[part] >= _SURELY)
        return self._with_listed(sure)

    def _may_be_overheard(self, telling: Telling, told: Sides) -> bool:
        """Whether one side is known, and the sentence names somebody who may be the other.

        Whom a noun's deed was done to stands beside it; but whom one asks may stand anywhere.
        """
        either = countries_of((*told.actors, *told.recipients))
        if not either or not self.cast.all_countries() - either - self.cast.helpers():
            return False
        beside = telling.match.verb is None and telling.event_type != "REQUEST"
        return not (beside and told.actors)

    def _seated(self, match: Match, told: Side, heard: Side, part: int) -> Side:
        """The participants of a part: 0 acts, 1 suffers."""
        shares = [(p, self.judge.part(match, p)) for p in told]
        kept = tuple(p for p, share in shares if share is None or share[part] >= _RULED_OUT)
        listed = self._with_listed(kept)
        return tuple(p for p in told if p in listed) or heard or told

    def _with_listed(self, side: Side) -> Side:
        """The side, with all who stand in one list with any of it: "Chad, Mali and Peru"."""
        lists = (self.tree.group(self.tree.first(top)) for p in side for top in self._tops(p))
        named = (self.cast.at(index) for group in lists for index in group)
        return merged(side, self.cast.side(mention for mention in named if mention))

    def _tops(self, participant: Participant) -> list[int]:
        """The word of this sentence that heads a participant's name, if it stands there."""
        tokens = self.tree.tokens
        inside = [i for i, t in enumerate(tokens) if participant.start <= t.start < participant.end]
        return [i for i in inside if tokens[i].head not in inside or tokens[i].head == i]
