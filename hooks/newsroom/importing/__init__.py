"""Imports documents that were written elsewhere, as drafts: source → HTML → Markdown → files to write."""
