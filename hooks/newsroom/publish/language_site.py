"""The site as a reader of one language sees it: its items, their order, and their areas and principles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsroom.content.document import AnyDocument, Document
from newsroom.content.library import Channel, Library
from newsroom.content.model import Dated
from newsroom.content.types import DATED_TYPES, TOPIC_TYPES, AnyType
from newsroom.publish.related import Related
from newsroom.publish.topics import group_by_topic
from newsroom.translations import Translations

Items = Sequence[Document[Dated]]


@dataclass(frozen=True)
class Neighbours:
    """The previous and the next item of the same type, by date."""

    previous: Document[Dated] | None = None
    next: Document[Dated] | None = None


_ON_HOME_PAGE = 3
"""How many items of one type the home page shows."""


class LanguageSite:
    """What the web channel shows in one language, computed once for all pages.

    Attributes:
        lang: The language's code.
        prefix: The start of the language's addresses: "" for the default language, "cy/" for Welsh.
        t: The translations in the language.
        is_open: Whether there is a home page in the language. If so, it has lists of its own.
        has_pages: Whether the search can find a page in the language.
        newest: All items, newest first.
        topics: The areas and principles, by the name of their type, then by slug.
    """

    def __init__(self, library: Library, t: Translations, prefix: str) -> None:
        lang = t.lang
        self.lang = lang
        self.prefix = prefix
        self.t = t
        self.is_open = any(page.url == prefix for page in library.pages(Channel.WEB))
        self.has_pages = any(page.lang == lang for page in library.pages(Channel.SEARCH))
        self.newest = library.newest(Channel.WEB, lang)
        self.topics: Mapping[str, Mapping[str, AnyDocument]] = {
            topic.name: {document.slug: document for document in library.topics(topic, Channel.WEB, lang)}
            for topic in TOPIC_TYPES
        }
        self._neighbours = _neighbours(self.newest)
        self._by_topic = group_by_topic(self.newest)
        self._related = Related(self.newest)

    def items_of_types(self, types: Sequence[AnyType]) -> Items:
        """Return the items of some types, newest first."""
        return [document for document in self.newest if document.type in types]

    def items_for_home_page(self, content_type: AnyType) -> Items:
        """Return the items of a type on the home page, newest first. Items without a known date come last."""
        return sorted(self.items_of_types((content_type,)), key=lambda document: document.front.undated)[:_ON_HOME_PAGE]

    def items_about(self, topic: AnyDocument) -> Items:
        """Return the items that name an area or a principle, newest first."""
        return self._by_topic.get((topic.type_name, topic.slug), [])

    def neighbours(self, document: Document[Dated]) -> Neighbours:
        """Return the previous and the next item of an item in this language."""
        return self._neighbours.get(document.path, Neighbours())

    def related(self, document: Document[Dated]) -> Items:
        """Return the items that share the most areas and principles with an item, except its neighbours."""
        neighbours = self.neighbours(document)
        return self._related.find_related(
            document, {item.path for item in (neighbours.previous, neighbours.next) if item}
        )


def _neighbours(newest: Items) -> dict[str, Neighbours]:
    found: dict[str, Neighbours] = {}
    for content_type in DATED_TYPES:
        items = [None, *(document for document in newest if document.type is content_type), None]
        for later, (document, earlier) in zip(items, pairwise(items[1:]), strict=False):
            if document:
                found[document.path] = Neighbours(previous=earlier, next=later)
    return found
