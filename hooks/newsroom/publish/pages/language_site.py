"""The site as a reader of one language sees it: its items, their order, and their areas and principles."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import cast

from newsroom.content.document import AnyDocument, Document
from newsroom.content.library import Channel, Library
from newsroom.content.model import Dated, Timed
from newsroom.content.types import DATED_TYPES, TOPIC_TYPES, AnyType
from newsroom.content.types.event import EVENT
from newsroom.content.types.story import STORY
from newsroom.publish.pages.related import Related, group_by_topic
from newsroom.translations import Translations

Items = Sequence[Document[Dated]]


@dataclass(frozen=True)
class Neighbours:
    """The previous and the next item of the same type, in the order of lists; none for items that are over some day."""

    previous: Document[Dated] | None = None
    next: Document[Dated] | None = None


_LATEST = 6
"""How many items of all types the home page shows as new."""


class LanguageSite:
    """What the web channel shows in one language, computed once for all pages.

    Attributes:
        prefix: The start of the language's addresses: "" for the default language, "cy/" for Welsh.
        is_open: Whether there is a home page in the language. If so, it has lists of its own.
        has_pages: Whether the search can find a page in the language.
        newest: All items that are not over, newest first, those without a known date last.
        past: All items that are over, the latest first.
        feature: The story on the home page: a featured one, else the newest of which there is more than a note.
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
        self.past = library.past(Channel.WEB, lang, DATED_TYPES)
        self.topics: Mapping[str, Mapping[str, AnyDocument]] = {
            topic.name: {document.slug: document for document in library.topics(topic, Channel.WEB, lang)}
            for topic in TOPIC_TYPES
        }
        self._by_topic = group_by_topic(self.newest)
        self._coming = {found: _by_moment(self.items_of_types((found,))) for found in DATED_TYPES if found.is_timed}
        events = (item for item in (*self.newest, *self.past) if item.type is EVENT)
        self._events = _by_moment(item for item in events if library.shows(item, Channel.FEED))
        self._events_by_topic = group_by_topic(self._events)
        self.feature = next((item for item in self.listed((STORY,)) if not item.is_brief), None)

    def items_of_types(self, types: Sequence[AnyType]) -> Items:
        """Return the items of some types, in the order of ``newest``."""
        return [document for document in self.newest if document.type in types]

    def listed(self, types: Sequence[AnyType]) -> Items:
        """Return the items of a list: newest first, or for a type whose items are over some day, the next first.

        Those that are over come last, the latest first, if the type keeps them. In the list of one type, featured items
        come before all others.
        """
        if len(types) > 1:
            return self.items_of_types(types)
        if not types[0].is_timed:
            return sorted(self.items_of_types(types), key=lambda item: not item.front.is_featured)
        past = [document for document in self.past if document.type in types]
        return [*self.coming(types[0]), *(past if types[0].keeps_past else ())]

    def coming(self, content_type: AnyType, about: AnyDocument | None = None) -> Sequence[Document[Timed]]:
        """Return the items of a type, like events, that are not over, the next first; of one area, if it is given."""
        if about is None:
            return self._coming[content_type]
        return _by_moment(document for document in self.items_about(about) if document.type is content_type)

    def events(self, about: AnyDocument | None = None) -> Sequence[Document[Timed]]:
        """Return the events for calendars, those that are over too, the first one first; of one area, if it is given.

        People subscribe to calendars, so consent decides as it does for feeds.
        """
        return self._events if about is None else self._events_by_topic.get((about.type_name, about.slug), [])

    @cached_property
    def _neighbours(self) -> Mapping[str, Neighbours]:
        return _neighbours(self.newest)

    @cached_property
    def _related(self) -> Related:
        return Related([document for document in self.newest if not document.type.is_timed])

    @cached_property
    def kinds(self) -> Mapping[str, Mapping[str, int]]:
        """How many items of each kind each list has, by its name. Only lists with pages for several kinds are there."""
        found = {item_type.address: self._count_kinds(item_type) for item_type in DATED_TYPES if item_type.has_kinds}
        return {name: counts for name, counts in found.items() if len(counts) > 1}

    def _count_kinds(self, item_type: AnyType) -> Mapping[str, int]:
        counts = Counter(item.genre for item in self.items_of_types((item_type,)))
        return {kind: counts[kind] for kind in item_type.kinds if counts[kind]}

    @cached_property
    def latest(self) -> Items:
        """The items that came to this site last, without ``feature``. Those without a known date come last."""
        others = (item for item in self.newest if item is not self.feature)
        return sorted(others, key=lambda item: (not item.front.undated, item.front.published.first_day), reverse=True)[
            :_LATEST
        ]

    def items_about(self, topic: AnyDocument) -> Items:
        """Return the items that name an area or a principle, newest first."""
        return self._by_topic.get((topic.type_name, topic.slug), [])

    def neighbours(self, document: Document[Dated]) -> Neighbours:
        """Return the previous and the next item of an item in this language."""
        return self._neighbours.get(document.path, Neighbours())

    def related(self, document: Document[Dated]) -> Items:
        """Return the items that share the most areas and principles with an item, except its neighbours.

        Events and vacancies, which are over some day, are not among them.
        """
        neighbours = self.neighbours(document)
        return self._related.find_related(
            document, {item.path for item in (neighbours.previous, neighbours.next) if item}
        )


def _by_moment(items: Iterable[Document[Dated]]) -> Sequence[Document[Timed]]:
    return sorted((cast("Document[Timed]", item) for item in items), key=lambda document: document.front.moment.utc)


def _neighbours(newest: Items) -> dict[str, Neighbours]:
    found: dict[str, Neighbours] = {}
    for content_type in (found for found in DATED_TYPES if not found.is_timed):
        items = [None, *(document for document in newest if document.type is content_type), None]
        for later, (document, earlier) in zip(items, pairwise(items[1:]), strict=False):
            if document:
                found[document.path] = Neighbours(previous=earlier, next=later)
    return found
