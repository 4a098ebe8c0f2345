"""Readers of page layouts: each finds one kind of part, and says where it begins and ends."""
