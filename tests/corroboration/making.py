"""Documents drawn at random, with claims that may tell of one happening or of many."""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence

from hypothesis import strategies as st

from dragoman.pipeline import Worked
from dragoman.ports import Span, Vector
from dragoman.records.claims import Claim
from tests.factories import make_claim, make_document

Theme = tuple[tuple[str, tuple[str, ...]], tuple[str, str]]

WORDS = ("guests", "talks", "arms", "pledge", "harvest", "railway", "festival", "treaty")
DATES = (
    None, None, "1966", "1966", "1966-04", "1966-04", "1966-04-13", "1966-04-13", "1966-04-15",
    "1966-05", "1966-05-02", "1967", "1967-01-01", "196X", "1966-04-10/1966-04-20", "1988-11-15",
)  # fmt: skip
KINDS = (
    ("SUPPORT", ("establish-relations",)),
    ("SUPPORT", ("recognize",)),
    ("SUPPORT", ()),
    ("SANCTION", ("sever-relations",)),
    ("SANCTION", ("expel",)),
    ("CONSULT", ("visit",)),
    ("CONSULT", ()),
    ("AGREE", ()),
    ("ASSAULT", ("firearms",)),
)
SIDES = (("PRK", "PSE"), ("PSE", "PRK"), ("SYR", "PSE"), ("PRK", "SYR"))
TAILS = ("", " At least 12 people were killed.", " Twenty people were killed near Haifa.")
SOURCES = ("Agency", "Daily", "Weekly", "Blog")
PUBLISHED = (None, "1966-04-16", "1967-02-01", "1989")


def meaning(text: str, trigger: Span) -> Vector:
    """A meaning that some texts share for no reason."""
    angle = math.radians(zlib.crc32(text[trigger[0] :].encode()) % 90)
    return (math.cos(angle), math.sin(angle))


@st.composite
def themes(draw: st.DrawFn) -> Theme:
    """What most claims of a list are about, so that they have company."""
    return draw(st.sampled_from(KINDS)), draw(st.sampled_from(SIDES))


@st.composite
def tellings(draw: st.DrawFn, theme: Theme, document: str, source: str, at: int = 0) -> Claim:
    """A claim of a document."""
    same = draw(st.integers(0, 3))  # the theme, but for one in four
    (event_type, modes), (actor, recipient) = theme if same else draw(themes())
    first = "It was the first to " if draw(st.booleans()) else ""
    told = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4)))
    return make_claim(
        f"{first}{told}.{draw(st.sampled_from(TAILS))}",
        event_type,
        modes,
        actors=(actor,),
        recipients=(recipient,),
        occurred=draw(st.sampled_from(DATES)),
        published=draw(st.sampled_from(PUBLISHED)),
        source=source,
        document=document,
        start=at,
        trigger={"text": told[:5], "start": at + len(first), "end": at + len(first) + 5},
        certainty=draw(st.sampled_from(["CT+", "CT+", "PS+", "Uu", "CT-"])),
        role=draw(st.sampled_from(["author", "author", "reported", "commenter"])),
        speaker=draw(st.sampled_from([None, "Agency"])),
        voice=draw(st.sampled_from([None, recipient])),
    )


@st.composite
def claim_lists(draw: st.DrawFn) -> list[Claim]:
    """Claims of a few documents, each with one place in its text."""
    claims, theme = [], draw(themes())
    for number in range(draw(st.integers(2, 9))):
        source = draw(st.sampled_from(SOURCES))
        document = f"doc_{source}_{draw(st.integers(0, 1))}"
        claims.append(draw(tellings(theme, document, source, 200 * number)))
    return claims


@st.composite
def documents(draw: st.DrawFn) -> list[Worked]:
    """Documents as the stages would hand them over, some of them copies."""
    theme = draw(themes())
    made = []
    for number in range(draw(st.integers(2, 6))):
        source, told = draw(st.sampled_from(SOURCES)), draw(st.integers(1, 3))
        claims = [draw(tellings(theme, f"doc_d{number}", source, 200 * at)) for at in range(told)]
        made.append(_document(number, claims))
    return made


def _document(number: int, claims: Sequence[Claim]) -> Worked:
    text = " ".join(claim.text for claim in claims) * 3
    document = make_document(
        f"doc_d{number}", text, source=claims[0].source, published=claims[0].published
    )
    return Worked(path=f"d{number}", document=document, claims=tuple(claims))
