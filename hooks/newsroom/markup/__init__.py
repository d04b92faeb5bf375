"""Markdown: rendered to HTML once, in the dialect that GitHub's Preview shows."""

from newsroom.markup.links import Location, is_address
from newsroom.markup.render import render_markdown
from newsroom.markup.rendered import text_tree

__all__ = ["Location", "is_address", "render_markdown", "text_tree"]
