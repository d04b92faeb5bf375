"""Writes Atom 1.0 (RFC 4287) with full content, archives (RFC 5005) and tombstones (RFC 6721)."""

from collections.abc import Sequence
from datetime import datetime

from feedgen.entry import FeedEntry
from lxml import etree

from newsroom.content.dates import midnight
from newsroom.publish.feeds.archives import FeedArchive, changed_on
from newsroom.publish.feeds.elements import LANG, Extras, PackedEntry, element, insert_entries, media_content
from newsroom.publish.feeds.entries import Entry
from newsroom.publish.feeds.head import feed_changed_at, feed_generator, with_hint
from newsroom.publish.feeds.plan import ATOM, Feed
from newsroom.publish.feeds.tombstones import tombstone
from newsroom.settings import Settings

_PARENTS = ("feed",)
_PREFIXES = ("at", "fh", "media")


def atom_entry(entry: Entry) -> PackedEntry:
    """Write an entry as Atom."""
    feed_entry = FeedEntry()
    feed_entry.id(entry.id)
    feed_entry.title(entry.title)
    if entry.url:
        feed_entry.link(href=entry.url, rel="alternate")
    feed_entry.summary(entry.summary)
    feed_entry.content(entry.html, type="html")
    if entry.published:
        feed_entry.published(entry.published)
    feed_entry.updated(entry.updated)
    feed_entry.category([{"term": category} for category in entry.categories])
    feed_entry.author([{"name": name} for name in entry.authors])
    feed_entry.contributor([{"name": name} for name in entry.contributors])
    xml = feed_entry.atom_entry()
    xml.set(LANG, entry.lang)
    if entry.enclosure:
        # Not by feedgen, which then loses the relation of the entry's own link.
        file = entry.enclosure
        etree.SubElement(xml, "link", rel="enclosure", href=file.url, type=file.type, length=str(file.length))
    if entry.picture:
        xml.append(media_content(entry.picture))
    return PackedEntry(xml, _PARENTS, _PREFIXES)


def atom_document(feed: Feed, entries: Sequence[PackedEntry], previous: str | None, settings: Settings) -> bytes:
    """Write the document of a feed that readers subscribe to, in UTF-8.

    ``previous`` is the path of the newest archive; None if the document has all items of the feed.
    """
    elements = [tombstone(item, settings) for item in feed.taken_back]
    elements += [] if previous else [element("fh", "complete")]
    links = {"prev-archive": previous}
    return _build_document(feed, feed.path(ATOM), links, elements, entries, feed_changed_at(feed), settings)


def atom_archive_document(
    feed: Feed, archive: FeedArchive, entries: Sequence[PackedEntry], settings: Settings
) -> bytes:
    """Write the document of an archive, in UTF-8."""
    links = {"current": feed.path(ATOM), "prev-archive": archive.previous}
    changed = midnight(max([archive.end, *map(changed_on, archive.items)]))
    return _build_document(feed, archive.path, links, [element("fh", "archive")], entries, changed, settings)


def _build_document(
    feed: Feed,
    path: str,
    links: dict[str, str | None],
    elements: Sequence[etree._Element],
    entries: Sequence[PackedEntry],
    changed: datetime,
    settings: Settings,
) -> bytes:
    generator = feed_generator(feed, settings, changed)
    generator.link(href=f"{settings.site_url}{path}", rel="self", type=ATOM.type)
    generator.link(href=f"{settings.site_url}{feed.folder}", rel="alternate", type="text/html")
    for lang, folder in feed.versions:
        address = f"{settings.site_url}{folder}{ATOM.file}"
        generator.link(href=address, rel="alternate", type=ATOM.type, hreflang=lang)
    for relation, target in links.items():
        if target:
            generator.link(href=f"{settings.site_url}{target}", rel=relation, type=ATOM.type)
    extras = Extras(_PREFIXES, elements)
    generator.register_extension("extras", lambda: extras)
    return insert_entries(with_hint(generator.atom_str(pretty=True), feed), entries, len(_PARENTS))
