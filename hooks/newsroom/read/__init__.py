"""Loads content: files become documents, or errors with file, line and how to fix them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from newsroom.content.accessibility import RECORD, AccessibilityTest, parse_record
from newsroom.content.document import AnyDocument, Source
from newsroom.content.folders import OLD_ADDRESSES, is_shared, path_beside, without_language
from newsroom.content.formats import DOCUMENTS, PAGE_LIKE, file_ending
from newsroom.content.item_files import files_named_after
from newsroom.content.loaded import ContentFiles, LoadedContent, MovedAddress, PdfFacts, PictureMetadata, Synonyms
from newsroom.content.map_outline import MAP_FILE, MapOutline, parse_outline
from newsroom.content.model.values import NO_NAMED_VALUES, NamedValues
from newsroom.content.types import type_for_path
from newsroom.content.withdrawals import Withdrawal
from newsroom.problems import Fault, Problem
from newsroom.read.files import find_files, read_text
from newsroom.read.front_matter.frontmatter import is_marked_draft, is_marked_withdrawn
from newsroom.read.limits import MAX_BYTES
from newsroom.read.media.picture_metadata import read_metadata_of_pictures
from newsroom.read.moved_addresses import read_moved
from newsroom.read.page import PageReader, ReadFile
from newsroom.read.synonyms import read_synonyms
from newsroom.read.withdrawn import files_in, files_of_source, misnamed_withdrawal, unreadable_withdrawal
from newsroom.value_cache import ValueCache

ParsedT = TypeVar("ParsedT")
_WITHDRAWN = frozenset({("consent", "withdrawn"), ("withdrawn",)})
"""The keys of the front matter that say when an item was withdrawn."""


def load_content(
    root: Path,
    languages: tuple[str, ...],
    values: ValueCache | None = None,
    named: NamedValues = NO_NAMED_VALUES,
    *,
    from_last_to_first: bool = False,
) -> LoadedContent:
    """Load every content folder below a folder. The arguments are those of :class:`ContentLoader` and its ``load``."""
    return ContentLoader(root, languages, values, named).load(from_last_to_first=from_last_to_first)


class ContentLoader:
    """Loads all content, and after that only what has changed.

    Args:
        languages: The languages' codes. The first is the default, whose files have no suffix.
        values: Keeps what takes long to compute; without it nothing is kept.
        named: The values that the settings name, which some fields accept alone.
    """

    def __init__(
        self,
        root: Path,
        languages: tuple[str, ...],
        values: ValueCache | None = None,
        named: NamedValues = NO_NAMED_VALUES,
    ) -> None:
        self._root = root
        self._languages = languages
        self._files = find_files(root)
        self._reader = PageReader(root, languages, self._files.paths, values or ValueCache(), named)
        self._found: dict[str, ReadFile] = {}
        self._pdfs: dict[str, PdfFacts | Fault] = {}

    @cached_property
    def _pictures(self) -> Mapping[str, PictureMetadata]:
        return read_metadata_of_pictures(self._root, self._files.assets)

    @cached_property
    def _synonyms(self) -> tuple[Mapping[str, Synonyms], Sequence[Problem]]:
        return read_synonyms(self._root, self._files.refused, self._languages)

    @cached_property
    def _moved(self) -> tuple[Sequence[MovedAddress], Sequence[Problem]]:
        return read_moved(self._root) if OLD_ADDRESSES in self._files.refused else ((), ())

    @cached_property
    def _record(self) -> AccessibilityTest | Problem | None:
        return self._parsed(RECORD, parse_record)

    @cached_property
    def _map(self) -> MapOutline | Problem | None:
        return self._parsed(MAP_FILE, parse_outline)

    def _parsed(self, path: str, parse: Callable[[str], ParsedT | Problem]) -> ParsedT | Problem | None:
        """The parsed content of an unpublished file, or the problem with it. None if the file does not exist."""
        if path not in self._files.refused:
            return None
        text = read_text(self._root, path)
        return text if isinstance(text, Problem) else parse(text)

    def load(self, *, from_last_to_first: bool = False) -> LoadedContent:
        """Load everything.

        Args:
            from_last_to_first: Whether the last pages come first, in a process that shares the work with another.
        """
        paths = self._files.markdown
        self._found = {path: self._reader.read(path) for path in (reversed(paths) if from_last_to_first else paths)}
        return self._loaded()

    def load_changed(self, paths: Iterable[str]) -> LoadedContent:
        """Load everything after :meth:`load`, if no file but the text of these pages has changed since."""
        self._found |= {path: self._reader.read(path) for path in paths if path in self._found}
        return self._loaded()

    def _loaded(self) -> LoadedContent:
        root, files, found, record, outline = self._root, self._files, self._found, self._record, self._map
        synonyms, synonym_faults = self._synonyms
        moved, moved_faults = self._moved
        used = sorted({*_find_pdfs(found.values(), files.assets)})
        known = self._pdfs | _read_pdfs(root, [path for path in used if path not in self._pdfs])
        self._pdfs = pdfs = {path: known[path] for path in used}
        problems = (each for each in (record, outline) if isinstance(each, Problem))
        faults = [*problems, *synonym_faults, *moved_faults]
        return LoadedContent(
            files=files,
            paths=frozenset(files.markdown),
            urls={path: file.url for path, file in found.items() if file.url is not None},
            sources={path: file.source for path, file in found.items() if file.source},
            documents=tuple(_with_page_count(file.document, pdfs) for file in found.values() if file.document),
            drafts=frozenset(path for path, file in found.items() if _is_draft(root, path, file)),
            withdrawals=tuple(_find_withdrawals(root, found, files, self._languages)),
            heads={path: file.head for path, file in found.items() if file.head},
            pdfs=pdfs,
            pictures=self._pictures,
            problems=(*files.problems, *(problem for file in found.values() for problem in file.problems), *faults),
            accessibility_test=None if isinstance(record, Problem) else record,
            synonyms=synonyms,
            map_outline=None if isinstance(outline, Problem) else outline,
            moved=tuple(moved),
        )


def _is_draft(root: Path, path: str, file: ReadFile) -> bool:
    """Whether a file says ``draft: true``. If it is not valid, its text is searched for that line."""
    return file.document.front.draft if file.document else is_marked_draft(_raw_text(root, path))


def _find_withdrawals(
    root: Path, found: Mapping[str, ReadFile], files: ContentFiles, languages: tuple[str, ...]
) -> Iterator[Withdrawal]:
    """The withdrawn items among the files that are not documents, each with the files that belong to it."""
    marked = {path for path, file in found.items() if _is_withdrawn(root, path, file)}
    names = {without_language(path) for path in marked}

    def with_files(item: Withdrawal, source: Source | None, path: str) -> Withdrawal:
        named = files_of_source(source) if source else files_in(path, _raw_text(root, path))
        beside = files_named_after(item.path, files.assets, files.markdown)
        return replace(item, files=frozenset(files.assets.keys() & {*named, *beside}))

    for path in _misnamed_pages(root, found, files):
        if is_marked_withdrawn(_raw_text(root, path)):
            yield with_files(misnamed_withdrawal(path, languages), None, path)
    for path, file in found.items():
        if file.withdrawal:
            yield with_files(file.withdrawal, None, path)
        elif file.url is not None and not file.document and without_language(path) in names:
            values = file.source.values if file.source else {}
            yield with_files(unreadable_withdrawal(path, file.url, values, languages), file.source, path)


def _misnamed_pages(root: Path, found: Mapping[str, ReadFile], files: ContentFiles) -> Iterator[str]:
    """The files that could be pages, if their names or folders were valid. Symbolic links are not followed."""
    yield from (path for path, file in found.items() if file.url is None)
    within = ((root / path).rglob("*") for path in sorted(files.unusable) if not (root / path).is_symlink())
    inner = (file.relative_to(root).as_posix() for found_files in within for file in found_files)
    for path in (*files.refused, *sorted(files.unusable), *inner):
        if file_ending(path) in PAGE_LIKE and (root / path).is_file() and not (root / path).is_symlink():
            yield path


def _is_withdrawn(root: Path, path: str, file: ReadFile) -> bool:
    """Whether an item says that it is withdrawn. If its front matter is not valid, its text is searched."""
    if file.withdrawal:
        return True
    if file.source and not _WITHDRAWN.isdisjoint(file.source.lines):
        return "consent" in file.source.type.fields  # also without a date, and if it is not indented
    return (
        file.document is None and "consent" in type_for_path(path).fields and is_marked_withdrawn(_raw_text(root, path))
    )


def _raw_text(root: Path, path: str) -> str:
    """A file's text, even if it is not in UTF-8; without the zero bytes that UTF-16 has beside each letter."""
    try:
        with (root / path).open("rb") as file:
            return file.read(MAX_BYTES).replace(b"\0", b"").decode("utf-8", "replace")
    except OSError:
        return ""


def _read_pdfs(root: Path, paths: Sequence[str]) -> dict[str, PdfFacts | Fault]:
    if not paths:
        return {}
    from newsroom.read.media.pdf import read_pdf_file  # imports pypdf, which takes long

    return {path: read_pdf_file(root / path) for path in paths}


def _find_pdfs(files: Iterable[ReadFile], assets: Iterable[str]) -> Iterator[str]:
    """The PDFs that may be published: those that pages name, even pages with errors, and those for templates."""
    sources = [file.source for file in files if file.source]
    named = {path for source in sources for path in source.used_files}
    for path in assets:
        if file_ending(path) in DOCUMENTS and (path in named or is_shared(path)):
            yield path


def _with_page_count(document: AnyDocument, pdfs: Mapping[str, PdfFacts | Fault]) -> AnyDocument:
    """The document with the page count of its PDF, if its front matter does not give it."""
    name = document.front.attachment
    pdf = pdfs.get(path_beside(document.path, name)) if name else None
    if not isinstance(pdf, PdfFacts) or not pdf.pages:
        return document
    return replace(document, front=document.front.with_page_count(pdf.pages))
