"""Dragoman keeps the record of relations between states: who did what to whom, says who."""

__version__ = "0.1.0"
