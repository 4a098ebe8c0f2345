"""Names to implementations, by entry point: built-ins come through the same door as plug-ins."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Any

from dragoman.errors import UsageError

CODERS = "dragoman.coders"
EXPORTERS = "dragoman.exporters"  # named `THING.FORMAT`


def names(group: str) -> tuple[str, ...]:
    """The names registered in a group."""
    return tuple(sorted(entry_points(group=group).names))


def load(group: str, name: str) -> Any:
    """What is registered under a name; UsageError if there is nothing."""
    found = entry_points(group=group, name=name)
    if not found:
        known = ", ".join(names(group)) or "nothing"
        raise UsageError(f"no {name!r} among {group}; installed: {known}; check the spelling")
    return next(iter(found)).load()
