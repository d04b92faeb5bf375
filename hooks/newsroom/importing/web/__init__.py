"""Reads saved web pages, emails, Markdown and plain text."""
