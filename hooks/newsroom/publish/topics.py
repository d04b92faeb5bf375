"""The areas and principles that pieces name, and the pieces that name each."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from newsroom.document import Document, Kind
from newsroom.model import Dated

Topic = tuple[Kind, str]
"""An area or a principle: which of the two it is, and its slug."""
PieceT = TypeVar("PieceT", bound=Dated)


def topics_of(document: Document[Dated]) -> Iterator[Topic]:
    """The areas and principles that a piece names, each once."""
    for kind, slugs in ((Kind.AREA, document.front.areas), (Kind.PRINCIPLE, document.front.principles)):
        for slug in dict.fromkeys(slugs):
            yield (kind, slug)


def by_topic(pieces: Iterable[Document[PieceT]]) -> dict[Topic, list[Document[PieceT]]]:
    """The pieces that name each area and principle, in the order in which they come."""
    found: dict[Topic, list[Document[PieceT]]] = {}
    for piece in pieces:
        for topic in topics_of(piece):
            found.setdefault(topic, []).append(piece)
    return found
