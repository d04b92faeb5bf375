"""Writes RSS 2.0 (https://www.rssboard.org/rss-specification) with full content."""

from collections.abc import Sequence
from html import escape

from feedgen.entry import FeedEntry

from newsroom.publish.feeds.elements import Extras, PackedEntry, element, insert_entries, media_content
from newsroom.publish.feeds.entries import Entry
from newsroom.publish.feeds.head import feed_changed_at, feed_generator, with_hint
from newsroom.publish.feeds.plan import RSS, Feed
from newsroom.settings import Settings

_PARENTS = ("rss", "channel")
_PREFIXES = ("dc", "fh", "media")
_FEEDGEN_PREFIXES = ("atom", "content")


def rss_item(entry: Entry) -> PackedEntry:
    """Write an entry as an RSS item."""
    feed_entry = FeedEntry()
    feed_entry.load_extension("dc")
    feed_entry.guid(entry.id, permalink=False)
    feed_entry.title(escape(entry.title, quote=False))  # readers parse it as HTML
    if entry.url:
        feed_entry.link(href=entry.url)
    feed_entry.description(escape(entry.summary, quote=False))
    feed_entry.content(entry.html, type="CDATA")
    if entry.published:
        feed_entry.pubDate(entry.published)
    feed_entry.dc.dc_language(entry.lang)
    feed_entry.category([{"term": category} for category in entry.categories])
    if entry.authors:
        feed_entry.dc.dc_creator(list(entry.authors))
    if entry.contributors:
        feed_entry.dc.dc_contributor(list(entry.contributors))
    if entry.enclosure:
        feed_entry.enclosure(entry.enclosure.url, str(entry.enclosure.length), entry.enclosure.type)
    xml = feed_entry.rss_entry()
    updated = element("atom", "updated")
    updated.text = entry.updated.isoformat()
    xml.append(updated)
    if entry.picture:
        xml.append(media_content(entry.picture))
    return PackedEntry(xml, _PARENTS, (*_PREFIXES, *_FEEDGEN_PREFIXES))


def rss_document(feed: Feed, items: Sequence[PackedEntry], settings: Settings) -> bytes:
    """Write the document of a feed, in UTF-8."""
    generator = feed_generator(feed, settings, feed_changed_at(feed))
    generator.link(href=f"{settings.site_url}{feed.path(RSS)}", rel="self", type=RSS.type)
    generator.link(href=f"{settings.site_url}{feed.folder}", rel="alternate")  # feedgen uses the last link as <link>
    elements = [element("fh", "complete")] if feed.is_complete else []
    for lang, folder in feed.versions:
        address = f"{settings.site_url}{folder}{RSS.file}"
        link = {"rel": "alternate", "hreflang": lang, "type": RSS.type, "href": address}
        elements.append(element("atom", "link", link))
    if settings.websub_hub:
        elements.append(element("atom", "link", {"rel": "hub", "href": settings.websub_hub}))
    extras = Extras(_PREFIXES, elements)
    generator.register_extension("extras", lambda: extras)
    return insert_entries(with_hint(generator.rss_str(pretty=True), feed), items, len(_PARENTS))
