"""Whose word a claim is, and how surely they say it."""
