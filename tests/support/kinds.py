"""One page of each kind that the shipped site has, for tests that look at every kind."""

from collections.abc import Mapping
from types import MappingProxyType

from newsroom.document import AnyDocument, Kind
from newsroom.library import Channel
from newsroom.publish.listings import list_pages, page_url
from newsroom.publish.view import LISTS
from tests.support import shipped_library


def _pages() -> dict[str, str]:
    library = shipped_library()
    standing: dict[str, str] = {}
    longest: dict[str, AnyDocument] = {}
    for document in library.pages(Channel.WEB):
        kind = f"{document.kind}" if document.lang == "en" else f"{document.kind} in {document.lang}"
        references = len(document.outline.references)
        if document.kind is Kind.PAGE:
            standing[document.url.rstrip("/") or "home"] = document.url
        elif kind not in longest or references > len(longest[kind].outline.references):
            longest[kind] = document
    last = max(page.number for page in list_pages(library.newest(Channel.WEB, "en"), "news/"))
    lists = {**{name: f"{name}/" for name in LISTS}, "last of a list": page_url("news/", last), "search": "search/"}
    return {**standing, **lists, **{kind: document.url for kind, document in longest.items()}, "not found": "404.html"}


PAGES: Mapping[str, str] = MappingProxyType(_pages())
"""Addresses below the site's own: standing pages, each of which may look its own way, and of the pieces of each kind
the one with the most to show."""
