"""The pictures in editions, converted for email, and the cards in place of lone links to pages of the site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from newsroom.content.document import Document, Source
from newsroom.content.file_uses import referenced_path
from newsroom.content.folders import path_beside
from newsroom.content.formats import is_drawing
from newsroom.content.library import Channel
from newsroom.content.types.newsletter import Newsletter
from newsroom.problems import Problem
from newsroom.publish.build_context import BuildContext
from newsroom.publish.email.addresses import absolute_url
from newsroom.publish.email.pictures import (
    COLUMN_WIDTH,
    FILE_WIDTH,
    MAX_PICTURE_BYTES,
    EmailPicture,
    convert_picture,
    email_path,
    picture_size,
)
from newsroom.publish.email.views import EmailLeadPicture
from newsroom.publish.pictures.decode import PictureError
from newsroom.publish.pictures.markup import alternative_text
from newsroom.publish.pictures.svg import render_drawing
from newsroom.publish.text.link_cards import LinkCard, LinkCards


class EditionCards:
    """The cards in some editions, with absolute addresses."""

    def __init__(self, editions: Iterable[Document[Newsletter]], context: BuildContext) -> None:
        self._context = context
        self._cards = LinkCards(context)
        self._lines = {edition.path: tuple(self._find(edition)) for edition in editions}

    def in_edition(self, path: str) -> Mapping[str, LinkCard]:
        """Return the cards in the edition at a path by the addresses of their pages."""
        return {card.url: card for card, _ in self._lines[path]}

    def pictures_in(self, path: str) -> Iterator[tuple[str, int]]:
        """Yield the path in the repository of each card's picture, and the line in the edition of the link."""
        yield from ((card.picture, line) for card, line in self._lines[path] if card.picture)

    def _find(self, edition: Document[Newsletter]) -> Iterator[tuple[LinkCard, int]]:
        source, site_url = self._context.content.sources[edition.path], self._context.settings.site_url
        for url, line in self._lone_links(source):
            card = self._cards.card_at(edition.lang, url)
            if card and url != edition.url:
                yield (
                    replace(
                        card,
                        url=f"{site_url}{card.url}",
                        picture_url=f"{site_url}{card.picture_url}",
                        download_url=f"{site_url}{card.download_url}" if card.download_url else "",
                    ),
                    line,
                )

    def _lone_links(self, source: Source) -> Iterator[tuple[str, int]]:
        """Yield the address, relative to the site's root, and the line of each lone link to a page."""
        urls, hides = self._context.content.urls, self._context.library.consent.hides
        for reference in source.outline.references:
            path = referenced_path(source.path, reference) if reference.is_alone else None
            if path and path in urls and not hides(path, Channel.EMAIL):
                yield urls[path], reference.line


@dataclass(frozen=True)
class _PictureUse:
    """A picture in an edition: its path in the repository and on the site, and the line that includes it."""

    asset: str
    site_path: str
    edition: str
    line: int


class EditionPictures:
    """The pictures in some editions and on their cards. They are read when :meth:`files` is called.

    :meth:`files` fills ``by_address``: each picture by its absolute address on the site, or None if it cannot be shown.
    """

    def __init__(self, editions: Iterable[Document[Newsletter]], context: BuildContext, cards: EditionCards) -> None:
        self._root = context.root
        self._cache = context.cache
        self._site_url = context.settings.site_url
        sources = (context.content.sources[edition.path] for edition in editions)
        hides = context.library.consent.hides
        assets = {path: url for path, url in context.assets.items() if not hides(path, Channel.EMAIL)}
        uses = {source.path: tuple(_picture_uses(source, cards.pictures_in(source.path), assets)) for source in sources}
        self._by_edition = {path: tuple(self._address(use) for use in found) for path, found in uses.items()}
        self._picture_uses = {use.asset: use for found in uses.values() for use in found}
        self.by_address: dict[str, EmailPicture | None] = {}
        self.paths = tuple(email_path(use.site_path) for use in self._picture_uses.values())

    def pictures_in(self, edition: Document[Newsletter]) -> Mapping[str, EmailPicture | None]:
        """Return the pictures in an edition by their addresses, once :meth:`files` has made them."""
        return {address: self.by_address.get(address) for address in self._by_edition[edition.path]}

    def lead_picture(self, edition: Document[Newsletter]) -> EmailLeadPicture | None:
        """Return an edition's lead picture, once :meth:`files` has made it; None if there is none to show."""
        image = edition.front.lead_image
        path = path_beside(edition.path, image.src) if image else ""
        use = self._picture_uses.get(path)
        picture = self.by_address.get(self._address(use)) if use else None
        if image is None or picture is None:
            return None
        width, height = picture.displayed_size(COLUMN_WIDTH, None)
        return EmailLeadPicture(picture.url, width, height, alternative_text(image.alt), image.caption, image.credit)

    def files(self, report: Callable[[Problem], None]) -> Iterator[tuple[str, bytes]]:
        """Convert the pictures, and report errors and warnings. Yields each file's path on the site and its content."""
        for use in self._picture_uses.values():
            address = self._address(use)
            self.by_address[address] = None
            path = email_path(use.site_path)
            try:
                content = self._convert(use, path)
            except PictureError as error:
                report(_problem(error.code, use, error.what, error.fix))
                content = b""
            else:
                width, height = picture_size(content)
                self.by_address[address] = EmailPicture(f"{self._site_url}{quote(path)}", width, height)
                if len(content) > MAX_PICTURE_BYTES:
                    what = f"is {len(content) // 1000} kB in the email, which is slow on a phone"
                    report(_problem("email-picture-large", use, what, "save it as JPEG, or make it smaller"))
            yield path, content

    def _address(self, use: _PictureUse) -> str:
        return absolute_url(self._site_url, quote(use.site_path)) or ""

    def _convert(self, use: _PictureUse, path: str) -> bytes:
        suffix = path[path.rindex(".") :]
        data = (self._root / use.asset).read_bytes()

        def make(data: bytes) -> bytes:
            return convert_picture(render_drawing(data, FILE_WIDTH) if is_drawing(use.asset) else data, suffix)

        return self._cache.get(f"email picture {suffix} 2", data, make)


def _picture_uses(
    source: Source, in_cards: Iterable[tuple[str, int]], assets: Mapping[str, str]
) -> Iterator[_PictureUse]:
    for path, line in in_cards:
        if path in assets:
            yield _PictureUse(path, assets[path], source.path, line)
    for use in source.file_uses:
        if use.is_shown and use.path in assets:
            yield _PictureUse(use.path, assets[use.path], source.path, use.line)


def _problem(code: str, use: _PictureUse, what: str, fix: str) -> Problem:
    return Problem(code, use.edition, use.line, f"the picture '{use.asset}' {what}", fix)
