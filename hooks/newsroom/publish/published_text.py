"""The interface of a text that is published."""

from typing import Protocol


class PublishedText(Protocol):
    """A page or a document."""

    @property
    def path(self) -> str:
        """The path that links in Markdown use, relative to the repository."""

    @property
    def url(self) -> str:
        """The page's address, relative to the site's root."""

    @property
    def lang(self) -> str:
        """The language's code."""
