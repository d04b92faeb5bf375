"""The site as a reader of one language sees it: which pieces, in which order, under which areas and principles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsroom.content.document import AnyDocument, Document
from newsroom.content.library import Channel, Library
from newsroom.content.model import Dated
from newsroom.content.types import DATED_TYPES, LISTS, TOPIC_TYPES, AnyType
from newsroom.publish.related import Related
from newsroom.publish.topics import group_by_topic
from newsroom.translations import Translations

Items = Sequence[Document[Dated]]


def find_lists(library: Library) -> Mapping[str, tuple[AnyType, ...]]:
    """The lists that have an item on the web: their names, each with its types.

    An empty list has no page, feed or link. Stories that were withdrawn count, since feeds say that they are gone.
    """
    documents = (*library.pages(Channel.WEB), *library.withdrawn(Channel.WEB))
    found = {document.type for document in documents}
    return {name: types for name, types in LISTS.items() if found.intersection(types)}


@dataclass(frozen=True)
class Neighbours:
    """The items of the same type before and after one, in time."""

    previous: Document[Dated] | None = None
    next: Document[Dated] | None = None


class LanguageSite:
    """What the web channel shows in one language, worked out once for all pages.

    ``topics`` are the areas, the principles: by the name of their type, then by slug. ``prefix`` is what the language's
    addresses begin with ("" for the default language, "cy/" for Welsh). ``is_open``: there is a home page in the
    language, so it has lists of its own; ``has_pages``: there is something to find in it.
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
        """The items of some types, newest first."""
        return [document for document in self.newest if document.type in types]

    def items_for_home_page(self, content_type: AnyType) -> Items:
        """The items of a type for the home page: newest first, those whose own day is not known behind the others."""
        return sorted(self.items_of_types((content_type,)), key=lambda document: document.front.undated)

    def items_about(self, topic: AnyDocument) -> Items:
        """The pieces that name an area or a principle, newest first."""
        return self._by_topic.get((topic.kind, topic.slug), [])

    def neighbours(self, document: Document[Dated]) -> Neighbours:
        """The pieces before and after one of this language."""
        return self._neighbours.get(document.path, Neighbours())

    def related(self, document: Document[Dated]) -> Items:
        """The pieces that share the most areas and principles with one, without those right before and after it."""
        neighbours = self.neighbours(document)
        return self._related.find_related(
            document, {piece.path for piece in (neighbours.previous, neighbours.next) if piece}
        )


def _neighbours(newest: Items) -> dict[str, Neighbours]:
    found: dict[str, Neighbours] = {}
    for content_type in DATED_TYPES:
        items = [None, *(document for document in newest if document.type is content_type), None]
        for later, (document, earlier) in zip(items, pairwise(items[1:]), strict=False):
            if document:
                found[document.path] = Neighbours(previous=earlier, next=later)
    return found
