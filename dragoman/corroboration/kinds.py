"""What matching knows of types and modes: which are rare, mutual, contested or easily confused."""

from __future__ import annotations

# What two sides do once, or so seldom that a telling needs no date to be known for the same.
ONCE = frozenset({"establish-relations", "restore-relations", "recognize", "sever-relations"})
ONCE_TOLERANCE = 731  # days by which its tellers may differ about the date

# What changes the state of their relations.
RELATIONS = ONCE | {"suspend-relations", "upgrade-relations", "downgrade-relations"}

# What either side may be said to have done to the other, and both at once.
BREAKS = frozenset({"sever-relations", "suspend-relations"})

# Seldom enough for one day to see only one of them, whatever words are used.
DIPLOMATIC = ONCE | {
    "congratulate",
    "condole",
    "downgrade-relations",
    "expel",
    "letter",
    "phone",
    "sign",
    "suspend-relations",
    "upgrade-relations",
    "visit",
}

# Of those, messages may well follow each other day by day, and are not confused for a wrong date.
MESSAGES = frozenset({"congratulate", "condole", "letter", "phone"})

# What takes days, so that the days from first to last say more than one of them.
LASTING = frozenset({"visit"})

# Who is named first means nothing here.
MUTUAL_TYPES = frozenset({"AGREE", "CONSULT", "COOPERATE"})
MUTUAL_MODES = frozenset({"establish-relations", "restore-relations", "upgrade-relations", "sign"})
ONE_WAY_MODES = frozenset({"visit", "letter"})

# Of these, who tells which side came, wrote or called knows more than who has both sides do it.
DIRECTED_MODES = ONE_WAY_MODES | {"phone"}

# Each side may say that the other one did it.
CONTESTED = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})

# One happening is often coded now with one of these and now with the other.
TYPE_NEIGHBOURS = frozenset(
    {
        frozenset({"AGREE", "CONSULT"}),
        frozenset({"AGREE", "COOPERATE"}),
        frozenset({"AGREE", "SUPPORT"}),
        frozenset({"AID", "COOPERATE"}),
        frozenset({"AID", "SUPPORT"}),
        frozenset({"CONCEDE", "RETREAT"}),
        frozenset({"ACCUSE", "REJECT"}),
        frozenset({"ACCUSE", "THREATEN"}),
        frozenset({"REQUEST", "THREATEN"}),
        frozenset({"SANCTION", "COERCE"}),
        frozenset({"ASSAULT", "COERCE"}),
        frozenset({"ASSAULT", "MOBILIZE"}),
    }
)
MODE_NEIGHBOURS = frozenset(
    {
        frozenset({"letter", "congratulate"}),
        frozenset({"letter", "condole"}),
        frozenset({"visit", "multilateral"}),
        frozenset({"arrest", "abduct"}),
        frozenset({"expel", "deport"}),
    }
)
