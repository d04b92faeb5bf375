"""Sources and documents: loaded Markdown files, with the line of each part."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from newsroom.content.formats import RECORDINGS, file_ending
from newsroom.content.model import FrontMatter
from newsroom.content.types import AnyType

Value = str | list["Value"] | dict[str, "Value"]
"""A value in front matter before its model has parsed it: text, or lists and groups of text."""
KeyPath = tuple[str | int, ...]
FrontT_co = TypeVar("FrontT_co", bound=FrontMatter, covariant=True)


@dataclass(frozen=True)
class Heading:
    """A heading: its level (1 to 6), its plain text, its id on the page and its line in the file.

    ``is_quoted``: it is in a block quote, and divides the quote rather than the page.
    """

    level: int
    text: str
    id: str
    line: int
    is_quoted: bool = False


@dataclass(frozen=True)
class Reference:
    """A link or a picture in the text. ``text`` is the link's text or the picture's alternative text.

    ``is_image``: it is written as a picture, as recordings may be too. ``is_html``: it is written as an HTML tag, whose
    address is not changed; ``tag`` is the tag's name.
    """

    target: str
    text: str
    line: int
    is_image: bool
    is_html: bool = False
    tag: str = ""

    @property
    def path(self) -> str:
        """The target without its query and fragment: "talk.mp3" for "talk.mp3#t=30"."""
        return re.split("[?#]", self.target, maxsplit=1)[0]

    @property
    def is_recording(self) -> bool:
        """Whether it leads to a recording or its captions."""
        return file_ending(self.path) in RECORDINGS

    @property
    def is_picture(self) -> bool:
        """Whether it is shown as a picture. A recording that is written like a picture is played instead."""
        return self.is_image and not self.is_recording


@dataclass(frozen=True)
class RawTag:
    """A start tag in the text, as browsers read it: its name and attributes in small letters, and its line."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    line: int

    def get(self, *names: str) -> str | None:
        """The value of its first attribute that has one of the names."""
        return next((value for name, value in self.attributes if name in names), None)


class HtmlFaultKind(StrEnum):
    """The kinds of faults in the HTML tags of a text."""

    UNCLOSED = "unclosed"
    OVERLAPPING = "overlapping"
    STRAY = "stray"
    IN_PARAGRAPH = "in-paragraph"
    MISPLACED = "misplaced"
    REPEATED_ID = "repeated-id"
    TOO_DEEP = "too-deep"


@dataclass(frozen=True)
class HtmlFault:
    """A fault in a text's HTML. ``name`` is an element, several elements or an id, which occurs ``count`` times."""

    kind: HtmlFaultKind
    name: str = ""
    line: int | None = None
    count: int = 1


class LeftoverKind(StrEnum):
    """What the author of a leftover meant it to be."""

    LINK = "link"
    NOTE = "note"
    WIKI = "wiki"
    BULLET = "bullet"
    REFERENCE = "reference"
    COMMENT = "comment"


@dataclass(frozen=True)
class Leftover:
    """Markdown that was not recognised and is shown as it was written."""

    kind: LeftoverKind
    text: str
    line: int


@dataclass(frozen=True)
class Outline:
    """The structure of a Markdown text: headings, links and pictures, HTML tags, and every id that links may name.

    ``tags`` are the start tags that its author wrote, and those of Markdown's elements with attributes that are not
    allowed. ``faults`` are those of its HTML. ``boxed`` are the ids of the second-level headings that are inside
    another element.
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
    """One Markdown file as it was written, whether or not its front matter is valid. Checks use it.

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
    """A file that can be published: its front matter, ``front``, is valid.

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
        """The name for readers: the kind that its front matter names ("poem"), else its type's label."""
        return self.type.genre(self.front)


AnyDocument = Document[FrontMatter]
