"""The cards in editions: what their emails show in place of lone links to pages of the site."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from newsroom.content.document import Document, Source
from newsroom.content.file_uses import referenced_path
from newsroom.content.library import Channel
from newsroom.content.types.newsletter import Newsletter
from newsroom.publish.build_context import BuildContext
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
