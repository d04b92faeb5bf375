"""Reads Word files (.docx): only what a reader of the file in Word sees, as HTML with pictures."""

from newsroom.importing.word.read import read_docx

__all__ = ["read_docx"]
