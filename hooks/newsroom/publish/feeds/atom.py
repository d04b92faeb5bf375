"""Atom 1.0 (RFC 4287), with full content, archives (RFC 5005) and tombstones (RFC 6721)."""

from collections.abc import Sequence
from datetime import datetime

from feedgen.entry import FeedEntry
from lxml import etree

from newsroom.publish.feeds.archives import Archive
from newsroom.publish.feeds.elements import LANG, Extras, Prepared, element, media_content
from newsroom.publish.feeds.entries import Entry
from newsroom.publish.feeds.head import add, generator
from newsroom.publish.feeds.plan import ATOM, Feed
from newsroom.publish.feeds.tombstones import tombstone, withdrawn_at
from newsroom.settings import Settings

_PREFIXES = ("at", "fh", "media")


def atom_entry(entry: Entry) -> Prepared:
    """An entry of Atom."""
    made = FeedEntry()
    made.id(entry.id)
    made.title(entry.title)
    made.link(href=entry.url, rel="alternate")
    made.summary(entry.summary)
    made.content(entry.html, type="html")
    made.published(entry.published)
    made.updated(entry.updated)
    made.category([{"term": category} for category in entry.categories])
    made.author([{"name": name} for name in entry.authors])
    made.contributor([{"name": name} for name in entry.contributors])
    xml = made.atom_entry()
    xml.set(LANG, entry.lang)
    if entry.enclosure:
        # Not through feedgen, which loses what sort of link an entry's link is.
        file = entry.enclosure
        etree.SubElement(xml, "link", rel="enclosure", href=file.url, type=file.type, length=str(file.length))
    if entry.picture:
        xml.append(media_content(entry.picture))
    return Prepared(xml)


def atom(
    feed: Feed, entries: Sequence[Prepared], changes: Sequence[datetime], previous: str | None, settings: Settings
) -> bytes:
    """The document of a feed that readers subscribe to, in UTF-8.

    ``changes`` says when its entries last changed; ``previous`` is the path of its newest archive, if there is one.
    """
    graves = [tombstone(story, settings) for story in feed.withdrawn]
    buried = [withdrawn_at(story) for story in feed.withdrawn]
    links = {"prev-archive": previous}
    return _document(feed, feed.path(ATOM), links, graves, entries, [*changes, *buried], settings)


def atom_archive(
    feed: Feed, archive: Archive, entries: Sequence[Prepared], changes: Sequence[datetime], settings: Settings
) -> bytes:
    """The document of an archive, in UTF-8."""
    links = {"current": feed.path(ATOM), "prev-archive": archive.previous, "next-archive": archive.next}
    return _document(feed, archive.path, links, [element("fh", "archive")], entries, changes, settings)


def _document(
    feed: Feed,
    path: str,
    links: dict[str, str | None],
    elements: Sequence[etree._Element],
    entries: Sequence[Prepared],
    changes: Sequence[datetime],
    settings: Settings,
) -> bytes:
    made = generator(feed, settings, changes)
    made.link(href=f"{settings.site_url}{path}", rel="self", type=ATOM.type)
    made.link(href=f"{settings.site_url}{feed.folder}", rel="alternate", type="text/html")
    for relation, target in links.items():
        if target:
            made.link(href=f"{settings.site_url}{target}", rel=relation, type=ATOM.type)
    add(made, Extras(_PREFIXES, elements), entries)
    document: bytes = made.atom_str(pretty=True)
    return document
