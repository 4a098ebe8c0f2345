"""Which claims tell of one happening, and where they differ."""

from dragoman.corroboration.corroborate import Corroborate

__all__ = ["Corroborate"]
