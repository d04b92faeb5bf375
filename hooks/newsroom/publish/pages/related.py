"""The areas and principles that items name, and related items: those that share some of them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import nsmallest
from math import log
from typing import TypeVar

from newsroom.content.document import AnyDocument, Document
from newsroom.content.model import Dated
from newsroom.content.types import TOPIC_TYPES

MAX_RELATED = 3
_ITEMS_PER_TOPIC = 50
"""How many items of one topic are compared. Nearly all of ten thousand items may share a topic."""
TopicKey = tuple[str, str]
"""An area or a principle: the name of its type, and its slug."""
ItemT = TypeVar("ItemT", bound=Dated)


class Related:
    """Finds related items among ``newest``: all items of one language, newest first.

    The cost is linear in the number of items: an item is compared with the newest 50 items of each of its topics.
    """

    def __init__(self, newest: Sequence[Document[Dated]]) -> None:
        self._newest = newest
        self._topics = [frozenset(find_topics(document)) for document in newest]
        self._items = [_item(document) for document in newest]
        self._positions: dict[TopicKey, list[int]] = {}
        for position, topics in enumerate(self._topics):
            for topic in topics:
                self._positions.setdefault(topic, []).append(position)

    def find_related(self, document: Document[Dated], excluded: Collection[str] = ()) -> Sequence[Document[Dated]]:
        """Return up to three items that share the most topics with ``document``, best first, newest first among equals.

        A rare topic counts more than a common one. The document itself, its translations, and items whose path is in
        ``excluded`` are left out.
        """
        item, weights = _item(document), [(topic, self._weight(topic)) for topic in find_topics(document)]
        positions = {position for topic, _ in weights for position in self._positions.get(topic, ())[:_ITEMS_PER_TOPIC]}
        scores = []
        for position in positions:
            if self._items[position] != item:
                shared = self._topics[position]
                scores.append((-sum([weight for topic, weight in weights if topic in shared]), position))
        best = (self._newest[position] for _, position in nsmallest(MAX_RELATED + len(excluded), scores))
        return [other for other in best if other.path not in excluded][:MAX_RELATED]

    def _weight(self, topic: TopicKey) -> float:
        return log(1 + len(self._newest) / (len(self._positions.get(topic, ())) or 1))


def _item(document: Document[Dated]) -> tuple[str, str]:
    """Return what a document and its translations share."""
    return (document.type_name, document.slug)


def find_topics(document: AnyDocument) -> Iterator[TopicKey]:
    """Yield the areas and principles that an item names, each once."""
    for topic in TOPIC_TYPES:
        for slug in dict.fromkeys(getattr(document.front, topic.topic_field, ())):
            yield (topic.name, slug)


def group_by_topic(items: Iterable[Document[ItemT]]) -> dict[TopicKey, list[Document[ItemT]]]:
    """Return the items that name each area and principle, in the given order."""
    groups: dict[TopicKey, list[Document[ItemT]]] = {}
    for item in items:
        for topic in find_topics(item):
            groups.setdefault(topic, []).append(item)
    return groups
