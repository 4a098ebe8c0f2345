"""How the server is started, and what it refuses to be started as."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.records.codec import Record

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class WebConfig(Record, frozen=True, kw_only=True):
    """Where to listen, who may come in, and how much they may ask for."""

    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None  # whoever knows it may come in
    read_only: bool = False
    corrections: bool = False  # may be made from other machines too, by who knows the token
    hosts: tuple[str, ...] = ()  # names beside the host under which the server may be called
    requests_per_minute: int = 1200  # of one client; 0 sets no limit
    max_body: int = 64_000  # bytes
    max_rows: int = 10_000  # of a download

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The names under which the server answers, without a port, in small letters."""
        own = f"[{self.host}]" if ":" in self.host else self.host
        return frozenset(name.casefold() for name in (*LOOPBACK, own, *self.hosts))

    @property
    def is_private(self) -> bool:
        """Whether only this machine gets here; a name of its own means that others are let in."""
        return is_loopback(self.host) and not self.hosts

    @property
    def corrects(self) -> bool:
        """Whether the record may be corrected from its pages."""
        return not self.read_only and (self.is_private or self.corrections)

    @property
    def address(self) -> str:
        """What to type into a browser."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}/"


def checked(config: WebConfig) -> WebConfig:
    """The configuration; UsageError for one that would let strangers in."""
    if not is_loopback(config.host) and not (config.token or config.read_only):
        raise UsageError(
            f"{config.host} can be reached from other machines:"
            " add --token TOKEN or --read-only, or listen on 127.0.0.1"
        )
    if config.corrections and config.read_only:
        raise UsageError("--corrections and --read-only cannot both be: leave one of them out")
    if config.corrections and not (config.is_private or config.token):
        raise UsageError("corrections by other machines need --token TOKEN, so that not all may")
    if config.token is not None and len(config.token) < 16:
        raise UsageError(f"a token of {len(config.token)} characters can be guessed: give it 16")
    return config


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def token_of(given: str | None) -> str | None:
    """The token itself, or the first line of the file that is named as `@FILE`."""
    if given is None or not given.startswith("@"):
        return given
    try:
        return Path(given[1:]).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"no token in {given[1:]}: {error}; name a file of one line") from error
