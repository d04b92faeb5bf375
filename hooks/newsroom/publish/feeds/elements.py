"""Extends feedgen with entries that are shared by many feeds, and with elements of other vocabularies.

An entry is written once, and its lines are inserted into the document that feedgen writes for each feed. feedgen calls
the same methods on these extensions as on its own. Its Atom elements have no namespace of their own, because the root
declares it.
"""

import zlib
from collections.abc import Mapping, Sequence

from lxml import etree

from newsroom.publish.feeds.entries import Picture

_NAMESPACES: Mapping[str, str] = {
    "at": "http://purl.org/atompub/tombstones/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
}
"""The namespaces by their usual prefixes: Atom tombstones (RFC 6721), Atom, the content and Dublin Core modules of RSS,
feed history (RFC 5005) and Media RSS."""
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def element(prefix: str, name: str, attributes: Mapping[str, str] = {}) -> etree._Element:
    """Make an element of another vocabulary. ``prefix`` is a key of _NAMESPACES."""
    return etree.Element(f"{{{_NAMESPACES[prefix]}}}{name}", dict(attributes))


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
    """A finished entry: the lines that it has in every document, compressed because there may be thousands of entries.

    Args:
        xml: The entry. It is moved to another tree.
        parents: The names of the elements around it, from the root of the document.
        prefixes: The prefixes of the namespaces that the root declares, so that the entry does not declare them again.
    """

    def __init__(self, xml: etree._Element, parents: Sequence[str], prefixes: Sequence[str]) -> None:
        root = parent = etree.Element(parents[0], nsmap={prefix: _NAMESPACES[prefix] for prefix in prefixes})
        for name in parents[1:]:
            parent = etree.SubElement(parent, name)
        parent.append(xml)
        lines = etree.tostring(root, encoding="UTF-8", pretty_print=True)
        inner = lines.split(b"\n", len(parents))[-1].rsplit(b"\n", len(parents) + 1)[0]
        self._packed = zlib.compress(inner + b"\n", level=1)

    def lines(self) -> bytes:
        """Unpack the lines, with their indentation."""
        return zlib.decompress(self._packed)


def insert_entries(document: bytes, entries: Sequence[PackedEntry], depth: int) -> bytes:
    """Insert entries at the end of an indented document without entries, inside its ``depth`` outer elements."""
    before, *end = document.rsplit(b"\n", depth + 1)
    return b"".join((before, b"\n", *(entry.lines() for entry in entries), b"\n".join(end)))


class Extras:
    """An extension for feedgen that adds elements to the feed itself, and declares the prefixes of namespaces."""

    def __init__(self, prefixes: Sequence[str], elements: Sequence[etree._Element]) -> None:
        self._prefixes = prefixes
        self._elements = elements

    def extend_ns(self) -> dict[str, str]:
        """Get the namespaces by their prefixes. feedgen calls this."""
        return {prefix: _NAMESPACES[prefix] for prefix in self._prefixes}

    def extend_atom(self, feed: etree._Element) -> None:
        """Add the elements to an Atom feed. feedgen calls this."""
        feed.extend(self._elements)

    def extend_rss(self, rss: etree._Element) -> None:
        """Add the elements to the channel of an RSS document. feedgen calls this."""
        rss[0].extend(self._elements)
