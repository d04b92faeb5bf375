"""Where a text is published."""

from typing import Protocol


class PublishedText(Protocol):
    """A page or a document: its ``path`` in the repository, its ``url`` relative to the site's root, its language."""

    @property
    def path(self) -> str:
        """What links in Markdown call it."""

    @property
    def url(self) -> str:
        """The page's address, relative to the site's root."""

    @property
    def lang(self) -> str:
        """The language's code."""
