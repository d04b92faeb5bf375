"""A rendered text, and its structure: headings, links, pictures and HTML tags, with the line of each."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from newsroom.content.formats import RECORDINGS, file_ending


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
    address is not changed; ``tag`` is the tag's name. ``is_alone``: it is a link with nothing beside it in a paragraph.
    ``line`` is that of the target; ``text_line`` that of the text, if the link names a definition on another line.
    """

    target: str
    text: str
    line: int
    is_image: bool
    is_html: bool = False
    tag: str = ""
    is_alone: bool = False
    text_line: int | None = None

    @property
    def path(self) -> str:
        """The target without its query and fragment: "talk.mp3" for "talk.mp3#t=30"."""
        return re.split("[?#]", self.target, maxsplit=1)[0]

    @property
    def kind(self) -> str:
        """What messages call it: "picture" or "link"."""
        return "picture" if self.is_image else "link"

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
    """A start tag in the text, as browsers read it: its name and attributes in small letters, and its line.

    ``words`` are those of a link.
    """

    name: str
    attributes: tuple[tuple[str, str], ...]
    line: int
    words: str = ""

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
    SPACED_LINK = "spaced-link"
    REVERSED_LINK = "reversed-link"
    NOTE = "note"
    SPACED_NOTE = "spaced-note"
    INLINE_NOTE = "inline-note"
    WIKI = "wiki"
    BULLET = "bullet"
    REFERENCE = "reference"
    COMMENT = "comment"
    TICK = "tick"
    TABLE = "table"
    TABLE_ABOVE = "table-above"
    TABBED = "tabbed"
    SHOWN_COMMENT = "shown-comment"
    UNSPACED = "unspaced"
    NO_BREAK_SPACE = "no-break-space"
    EMPHASIS = "emphasis"
    ATTRIBUTES = "attributes"
    CLASS = "class"
    WORD = "word"
    CONTAINER = "container"
    BOX = "box"
    EMPTY_BOX = "empty-box"
    HTML = "html"
    SUBSCRIPT = "subscript"
    CONTENTS = "contents"
    FENCE = "fence"
    IN_HTML = "in-html"
    CODED_HTML = "coded-html"
    DECLARATION = "declaration"
    TEMPLATE = "template"
    FORMULA = "formula"
    DRAWN = "drawn"
    FRAME = "frame"


@dataclass(frozen=True)
class Leftover:
    """Markdown that was not recognised and is shown as it was written. ``fixed`` is how to write it, if known."""

    kind: LeftoverKind
    text: str
    line: int
    fixed: str = ""


class UnshownKind(StrEnum):
    """Why readers do not see a part of a text."""

    NOTE = "note"
    REPEATED_NOTE = "repeated-note"
    DEFINITION = "definition"
    REPEATED_DEFINITION = "repeated-definition"
    CELLS = "cells"
    ABBREVIATION = "abbreviation"


@dataclass(frozen=True)
class Unshown:
    """A part of a text that readers do not see: what it is, and its line.

    ``text`` is a note's label, an abbreviation, or a definition or the cells of a table as they were written.
    ``shown_line`` is the line of what is used instead.
    """

    kind: UnshownKind
    text: str
    line: int
    shown_line: int = 0


@dataclass(frozen=True)
class Outline:
    """The structure of a Markdown text: headings, links and pictures, HTML tags, and every id that links may name.

    ``tags`` are the start tags that its author wrote, and those of Markdown's elements with attributes that are not
    allowed. ``faults`` are those of its HTML. ``boxed`` are the ids of the second-level headings that are inside
    another element. ``first_words`` are how the text begins: at most 300 characters of plain text without a greeting.
    """

    headings: tuple[Heading, ...] = ()
    references: tuple[Reference, ...] = ()
    ids: frozenset[str] = frozenset()
    is_empty: bool = False
    is_too_deep: bool = False
    leftovers: tuple[Leftover, ...] = ()
    unshown: tuple[Unshown, ...] = ()
    tags: tuple[RawTag, ...] = ()
    faults: tuple[HtmlFault, ...] = ()
    boxed: frozenset[str] = frozenset()
    first_words: str = ""

    @property
    def sections(self) -> tuple[Heading, ...]:
        """The second-level headings: in a newsletter, its sections."""
        return tuple(heading for heading in self.headings if heading.level == 2 and not heading.is_quoted)

    @property
    def named_sections(self) -> tuple[Heading, ...]:
        """The sections that a list of contents can have: their headings have words."""
        return tuple(section for section in self.sections if section.text)


@dataclass(frozen=True)
class RenderedText:
    """The HTML of one Markdown text, with an outline of what is in it.

    ``marked`` is the HTML that :data:`newsroom.markup.policy.WEB` allows, with numbered placeholders for the addresses
    of ``targets``, which are as the author wrote them. The addresses are known only after all texts are loaded.
    """

    marked: str
    targets: tuple[str, ...]
    outline: Outline

    def with_targets(self, change: Callable[[str], str]) -> "RenderedText":
        """Return the text with the targets of its links and pictures changed; raw HTML stays as it is."""
        targets = tuple(map(change, self.targets))
        if targets == self.targets:
            return self
        references = tuple(
            reference if reference.is_html else replace(reference, target=change(reference.target))
            for reference in self.outline.references
        )
        return replace(self, targets=targets, outline=replace(self.outline, references=references))
