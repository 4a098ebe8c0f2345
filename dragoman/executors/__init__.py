"""Running one function over many things."""

from dragoman.executors.local import Processes, Serial

__all__ = ["Processes", "Serial"]
