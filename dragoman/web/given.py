"""What every handler is given by name: the desk, the pages, the configuration."""

from __future__ import annotations

from litestar.di import NamedDependency

from dragoman.web.answers import Pages
from dragoman.web.config import WebConfig
from dragoman.web.desk import Desk

TheDesk = NamedDependency[Desk]
ThePages = NamedDependency[Pages]
TheConfig = NamedDependency[WebConfig]
