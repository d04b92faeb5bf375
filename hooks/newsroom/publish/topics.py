"""The areas and principles that pieces name, and the pieces that name each."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.content.types import TOPIC_TYPES

Topic = tuple[str, str]
"""An area or a principle: the name of its type, and its slug."""
ItemT = TypeVar("ItemT", bound=Dated)


def find_topics(document: Document[Dated]) -> Iterator[Topic]:
    """The areas and principles that a piece names, each once."""
    for topic in TOPIC_TYPES:
        for slug in dict.fromkeys(getattr(document.front, topic.topic_field, ())):
            yield (topic.name, slug)


def group_by_topic(pieces: Iterable[Document[ItemT]]) -> dict[Topic, list[Document[ItemT]]]:
    """The pieces that name each area and principle, in the order in which they come."""
    found: dict[Topic, list[Document[ItemT]]] = {}
    for piece in pieces:
        for topic in find_topics(piece):
            found.setdefault(topic, []).append(piece)
    return found
