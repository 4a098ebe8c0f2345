"""Finds and brings what a user names: files, folders, globs, standard input."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import BinaryIO

from dragoman.ingest import media
from dragoman.ingest.config import FetchConfig
from dragoman.ingest.decode import storable
from dragoman.ingest.jsonlines import elements, payloads
from dragoman.records.provenance import Payload, Refusal

STANDARD_INPUT = "-"
DEEPEST = 100  # folders within folders
_SPECIAL = "is a pipe, socket or device; save what it gives to a file, or pipe JSON Lines to -"
_RECORDS = (".db", ".db-wal", ".db-shm", ".db-journal")  # of Dragoman itself


class FolderFetcher:
    """Brings files, folders (by path, to the bottom), quoted globs, and `-`."""

    def __init__(self, config: FetchConfig | None = None, stdin: BinaryIO | None = None) -> None:
        self._config = config or FetchConfig()
        self._stdin = stdin

    def fetch(self, wanted: Iterable[str]) -> Iterator[Payload | Refusal]:
        """Payloads in the order asked for, folders by path; each file once."""
        seen: set[str] = set()
        for name in wanted:
            if name == STANDARD_INPUT:
                yield from self._from_stdin()
                continue
            for found in _expand(name):
                if isinstance(found, Refusal):
                    yield found
                elif (address := _address(found)) not in seen:
                    seen.add(address)
                    yield from self._file(found, address)

    def _from_stdin(self) -> Iterator[Payload | Refusal]:
        if self._stdin is None:
            yield _refusal("-", "missing", "no standard input was handed in; pipe JSON Lines to it")
            return
        yield from payloads(self._stdin, STANDARD_INPUT, "stdin:", self._config)

    def _file(self, path: Path, address: str) -> Iterator[Payload | Refusal]:
        name = printable(path)
        try:
            if media.is_lines(name):
                with path.open("rb") as stream:
                    yield from payloads(stream, name, address, self._config)
            else:
                yield from self._whole(path, name, address)
        except OSError as error:
            yield _refusal(name, "unreadable", f"cannot be read ({_why(error)}); check its rights")

    def _whole(self, path: Path, name: str, address: str) -> Iterator[Payload | Refusal]:
        if media.is_binary(name):
            why = f"is a {path.suffix.lower()} file, not text; convert it to text first"
            yield _refusal(name, "binary", why)
            return
        limit = self._config.max_bytes
        with path.open("rb") as stream:
            content = stream.read(limit + 1)
        whole = Payload(path=name, url=address, content=content, media_type=media.of_path(name))
        if len(content) > limit:
            yield _refusal(name, "too-large", f"has more than {limit:,} bytes; split it")
        elif not content:
            yield _refusal(name, "empty", "is empty; nothing to read")
        elif media.is_json(name):
            yield from elements(whole)
        else:
            yield whole


def printable(path: Path) -> str:
    """The path as text that any file can hold, whatever bytes its name is made of."""
    return storable(os.fsencode(path).decode("utf-8", "replace"))


def _address(path: Path) -> str:
    """The file: address of a path; a link keeps its own name."""
    return Path(os.path.abspath(path)).as_uri()  # noqa: PTH100 # Path.resolve follows links


def _expand(name: str) -> Iterator[Path | Refusal]:
    """The files behind a name; a refusal for each that cannot be opened as one."""
    if not name or "\0" in name:
        yield _refusal(storable(name), "missing", "names no file; give a path")
    elif has_magic(name) and not os.path.lexists(name):
        yield from _glob(name)
    else:
        yield from _Walk().below(Path(name))


def _glob(pattern: str) -> Iterator[Path | Refusal]:
    matches = sorted(glob(pattern, recursive=True))  # noqa: PTH207 # the pattern may be absolute
    if not matches:
        yield _refusal(storable(pattern), "missing", "matches no file; check the pattern")
    for match in matches:
        if "**" not in pattern or not Path(match).is_dir():  # ** names what is in folders too
            yield from _Walk().below(Path(match))


class _Walk:
    """Goes through folders by path, into each only once, whatever links there are."""

    def __init__(self) -> None:
        self._above: list[tuple[int, int]] = []  # the folders that the current one lies in
        self._entered: set[tuple[int, int]] = set()

    def below(self, path: Path) -> Iterator[Path | Refusal]:
        """The files at and below a path; a refusal for each that cannot be opened."""
        try:
            status = path.stat()
            inside = self._listed(path) if stat.S_ISDIR(status.st_mode) else None
        except OSError as error:
            yield _unopened(path, error)
            return
        if inside is not None:
            yield from self._folder(path, (status.st_dev, status.st_ino), inside)
        elif stat.S_ISREG(status.st_mode):
            yield path
        else:
            yield _refusal(printable(path), "special-file", _SPECIAL)

    @staticmethod
    def _listed(folder: Path) -> list[Path]:
        return sorted(
            (path for path in folder.iterdir() if not _skipped(path.name)), key=os.fsencode
        )

    def _folder(
        self, path: Path, identity: tuple[int, int], inside: list[Path]
    ) -> Iterator[Path | Refusal]:
        if identity in self._above:
            yield _refusal(printable(path), "loop", "links back to a folder above it; unlink it")
        elif len(self._above) > DEEPEST:
            yield _refusal(printable(path), "too-deep", "lies too deep; name the folder itself")
        elif not (inside or self._above):
            yield _refusal(printable(path), "empty", "is a folder without documents; name another")
        elif identity not in self._entered:
            self._entered.add(identity)
            self._above.append(identity)
            for name in inside:
                yield from self.below(name)
            self._above.pop()


def _skipped(name: str) -> bool:
    """Whether a file in a folder is hidden, an archive, or a record of Dragoman's own."""
    return name.startswith(".") or name.endswith((".archive", *_RECORDS))


def _unopened(path: Path, error: OSError) -> Refusal:
    name = printable(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _refusal(name, "missing", "does not exist; check the path")
    if error.errno == errno.ELOOP:
        return _refusal(name, "loop", "is a link to itself; unlink it")
    return _refusal(name, "unreadable", f"cannot be read ({_why(error)}); check its rights")


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _refusal(item: str, code: str, why: str) -> Refusal:
    return Refusal(item=item, stage="ingest", code=code, detail=f"{item} {why}")
