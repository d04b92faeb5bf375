"""Makes entries, which have the data of an item for every feed format."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urljoin

from lxml.html import HtmlElement

from newsroom.content.dates import midnight
from newsroom.content.document import Document
from newsroom.content.entry_ids import entry_id
from newsroom.content.folders import path_beside, site_path
from newsroom.content.formats import is_drawing
from newsroom.content.library import Channel, Library
from newsroom.content.model import Dated, Image
from newsroom.markup.tree import make_element, xml_text
from newsroom.publish.assets import asset_url
from newsroom.publish.build_context import BuildContext
from newsroom.publish.feeds.archives import changed_on
from newsroom.publish.feeds.content import page_content
from newsroom.publish.feeds.plan import arrived_on
from newsroom.publish.pages.labels import state_of
from newsroom.publish.pages.related import TopicKey, find_topics
from newsroom.publish.pictures.markup import PictureSize, alternative_text, picture_path
from newsroom.publish.pictures.svg import png_path
from newsroom.publish.pictures.variants import FALLBACK_FORMATS


@dataclass(frozen=True)
class Enclosure:
    """A file that is attached to an entry. ``length`` is in bytes."""

    url: str
    length: int
    type: str


@dataclass(frozen=True)
class Picture:
    """The lead picture of an entry. Width and height are in pixels, if known; ``alt`` is empty for a decorative one."""

    url: str
    type: str
    alt: str = ""
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True)
class Entry:
    """One item in a feed.

    ``id`` is a URI that does not change with the title or address. An emptied entry has no ``url`` and no
    ``published``: mail tools would send it as news.
    """

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime | None
    updated: datetime
    lang: str
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    picture: Picture | None = None
    enclosure: Enclosure | None = None


class EntryBuilder:
    """Builds the entries of items.

    ``contents`` has the HTML of each, from :meth:`content`, by its path. ``size_of`` returns the size of the picture
    with a path on the site.
    """

    def __init__(
        self, context: BuildContext, contents: Mapping[str, str], size_of: Callable[[str], PictureSize | None]
    ) -> None:
        self._settings = context.settings
        self._translations = context.translations
        self._contents = contents
        self._size_of = size_of
        self._sizes = context.content.files.assets
        self._names = {lang: _topic_names(context.library, lang) for lang in context.translations}

    def build_metadata(self, document: Document[Dated]) -> Entry:
        """Build an entry without its HTML and categories. It is the same in the feeds of all languages."""
        front, settings = document.front, self._settings
        picture = front.lead_image
        return Entry(
            id=entry_id(document, settings.tag_authority, settings.default_language),
            url=urljoin(settings.site_url, document.url),
            title=xml_text(front.title),
            summary=xml_text(" ".join((*(f"{line}." for line in self._details(document)), front.summary))),
            html="",
            published=midnight(arrived_on(document)),
            updated=midnight(changed_on(document)),
            lang=document.lang,
            authors=tuple(map(xml_text, front.creators)),
            contributors=tuple(map(xml_text, front.contributor_names)),
            picture=self._picture(document, picture) if picture else None,
            enclosure=self._enclosure(document),
        )

    def complete(self, metadata: Entry, document: Document[Dated], lang: str) -> Entry:
        """Return the entry of a document for feeds in a language, from its metadata."""
        return replace(metadata, html=self.html(document), categories=self.categories(document, lang))

    def html(self, document: Document[Dated]) -> str:
        """Get the HTML of a document's entry."""
        return self._contents[document.path]

    def categories(self, document: Document[Dated], lang: str) -> tuple[str, ...]:
        """Get the categories of a document in a language: what it is, and the topics that it is about."""
        names, t = self._names[lang], self._translations[lang]
        topics = (names[topic] for topic in find_topics(document) if topic in names)
        return tuple(map(xml_text, (t(f"kind.{document.genre}"), *topics)))

    def content(self, document: Document[Dated], body: HtmlElement) -> str:
        """The HTML of the lead picture, of when and where it is, and of the text, whose prepared tree is ``body``.

        It says its direction if that is from right to left, since many feed readers ignore an entry's language.
        """
        picture = document.front.lead_image
        lead = [_lead_figure(self._picture(document, picture), picture)] if picture else []
        lead += (make_element("p", line) for line in self._details(document))
        page_url = urljoin(self._settings.site_url, document.url)
        html = page_content(body, page_url, lead, size_of=lambda src: self._size_of(picture_path(document.url, src)))
        is_rtl = self._translations[document.lang].direction == "rtl"
        return f'<div dir="rtl">\n{html}\n</div>' if is_rtl else html

    def lead_need(self, document: Document[Dated]) -> str:
        """What decides what an entry has above its text."""
        picture = document.front.lead_image
        return repr((picture, self._picture(document, picture) if picture else None, self._details(document)))

    def _details(self, document: Document[Dated]) -> tuple[str, ...]:
        t = self._translations[document.lang]
        state = state_of(document, t) if document.type.is_timed else ""
        return tuple(filter(None, (state, *document.type.details(document.front, t, False))))

    def _address(self, document: Document[Dated], target: str) -> str:
        return urljoin(self._settings.site_url, asset_url(document, target))

    def _picture(self, document: Document[Dated], image: Image) -> Picture:
        """The lead picture. A drawing is a PNG, because many feed readers do not show SVG."""
        path = png_path(image.src) if is_drawing(image.src) else image.src
        form = FALLBACK_FORMATS.get(posixpath.splitext(path)[1].lower(), "JPEG")
        size = self._size_of(site_path(path_beside(document.path, image.src))) or PictureSize(None, None)
        alt = xml_text(alternative_text(image.alt))
        return Picture(self._address(document, path), f"image/{form.lower()}", alt, size.width, size.height)

    def _enclosure(self, document: Document[Dated]) -> Enclosure | None:
        name = document.front.attachment
        length = self._sizes.get(path_beside(document.path, name)) if name else None
        return (
            Enclosure(self._address(document, name), length, "application/pdf") if name and length is not None else None
        )


def _topic_names(library: Library, lang: str) -> dict[TopicKey, str]:
    return {(topic.type_name, topic.slug): topic.front.heading for topic in library.all_topics(Channel.FEED, lang)}


def _lead_figure(shown: Picture, picture: Image) -> HtmlElement:
    figure = make_element("figure")
    size = {name: str(value) for name, value in (("width", shown.width), ("height", shown.height)) if value}
    figure.append(make_element("img", src=shown.url, alt=shown.alt, **size))
    caption = xml_text(" ".join(filter(None, (picture.caption, picture.credit))))
    if caption:
        figure.append(make_element("figcaption", caption))
    return figure
