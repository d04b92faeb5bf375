"""The areas and principles that pieces name, and the pieces that name each."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.content.types import TOPIC_TYPES

Topic = tuple[str, str]
"""An area or a principle: the name of its type, and its slug."""
PieceT = TypeVar("PieceT", bound=Dated)


def topics_of(document: Document[Dated]) -> Iterator[Topic]:
    """The areas and principles that a piece names, each once."""
    for topic in TOPIC_TYPES:
        for slug in dict.fromkeys(getattr(document.front, topic.topic_field, ())):
            yield (topic.name, slug)


def by_topic(pieces: Iterable[Document[PieceT]]) -> dict[Topic, list[Document[PieceT]]]:
    """The pieces that name each area and principle, in the order in which they come."""
    found: dict[Topic, list[Document[PieceT]]] = {}
    for piece in pieces:
        for topic in topics_of(piece):
            found.setdefault(topic, []).append(piece)
    return found
