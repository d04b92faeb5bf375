"""What search engines read: the site map, as XML and compressed, and robots.txt (RFC 9309)."""

import gzip
from collections.abc import Iterator

from newsroom.publish.build_context import TEMPLATE_FOLDER
from newsroom.publish.metadata import Metadata
from newsroom.publish.output import Output
from newsroom.publish.templates import PageTemplates

_PATHS = ("sitemap.xml", "sitemap.xml.gz")
_PATH = "robots.txt"


class SiteMap(Output):
    """Writes the site map."""

    paths = _PATHS

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the file and its compressed copy."""
        context = self._context
        value = Metadata(context.library, context.settings, context.site).sitemap()
        t = context.translations[context.settings.default_language]
        xml = (
            PageTemplates(context.root / TEMPLATE_FOLDER, context.value_cache.files)
            .render(value.template, value, t)
            .encode()
        )
        yield from zip(_PATHS, (xml, gzip.compress(xml, mtime=0)), strict=True)


class Robots(Output):
    """Writes robots.txt: it allows everything and names the site map; in a preview it disallows everything.

    Pages that search engines must not list have ``noindex``. They are not disallowed, since a crawler cannot see the
    ``noindex`` of a page that it must not read. A preview has both, since no other site links to it.
    """

    paths = (_PATH,)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the file."""
        if not self._context.library.is_indexed:
            yield _PATH, b"User-agent: *\nDisallow: /\n"
            return
        sitemap = f"{self._context.settings.site_url}sitemap.xml"
        yield _PATH, f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode()
