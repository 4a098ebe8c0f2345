"""The record on disk."""

from dragoman.store.sql import SqlStore, open_record

__all__ = ["SqlStore", "open_record"]
