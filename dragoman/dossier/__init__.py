"""The record of one relation, for people to read."""

from dragoman.dossier.build import build as build_dossier
from dragoman.dossier.render import FORMATS
from dragoman.dossier.render.listing import render_claims, render_events

__all__ = ["FORMATS", "build_dossier", "render_claims", "render_events"]
