"""The areas and principles that items name."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from newsroom.content.document import AnyDocument, Document
from newsroom.content.model import Dated
from newsroom.content.types import TOPIC_TYPES

TopicKey = tuple[str, str]
"""An area or a principle: the name of its type, and its slug."""
ItemT = TypeVar("ItemT", bound=Dated)


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
