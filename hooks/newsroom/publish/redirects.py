"""Redirects: a page at each address that another page had before, and a file at each that a file had."""

from collections.abc import Collection, Iterator, Mapping
from html import escape
from urllib.parse import quote, urljoin, urlsplit

from newsroom.content.folders import path_beside, site_path
from newsroom.content.old_addresses import OldAddress, parse_old_address
from newsroom.publish.build_context import BuildContext
from newsroom.publish.feeds.plan import RSS
from newsroom.publish.output import Output
from newsroom.publish.page import WebPage
from newsroom.settings import Settings
from newsroom.translations import Translations

RULES_FILE = "_redirects"


class Redirects(Output):
    """What answers at every address that ``redirect_from`` names.

    At a page's address that is a page which leads on, at the address of a picture or a PDF the file that the page
    names now, and for an address with a query a rule in ``_redirects``, which Netlify and hosts like it read.
    ``made`` are the paths on the site of pictures that the build makes: they are published at their old addresses by
    :meth:`copies_of`, the other assets are copied.
    """

    def __init__(self, context: BuildContext, made: Collection[str]) -> None:
        super().__init__(context)
        self._settings = context.settings
        self._translations = context.translations
        self._root = context.root
        self._assets = context.assets
        self._pages: dict[str, WebPage] = {}
        self._copies: dict[str, str] = {}
        self._made: dict[str, list[str]] = {}
        self._rules: list[str] = []
        known = frozenset(made)
        for page in context.site.pages:
            for text in page.document.front.redirect_from if page.document else ():
                self._add(parse_old_address(text), page, known)
        again = (path for paths in self._made.values() for path in paths)
        self.paths = (*self._pages, *self._copies, *again, *((RULES_FILE,) if self._rules else ()))

    def files(self, _rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Each redirect's path and page, each copied file, and the rules."""
        for path, page in self._pages.items():
            yield path, redirect_page(page, self._settings, self._translations[page.lang]).encode()
        for path, asset in self._copies.items():
            yield path, (self._root / asset).read_bytes()
        if self._rules:
            yield RULES_FILE, "".join(f"{rule}\n" for rule in sorted(self._rules)).encode()

    @property
    def linkable(self) -> tuple[str, ...]:
        """None: links lead to where a page is now."""
        return ()

    def copies_of(self, path: str) -> tuple[str, ...]:
        """The old addresses at which the picture of a path on the site is to be published too."""
        return tuple(self._made.get(path, ()))

    def _add(self, address: OldAddress, page: WebPage, made: Collection[str]) -> None:
        document = page.document
        name = address.among(document.front.files) if document and address.ending else None
        if address.query:
            root = urlsplit(self._settings.site_url).path
            self._rules.append(address.rule(f"{root}{quote(page.url)}", root))
        elif document and name:
            asset = path_beside(document.path, name)
            if site_path(asset) in made:
                self._made.setdefault(site_path(asset), []).append(address.file)
            elif asset in self._assets:
                self._copies[address.file] = asset
        elif not address.ending:
            self._pages[address.file] = page


def redirect_page(page: WebPage, settings: Settings, t: Translations) -> str:
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
<p>{escape(t("redirect.moved"))} <a href="{url}">{title}</a></p>
</body>
</html>
"""
