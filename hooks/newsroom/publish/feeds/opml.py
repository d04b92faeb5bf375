"""OPML 2.0 (opml.org/spec2.opml): a list of feeds that readers take in at once."""

from collections.abc import Mapping, Sequence

from lxml import etree

from newsroom.publish.feeds.plan import ATOM, Feed
from newsroom.settings import Settings


def opml(feeds: Mapping[str, Sequence[Feed]], names: Mapping[str, str], settings: Settings) -> bytes:
    """The list, in UTF-8, of feeds by groups, which have names. Each is there once, as Atom: that says the most."""
    root = etree.Element("opml", version="2.0")
    head, body = etree.SubElement(root, "head"), etree.SubElement(root, "body")
    etree.SubElement(head, "title").text = settings.site_name
    for group, members in feeds.items():
        outline = etree.SubElement(body, "outline", text=names[group], title=names[group])
        for feed in members:
            etree.SubElement(
                outline,
                "outline",
                type="rss",
                text=feed.title,
                title=feed.title,
                xmlUrl=f"{settings.site_url}{feed.path(ATOM)}",
                htmlUrl=f"{settings.site_url}{feed.folder}",
                language=feed.lang,
            )
    document: bytes = etree.tostring(root, pretty_print=True, encoding="UTF-8", xml_declaration=True)
    return document
