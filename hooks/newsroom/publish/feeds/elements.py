"""Extends feedgen with entries that are shared by many feeds, and with elements of other vocabularies.

feedgen calls the same methods on these entries and extensions as on its own. Its Atom elements have no namespace of
their own, because the root declares it.
"""

import zlib
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from lxml import etree

from newsroom.publish.feeds.entries import Picture

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "at": "http://purl.org/atompub/tombstones/1.0",
        "atom": "http://www.w3.org/2005/Atom",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "fh": "http://purl.org/syndication/history/1.0",
        "media": "http://search.yahoo.com/mrss/",
    }
)
"""The namespaces by their usual prefixes: Atom tombstones (RFC 6721), Atom, the content and Dublin Core modules of RSS,
feed history (RFC 5005) and Media RSS."""
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def element(prefix: str, name: str, attributes: Mapping[str, str] = MappingProxyType({})) -> etree._Element:
    """Make an element of another vocabulary. ``prefix`` is a key of NAMESPACES."""
    return etree.Element(f"{{{NAMESPACES[prefix]}}}{name}", dict(attributes))


def media_content(picture: Picture) -> etree._Element:
    """Write the lead picture as Media RSS (https://www.rssboard.org/media-rss)."""
    sizes = {name: str(value) for name, value in (("width", picture.width), ("height", picture.height)) if value}
    content = element("media", "content", {"url": picture.url, "type": picture.type, "medium": "image", **sizes})
    if picture.alt:
        description = element("media", "description", {"type": "plain"})
        description.text = picture.alt
        content.append(description)
    return content


class PackedEntry:
    """A finished entry for feedgen, as compressed XML, because there may be thousands at a time."""

    def __init__(self, xml: etree._Element) -> None:
        self._packed = zlib.compress(etree.tostring(xml, encoding="UTF-8"), level=1)

    def atom_entry(self) -> etree._Element:
        """Unpack the entry. feedgen calls this for each feed that has it."""
        parser = etree.XMLParser(strip_cdata=False, resolve_entities=False, huge_tree=True)
        return etree.fromstring(zlib.decompress(self._packed), parser)

    rss_entry = atom_entry

    def register_extension(self, *_: object) -> None:
        """Do nothing: the entry is finished."""


class Extras:
    """An extension for feedgen that adds elements to the feed itself, and declares the prefixes of namespaces."""

    def __init__(self, prefixes: Sequence[str], elements: Sequence[etree._Element]) -> None:
        self._prefixes = prefixes
        self._elements = elements

    def extend_ns(self) -> dict[str, str]:
        """Get the namespaces by their prefixes. feedgen calls this."""
        return {prefix: NAMESPACES[prefix] for prefix in self._prefixes}

    def extend_atom(self, feed: etree._Element) -> None:
        """Add the elements to an Atom feed. feedgen calls this."""
        feed.extend(self._elements)

    def extend_rss(self, rss: etree._Element) -> None:
        """Add the elements to the channel of an RSS document. feedgen calls this."""
        rss[0].extend(self._elements)
