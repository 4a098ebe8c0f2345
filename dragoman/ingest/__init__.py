"""Bytes in, documents out: finding, fetching, extracting."""
