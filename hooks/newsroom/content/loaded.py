"""All loaded content, as checks and outputs use it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from newsroom.content.accessibility import RECORD, AccessibilityTest
from newsroom.content.document import AnyDocument, Source
from newsroom.content.formats import Refusal
from newsroom.content.map_outline import MAP_FILE, MapOutline
from newsroom.content.withdrawals import Withdrawal
from newsroom.problems import Fault, Problem

_ValueT = TypeVar("_ValueT")
Synonyms = tuple[tuple[str, ...], ...]
"""Groups of words and phrases in lower case. The first of a group is the one before the colon."""


@dataclass(frozen=True)
class PdfFacts:
    """The facts in a PDF (ISO 32000-1, section 14).

    ``size`` is in bytes, ``pages`` is at least 1; ``title`` and ``lang`` are "" if it has none;
    ``is_tagged``: its headings, lists and reading order are marked for screen readers. ``properties`` are the texts
    that programs and people stored in it, each with its name: ("Author", "Ada Elm").
    """

    size: int
    pages: int
    title: str
    lang: str
    is_tagged: bool
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class PictureMetadata:
    """What is stored in a picture besides its pixels.

    Attributes:
        has_location: Whether it says where it was taken.
        owners: Names of people and serial numbers, each with what it is: ("the photographer's name", "Ada Elm").
        texts: Descriptions, comments and the like.
    """

    has_location: bool = False
    owners: tuple[tuple[str, str], ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class ContentFiles:
    """What is in the content folders: paths from the repository's folder, sorted.

    Attributes:
        markdown: The files of pages.
        assets: The files that pages can use (pictures, PDFs, recordings), with their sizes in bytes.
        special: The files that are published at a fixed address, like docs/CNAME.
        refused: All other files, each with the reason.
        problems: Errors in the folders themselves.
        unusable: The paths of these errors.
        is_safe: Whether the folders have no symbolic links, which could lead an engine out of them or into a loop.
    """

    markdown: tuple[str, ...]
    assets: Mapping[str, int]
    special: frozenset[str]
    refused: Mapping[str, Refusal]
    problems: tuple[Problem, ...]
    unusable: frozenset[str]
    is_safe: bool

    @property
    def paths(self) -> tuple[str, ...]:
        """Everything that a link can lead to."""
        return (*self.markdown, *self.assets, *self.special)

    def without(self, paths: frozenset[str]) -> "ContentFiles":
        """The files without some of them, and without their errors. Symbolic links have an error."""
        return replace(
            self,
            assets=_without(self.assets, paths),
            special=self.special - paths,
            refused=_without(self.refused, paths),
            problems=tuple(problem for problem in self.problems if problem.path not in paths),
            unusable=self.unusable - paths,
            is_safe=True,
        )


@dataclass(frozen=True)
class MovedAddress:
    """An address of a former site, "/category/news/", the one here that answers it, "stories/", and its line."""

    address: str
    target: str
    line: int


@dataclass(frozen=True)
class LoadedContent:
    """Everything that was found in the content folders. Paths are relative to the repository.

    Attributes:
        files: The files, whether or not they could be read.
        paths: All Markdown files.
        urls: The addresses of the Markdown files with valid names.
        sources: The files with front matter, even if it is not all valid, by path.
        documents: The files whose front matter is valid.
        drafts: The files that say ``draft: true``, even if they have other errors.
        withdrawals: The withdrawn items that are not among ``documents``: stubs, and files with errors that say that
            they are withdrawn, with their versions in other languages.
        heads: The text of each file down to its Markdown, comments included; all of it if its front matter has no end.
        pdfs: The facts of each PDF that may be published, or why it cannot be offered.
        pictures: What is stored in each picture about the place, the camera and the people, if anything is.
        problems: The errors that keep files from being documents.
        accessibility_test: The record of an accessibility test, if it is valid.
        synonyms: The synonyms for the search, by language.
        map_outline: The outline of the map of areas, if there is a valid one.
        moved: The addresses of a former site's lists.
        left_out: The files that were left out because of their errors, so that a withdrawal is published.
    """

    files: ContentFiles
    paths: frozenset[str]
    urls: Mapping[str, str]
    sources: Mapping[str, Source]
    documents: tuple[AnyDocument, ...]
    drafts: frozenset[str]
    withdrawals: tuple[Withdrawal, ...]
    heads: Mapping[str, str]
    pdfs: Mapping[str, PdfFacts | Fault]
    pictures: Mapping[str, PictureMetadata]
    problems: tuple[Problem, ...]
    accessibility_test: AccessibilityTest | None = None
    synonyms: Mapping[str, Synonyms] = field(default_factory=dict)
    map_outline: MapOutline | None = None
    moved: tuple[MovedAddress, ...] = ()
    left_out: frozenset[str] = frozenset()

    def without(self, paths: frozenset[str]) -> "LoadedContent":
        """The content without some files and their errors. Links to them are not errors."""
        return replace(
            self,
            files=self.files.without(paths),
            sources=_without(self.sources, paths),
            documents=tuple(document for document in self.documents if document.path not in paths),
            heads=_without(self.heads, paths),
            pdfs=_without(self.pdfs, paths),
            problems=tuple(problem for problem in self.problems if problem.path not in paths),
            accessibility_test=None if RECORD in paths else self.accessibility_test,
            map_outline=None if MAP_FILE in paths else self.map_outline,
            left_out=self.left_out | paths,
        )

    def only(self, paths: frozenset[str]) -> "LoadedContent":
        """The content of some pages, with their errors, and no other file."""
        markdown = tuple(path for path in self.files.markdown if path in paths)
        return replace(
            self,
            files=replace(self.files, markdown=markdown, assets={}, special=frozenset(), refused={}),
            paths=self.paths & paths,
            sources=_only(self.sources, paths),
            documents=tuple(document for document in self.documents if document.path in paths),
            heads=_only(self.heads, paths),
            pictures={},
            pdfs={},
            problems=tuple(problem for problem in self.problems if problem.path in paths),
        )


def _only(files: Mapping[str, _ValueT], paths: frozenset[str]) -> dict[str, _ValueT]:
    return {path: files[path] for path in paths & files.keys()}


def _without(files: Mapping[str, _ValueT], paths: frozenset[str]) -> dict[str, _ValueT]:
    return {path: value for path, value in files.items() if path not in paths}
