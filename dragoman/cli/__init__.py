"""The command line: one command a verb; printing and exit codes live here only."""

from __future__ import annotations

from dragoman.cli import doctor, documents, filters, record, review, search, serve
from dragoman.cli.terminal import application, main

application.command("code")(documents.code)
application.command("build")(documents.build)
application.command("dossier")(record.dossier)
application.command("claims")(record.claims)
application.command("events")(record.events)
application.command("anniversaries")(record.anniversaries)
application.command("export")(record.export)
application.command("search")(search.search)
application.command("ask")(search.ask)
application.command("review")(review.review)
application.command("correct")(review.correct)
application.command("corrections")(review.corrections)
application.command("when")(filters.when)
application.command("who")(filters.who)
application.command("classify")(filters.classify)
application.command("serve")(serve.serve)
application.command("doctor")(doctor.doctor)

__all__ = ["application", "main"]
