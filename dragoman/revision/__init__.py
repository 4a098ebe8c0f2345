"""Where people look over what was coded and matched, and correct it."""

from dragoman.revision.desk import Desk, Entry
from dragoman.revision.doubts import Doubt, doubts
from dragoman.revision.render import render_doubt, render_ledger

__all__ = ["Desk", "Doubt", "Entry", "doubts", "render_doubt", "render_ledger"]
