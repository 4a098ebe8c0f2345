"""Questions to a record, and answers made of its claims."""

from dragoman.asking.answer import Answering
from dragoman.asking.render import render_answer
from dragoman.asking.understand import Study, understand

__all__ = ["Answering", "Study", "render_answer", "understand"]
