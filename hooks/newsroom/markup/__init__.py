"""Markdown: rendered to HTML once, in the dialect that GitHub's Preview shows."""
