"""The cards of a site: which pages have one, and what it shows."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment

from newsroom.content.document import AnyDocument
from newsroom.content.library import Channel, Library
from newsroom.content.model import Dated, Image
from newsroom.content.types.area import AREA
from newsroom.publish.build_context import TEMPLATES, BuildContext
from newsroom.publish.cards.draw import CARD_SIZE, CardText, Painter
from newsroom.publish.output import Output
from newsroom.publish.page import WebPage
from newsroom.publish.pictures.files import PictureFiles
from newsroom.publish.template_environment import template_environment
from newsroom.translations import Translations

_MAX_AREAS = 2
"""The maximum number of areas that a card names. An item about more areas names none."""


class Cards(Output):
    """Writes the card of each page that may be shared."""

    def __init__(self, context: BuildContext, pictures: PictureFiles) -> None:
        super().__init__(context)
        self._pictures = pictures
        self._settings, self._translations = context.settings, context.translations
        self._library = library = context.library
        pages = context.site.pages
        self._areas = {
            lang: {area.slug: area.front.name for area in library.topics(AREA, Channel.SOCIAL, lang)}
            for lang in context.translations
        }
        self._pages = {card_path(page.url): page for page in pages if find_card(page, library) == card_path(page.url)}
        self.paths = tuple(self._pages)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the PNG of each card. Raises ContentError if the colours are invalid."""
        if not self._pages:
            return
        templates = template_environment(self._context.root / TEMPLATES)
        painter = Painter(templates)
        task = f"card {_drawing_hash(templates)}"
        for path, page in self._pages.items():
            document = self._library.as_shown(page.document, Channel.SOCIAL) if page.document else None
            words, picture = self._card_words(page), document.front.lead_image if document else None
            data = json.dumps(asdict(words)).encode()
            if document and picture:
                data += self._pictures.fingerprint(document, picture)
            paint = partial(self._paint, painter, words, document, picture)
            yield path, self._context.cache.get(task, data, paint)

    def _paint(
        self, painter: Painter, words: CardText, document: AnyDocument | None, image: Image | None, _data: bytes
    ) -> bytes:
        address = ""
        if document and image and self._pictures.fingerprint(document, image):
            address = self._pictures.data_url(document, image, CARD_SIZE[0] // 2)
        return painter.paint(words, address)

    def _card_words(self, page: WebPage) -> CardText:
        name, title = self._settings.site_name, page.title
        if title == name:
            name = urlsplit(self._settings.site_url).netloc
        return CardText(title, page.card, self._kicker(page), name)

    def _kicker(self, page: WebPage) -> str:
        """Return the kind and the area of a page, like "Story · Derby", without a kind that starts the title."""
        t, document = self._translations[page.lang], page.document
        if document is None:
            return ""
        type_kicker = document.type.kicker
        parts = (
            type_kicker(document.front, t)
            if type_kicker
            else (t(f"kind.{document.genre}"), *self._area_names(document, t))
        )
        is_in_title = bool(parts) and page.title.casefold().startswith(parts[0].casefold())
        return " · ".join(parts[1:] if is_in_title else parts)

    def _area_names(self, document: AnyDocument, t: Translations) -> Iterator[str]:
        front, names = document.front, self._areas[document.lang]
        areas = tuple(names[slug] for slug in front.areas if slug in names) if isinstance(front, Dated) else ()
        if 0 < len(areas) <= _MAX_AREAS:
            yield t.list(areas)


def card_path(url: str) -> str:
    """Return the path on the site of a page's card: "stories/x/card.png" for "stories/x/"."""
    return f"{url}card.png"


def find_card(page: WebPage, library: Library) -> str | None:
    """Return the path on the site of a page's card; None for a page that may not be shared, and in a preview.

    All pages of a list have the card of the first.
    """
    if page.is_notice or not library.has_card(page.document):
        return None
    return card_path(page.first_url)


def _drawing_hash(templates: Environment) -> str:
    """Return a hash of the code, the templates and the colours of cards, for the cache."""
    sources = sorted(
        (source.name, source.read_bytes())
        for source in files("newsroom.publish.cards").iterdir()
        if source.name.endswith(".py")
    )
    drawings = (name for name in templates.list_templates(["svg"]) if name.startswith(("cards/", "parts/")))
    rendered = (templates.get_template(name).render(drawing="page", picture="").encode() for name in drawings)
    return hashlib.sha256(b"".join((*(content for _, content in sources), *rendered))).hexdigest()
