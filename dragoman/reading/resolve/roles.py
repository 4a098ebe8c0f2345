"""What one has done to be called `the invader` or `the debtor`."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.nouns import HOSTILE


class Role(NamedTuple):
    """The verbs of a deed, and whether its doer is meant or the other of the two."""

    deeds: frozenset[str]
    does: bool


_INVADE = HOSTILE | word_set("enter cross land take overrun annex march penetrate attack strike")
_ATTACK = word_set("attack strike raid bomb bombard shell invade storm ambush assault")
_LEND = word_set("lend loan")
_GIVE = _LEND | word_set("give donate grant")
_VISIT = word_set("visit arrive come fly travel")

# Many of these are also of no state, so that the one who did it must be known.
ROLES: dict[str, Role] = {
    "invader": Role(_INVADE, True),
    "invaders": Role(_INVADE, True),
    "intruder": Role(_INVADE, True),
    "intruders": Role(_INVADE, True),
    "occupier": Role(_INVADE, True),
    "attacker": Role(_ATTACK, True),
    "attackers": Role(_ATTACK, True),
    "defenders": Role(_ATTACK, False),
    "lender": Role(_LEND, True),
    "creditor": Role(_LEND, True),
    "debtor": Role(_LEND, False),
    "borrower": Role(_LEND, False),
    "donor": Role(_GIVE, True),
    "recipient": Role(_GIVE, False),
    "host": Role(_VISIT, False),
    "buyer": Role(word_set("buy purchase"), True),
    "seller": Role(word_set("sell"), True),
}
