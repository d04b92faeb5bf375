"""The search: what of each page can be found, the words that help those who mistype, and what its scripts say."""

from newsroom.publish.search.files import FileTexts
from newsroom.publish.search.index import Index
from newsroom.publish.search.output import Search, search_files

__all__ = ["FileTexts", "Index", "Search", "search_files"]
