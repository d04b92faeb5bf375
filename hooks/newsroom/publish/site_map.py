"""The site map for search engines, as XML and compressed."""

import gzip
from collections.abc import Iterator

from newsroom.publish.build_context import TEMPLATES
from newsroom.publish.metadata import Metadata
from newsroom.publish.output import Output
from newsroom.publish.templates import PageTemplates

_PATHS = ("sitemap.xml", "sitemap.xml.gz")


class SiteMap(Output):
    """Writes the site map."""

    paths = _PATHS

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the file and its compressed copy."""
        context = self._context
        value = Metadata(context.library, context.settings, context.site).sitemap()
        t = context.translations[context.settings.default_language]
        xml = PageTemplates(context.root / TEMPLATES).render(value.template, value, t).encode()
        yield from zip(_PATHS, (xml, gzip.compress(xml, mtime=0)), strict=True)
