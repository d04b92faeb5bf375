"""Social cards: the pictures that other sites show for a shared link, 1200×630 pixels (Open Graph)."""

import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from newsroom.cache import digest_files
from newsroom.colours import COLOURS_FILE
from newsroom.content.document import AnyDocument
from newsroom.content.library import Channel, Library
from newsroom.content.model import Dated
from newsroom.content.types.area import AREA
from newsroom.publish.build_context import TEMPLATE_FOLDER, BuildContext
from newsroom.publish.cards.background import CARD_SIZE, CardPicture
from newsroom.publish.cards.draw import CardText, Painter
from newsroom.publish.output import Output
from newsroom.publish.pages.labels import labels_of
from newsroom.publish.pages.page import WebPage
from newsroom.publish.pictures.files import PictureFiles
from newsroom.publish.pictures.recipe import recipe
from newsroom.publish.theme.environment import template_environment
from newsroom.translations import Translations

__all__ = ["CARD_SIZE", "Cards", "card_path", "find_card"]

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

    def work_ahead(self) -> None:
        """Draw the cards, the last ones first."""
        deque(self._pictures.make(), maxlen=0)  # cards need their fingerprints
        deque(self._drawn(reversed(self._pages.items())), maxlen=0)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the PNG of each card. Raises ContentError if the colours are invalid."""
        if self._pages:
            yield from self._drawn(self._pages.items())

    def _drawn(self, pages: Iterable[tuple[str, WebPage]]) -> Iterator[tuple[str, bytes]]:
        theme = self._context.root / TEMPLATE_FOLDER
        painter = Painter(template_environment(theme))
        task = f"card {recipe('newsroom.publish.cards', 'newsroom.publish.pictures')} {_drawings_hash(theme)}"
        for path, page in pages:
            words, picture = self._card_words(page), self._card_picture(page)
            data = json.dumps(asdict(words)).encode() + (picture.key if picture else b"")
            yield path, self._context.cache.get(task, data, partial(_paint, painter, words, picture))

    def _card_picture(self, page: WebPage) -> CardPicture | None:
        document = self._library.consent.as_shown(page.document, Channel.SOCIAL) if page.document else None
        if document is None or (image := document.front.lead_image) is None:
            return None
        key = self._pictures.fingerprint(document, image)
        return CardPicture(key, partial(self._pictures.cut_to, document, image)) if key else None

    def _card_words(self, page: WebPage) -> CardText:
        name, host = self._settings.name_in(page.lang), urlsplit(self._settings.site_url).netloc
        return CardText(page.title, page.card, self._kicker(page), name, host)

    def _kicker(self, page: WebPage) -> str:
        """Return the kind, the state and the area of a page, like "Event · Cancelled · Derby".

        A kind that starts the title is left out.
        """
        t, document = self._translations[page.lang], page.document
        if document is None:
            return ""
        type_kicker = document.type.kicker
        parts = (
            type_kicker(document.front, t) if type_kicker else (*labels_of(document, t), *self._area_names(document, t))
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


def _paint(painter: Painter, words: CardText, picture: CardPicture | None, _data: bytes) -> bytes:
    return painter.paint(words, picture)


def _drawings_hash(theme: Path) -> str:
    """Return a hash of the drawings and the colours of cards, for the cache."""
    drawings = (path for folder in ("cards", "parts") for path in (theme / folder).glob("*.svg"))
    return digest_files(theme, (theme / COLOURS_FILE, *drawings)).hex()
