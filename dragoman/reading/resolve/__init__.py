"""Who: names, offices, nouns and pronouns resolved to actors, as of the date."""

from dragoman.reading.resolve.catalogue import Catalogue
from dragoman.reading.resolve.resolver import Resolver

__all__ = ["Catalogue", "Resolver"]
