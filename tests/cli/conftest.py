from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from dragoman.cli import main


class Result(NamedTuple):
    """What a command did, as its caller sees it."""

    status: int
    out: str
    err: str


Command = Callable[..., Result]


class _Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)

    def isatty(self) -> bool:
        return False


@pytest.fixture
def dragoman(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs `dragoman` in this process, where the language model is loaded only once."""
    for name in ("DRAGOMAN_RECORD", "DRAGOMAN_WORKERS"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", _Stdin(stdin))
        capfd.readouterr()
        try:
            main()
            status = 0
        except SystemExit as stop:
            status = int(stop.code or 0)
        sys.stdout.flush()
        return Result(status, *capfd.readouterr())

    return run
