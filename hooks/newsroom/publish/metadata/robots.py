"""robots.txt (RFC 9309): it allows everything and names the site map; in a preview it disallows everything.

Pages that search engines must not list have ``noindex``. They are not disallowed, since a crawler cannot see the
``noindex`` of a page that it must not read. A preview has both, since no other site links to it.
"""

from collections.abc import Iterator

from newsroom.publish.output import Output

_PATH = "robots.txt"


class Robots(Output):
    """Writes robots.txt."""

    paths = (_PATH,)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the file."""
        if not self._context.library.is_indexed:
            yield _PATH, b"User-agent: *\nDisallow: /\n"
            return
        sitemap = f"{self._context.settings.site_url}sitemap.xml"
        yield _PATH, f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode()
