"""Sentences, actors and times of a document."""
