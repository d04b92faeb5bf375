"""One page of each kind that a site has, for tests that look at every kind."""

from collections.abc import Mapping
from functools import cache

from newsroom.content.document import AnyDocument
from newsroom.content.library import Channel, Library
from newsroom.content.types import LISTS, PAGES_FOLDER
from newsroom.open_build import open_build
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.pages.listings import page_url, paginate
from newsroom.read import load_content
from newsroom.site_settings import site_settings
from outside import environment, repository
from tests.support import ROOT, frozen_library

_MISSING = "404.html"
_ALIKE = ("contact", "contribute", "privacy", "newsletters", "publications", "news")
"""Pages that differ from another, ``about`` or ``stories``, only in their text."""


def pages_of(library: Library, lang: str) -> dict[str, str]:
    """Addresses of pages below the site's own, by their kind; ``lang`` is the site's default language.

    They are the pages of docs/, each of which may look its own way, and of the items of each kind the one with the
    most to show.
    """
    standing: dict[str, str] = {}
    longest: dict[str, AnyDocument] = {}
    for document in library.pages(Channel.WEB):
        kind = f"{document.type_name}" if document.lang == lang else f"{document.type_name} in {document.lang}"
        references = len(document.outline.references)
        if document.type.folder == PAGES_FOLDER:
            standing[document.url.rstrip("/") or "home"] = document.url
        elif kind not in longest or references > len(longest[kind].outline.references):
            longest[kind] = document
    last = max(page.number for page in paginate(library.newest(Channel.WEB, lang), "news/"))
    listed = {document.type for document in library.pages(Channel.WEB)}
    lists = {name: f"{name}/" for name, types in LISTS.items() if listed & set(types)}
    lists |= {"last of a list": page_url("news/", last), "search": "search/"}
    items = {kind: document.url for kind, document in longest.items()}
    return {**standing, **lists, **items, "not found": _MISSING}


@cache
def live_pages() -> Mapping[str, str]:
    """The pages of this repository's own site, as it is today: what the record of the accessibility test is about."""
    today, values = environment.read_variables().today, repository.settings(ROOT)
    settings = site_settings(values)
    library = Library(load_content(ROOT, settings.languages).documents, today=today)
    there = {page.url for page in open_build(ROOT, values, BuildOptions(today=today)).site.pages} | {_MISSING}
    pages = pages_of(library, settings.default_language)
    return {kind: url for kind, url in pages.items() if url in there}


PAGES: Mapping[str, str] = {kind: url for kind, url in pages_of(frozen_library(), "en").items() if kind not in _ALIKE}
"""The pages of the frozen site."""
