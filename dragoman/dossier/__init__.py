"""The record of one relation, for people to read."""

from dragoman.dossier.anniversaries import anniversaries, is_deed
from dragoman.dossier.build import Wanted
from dragoman.dossier.build import build as build_dossier
from dragoman.dossier.render import FORMATS
from dragoman.dossier.render.listing import render_anniversaries, render_claims, render_events

__all__ = [
    "FORMATS",
    "Wanted",
    "anniversaries",
    "build_dossier",
    "is_deed",
    "render_anniversaries",
    "render_claims",
    "render_events",
]
