"""Entries: what every feed format says of a piece. The formats themselves stand in ``feeds``."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from urllib.parse import urljoin

import nh3

from newsroom.dates import PartialDate
from newsroom.document import Document
from newsroom.library import Channel, Library
from newsroom.model import Dated, Newsletter, Publication, Story
from newsroom.publish.assets import asset_url, beside
from newsroom.settings import Settings
from newsroom.words import Words

ENTRIES_IN_A_FEED = 30
_ADDRESSES = frozenset({"href", "src", "cite", "poster"})
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""Characters that no XML document can hold (XML 1.0, section 2.2); in HTML, ``&#12;`` would be one."""


@dataclass(frozen=True)
class Enclosure:
    """A file that comes with an entry; its length in bytes."""

    url: str
    length: int
    type: str


@dataclass(frozen=True)
class Entry:
    """One piece in a feed. ``id`` is a tag URI (RFC 4151) that no change of title or address alters."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    lang: str
    enclosure: Enclosure | None = None


def feed_documents(library: Library, lang: str) -> tuple[Document[Dated], ...]:
    """What stands in a feed: the newest that feeds may show, newest first."""
    return library.newest(Channel.FEED, lang)[:ENTRIES_IN_A_FEED]


def feed_entries(
    library: Library, settings: Settings, words: Words, rendered: Mapping[str, str], sizes: Mapping[str, int]
) -> Iterator[Entry]:
    """The newest entries that feeds may show, newest first.

    ``rendered`` maps a document's path to the HTML of its body as its page has it; ``sizes`` an asset's path to
    its length in bytes.
    """
    topics = (*library.areas(Channel.FEED, words.lang), *library.principles(Channel.FEED, words.lang))
    names = {topic.slug: topic.front.heading for topic in topics}
    for document in feed_documents(library, words.lang):
        yield _entry(document, settings, words, rendered[document.path], sizes, names)


def _entry(
    document: Document[Dated],
    settings: Settings,
    words: Words,
    html: str,
    sizes: Mapping[str, int],
    names: Mapping[str, str],
) -> Entry:
    front = document.front
    url = urljoin(settings.site_url, document.url)
    return Entry(
        id=entry_id(document, settings),
        url=url,
        title=front.title,
        summary=front.summary,
        html=safe_html(html, url),
        published=_midnight(front.date),
        updated=_midnight(front.updated or front.date),
        authors=_authors(front),
        categories=(
            words(f"kind.{document.genre}"),
            *(names.get(slug, slug) for slug in (*front.areas, *front.principles)),
        ),
        lang=document.lang,
        enclosure=_enclosure(document, front, settings, sizes),
    )


def entry_id(document: Document[Dated], settings: Settings) -> str:
    """A document's tag URI, from its kind and slug, and its language where that is not the default."""
    parts = (document.kind.value, document.slug, *((document.lang,) if document.lang != settings.languages[0] else ()))
    return f"tag:{settings.tag_authority}:{'/'.join(parts)}"


def safe_html(html: str, page_url: str) -> str:
    """A page's HTML for feeds: without scripts, styles, forms and classes, every address absolute, fit for XML."""

    def absolute(_tag: str, attribute: str, value: str) -> str:
        return urljoin(page_url, value) if attribute in _ADDRESSES else value

    return _NOT_XML.sub("", nh3.clean(html, attribute_filter=absolute, link_rel=None))


def _authors(front: Dated) -> tuple[str, ...]:
    if isinstance(front, Newsletter):
        return tuple(sender.name for sender in front.senders)
    if isinstance(front, Publication):
        return front.authors or front.editors
    if isinstance(front, Story) and front.author:
        return (front.author.name,)
    return ()


def _enclosure(
    document: Document[Dated], front: Dated, settings: Settings, sizes: Mapping[str, int]
) -> Enclosure | None:
    if not (isinstance(front, Publication) and front.file):
        return None
    length = sizes.get(beside(document, front.file))
    if length is None:
        return None
    return Enclosure(urljoin(settings.site_url, asset_url(document, front.file)), length, "application/pdf")


def _midnight(when: PartialDate) -> datetime:
    return datetime.combine(when.first_day, time(), UTC)
