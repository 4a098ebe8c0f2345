"""Captures kept as they were, in WARC."""

from dragoman.archive.warc import WarcArchive

__all__ = ["WarcArchive"]
