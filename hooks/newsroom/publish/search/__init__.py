"""The search: what of each page can be found, the words that help those who mistype, and what its scripts say."""

from newsroom.publish.search.index import Index
from newsroom.publish.search.output import Search

__all__ = ["Index", "Search"]
