"""What is left of an event that is asked for, refused, threatened or ended: type and modes."""

from __future__ import annotations

from dragoman.coding.triggers import Match

# What a promise, demand, refusal or threat of an event of the first type has as mode.
_MODES: dict[str, dict[str, str]] = {
    "REQUEST": {
        "AID": "assist", "SUPPORT": "assist", "RETREAT": "yield", "CONCEDE": "yield",
        "CONSULT": "meet",
    },
    "REJECT": {
        "AID": "assist", "RETREAT": "yield", "CONCEDE": "yield", "CONSULT": "meet",
        "SUPPORT": "change", "AGREE": "change", "COOPERATE": "assist",
    },
    "THREATEN": {
        "ASSAULT": "violence", "MOBILIZE": "violence", "COERCE": "restrict",
        "SANCTION": "restrict", "REJECT": "relations",
    },
}  # fmt: skip
_THREATENED_MODES = {
    "arrest": "arrest", "expel": "expel", "deport": "expel", "seize": "territory",
    "withdraw": "relations", "sever-relations": "relations", "downgrade-relations": "relations",
    "suspend-relations": "relations",
}  # fmt: skip
# What is left of an event that somebody stops doing.
ENDED: dict[str, tuple[str, tuple[str, ...]]] = {
    "AID": ("SANCTION", ("discontinue",)),
    "COOPERATE": ("SANCTION", ("discontinue",)),
    "SUPPORT": ("SANCTION", ("discontinue",)),
    "CONSULT": ("REJECT", ("meet",)),
    "ASSAULT": ("RETREAT", ("ceasefire",)),
    "MOBILIZE": ("RETREAT", ("withdraw",)),
    "SANCTION": ("CONCEDE", ()),
    "COERCE": ("CONCEDE", ()),
    "CONCEDE": ("REJECT", ()),
    "RETREAT": ("REJECT", ("yield",)),
}


def mode_of(event_type: str, inner_type: str) -> tuple[str, ...]:
    """The mode that an event of one type gives to a demand, refusal or threat of it; or none."""
    found = _MODES.get(event_type, {}).get(inner_type)
    return (found,) if found else ()


def complement_modes(event_type: str, inner: Match) -> tuple[str, ...]:
    """The mode that an event gives to the demand, refusal or threat that governs it."""
    if event_type == "THREATEN":
        for mode in inner.frame.modes:
            if mode in _THREATENED_MODES:
                return (_THREATENED_MODES[mode],)
    return mode_of(event_type, inner.frame.event_type)
