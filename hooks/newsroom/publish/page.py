"""The description of a page of the site, without its HTML."""

from dataclasses import dataclass
from html import escape

from newsroom.content.document import AnyDocument
from newsroom.publish.listings import Listing

ERRORS_URL = "contribute/errors/"
"""The address of the page that explains errors and warnings, relative to the site's root."""


@dataclass(frozen=True)
class WebPage:
    """One page of the site.

    Attributes:
        path: The path that links in Markdown use, relative to the repository.
        url: The address, relative to the site's root.
        title: The title.
        summary: A summary in one sentence.
        lang: The language's code.
        template: The name of its template.
        updated: The date of the last change (ISO 8601).
        document: The document that the page shows; None for a generated page.
        listing: The items that the page lists, if it is a page of a list.
        in_search: Whether the search can find it.
        is_generated: Whether it has no file in the repository. Content may link to it all the same.
        card: The name of the drawing on its card.
        text: The Markdown of a generated page, if it has any.
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
        """Return the front matter that MkDocs and its theme expect, with texts as HTML."""
        return {
            "title": escape(self.title),
            "description": escape(self.summary),
            "lang": self.lang,
            "hide": ["navigation", "toc"],
        }
