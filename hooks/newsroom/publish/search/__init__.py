"""The search: the index of pages, a vocabulary to correct typing errors, and the texts of its script."""

from newsroom.publish.search.output import Search

__all__ = ["Search"]
