"""Canonical JSON and the content ids made from it."""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

SCHEMA_VERSION = "1"
ID_LENGTH = 32  # hex digits, 128 bits: no collision to expect among 10**15 claims

_canonical = msgspec.json.Encoder(order="sorted")
_plain = msgspec.json.Encoder()


class Record(msgspec.Struct, frozen=True):
    """Base of everything that passes between rooms."""


def encode(thing: Any) -> bytes:
    """JSON bytes on one line, fields in the order in which they are declared."""
    return _plain.encode(thing)


def decode(data: bytes | str, kind: type[T]) -> T:
    """The record of this kind that the JSON holds; msgspec.ValidationError if it is another."""
    return msgspec.json.decode(data, type=kind)


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes, as `sha256:` and hex digits."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def content_id(kind: str, *identity: Any) -> str:
    """`kind_` and the SHA-256 of the canonical JSON of the identity fields, shortened."""
    return f"{kind}_{hashlib.sha256(_canonical.encode(identity)).hexdigest()[:ID_LENGTH]}"
