"""Which events a document tells, and who acts on whom."""

from dragoman.coding.coder import LexiconCoder

__all__ = ["LexiconCoder"]
