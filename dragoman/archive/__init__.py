"""Captures kept as they were, in WARC."""
