"""Reads the metadata of pages with a third-party parser."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import extruct

from newsroom.build import Build
from newsroom.publish.metadata.head import Head
from newsroom.publish.metadata.share import ShareLink
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views import PageContext
from newsroom.publish.views.item import StoryPage
from newsroom.publish.views.newsletter import NewsletterPage
from newsroom.publish.views.publication import PublicationPage
from tests.support import SETTINGS, open_newsroom

Node = dict[str, Any]
SITE = "https://elm.example/"


def graph_of(html: str) -> list[Node]:
    """The nodes of a page's structured data, as extruct reads them."""
    (document,) = extruct.extract(html, base_url=SITE, syntaxes=["json-ld"])["json-ld"]
    assert document["@context"] == "https://schema.org"
    return cast("list[Node]", document["@graph"])


def node_of(graph: list[Node], kind: str) -> Node:
    """The one node of a type."""
    (found,) = (node for node in graph if node["@type"] == kind)
    return found


class Pages:
    """The pages of a newsroom, by address, with what they say of themselves."""

    def __init__(
        self, root: Path, files: Mapping[str, str | bytes], *, preview: bool = False, **settings: object
    ) -> None:
        self.build: Build = open_newsroom(root, files, preview=preview, settings={**SETTINGS, **settings})
        self._pages = {page.url: page for page in self.build.site.pages}

    def page(self, url: str) -> WebPage:
        """The page at an address."""
        return self._pages[url]

    def context(self, url: str | None) -> PageContext:
        """What the values of the page at an address are made from; None is the page for missing addresses."""
        return self.build.views.context(None if url is None else self.page(url))

    def head(self, url: str | None) -> Head:
        """The head of the page at an address."""
        return self.context(url).metadata.head

    def share_links(self, url: str) -> tuple[ShareLink, ...]:
        """The ways to hand on the page of an item at an address."""
        value = self.build.views.page(self.context(url))
        assert isinstance(value, StoryPage | NewsletterPage | PublicationPage)
        return value.share.links

    def graph(self, url: str) -> list[Node]:
        """The structured data of the page at an address."""
        return graph_of(f'<script type="application/ld+json">{self.context(url).metadata.structured_data}</script>')
