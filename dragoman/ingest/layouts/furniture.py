"""Lines that belong to the page and not to the text: menus, notices, buttons, end marks."""

from __future__ import annotations

import re

LONGEST = 160  # characters: a longer line says something
_WHOLE = re.compile(
    r"""(?:
      (?:skip|jump)\ to\ (?:main\ )?(?:content|navigation|search).*
    | (?:we|this\ (?:web)?site|by\ (?:continuing|using)|our\ partners)\b.*\bcookies?\b.*
    | (?:accept|reject|manage|allow)\ (?:all\ )?(?:cookies|choices|preferences)?.{0,20}
    | (?:share|tweet|pin|post|print|e-?mail|save|whatsapp|telegram|facebook|twitter|linkedin|copy
        \ link|reddit|x)(?:\s*[|/,·]?\s*(?:share|tweet|pin|post|print|e-?mail|save|whatsapp
        |telegram|facebook|twitter|linkedin|copy\ link|reddit|x))*
    | share\ (?:this|on|via)\b.{0,60}
    | follow\ us\b.{0,60}
    | (?:subscribe|sign\ up)\b.{0,100}
    | readers\ may\ share\b.*
    | (?:advertisement|advert|sponsored(?:\ content)?|promoted|ad)
    | (?:photo|image|picture|photograph|file\ photo)(?:\ credit)?\s*(?:by)?\s*[:/].{0,120}
    | (?:©|\(c\)|copyright\b).*
    | .{0,60}\ball\ rights\ reserved\.?
    | (?:home|main|start)\s*(?:[>»›/|]\s*[^>»›/|]{1,40})+
    | (?:[\w'’&-]+(?:\ [\w'’&-]+){0,2}\s*[>»›]\s*){2,}.{1,80}
    | (?:read|view|see)\ (?:the\ )?(?:original|full)\b.{0,60}
    | (?:click|tap)\ here\b.{0,80}
    | (?:categor(?:y|ies)|tags?|filed\ under|keywords|topics)\s*:.*
    | (?:from\ )?wikipedia,?\ the\ free\ encyclopedia
    | retrieved\ from\ .*
    | (?:for\ immediate\ release|unofficial\ translation|translated\ from\ .{0,40})
    | posted\ in\ .{1,80} | (?:leave|post)\ a\ (?:reply|comment)
    | (?:https?://|www\.)\S+(?:\s*\(.{0,40}\))?
    | (?:back\ to\ top|top\ of\ page|loading\.*|menu|search|close|login|log\ in|contents|print
        \ version|printable\ version|previous(?:\ article)?|next(?:\ article)?|edit(?:\ source)?)
    | (?:\d+\ )?(?:min(?:ute)?s?\ read|shares?|views?|likes?)(?:\ \d+)?
    | \d+\ min(?:ute)?s?\ read
    | (?:-*\s*0\s*-+|-+\s*ends?\s*-+|ends?(?://)?|enditem|\#{3}|\(end\)|///*|i{0,3}\ ?\ ?\*{3,})
    )[\s.]*""",
    re.IGNORECASE | re.VERBOSE,
)


def matches(text: str) -> bool:
    """Whether the whole line is furniture."""
    return len(text) <= LONGEST and _WHOLE.fullmatch(text) is not None
