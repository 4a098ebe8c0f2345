"""Text from outside made fit to be shown: on one line, steering no terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.records.actors import Participant
from dragoman.records.claims import Speaker
from dragoman.records.events import EventSide

Side = Participant | EventSide

# Characters that reorder the text around them, hide, steer a terminal, or are no text at all.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_BLANKS = re.compile(r"\s+")


def safe(text: str) -> str:
    """The text on one line, with control characters shown by their number."""
    return piece(text).strip()


def piece(text: str) -> str:
    """A stretch of a text made safe, with the blanks at its ends."""
    return visible(_BLANKS.sub(" ", text))


def visible(text: str) -> str:
    """The text with characters that could deceive the eye shown by their number."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def who(speaker: Speaker, source: str) -> str:
    """Whose word it is: the source, or the speaker and the source that passes it on."""
    name = safe(speaker.name or speaker.text or "")
    if speaker.role == "author":
        return safe(source) if name in {"", safe(source)} else f"{name} in {safe(source)}"
    if speaker.role == "commenter":
        return f"{name or 'a reader'}, reader of {safe(source)}"
    return f"{name or 'someone not named'}, {speaker.role} by {safe(source)}"


def sides(actors: Iterable[Side], recipients: Iterable[Side]) -> str:
    """`A → B`, or `A ↔ B` where the sides are equal."""
    acting, suffering = [list(map(side, one)) for one in (actors, recipients)]
    if suffering:
        return f"{' and '.join(acting) or 'someone'} → {' and '.join(suffering)}"
    return " ↔ ".join(acting)


def side(one: Side) -> str:
    """`Ali Khamenei (IRN)`."""
    name = safe(one.name or "")
    return f"{name} ({one.country})" if name and one.country else name or one.country or "someone"
