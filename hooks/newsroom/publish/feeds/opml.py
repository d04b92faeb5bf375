"""Writes OPML 2.0 (http://opml.org/spec2.opml): a list of feeds that feed readers can import."""

from collections.abc import Mapping, Sequence

from lxml import etree

from newsroom.publish.feeds.plan import ATOM, EVERYTHING, Feed
from newsroom.settings import Settings
from newsroom.translations import Translations


def opml(feeds: Mapping[str, Sequence[Feed]], names: Mapping[str, str], t: Translations, settings: Settings) -> bytes:
    """Write the list of feeds, in UTF-8. Each feed is in it once, as Atom, which has the most information.

    The feed of everything is first, in a group of its own. All others have parts of it, so they are in one group below,
    which people can delete in their feed reader.

    Args:
        feeds: The feeds by group.
        names: The names of the groups.
        t: The translations of the list's language.
    """
    root = etree.Element("opml", version="2.0")
    head, body = etree.SubElement(root, "head"), etree.SubElement(root, "body")
    etree.SubElement(head, "title").text = settings.name_in(t.lang)
    optional = etree.Element("outline", text=t("feed.optional"), title=t("feed.optional"))
    for group, members in feeds.items():
        parent = body if group == EVERYTHING else optional
        outline = etree.SubElement(parent, "outline", text=names[group], title=names[group])
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
    if len(optional):
        body.append(optional)
    document: bytes = etree.tostring(root, pretty_print=True, encoding="UTF-8", xml_declaration=True)
    return document
