"""The record of one relation, for people to read."""
