"""The description of a page of the site, without its HTML."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from newsroom.content.document import AnyDocument
from newsroom.publish.pages.listings import Listing, page_url

ERRORS_URL = "contribute/errors/"
"""The address of the page that explains errors and warnings, relative to the site's root."""
EDITOR_URL = "edit/"
"""The address of the browser editor, if the site has it."""


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


class Notice(StrEnum):
    """The reason why a page has a notice in place of its text: ``data-notice`` in its HTML."""

    WITHDRAWN = "withdrawn"
    LEFT_OUT = "left-out"


@dataclass(frozen=True)
class WebPage:
    """One page of the site.

    Attributes:
        path: The path that links in Markdown use, relative to the repository.
        url: The address, relative to the site's root.
        summary: A summary in one sentence.
        template: The name of its template.
        updated: The date of the last change (ISO 8601).
        document: The document that the page shows; None for a generated page.
        listing: The items that the page lists, if it is a page of a list.
        in_search: Whether the search can find it.
        is_over: Whether its item is over, like a past event.
        is_generated: Whether it has no file in the repository. Content may link to it all the same.
        notice: What it says, if it only says that what was here is not there any more.
        card: The name of the drawing on its card.
        text: The Markdown of a generated page, if it has any.
        prefix: The start of the addresses in its language: "" for the default language, "cy/" for Welsh.
        kind: The kind of the items that it lists, if it is a page of a list of one kind.
        quoted: The items of which it shows the first paragraphs.
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
    is_over: bool = False
    is_generated: bool = False
    notice: Notice | None = None
    card: str = "page"
    text: str = ""
    prefix: str = ""
    kind: str = ""
    quoted: tuple[AnyDocument, ...] = ()

    @property
    def local_url(self) -> str:
        """The address without the start of its language's addresses: "about/" for "cy/about/"."""
        return self.url.removeprefix(self.prefix)

    @property
    def first_url(self) -> str:
        """The address of the first page of its list; for other pages its own address."""
        return self.url.removesuffix(page_url("", self.listing.number if self.listing else 1))

    @property
    def is_notice(self) -> bool:
        """Whether it only says that what was here is not there any more."""
        return self.notice is not None
