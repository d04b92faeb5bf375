"""GitHub's dialect of Markdown, as an extension of Python-Markdown."""
