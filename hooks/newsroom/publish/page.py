"""A page of the site: all that its template needs but its HTML."""

from dataclasses import dataclass
from html import escape

from newsroom.content.document import AnyDocument
from newsroom.publish.listings import Listing

ERRORS_URL = "contribute/errors/"
"""The address of the page that explains errors and warnings, relative to the site's root."""


@dataclass(frozen=True)
class WebPage:
    """One page of the site.

    ``path`` is what links in Markdown call it, relative to the repository; ``url`` is relative to the site's root;
    ``updated`` is an ISO date. A page of a list has a ``listing``, a page that somebody wrote a ``document``.
    ``is_generated``: nobody wrote it, yet links may lead to it; ``text`` is the Markdown of such a page, if it has any.
    ``card`` names the drawing on its card.
    """

    path: str
    url: str
    title: str
    summary: str
    lang: str
    template: str
    updated: str
    document: AnyDocument | None = None
    listing: Listing | None = None
    in_search: bool = False
    is_generated: bool = False
    card: str = "page"
    text: str = ""

    def theme_metadata(self) -> dict[str, object]:
        """What the engine and its theme read from a page's front matter; texts as HTML, which is what they expect."""
        return {
            "title": escape(self.title),
            "description": escape(self.summary),
            "lang": self.lang,
            "hide": ["navigation", "toc"],
        }
