"""Which events a document tells, and who acts on whom."""

from dragoman.coding.coder import LexiconCoder
from dragoman.coding.learned import LearnedCoder

__all__ = ["LearnedCoder", "LexiconCoder"]
