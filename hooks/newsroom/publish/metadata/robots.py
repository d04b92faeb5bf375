"""robots.txt (RFC 9309): crawlers may read everything, and find the site map; in a preview they may read nothing.

What is not for search engines says so itself: a crawler that is kept from a page never sees its ``noindex``. A preview
does both, since nobody links to it.
"""

from collections.abc import Iterator, Mapping

from newsroom.publish.output import Output

_PATH = "robots.txt"


class Robots(Output):
    """The one file."""

    paths = (_PATH,)

    def files(self, _rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Its path and content."""
        if self._context.library.preview:
            yield _PATH, b"User-agent: *\nDisallow: /\n"
            return
        sitemap = f"{self._context.settings.site_url}sitemap.xml"
        yield _PATH, f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode()
