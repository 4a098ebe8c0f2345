"""Words in another sense: to come to power, to be beaten at the polls, killed by an earthquake."""

from __future__ import annotations

from dragoman.coding.syntax import Tree
from dragoman.coding.triggers import Match

_BEATEN = frozenset({"beat", "crush", "defeat", "rout", "trounce"})
_AT = ("in", "at", "during")
_BARRING = frozenset(
    {"ban", "bar", "block", "deter", "discourage", "exclude", "forbid", "keep", "prevent"}
    | {"prohibit", "stop"}
)
_WORKING = frozenset({"aim", "labor", "push", "strive", "work"})
_TOWARD = frozenset({"at", "on", "toward", "towards"})
_CONTENDING = frozenset({"compete", "contend", "vie"})
_NOBODY = frozenset(
    {"condition", "cost", "criterion", "deadline", "death", "demand", "end", "expectation", "fate"}
    | {"goal", "match", "media", "need", "nemesis", "obligation", "opposition", "press", "quota"}
    | {"requirement", "resistance", "standard", "target"}
)
_SHOTS = frozenset({"artillery", "fire", "gunfire", "shell", "shelling", "shot"})


def is_other_sense(tree: Tree, match: Match) -> bool:
    """Whether the words of a match mean something else than its event."""
    kinds = (
        _is_rise, _is_at_polls, _is_of_nature, _is_met, _is_post, _is_own_choice, _is_contest,
        _is_nobody, _is_shooting, _is_caution,
    )  # fmt: skip
    return any(is_such(tree, match) for is_such in kinds) or _is_only_in_view(tree, match.anchor)


def _is_rise(tree: Tree, match: Match) -> bool:
    """Whether nobody travels: "came to power", "came to a close"."""
    if match.frame.word_class != "verbs" or "visit" not in match.frame.modes:
        return False
    goals = [n for word in ("to", "into") for n in tree.obliques(match.head).get(word, ())]
    return any(tree.keys[noun] in tree.lexicon.list("no_places") for noun in goals)


def _is_at_polls(tree: Tree, match: Match) -> bool:
    """Whether one is beaten in a vote: "defeated the premier in the run-off"."""
    if match.frame.event_type != "ASSAULT" or match.frame.lemma not in _BEATEN:
        return False
    polls, arguments = tree.lexicon.list("polls"), tree.arguments(match.anchor)
    where = [n for word in _AT for n in tree.obliques(match.anchor).get(word, ())]
    inside = {tree.keys[n] for n in (*where, *arguments.subjects, *arguments.objects)}
    return bool(inside & polls)


def _is_of_nature(tree: Tree, match: Match) -> bool:
    """Whether nobody did it: "an earthquake struck the coast and killed thousands"."""
    if match.frame.event_type != "ASSAULT":
        return False
    doers = list(tree.arguments(match.anchor).subjects)
    if match.verb is None:
        doers += [n for word in ("in", "by") for n in tree.obliques(match.head).get(word, ())]
    return any(tree.keys[doer] in tree.lexicon.list("natural") for doer in doers)


def _is_met(tree: Tree, match: Match) -> bool:
    """Whether something was answered with a deed: "was met by an invasion"."""
    if match.frame.lemma != "meet" or not tree.is_passive(match.anchor):
        return False
    answers = [n for word in ("by", "with") for n in tree.obliques(match.anchor).get(word, ())]
    deeds = tree.lexicon.list("harm") | tree.lexicon.list("deeds_of_all")
    return any(tree.keys[noun] in deeds for noun in answers)


def _is_post(tree: Tree, match: Match) -> bool:
    """Whether nothing is seized: "occupies a strategic location", "captured a third of votes"."""
    if "seize" not in match.frame.modes or match.verb is None:
        return False
    taken = tree.arguments(match.anchor).objects
    return any(tree.keys[noun] in tree.lexicon.list("posts") for noun in taken)


def _is_own_choice(tree: Tree, match: Match) -> bool:
    """Whether a people votes for what it will be: "voted for independence from Chad"."""
    if match.frame.event_type != "SUPPORT" or match.frame.lemma not in {"vote", "cast"}:
        return False
    chosen = tree.obliques(match.anchor).get("for", ())
    return any("from" in tree.obliques(noun) for noun in chosen)


def _is_contest(tree: Tree, match: Match) -> bool:
    """Whether nothing is promised to whom it is with: "agreed to compete with Chad"."""
    below = tree.kids(match.anchor, "xcomp")
    return match.frame.event_type == "AGREE" and any(tree.keys[v] in _CONTENDING for v in below)


def _is_only_in_view(tree: Tree, verb: int) -> bool:
    """Whether it is barred or worked on: "barred Chad from | buying", "works on | finishing"."""
    token = tree.tokens[verb]
    if token.dep != "pcomp":
        return False
    preposition = tree.words[token.head]
    governor = tree.keys[tree.tokens[token.head].head]
    barred = preposition == "from" and governor in _BARRING
    return barred or (preposition in _TOWARD and governor in _WORKING)


def _is_nobody(tree: Tree, match: Match) -> bool:
    """Whether nobody is met: "met the deadline", "met the press"."""
    if match.frame.event_type != "CONSULT" or match.frame.lemma != "meet":
        return False
    return any(tree.keys[noun] in _NOBODY for noun in tree.arguments(match.anchor).objects)


def _is_shooting(tree: Tree, match: Match) -> bool:
    """Whether nothing but shots is exchanged: "an exchange of fire"."""
    nouns = [i for i in (match.key, match.head) if i is not None and tree.keys[i] == "exchange"]
    given = (tree.keys[n] for noun in nouns for n in tree.obliques(noun).get("of", ()))
    return not _SHOTS.isdisjoint(given)


def _is_caution(tree: Tree, match: Match) -> bool:
    """Whether nobody is threatened: "warned of an earthquake", "warned travellers"."""
    if match.frame.event_type != "THREATEN" or match.frame.lemma != "warn":
        return False
    risks = tree.lexicon.list("natural") | tree.lexicon.list("catastrophes")
    feared = [n for word in ("of", "about") for n in tree.obliques(match.head).get(word, ())]
    told = tree.arguments(match.head).objects
    travelers = tree.lexicon.list("travelers")
    return any(tree.keys[n] in risks for n in feared) or any(
        tree.keys[n] in travelers for n in told
    )
