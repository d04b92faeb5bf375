"""Finds out whether anything has changed that a page may show, without computing what it shows."""

from collections.abc import Callable, Iterator
from functools import cached_property

from newsroom.cache import digest
from newsroom.content.document import AnyDocument
from newsroom.publish.build_context import BuildContext
from newsroom.publish.pages.page import WebPage
from newsroom.publish.pictures.markup import PictureSize
from newsroom.publish.text.text_facts import TextFacts


class PageInput:
    """The input of each page: its own text, and everything of the rest of the site that any page may show.

    Of other texts a page may show only the headings and whether they use a file, and a list how its editions begin. So
    the edit of one text changes the input of one page, or also of a list. All else, like any front matter, is part of
    every page's input.

    Args:
        context: The build. It must not be a preview, whose pages show errors too.
        templates: A hash of all templates.
        picture_size: Returns the size of the picture with a path on the site.
    """

    def __init__(
        self, context: BuildContext, templates: bytes, picture_size: Callable[[str], PictureSize | None]
    ) -> None:
        self._context = context
        self._templates = templates
        self._picture_size = picture_size

    def hash(self, page: WebPage | None, html: str, facts: TextFacts) -> str:
        """Return a hash of the input of a page, except the program and its catalogues.

        Args:
            page: The page; None is the page for missing addresses.
            html: The HTML of its text.
            facts: The facts about its text.
        """
        own = (page.path, page.url, html, repr(facts)) if page else ()
        listed = page.listing.documents if page and page.listing else ()
        editions = (document for document in listed if document.type.text_rules.is_sectioned)
        return digest(self._shared, *own, *(edition.outline.first_words for edition in editions)).hex()

    @cached_property
    def _shared(self) -> bytes:
        return digest(self._templates, *self._shared_parts())

    def _shared_parts(self) -> Iterator[str]:
        context = self._context
        library, content = context.library, context.content
        yield repr((context.settings, library.today, library.consent.hides_expired, library.consent.withdrawals))
        yield repr(content.map_outline)
        yield repr((content.pdfs, content.accessibility_test, sorted(content.urls.items()), sorted(content.left_out)))
        for asset, path in context.assets.items():
            yield repr((asset, path, self._picture_size(path)))
        for document in library.documents:
            yield from self._shown_elsewhere(document)

    def _shown_elsewhere(self, document: AnyDocument) -> Iterator[str]:
        """What other pages may show of an item, or of the files that it uses, which its consent may hide."""
        yield repr((document.path, document.url, document.lang, document.front))
        yield repr(
            [(heading.level, heading.text, heading.id, heading.is_quoted) for heading in document.outline.headings]
        )
        yield repr(sorted(self._context.content.sources[document.path].used_files))
