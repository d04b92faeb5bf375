"""The site as a reader of one language sees it: which pieces, in which order, under which areas and principles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from newsroom.document import Document, Kind
from newsroom.library import DATED_KINDS, Channel, Library
from newsroom.model import Area, Dated, Principle
from newsroom.publish.related import Related
from newsroom.publish.topics import by_topic
from newsroom.words import Words

LISTS: Mapping[str, tuple[Kind, ...]] = MappingProxyType(
    {
        "newsletters": (Kind.NEWSLETTER,),
        "publications": (Kind.PUBLICATION,),
        "stories": (Kind.STORY,),
        "news": DATED_KINDS,
    }
)
Pieces = Sequence[Document[Dated]]


def lists_of(library: Library) -> Mapping[str, tuple[Kind, ...]]:
    """The lists that have an item on the web: their names, each with its kinds.

    An empty list has no page, feed or link. Stories that were withdrawn count, since feeds say that they are gone.
    """
    documents = (*library.pages(Channel.WEB), *library.withdrawn(Channel.WEB))
    found = {document.kind for document in documents}
    return {name: kinds for name, kinds in LISTS.items() if found.intersection(kinds)}


@dataclass(frozen=True)
class Neighbours:
    """The pieces of the same kind before and after one, in time. What is not out yet is nobody's neighbour."""

    previous: Document[Dated] | None = None
    next: Document[Dated] | None = None


class View:
    """What the web channel shows in one language, worked out once for all pages.

    ``prefix`` is what the language's addresses begin with ("" for the default language, "cy/" for Welsh).
    ``is_open``: there is a home page in the language, so it has lists of its own; ``has_pages``: there is something to
    find in it.
    """

    def __init__(self, library: Library, words: Words, prefix: str) -> None:
        lang = words.lang
        self.lang = lang
        self.prefix = prefix
        self.words = words
        self.is_open = any(page.url == prefix for page in library.pages(Channel.WEB))
        self.has_pages = any(page.lang == lang for page in library.pages(Channel.SEARCH))
        self.newest = library.newest(Channel.WEB, lang)
        self.areas = {area.slug: area for area in library.areas(Channel.WEB, lang)}
        self.principles = {principle.slug: principle for principle in library.principles(Channel.WEB, lang)}
        self._neighbours = _neighbours(self.newest)
        self._by_topic = by_topic(self.newest)
        self._related = Related(self.newest)

    def of_kinds(self, kinds: Sequence[Kind]) -> Pieces:
        """The pieces of some kinds, newest first."""
        return [document for document in self.newest if document.kind in kinds]

    def leading(self, kind: Kind) -> Pieces:
        """The pieces of a kind for the home page: newest first, those whose own day is not known behind the others."""
        return sorted(self.of_kinds((kind,)), key=lambda document: document.front.undated)

    def about(self, topic: Document[Area] | Document[Principle]) -> Pieces:
        """The pieces that name an area or a principle, newest first."""
        return self._by_topic.get((topic.kind, topic.slug), [])

    def neighbours(self, document: Document[Dated]) -> Neighbours:
        """The pieces before and after one of this language."""
        return self._neighbours.get(document.path, Neighbours())

    def related(self, document: Document[Dated]) -> Pieces:
        """The pieces that share the most areas and principles with one, without those right before and after it."""
        beside = self.neighbours(document)
        return self._related.to(document, {piece.path for piece in (beside.previous, beside.next) if piece})


def _neighbours(newest: Pieces) -> dict[str, Neighbours]:
    found: dict[str, Neighbours] = {}
    for kind in DATED_KINDS:
        row = [None, *(document for document in newest if document.kind is kind and document.front.published), None]
        for later, (document, earlier) in zip(row, pairwise(row[1:]), strict=False):
            if document:
                found[document.path] = Neighbours(previous=earlier, next=later)
    return found
