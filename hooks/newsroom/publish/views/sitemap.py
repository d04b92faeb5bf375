"""The site map for search engines."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.publish.metadata import Metadata
from newsroom.publish.metadata.sitemap import SitemapEntry


@dataclass(frozen=True)
class Sitemap:
    """What ``sitemap.xml`` prints: the pages that search engines may list."""

    template: ClassVar = "frame/sitemap.xml"

    entries: tuple[SitemapEntry, ...]


def sitemap(metadata: Metadata) -> Sitemap:
    """Return the value of the site map."""
    return Sitemap(tuple(metadata.sitemap()))
