"""Sources and Documents: Markdown files as read, with where each thing in them stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from newsroom.content.formats import RECORDINGS, file_ending
from newsroom.content.model import FrontMatter
from newsroom.content.types import AnyType

Value = str | list["Value"] | dict[str, "Value"]
"""What front matter holds before its model has read it: text, lists and groups of text."""
KeyPath = tuple[str | int, ...]
FrontT_co = TypeVar("FrontT_co", bound=FrontMatter, covariant=True)


@dataclass(frozen=True)
class Heading:
    """A heading: its level (1 to 6), its plain text, its id on the page and its line in the file.

    ``is_quoted``: it stands in a block quote, and divides the quote rather than the page.
    """

    level: int
    text: str
    id: str
    line: int
    is_quoted: bool = False


@dataclass(frozen=True)
class Reference:
    """A link or a picture in the text. ``text`` is the link's words or the picture's alternative text.

    ``is_image``: written as a picture, which a recording may be too. ``is_html``: written as an HTML tag, whose
    address is not changed; ``tag`` is its name.
    """

    target: str
    text: str
    line: int
    is_image: bool
    is_html: bool = False
    tag: str = ""

    @property
    def path(self) -> str:
        """The target without what follows the name of a file: "talk.mp3" of "talk.mp3#t=30"."""
        return re.split("[?#]", self.target, maxsplit=1)[0]

    @property
    def is_recording(self) -> bool:
        """Whether it leads to a recording or its captions."""
        return file_ending(self.path) in RECORDINGS

    @property
    def is_picture(self) -> bool:
        """Whether it is shown as a picture. A recording that is written like one is played instead."""
        return self.is_image and not self.is_recording


@dataclass(frozen=True)
class RawTag:
    """A start tag in the text, as browsers read it: its name and attributes in small letters, and its line."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    line: int

    def get(self, *names: str) -> str | None:
        """The value of the first of its attributes that has one of the names."""
        return next((value for name, value in self.attributes if name in names), None)


class HtmlFaultKind(StrEnum):
    """What is wrong with the HTML tags in a text."""

    UNCLOSED = "unclosed"
    OVERLAPPING = "overlapping"
    STRAY = "stray"
    IN_PARAGRAPH = "in-paragraph"
    MISPLACED = "misplaced"
    REPEATED_ID = "repeated-id"
    TOO_DEEP = "too-deep"


@dataclass(frozen=True)
class HtmlFault:
    """A fault in a text's HTML: of the element ``name``, or of the id or the elements of that name, ``count`` times."""

    kind: HtmlFaultKind
    name: str = ""
    line: int | None = None
    count: int = 1


class LeftoverKind(StrEnum):
    """What a mark that is shown as it was written was meant to be."""

    LINK = "link"
    NOTE = "note"
    WIKI = "wiki"
    BULLET = "bullet"
    REFERENCE = "reference"
    COMMENT = "comment"


@dataclass(frozen=True)
class Leftover:
    """A mark that was meant as Markdown and is shown as it was written."""

    kind: LeftoverKind
    text: str
    line: int


@dataclass(frozen=True)
class Outline:
    """What a Markdown body says of itself: headings, what it refers to, HTML tags, and every id it offers to links.

    ``tags`` are the start tags that its author wrote, and those of Markdown's own elements that were given attributes
    which no page has; ``faults`` are those of its HTML. ``boxed`` are the ids of the second-level headings that are
    inside another element.
    """

    headings: tuple[Heading, ...] = ()
    references: tuple[Reference, ...] = ()
    ids: frozenset[str] = frozenset()
    is_empty: bool = False
    is_too_deep: bool = False
    leftovers: tuple[Leftover, ...] = ()
    unused_notes: tuple[tuple[str, int], ...] = ()
    tags: tuple[RawTag, ...] = ()
    faults: tuple[HtmlFault, ...] = ()
    boxed: frozenset[str] = frozenset()

    @property
    def sections(self) -> tuple[Heading, ...]:
        """The second-level headings: in a newsletter, its sections."""
        return tuple(heading for heading in self.headings if heading.level == 2 and not heading.is_quoted)


@dataclass(frozen=True)
class Source:
    """One Markdown file as it was written, whether or not its front matter fits its model: what checks look at.

    ``path`` is relative to the repository ("stories/maggies-story.md"); ``url`` to the site's root
    ("stories/maggies-story/", the home page's is ""). ``values`` is the front matter as text, ``lines`` the line
    of each of its keys, as a path ("image", "alt"). ``body_line`` is the first line after the front matter.
    """

    type: AnyType
    path: str
    url: str
    values: Mapping[str, Value]
    lines: Mapping[KeyPath, int]
    outline: Outline
    body_line: int = 1

    def line(self, *key: str | int) -> int:
        """The line of a key in the front matter, or of the nearest key above it."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1) if key else 1


@dataclass(frozen=True)
class Document(Generic[FrontT_co]):
    """A file that can be published: its front matter, ``front``, fits its model.

    ``path`` and ``url`` as in Source; ``lang`` is its language's code, ``slug`` its name in every language.
    """

    type: AnyType
    path: str
    slug: str
    lang: str
    url: str
    front: FrontT_co
    outline: Outline

    @property
    def kind(self) -> str:
        """The name of its type."""
        return self.type.name

    @property
    def genre(self) -> str:
        """What readers call it: the kind that its front matter names ("poem"), else its type's label."""
        return self.type.genre(self.front)


AnyDocument = Document[FrontMatter]
