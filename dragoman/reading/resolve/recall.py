"""Looking back in a discourse: for the same body, the subject above, those of whom it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.reading.resolve.discourse import Discourse
from dragoman.reading.resolve.nouns import CRAFT, are_akin, are_persons, is_craft
from dragoman.reading.resolve.seen import Seen
from dragoman.reading.resolve.words import SUBJECT, Words
from dragoman.records.readings import Referent

StateOf = Callable[[Referent], Referent | None]
_CROWDS = frozenset({"people", "person", "military", "group"})
_OFFICIAL = frozenset({"GOV", "LEG", "JUD", "COP"})
_DEEDS = 8  # sentences back that what one has done is looked for
_COURTS = frozenset({"court", "tribunal", "judge", "judges", "bench"})
_BODY_KINDS = frozenset({"organisation", "group", "party", "parliament", "government"})
_JUDGED = 4  # sentences back that a court was spoken of
_OF_UNION = frozenset({"union", "council", "commission"})
_HEAD = 4  # sentences, with the title and the line below it
_GUEST = 4  # sentences back that a guest was spoken of
_JOINED = frozenset({"conj", "xcomp", "relcl", "acl", "pcomp", "dep"})
_HANGING = frozenset({"ccomp", "advcl", "parataxis"})


class Recall:
    """Answers from what one document has spoken of so far."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse, self._in_sentence = discourse, discourse.in_sentence

    def akin(self, words: Words, at: int, noun: str, since: int) -> Seen | None:
        """The last one before a word that the noun may mean; None if its sentence has another."""
        for index in range(words.index, max(self._discourse.wall, since) - 1, -1):
            found = [
                seen
                for seen in self._in_sentence.get(index, ())
                if seen.noun and len(seen.referents) == 1 and are_akin(noun, seen.noun)
                and (index < words.index or seen.last < at)
            ]  # fmt: skip
            same = [seen for seen in found if seen.noun == noun] or found
            if found:
                return same[-1] if len({s.referents[0].country for s in same}) == 1 else None
        return None

    def always(self, words: Words, at: int, noun: str) -> Seen | None:
        """Whoever the noun has meant in all of the text, of those whose state was said."""
        found = [
            s for s in self._before(words, at, 0)
            if s.noun and len(s.referents) == 1 and not s.weak and are_akin(noun, s.noun)
        ]  # fmt: skip
        return found[0] if len({s.referents[0].country for s in found}) == 1 else None

    def craft(self, words: Words, at: int, since: int) -> Seen | None:
        """The last ship or plane before a word, if all those told of are of one state."""
        found = [s for s in self._before(words, at, since) if s.noun and is_craft(s.noun)]
        states = {referent.country for seen in found for referent in seen.referents}
        known = next((seen for seen in found if len(seen.referents) == 1), None)
        return known if len(states) == 1 else None

    def people(self, words: Words, at: int, since: int) -> Seen | None:
        """The last people before a word who are no officials; None if they are of no state.

        Those to whom something was done, as `the detained men`, are no soldiers.
        """
        officials = _OFFICIAL | {"MIL"} if _is_suffered(words, at - 1) else _OFFICIAL
        for seen in self._before(words, at, since):
            acting = seen.subject and seen.sentence == words.index  # they would be `they`
            if not seen.many or seen.modifier or acting:
                continue
            several = len(seen.referents) > 1 and seen.referents[0].kind == "person"
            if several or (not seen.referents and seen.noun and are_persons(seen.noun)):
                return None
            is_crowd = len(seen.referents) == 1 and seen.referents[0].kind in _CROWDS
            if is_crowd and seen.referents[0].sector not in officials:
                return seen
        return None

    def counted(self, words: Words, at: int, since: int) -> Seen | None:
        """The last who were as many as this word says."""
        alike = (s for s in self._before(words, at, since) if s.count == words.at(at))
        seen = next(alike, None)
        return seen if seen and len(seen.referents) == 1 else None

    def _before(self, words: Words, at: int, since: int) -> Iterator[Seen]:
        for seen in reversed(self._discourse.seen):
            if seen.sentence < max(since, self._discourse.wall):
                return
            if seen.sentence < words.index or seen.last < at:
                yield seen

    def guest(
        self,
        words: Words,
        at: int,
        own: Referent,
        state_of: StateOf,
    ) -> Referent | None:
        """The state of the last person or body of another state than one's own."""
        for seen in reversed(self._discourse.seen):
            if seen.sentence < words.index - _GUEST:
                return None
            visits = len(seen.referents) == 1 and seen.referents[0].kind in ("person", "government")
            state = state_of(seen.referents[0]) if visits and not seen.modifier else None
            if state and state != own and (seen.sentence < words.index or seen.last < at):
                return state
        return None

    def bearer(self, words: Words, at: int) -> Referent | None:
        """Whose is the thing that is the subject: Mali's in `a Malian ship sank with its crew`."""
        owners = {
            seen.referents[0]
            for seen in self._in_sentence.get(words.index, ())
            if seen.adjective and seen.last < at and len(seen.referents) == 1
            and words.tokens[words.tokens[seen.last].head].dep in SUBJECT
        }  # fmt: skip
        return owners.pop() if len(owners) == 1 else None

    def doer(self, words: Words, at: int, deeds: frozenset[str]) -> Referent | None:
        """Whoever last did one of these deeds; None if that one is of no known state."""
        since = words.index - _DEEDS
        done = (seen for seen in self._before(words, at, max(0, since)) if seen.deed in deeds)
        seen = next(done, None)
        return seen.referents[0] if seen and len(seen.referents) == 1 else None

    def court(self, sentence: int, at_the_hague: Referent) -> Referent | None:
        """The court of states named last; the one at The Hague, where that is named, too."""
        court = None
        for seen in reversed(self._discourse.seen):
            if seen.sentence < self._discourse.wall:
                break
            court = _of_states(seen.referents[0]) if seen.referents else None
            if court or seen.noun in _COURTS:
                if seen.sentence >= sentence - _JUDGED:
                    return court
                break
        hague = self._discourse.hague
        near = hague is not None and sentence - hague <= _JUDGED
        return at_the_hague if near else court

    def styled(self, noun: str) -> Referent | None:
        """The body at the head of a text that bears the noun in its name; else the last one."""
        named = self._discourse.styled.get(noun, [])
        heads = [body for sentence, body in named if sentence < _HEAD]
        if heads or named:
            return heads[0] if heads else named[-1][1]
        above = (body for bodies in self._discourse.styled.values() for _, body in bodies)
        is_union = noun in _OF_UNION and any(body.country == "EUR" for body in above)
        return self._discourse.union if is_union else None

    def body(self, noun: str) -> Referent | None:
        """The last organisation or group whose name or kind fits the noun."""
        wanted = noun.replace("isation", "ization")
        for seen in reversed(self._discourse.seen[-60:]):
            for referent in seen.referents:
                fits = wanted in referent.name.lower().replace("isation", "ization").split()
                kinds = {"group": "group", "party": "party", "movement": "group"}
                if referent.kind in _BODY_KINDS and (
                    fits or kinds.get(noun) == referent.kind
                    or (wanted in ("organization", "agency", "bloc", "alliance")
                        and referent.kind == "organisation")
                ):  # fmt: skip
                    return referent
        return None

    def led(self, words: Words, verb: int) -> Referent | None:
        """Those who are led by someone: the team of `a Malian team led by`."""
        if words.at(verb) not in ("led", "headed"):
            return None
        for seen in self._in_sentence.get(words.index, ()):
            before = seen.last == verb - 1 and not seen.modifier and len(seen.referents) == 1
            if before:
                return seen.referents[0]
        return None

    def apposed(self, words: Words, first: int) -> Referent | None:
        """Who holds the office that a comma parts from the name that begins here."""
        for seen in self._in_sentence.get(words.index, ()):
            beside = seen.last == first - 2 and words.at(first - 1) == ","
            if beside and seen.noun and not seen.many and len(seen.referents) == 1:
                return seen.referents[0]
        return None

    def subject_over(self, words: Words, at: int, *, deep: bool) -> Seen | None:
        """The subject of the clause of a word, or of the one on which that hangs.

        Not of `Mali protested after soldiers crossed` unless that deep.
        """
        verb = words.verb_of(at)
        for _ in range(6):
            for seen in self._in_sentence.get(words.index, ()):
                over = seen.subject and seen.verb == verb and seen.last < at and not seen.modifier
                if over and len(seen.referents) == 1 and seen.referents[0].kind != "place":
                    return seen
            token = words.tokens[verb]
            climbs = token.dep in _JOINED or (deep and token.dep in _HANGING)
            if token.head == verb or not climbs:
                return None
            verb = words.verb_of(token.head)
        return None

    def called(
        self,
        phrase: str,
        others: frozenset[str],
        since: int = 0,
        *,
        noun: str | None = None,
        of: str | None = None,
    ) -> Referent | None:
        """The last one mentioned by this office, none of those also named in the sentence.

        A title before the name weighs more: `the President` is the one of `President Kim`. Of two
        in one sentence the one called by the very noun is meant, or who acts in it.
        """
        for titled in (True, False):
            for index in sorted(self._in_sentence, reverse=True):
                if index < since:
                    break
                found = [
                    seen
                    for seen in self._in_sentence[index]
                    if (seen.title if titled else seen.phrase) == phrase
                    and len(seen.referents) == 1
                    and seen.referents[0].actor not in others
                    and of in (None, seen.referents[0].country)
                ]
                if found:
                    return self._foremost(found, noun).referents[0]
        return None

    def _foremost(self, found: list[Seen], noun: str | None) -> Seen:
        """Of those in one sentence who hold an office, the one that its noun alone may mean."""
        acting = {
            s.referents
            for s in self._in_sentence[found[0].sentence]
            if s.subject and not s.modifier
        }
        found = [seen for seen in found if noun and seen.noun == noun] or found
        return next((seen for seen in reversed(found) if seen.referents in acting), found[-1])

    def main_subject(self, sentence: int) -> Seen | None:
        """The one actor of whom a sentence tells; None if it tells of several, or of a thing."""
        named = [s for s in self._in_sentence.get(sentence, ()) if not s.quoted and not s.modifier]
        acting = [s for s in named if s.main and not s.located and not s.sent]
        acting = [s for s in acting if s.noun not in CRAFT]
        if not any(seen.subject for seen in named):  # `21 January: Mali attacks` is torn at times
            all_ = [s for s in self._in_sentence.get(sentence, ()) if not s.located and not s.sent]
            acting = all_ if len({s.referents for s in all_}) == 1 else []
        return acting[0] if acting and len(acting[0].referents) == 1 else None

    def main_state(self, sentence: int, state_of: StateOf) -> Referent | None:
        """The state of the one who acts in a sentence's main clause; not of one acted upon."""
        seen = self.main_subject(sentence)
        return state_of(seen.referents[0]) if seen and not seen.passive else None


def _is_suffered(words: Words, number: int) -> bool:
    """Whether the word tells what was done to those after it: `detained`."""
    tag = words.tokens[number].tag
    return tag == "VBN" or (tag == "JJ" and words.at(number).endswith("ed"))


def _of_states(referent: Referent) -> Referent | None:
    """The referent, if it is a court before which states are."""
    judges = referent.kind == "organisation" and referent.sector == "JUD"
    return referent if judges else None
