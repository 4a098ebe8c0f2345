"""Where a thing comes from: outlets, captures, and the stamp of what was made from them."""

from __future__ import annotations

from typing import Literal

from dragoman.records.codec import Record, digest

SourceKind = Literal[
    "ministry", "state_media", "news", "encyclopedia", "blog", "court", "ngo", "other"
]


class Source(Record, frozen=True, kw_only=True):
    """An outlet; `country` is the state whose voice it is, where it is one's."""

    id: str
    name: str
    kind: SourceKind = "other"
    country: str | None = None
    owner: str | None = None


class WarcLocator(Record, frozen=True, kw_only=True):
    """Where in the archive a capture lies; offset and length in bytes of the compressed file."""

    file: str
    offset: int
    length: int


class Capture(Record, frozen=True, kw_only=True):
    """The bytes fetched from one place at one moment."""

    id: str
    url: str
    captured_at: str
    media_type: str
    payload_digest: str
    status: int = 200
    warc: WarcLocator | None = None
    revisit_of: str | None = None


class Payload(Record, frozen=True, kw_only=True):
    """Bytes on their way to the archive, with where they came from."""

    path: str  # as the user gave it, or the id of the input line
    url: str  # the address of a page, or the file: address of a file
    content: bytes
    media_type: str

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes."""
        return digest(self.content)


class Stamp(Record, frozen=True, kw_only=True):
    """What made a thing: the version of Dragoman, its models, a digest of the settings."""

    dragoman: str
    model: str
    config: str | None = None


class Reason(Record, frozen=True, kw_only=True):
    """One feature that a score rests on."""

    feature: str
    score: float
    detail: str = ""


class Refusal(Record, frozen=True, kw_only=True):
    """What a stage would not pass on: which item, where, and why, for a person to read."""

    item: str
    stage: str
    code: str
    detail: str
    fatal: bool = True  # False where the item is kept all the same, such as one without a date
