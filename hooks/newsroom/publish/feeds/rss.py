"""RSS 2.0 (rssboard.org/rss-specification), with full content."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from feedgen.entry import FeedEntry

from newsroom.publish.feeds.elements import Extras, Prepared, element, media_content
from newsroom.publish.feeds.entries import Entry
from newsroom.publish.feeds.head import add, generator
from newsroom.publish.feeds.plan import RSS, Feed
from newsroom.settings import Settings


def rss_item(entry: Entry) -> Prepared:
    """An entry as an item."""
    made = FeedEntry()
    made.load_extension("dc", atom=False)
    made.guid(entry.id, permalink=False)
    made.title(entry.title)
    made.link(href=entry.url)
    made.description(escape(entry.summary, quote=False))  # readers take it as HTML
    made.content(entry.html, type="CDATA")
    made.pubDate(entry.published)
    made.updated(entry.updated)
    made.dc.dc_language(entry.lang)
    made.category([{"term": category} for category in entry.categories])
    if entry.authors:
        made.dc.dc_creator(list(entry.authors))
    if entry.contributors:
        made.dc.dc_contributor(list(entry.contributors))
    if entry.enclosure:
        made.enclosure(entry.enclosure.url, str(entry.enclosure.length), entry.enclosure.type)
    xml = made.rss_entry()
    if entry.picture:
        xml.append(media_content(entry.picture))
    return Prepared(xml)


def rss(feed: Feed, items: Sequence[Prepared], changes: Sequence[datetime], settings: Settings) -> bytes:
    """The document of a feed, in UTF-8, from its newest entries; ``changes`` says when they last changed."""
    made = generator(feed, settings, changes)
    made.link(href=f"{settings.site_url}{feed.path(RSS)}", rel="self", type=RSS.type)
    made.link(href=f"{settings.site_url}{feed.folder}", rel="alternate")  # the last one is RSS's own <link>
    hub = [element("atom", "link", {"rel": "hub", "href": settings.websub_hub})] if settings.websub_hub else []
    add(made, Extras(("dc", "media"), hub), items)
    document: bytes = made.rss_str(pretty=True)
    return document
