"""Sayings: what is done by saying it, and whether it is said on the day of the document."""

from __future__ import annotations

from dragoman.coding.dates.narrative import Narrative
from dragoman.coding.dates.story import Countries
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import (
    HAD,
    PRESENT,
    is_apart,
    is_first_person,
    is_habitual,
    is_perfect,
    is_present,
    is_simple_past,
)

_DONE_BY_SAYING = frozenset(
    {"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"}
)
_SAID_TODAY = frozenset({"ACCUSE", "REQUEST", "THREATEN", "AGREE"})  # others may be old stands
_PLEDGES = frozenset({"AGREE", "REQUEST"})
_TODAY = _SAID_TODAY | {"REJECT"}
_REPLIES = _TODAY - {"AGREE"}
_REPORTED = frozenset({"CONSULT", "MOBILIZE", "RETREAT"})  # "said that it had sent troops"
_DONE_BY_STATES = _DONE_BY_SAYING | {"SANCTION", "COERCE", "MOBILIZE"}
_HOURS = frozenset({"morning", "noon", "afternoon", "evening", "night"})
_SELF = frozenset({"it", "he", "she", "they", "we"})
_SAYS = frozenset(
    {"say", "tell", "add", "announce", "declare", "state", "report", "note", "affirm", "reaffirm"}
    | {"assure", "stress", "emphasize", "insist", "write", "reply", "reiterate", "inform"}
    | {"emphasise", "underline", "underscore", "remark", "observe", "explain", "argue", "comment"}
)
_RECOUNTS = frozenset({"recall", "recount", "remember", "remind"})
_HEARD = frozenset({"report"})  # what media "reported" may be old; what they "report" is news
STANDING = frozenset({"recognize", "sign", "establish-relations"})  # in the present, a state
_LASTING = frozenset(
    {"still", "long", "since", "ever", "already", "yet", "years", "decades", "every", "each"}
    | {"nor", "any", "months", "weeks", "times", "repeatedly", "continues", "continue"}
)
_NOTES = frozenset({"note", "statement", "letter", "communique", "message", "declaration"})
_AHEAD = frozenset({"will", "'ll", "shall", "would", "must"})
_TALKS = frozenset({"speak", "talk", "meet", "receive", "call", "telephone", "host", "visit"})
_MAIN = frozenset({"ROOT", "conj"})
_UNDER = frozenset({"xcomp", "acomp", "oprd"})


