"""Markdown to HTML: one function, :func:`render`, without an engine."""

from newsroom.markup.links import Location
from newsroom.markup.render import Dialect, parse_dialect, render

__all__ = ["Dialect", "Location", "parse_dialect", "render"]
