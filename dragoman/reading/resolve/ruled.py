"""What befalls lands alone: they are ceded, become colonies, gain independence."""

from __future__ import annotations

from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.words import Words

_DONE = word_set(
    "absorb administer annex capture cede colonise colonize conquer govern incorporate occupy"
    " overrun partition reunify rule seize unite"
)
_HANDED = word_set("give hand make sign take turn")  # over
_BECOMING = word_set("become remain")
_STATUS = word_set(
    "colony commonwealth condominium department dependency dominion federation kingdom mandate"
    " monarchy part possession protectorate province republic satellite state territory"
)
_GAINING = word_set("achieve attain gain obtain receive regain win")
_GAINED = word_set("autonomy independence self-government self-rule sovereignty statehood")


def befalls_lands(words: Words, subject: int) -> bool:
    """Whether what is said of a subject can be said of a land only: `it became a colony`."""
    token = words.tokens[subject]
    lemma = words.tokens[token.head].lemma
    if token.dep == "nsubjpass":
        return lemma in _DONE or (lemma in _HANDED and words.at(token.head + 1) == "over")
    if token.dep != "nsubj" or lemma not in _BECOMING | _GAINING:
        return False
    role, nouns = ("attr", _STATUS) if lemma in _BECOMING else ("dobj", _GAINED)
    said = (t for t in words.tokens if words.tokens[t.head] is words.tokens[token.head])
    return any(t.dep == role and t.lemma in nouns for t in said)
