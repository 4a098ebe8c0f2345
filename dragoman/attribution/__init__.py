"""Whose word an event is, and how surely they say it."""

from dragoman.attribution.attributor import RuleAttributor

__all__ = ["RuleAttributor"]
