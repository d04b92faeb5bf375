"""Redirects: a page at each address that another page had before."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from urllib.parse import urljoin

from newsroom.places import site_file
from newsroom.publish.feeds.plan import RSS
from newsroom.publish.page import WebPage
from newsroom.settings import Settings
from newsroom.words import Words


class Redirects:
    """A page at every address that ``redirect_from`` names."""

    def __init__(self, pages: Iterable[WebPage], settings: Settings, words: Mapping[str, Words]) -> None:
        self._settings = settings
        self._words = words
        self._pages = {
            redirect_path(address): page
            for page in pages
            for address in (page.document.front.redirect_from if page.document else ())
        }
        self.needs: frozenset[str] = frozenset()
        self.paths = tuple(self._pages)

    def files(self, _rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Each redirect's path and page."""
        for path, page in self._pages.items():
            yield path, redirect_page(page, self._settings, self._words[page.lang]).encode()


def redirect_path(address: str) -> str:
    """Where the redirect's file stands on the site, for an address like ``/old/name/`` or ``/old.html``."""
    return site_file(address.lstrip("/"))


def redirect_page(page: WebPage, settings: Settings, words: Words) -> str:
    """An HTML page that sends readers, and search engines, to where a page is now."""
    url, title = escape(urljoin(settings.site_url, page.url)), escape(page.title)
    name, feed = escape(settings.site_name), escape(urljoin(settings.site_url, RSS.file))
    return f"""<!doctype html>
<html lang="{page.lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={url}">
<link rel="canonical" href="{url}">
<link rel="alternate" type="application/rss+xml" title="{name}" href="{feed}">
</head>
<body>
<p>{escape(words("redirect.moved"))} <a href="{url}">{title}</a></p>
</body>
</html>
"""
