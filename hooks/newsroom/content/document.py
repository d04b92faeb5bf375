"""Sources and documents: loaded Markdown files, with the line of each part."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from newsroom.content.file_uses import FileUse, find_named_files, referenced_path
from newsroom.content.folders import path_beside
from newsroom.content.formats import PAGE_ENDING, captions_path
from newsroom.content.model import Dated, FrontMatter
from newsroom.content.outline import Outline, RenderedText
from newsroom.content.types import AnyType
from newsroom.problems import Problem

Value = str | list["Value"] | dict[str, "Value"]
"""A value in front matter before its model has parsed it: text, or lists and groups of text."""
KeyPath = tuple[str | int, ...]
ItemKey = tuple[str, str, str]
"""The name of an item's type, its folder and its slug."""
FrontT_co = TypeVar("FrontT_co", bound=FrontMatter, covariant=True)


@dataclass(frozen=True)
class Source:
    """One Markdown file as it was written, whether or not its front matter is valid. Checks use it.

    ``path`` is relative to the repository ("stories/maggies-story.md"); ``url`` to the site's root
    ("stories/maggies-story/", the home page's is ""); ``lang`` is its language's code. ``values`` is the front matter
    as text, ``lines`` the line of each of its keys, as a path ("image", "alt"). ``text`` is the Markdown after the
    front matter, which starts at ``text_line``.
    """

    type: AnyType
    path: str
    url: str
    lang: str
    values: Mapping[str, Value]
    lines: Mapping[KeyPath, int]
    text: str
    rendered: RenderedText
    text_line: int = 1

    @property
    def outline(self) -> Outline:
        """What is in the text."""
        return self.rendered.outline

    def line(self, *key: str | int) -> int:
        """The line of a key in the front matter, or of the nearest key above it."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1) if key else 1

    def field_problem(self, code: str, key: str | KeyPath, what: str, fix: str, *, is_lowered: bool = False) -> Problem:
        """An error or warning about a field, with its line: "sent", or the path of its key, ("consent", "scope")."""
        line = self.line(key) if isinstance(key, str) else self.line(*key)
        return Problem(code, self.path, line, what, fix, is_lowered)

    @cached_property
    def file_uses(self) -> tuple[FileUse, ...]:
        """All uses of files: in its front matter, then in its text. A recording is followed by its captions."""
        return tuple(self._find_uses())

    @cached_property
    def used_files(self) -> frozenset[str]:
        """The paths of all files that it uses."""
        return frozenset(use.path for use in self.file_uses)

    def _find_uses(self) -> Iterator[FileUse]:
        for key, name in find_named_files(self.values):
            yield FileUse(path_beside(self.path, name), self.line(*key), is_shown=key[-1] == "src")
        for reference in self.outline.references:
            path = referenced_path(self.path, reference)
            if path:
                yield FileUse(path, reference.line, reference.is_picture, reference)
                if reference.is_recording:
                    yield FileUse(captions_path(path), reference.line, is_shown=False, reference=reference)


@dataclass(frozen=True)
class Document(Generic[FrontT_co]):
    """A file that can be published: its front matter, ``front``, is valid.

    ``path``, ``url`` and ``lang`` as in Source; ``slug`` is its name in every language.
    """

    type: AnyType
    path: str
    slug: str
    lang: str
    url: str
    front: FrontT_co
    outline: Outline

    @property
    def type_name(self) -> str:
        """The name of its type."""
        return self.type.name

    @cached_property
    def item_key(self) -> ItemKey:
        """What the versions of an item in all languages share, and no other item has."""
        return (self.type_name, posixpath.dirname(self.path), self.slug)

    @property
    def sort_key(self) -> str:
        """Sorts items by path, "garden.md" before "garden-2.md", which may be its copy."""
        return self.path.removesuffix(PAGE_ENDING)

    @property
    def genre(self) -> str:
        """The name for readers: the kind that its front matter names ("poem"), else its type's label."""
        return self.type.genre(self.front)

    @property
    def is_brief(self) -> bool:
        """Whether lists show it in a line or two: there is little more to read on its page."""
        return self.genre in self.type.brief_kinds

    @property
    def own_id(self) -> str | None:
        """The id for feeds that its front matter names."""
        return self.front.id if isinstance(self.front, Dated) else None

    @property
    def old_addresses(self) -> tuple[str, ...]:
        """Its earlier addresses on the site."""
        return self.front.redirect_from


AnyDocument = Document[FrontMatter]