class Sayings:
    """The sayings of one sentence."""

    def __init__(self, told: Narrative, tree: Tree) -> None:
        self.told, self.tree = told, tree
        self.setting, self.lexicon = told.setting, told.lexicon

    def is_told_next(self, telling: Telling) -> bool:
        """Whether something said, or done at some hour, is told in the simple past."""
        verb = self.said_by(telling)
        reported = verb != telling.match.anchor and telling.event_type in _REPORTED
        of_words = reported or telling.event_type in _DONE_BY_SAYING
        if not of_words and not _HOURS & set(self.tree.words):
            return False
        return is_simple_past(self.tree, verb) and self.is_main(verb)

    def is_reply(self, telling: Telling) -> bool:
        """Whether it is said, in the past or perfect, to what was told before."""
        verb = self._finite(telling.match.anchor)
        if telling.event_type not in _REPLIES or telling.negated or not self.is_main(verb):
            return False
        if _LASTING & set(self.tree.words) or is_habitual(self.tree, [verb], self.lexicon):
            return False
        if is_apart(self.tree, self.lexicon):
            return False
        return is_simple_past(self.tree, verb) or is_perfect(self.tree, verb)

    def are_recounted(self, verb: int) -> bool:
        """Whether a verb in the past tells in a clause under it what somebody recounted."""
        tree, clauses = self.tree, self.tree.kids(verb, "ccomp")
        told = tree.keys[verb] in _RECOUNTS and tree.tokens[verb].tag == "VBD"
        return told and any(verb < clause for clause in clauses)

    def is_inserted(self, telling: Telling) -> bool:
        """Whether it is told around a saying: "Chad, he said, will help"."""
        return self.tree.tokens[self.said_by(telling)].dep == "parataxis"

    def is_main(self, verb: int) -> bool:
        """Whether it is the verb of the main clause, or of one that somebody's "said" closes."""
        tree, token = self.tree, self.tree.tokens[verb]
        if token.dep in _MAIN or token.dep == "parataxis":
            return True
        closes = verb < token.head and tree.tokens[token.head].dep == "ROOT"
        parted = ";" in tree.words[verb : token.head]  # "Chad invited it; it accepted"
        says = self._says(token.head) or (tree.keys[token.head] in _SAYS and is_present(tree, verb))
        return token.dep == "ccomp" and closes and (parted or says)

    def is_done_now(self, telling: Telling, countries: Countries) -> bool:
        """Whether the document itself does this by saying it: "we strongly condemn"."""
        if self.setting.published is None or set(telling.modes) & STANDING:
            return False
        tree = self.tree
        subjects = tree.kids(telling.match.anchor, "nsubj")
        doers = self.told.countries_at(tree.tokens[i] for s in subjects for i in tree.group(s))
        sides = doers or countries
        return self._is_said_by_voice(telling, sides) or self._is_made_known(telling, sides)

    def is_of_today(self, telling: Telling, *, leads: bool, left: bool) -> bool:
        """Whether it is told, in the present or perfect, as what is done these very days.

        The perfect tells it only where the text has not left its day for an older one.
        """
        tree, verb = self.tree, self._finite(telling.match.anchor)
        if _LASTING & set(tree.words) or is_habitual(tree, [verb], self.lexicon):
            return False
        if telling.negated or tree.words[-1] == "?":
            return False
        if self.is_heard(telling) or not self.is_main(verb):
            return self.is_heard(telling)
        if is_perfect(tree, verb):
            pledged = telling.event_type == "AGREE"
            return (pledged or not left) and self._is_fresh(telling, leads=leads)
        if telling.changed_by == "future":
            return telling.event_type == "AGREE"
        visits = tree.words[verb] in {"is", "are"} and "visit" in tree.words
        return (visits and telling.event_type == "CONSULT") or self._is_present(telling, verb)

    def is_pledged(self, telling: Telling) -> bool:
        """Whether somebody "has offered" or "has asked for" it, which whoever tells it is news."""
        verb = self._finite(telling.match.anchor)
        return telling.event_type in _PLEDGES and is_perfect(self.tree, verb)

    def is_heard(self, telling: Telling) -> bool:
        """Whether one who writes for himself tells that it has been done, as he has just heard."""
        verb = self._finite(telling.match.anchor)
        if not self.setting.is_personal or not is_perfect(self.tree, verb):
            return False
        token = self.tree.tokens[verb]
        told = token.dep == "ccomp" and self.tree.tokens[token.head].tag in PRESENT
        return (told or self.is_main(verb)) and not set(telling.modes) & STANDING

    def _is_fresh(self, telling: Telling, *, leads: bool) -> bool:
        """Whether what has been done is likely to be news of the day."""
        fresh = _DONE_BY_STATES if leads and self.setting.is_daily else _SAID_TODAY
        return telling.event_type in fresh and not set(telling.modes) & STANDING

    def _is_present(self, telling: Telling, verb: int) -> bool:
        """Whether news says in the present what somebody says: "Chad accuses Mali of lies"."""
        tree = self.tree
        if not self.setting.is_daily or is_perfect(tree, tree.tokens[verb].head, HAD):
            return False  # "it is ready, he had said"
        said = telling.event_type in _TODAY and not set(telling.modes) & STANDING
        return said and tree.tokens[self._helper(verb)].tag in PRESENT

    def _helper(self, verb: int) -> int:
        """The auxiliary that bears the tense; the verb itself without one."""
        return next(iter(self.tree.kids(verb, "aux", "auxpass")), verb)

    def is_festive(self) -> bool:
        """Whether it is done "on this occasion" or "on the occasion of the anniversary"."""
        opening = self.tree.words[:3]
        kept = opening == ("on", "the", "occasion") and "anniversary" in self.tree.words
        return kept or opening in {("on", "this", "occasion"), ("on", "this", "day")}

    def _is_said_by_voice(self, telling: Telling, sides: Countries) -> bool:
        """Whether it is said in the present by those for whom the document speaks."""
        verb = telling.match.anchor
        if telling.event_type not in _DONE_BY_SAYING or not is_present(self.tree, verb):
            return False
        if is_first_person(self.tree, verb):
            return True
        if self.setting.voice not in sides:
            return False
        promised = telling.changed_by == "future"
        return promised or not is_habitual(self.tree, [verb], self.lexicon)

    def _is_made_known(self, telling: Telling, sides: Countries) -> bool:
        """Whether a state tells in the perfect what it has just done: "has been summoned"."""
        tree, verb = self.tree, self._finite(telling.match.anchor)
        voice = self.setting.voice
        if voice is None or telling.event_type not in _DONE_BY_STATES or telling.negated:
            return False
        if not is_perfect(tree, verb) or tree.tokens[verb].dep not in {*_MAIN, "ccomp"}:
            return False
        if tree.words[-1] == "?":
            return False
        own = voice in sides or is_first_person(tree, verb)
        lasting = _LASTING & set(tree.words) or is_habitual(tree, [verb], self.lexicon)
        return own and not lasting

    def _finite(self, verb: int) -> int:
        """The verb that governs it as "has decided" does "to leave"."""
        while self.tree.tokens[verb].dep in _UNDER:
            verb = self.tree.tokens[verb].head
        return verb

    def _is_ahead(self, verb: int) -> bool:
        """Whether it is to come, when it is said: "would answer", "will never be recognized"."""
        return any(self.tree.words[c] in _AHEAD for c in self.tree.kids(verb, "aux"))

    def _is_of_speaker(self, verb: int, saying: int) -> bool:
        """Whether those who say it do it: "said it refused", "Malian officials said Mali did"."""
        tree = self.tree
        doers, speakers = (tree.kids(v, "nsubj") for v in (verb, saying))
        if any(tree.words[doer] in _SELF for doer in doers):
            return True
        found = [
            self.told.countries_at(tree.tokens[i] for n in s for i in tree.subtree(n))
            for s in (doers, speakers)
        ]
        return bool(found[0]) and found[0] == found[1]

    def _goes_along(self, verb: int) -> bool:
        """Whether a participle goes on with what the main verb tells."""
        token = self.tree.tokens[verb]
        follows = token.dep == "advcl" and token.tag == "VBG" and token.head < verb
        return follows and not self.tree.kids(verb, "mark", "aux", "nsubj")

    def _is_aside_of_talks(self, verb: int) -> bool:
        """Whether it tells what one who was met or called said there."""
        tree, token = self.tree, self.tree.tokens[verb]
        who = any(tree.words[c] == "who" for c in tree.kids(verb, "nsubj"))
        above = {tree.keys[a] for a in tree.ancestors(verb)}
        return token.dep == "relcl" and who and token.tag == "VBD" and bool(above & _TALKS)

    def _says(self, verb: int) -> bool:
        """Whether it is a verb of saying, and not "media reported", which may be old."""
        key, tag = self.tree.keys[verb], self.tree.tokens[verb].tag
        return key in _SAYS and not (key in _HEARD and tag == "VBD")

    def _told_along(self, verb: int) -> int | None:
        """The verb with which something is told in passing, in a participle or an aside."""
        tree, token = self.tree, self.tree.tokens[verb]
        if self._goes_along(verb):  # "went further, accusing Chad"
            return token.head
        if token.dep == "acl" and tree.keys[token.head] in _NOTES:  # "issued a note accusing it"
            return tree.tokens[token.head].head
        if token.dep == "conj" and self._says(token.head) and self._is_ahead(verb):
            return token.head  # "said that it was leaving and would go to court"
        if self._is_aside_of_talks(verb):  # "spoke with the envoy, who condemned it"
            return next(a for a in tree.ancestors(verb) if tree.keys[a] in _TALKS)
        return None

    def said_by(self, telling: Telling) -> int:
        """The verb; of "it denounced it, Chad said" or "said it would help", the saying."""
        tree, anchor = self.tree, telling.match.anchor
        verb = self._finite(anchor)
        token = tree.tokens[verb]
        if (along := self._told_along(verb)) is not None:
            return along
        if token.dep != "ccomp" or not self._says(token.head):
            inserted = (c for c in tree.kids(tree.first(verb), "parataxis") if self._says(c))
            return next(inserted, anchor)  # "Chad, he said, will help"
        if telling.changed_by == "future" or self._is_ahead(verb):
            return token.head
        if verb < token.head and is_present(tree, verb):
            return token.head
        own = verb < token.head or self._is_of_speaker(verb, token.head)
        past = tree.tokens[verb].tag in {"VBD", "VBZ"} or is_perfect(tree, verb, HAD)
        return token.head if own and past and is_simple_past(tree, token.head) else verb
