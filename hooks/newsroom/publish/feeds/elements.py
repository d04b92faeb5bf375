"""What feedgen leaves to others: entries that are made once for many feeds, and elements of other vocabularies.

feedgen asks an entry of these, or an extension, for its elements as it asks its own. Its elements of Atom have no
namespace: the root declares it.
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
"""By their usual prefixes: Atom tombstones (RFC 6721), Atom, content and Dublin Core in RSS, Media RSS, and feeds'
history (RFC 5005)."""
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def element(prefix: str, name: str, attributes: Mapping[str, str] = MappingProxyType({})) -> etree._Element:
    """An element of another vocabulary."""
    return etree.Element(f"{{{NAMESPACES[prefix]}}}{name}", dict(attributes))


def media_content(picture: Picture) -> etree._Element:
    """The lead picture as Media RSS has it."""
    return element("media", "content", {"url": picture.url, "type": picture.type, "medium": "image"})


class PackedEntry:
    """An entry for feedgen whose XML is there already, kept small: there may be thousands at a time."""

    def __init__(self, xml: etree._Element) -> None:
        self._packed = zlib.compress(etree.tostring(xml, encoding="UTF-8"), level=1)

    def atom_entry(self) -> etree._Element:
        """The entry, to be put into one feed."""
        as_it_was = etree.XMLParser(strip_cdata=False, resolve_entities=False, huge_tree=True)
        return etree.fromstring(zlib.decompress(self._packed), as_it_was)

    rss_entry = atom_entry

    def register_extension(self, *_: object) -> None:
        """There is nothing left to extend."""


class Extras:
    """An extension for feedgen: elements of a feed itself, and the prefixes of namespaces in it."""

    def __init__(self, prefixes: Sequence[str], elements: Sequence[etree._Element]) -> None:
        self._prefixes = prefixes
        self._elements = elements

    def extend_ns(self) -> dict[str, str]:
        """The namespaces by their prefixes."""
        return {prefix: NAMESPACES[prefix] for prefix in self._prefixes}

    def extend_atom(self, feed: etree._Element) -> None:
        """Add to an Atom feed."""
        feed.extend(self._elements)

    def extend_rss(self, rss: etree._Element) -> None:
        """Add to an RSS document's channel."""
        rss[0].extend(self._elements)
