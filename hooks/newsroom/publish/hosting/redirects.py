"""Redirects from the old addresses of pages and files."""

import re
from collections.abc import Collection, Iterator
from html import escape
from urllib.parse import urljoin, urlsplit

from newsroom.content.folders import path_beside, site_file, site_path
from newsroom.content.old_addresses import OldAddress, parse_old_address
from newsroom.publish.build_context import BuildContext
from newsroom.publish.feeds.plan import RSS
from newsroom.publish.hosting.content_policy import REDIRECT_POLICY, policy_element
from newsroom.publish.output import Output
from newsroom.publish.pages.page import Notice, WebPage
from newsroom.settings import Settings
from newsroom.translations import Translations

RULES_FILE = "_redirects"
_WORDPRESS_QUERY = re.compile(r" (?:p|page_id)=\d+ ")
"""Matches the rule of `/?p=123`."""
_WORDPRESS_FEEDS = ("feed/", "comments/feed/")


class Redirects(Output):
    """Publishes something at every address that ``redirect_from``, or the file of old addresses, names.

    - The old address of a page has a page that redirects to the new one.
    - The old address of a picture or PDF has the file that the page names now.
    - An old address with a query has a rule in ``_redirects``, the file that Netlify and similar hosts read.
    - The old address of a withdrawn item has a page that says, as its last address does, that it was taken down.

    Args:
        picture_paths: The paths on the site of the pictures that the build makes. :meth:`copy_paths` publishes them at
            their old addresses; other files are copied.
    """

    def __init__(self, context: BuildContext, picture_paths: Collection[str]) -> None:
        super().__init__(context)
        self._settings = context.settings
        self._translations = context.translations
        self._root = context.root
        self._assets = context.assets
        self._pages: dict[str, WebPage] = {}
        self._notices: dict[str, WebPage] = {}
        self._file_copies: dict[str, str] = {}
        self._picture_copies: dict[str, list[str]] = {}
        self._rules: list[str] = []
        known_pictures = frozenset(picture_paths)
        for page in context.site.pages:
            for text in page.document.front.redirect_from if page.document else ():
                self._add_old_address(parse_old_address(text), page, known_pictures)
            for old in page.document.front.old_files if page.document else ():
                self._add_file(parse_old_address(old.address), page, old.file, known_pictures)
        answering = {page.url: page for page in context.site.pages}
        for moved in context.content.moved:
            if moved.target in answering:
                self._add_old_address(parse_old_address(moved.address), answering[moved.target], known_pictures)
        pages = {page.path: page for page in context.site.pages if page.notice is Notice.WITHDRAWN}
        for item in context.library.taken_down():
            for text in item.old_addresses if item.path in pages else ():
                self._add_notice(parse_old_address(text), pages[item.path])
        self._add_feed_rules()
        picture_copies = (path for paths in self._picture_copies.values() for path in paths)
        self.paths = (
            *self._pages,
            *self._notices,
            *self._file_copies,
            *picture_copies,
            *((RULES_FILE,) if self._rules else ()),
        )

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield each redirecting page, each copied file, and the file of rules."""
        for path, page in self._pages.items():
            yield path, redirect_page(page, self._settings, self._translations[page.lang]).encode()
        for path, page in self._notices.items():
            yield path, redirect_notice(page, self._settings, self._translations[page.lang]).encode()
        for path, asset in self._file_copies.items():
            yield path, (self._root / asset).read_bytes()
        if self._rules:
            yield RULES_FILE, "".join(f"{rule}\n" for rule in sorted(self._rules)).encode()

    @property
    def linkable_paths(self) -> tuple[str, ...]:
        """The file of rules, so that no folder gets its path. Links use the current address of a page."""
        return (RULES_FILE,)

    def copy_paths(self, path: str) -> tuple[str, ...]:
        """Return the old addresses at which a picture is published too; ``path`` is its path on the site."""
        return tuple(self._picture_copies.get(path, ()))

    def _add_old_address(self, address: OldAddress, page: WebPage, picture_paths: Collection[str]) -> None:
        document = page.document
        name = address.matching_file(document.front.files) if document and address.ending else None
        if address.query:
            self._add_rule(address, page)
        elif name:
            self._add_file(address, page, name, picture_paths)
        elif not address.ending:
            self._pages[address.file] = page

    def _add_file(self, address: OldAddress, page: WebPage, name: str, picture_paths: Collection[str]) -> None:
        """Publish a file of a page at an old address, if the page shows it. ``name`` is relative to the page's file."""
        asset = path_beside(page.document.path, name) if page.document else ""
        if site_path(asset) in picture_paths:
            self._picture_copies.setdefault(site_path(asset), []).append(address.file)
        elif asset in self._assets:
            self._file_copies[address.file] = asset

    def _add_notice(self, address: OldAddress, page: WebPage) -> None:
        """Say at an old address that the item was taken down. Files' addresses, and addresses in use, are left out."""
        is_used = address.file in self._pages or address.file in (
            site_file(page.url) for page in self._context.site.pages
        )
        if address.query:
            self._add_rule(address, page)
        elif not address.ending and not is_used:
            self._notices[address.file] = page

    def _add_feed_rules(self) -> None:
        """Answer the addresses of WordPress's feeds with the feed, for a site that was made with WordPress.

        Nothing is published there, so the rules need no "!", which Cloudflare Pages does not know
        (https://developers.cloudflare.com/pages/configuration/redirects/).
        """
        if any(_WORDPRESS_QUERY.search(rule) for rule in self._rules):
            root = urlsplit(self._settings.site_url).path
            self._rules += [f"{root}{path} {root}{RSS.file} 301" for path in _WORDPRESS_FEEDS]

    def _add_rule(self, address: OldAddress, page: WebPage) -> None:
        root = urlsplit(self._settings.site_url).path
        self._rules.append(address.redirect_rule(f"{root}{page.url}", root))


def redirect_notice(page: WebPage, settings: Settings, t: Translations) -> str:
    """Return the HTML of a page that says, at an old address, that the item was taken down."""
    title, name, home = escape(page.title), escape(settings.name_in(page.lang)), escape(settings.site_url)
    return f"""<!doctype html>
<html lang="{page.lang}">
<head>
<meta charset="utf-8">
{policy_element(REDIRECT_POLICY)}
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title} · {name}</title>
<meta name="robots" content="noindex">
</head>
<body data-notice="{Notice.WITHDRAWN}">
<h1>{title}</h1>
<p>{escape(page.summary)}</p>
<p><a href="{home}">{escape(t("missing.home"))}</a></p>
</body>
</html>
"""


def redirect_page(page: WebPage, settings: Settings, t: Translations) -> str:
    """Return the HTML of a page that redirects readers and search engines to ``page``."""
    url, title = escape(urljoin(settings.site_url, page.url)), escape(page.title)
    name, feed = escape(settings.site_name), escape(urljoin(settings.site_url, RSS.file))
    return f"""<!doctype html>
<html lang="{page.lang}">
<head>
<meta charset="utf-8">
{policy_element(REDIRECT_POLICY)}
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
