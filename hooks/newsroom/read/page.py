"""Reads one page: its text becomes a document, or errors with file, line and how to fix them."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pydantic import TypeAdapter

from newsroom.cache import digest
from newsroom.content.document import AnyDocument, Document, Source
from newsroom.content.folders import PageName, address_for, find_topic_slugs, has_proper_folders, parse_name
from newsroom.content.formats import PAGE_ENDING
from newsroom.content.model import FrontMatter
from newsroom.content.model.values import NamedValues
from newsroom.content.outline import Reference, RenderedText
from newsroom.content.types import TYPES, AnyType, type_for_path
from newsroom.content.withdrawals import Withdrawal, is_stub
from newsroom.english import with_article
from newsroom.markup import is_address, render_markdown
from newsroom.problems import Problem, shorten
from newsroom.read.files import read_text
from newsroom.read.front_matter.frontmatter import FrontMatterText, parse_front_matter
from newsroom.read.front_matter.validate import validate_front_matter
from newsroom.read.limits import find_length_problem
from newsroom.read.targets import Targets
from newsroom.read.withdrawn import read_stub
from newsroom.translations import Translations
from newsroom.value_cache import ValueCache

_RENDERED = TypeAdapter(RenderedText)
_CONSEQUENCES = frozenset({"field-missing", "field-empty"})
"""What a field with an error elsewhere seems to be."""
_OURS, _THEIRS = "<<<<<<< ", ">>>>>>> "

_SHOWN_AFTER: Mapping[str, tuple[bool, bool]] = {
    _OURS: (True, False),
    "||||||| ": (False, False),
    "=======": (False, True),
    _THEIRS: (True, True),
}
"""Whether the lines after a mark are in what the first and the second person wrote."""


@dataclass(frozen=True)
class ReadFile:
    """The result of reading one file."""

    problems: Sequence[Problem] = ()
    url: str | None = None
    source: Source | None = None
    document: AnyDocument | None = None
    head: str = ""
    withdrawal: Withdrawal | None = None


class PageReader:
    """Reads the pages of a repository.

    Args:
        languages: The languages' codes, the default language first.
        paths: All files in the content folders.
        values: Keeps rendered texts.
        named: The values that the settings name, by group.
    """

    def __init__(
        self, root: Path, languages: tuple[str, ...], paths: Iterable[str], values: ValueCache, named: NamedValues
    ) -> None:
        self._root = root
        self._languages = languages
        self._translations = {lang: Translations(lang) for lang in languages}
        self._targets = Targets(paths)
        self._values = values
        self._named = {**named, **{field: sorted(slugs) for field, slugs in find_topic_slugs(paths).items()}}
        self._shared_key = digest(*languages, repr(named), *sorted(paths))

    def read(self, path: str) -> ReadFile:
        """Read the page at a path, which is relative to the repository's folder."""
        content_type = type_for_path(path)
        name = parse_name(path, content_type, self._languages)
        if name is None:
            return ReadFile([_name_problem(path, content_type, self._languages)])
        if fault := _folder_problem(path, content_type):
            return ReadFile([fault])
        text = read_text(self._root, path)
        if isinstance(text, Problem):
            return ReadFile([text], address_for(path, name, self._languages))
        if conflicts := list(_find_conflicts(path, text)):
            ours, theirs = (self._parse(path, name, side).problems for side in _both_sides(text))
            shared = [problem for problem in ours if problem in theirs]
            return ReadFile([*conflicts, *shared], address_for(path, name, self._languages), head=text)
        key = digest(self._shared_key, path, text)
        return self._values.get("page", path, key, partial(self._parse, path, name, text))

    def _parse(self, path: str, name: PageName, text: str) -> ReadFile:
        content_type, url = type_for_path(path), address_for(path, name, self._languages)
        found = parse_front_matter(text, path)
        if not found.has_end:
            return ReadFile(found.problems, url, head=text)
        head = text.removesuffix(found.text)
        if is_stub(found.lines, found.text):
            withdrawal, faults = read_stub(found, path, url, name)
            return ReadFile(faults, url, head=head, withdrawal=withdrawal)
        for key, value in (content_type.file_name.fields(name.slug) or {}).items():
            found.values.setdefault(key, value)
        if fault := find_length_problem(path, found.text, found.text_line):
            return ReadFile([*found.problems, fault], url, head=head)
        values = self._targets.fix_values(path, found.values)
        keeps_lines = content_type.text_rules.keeps_lines(values)
        rendered = self._render(path, name.lang, found.text, found.text_line, keeps_lines=keeps_lines)
        source = Source(content_type, path, url, name.lang, values, found.lines, found.text, rendered, found.text_line)
        front = self._validate(source, found)
        faults = [
            _malformed_link(path, reference)
            for reference in source.outline.references
            if not is_address(reference.target)
        ]
        if isinstance(front, list):
            return ReadFile([*front, *faults], url, source, None, head)
        if faults:
            return ReadFile(faults, url, source, None, head)
        document = Document(content_type, path, name.slug, name.lang, url, front, source.outline)
        return ReadFile((), url, source, document, head)

    def _validate(self, source: Source, found: FrontMatterText) -> FrontMatter | list[Problem]:
        """The front matter as its model, or all errors: those that a faulty field may cause elsewhere are left out."""
        if not found.problems:
            return validate_front_matter(source, source.type.model, self._named)
        others = replace(source, values=found.other_values, lines=found.other_lines) if found.other_values else source
        front = validate_front_matter(others, source.type.model, self._named) if others.values else []
        lines = {problem.line for problem in found.problems}
        further = front if isinstance(front, list) else []
        return found.problems + [
            problem for problem in further if problem.code not in _CONSEQUENCES and problem.line not in lines
        ]

    def _render(self, path: str, lang: str, text: str, first_line: int, *, keeps_lines: bool) -> RenderedText:
        t = self._translations[lang]
        render = partial(render_markdown, text, t, first_line, keeps_lines=keeps_lines)
        key = digest(lang, str(first_line), str(keeps_lines), text)
        rendered = self._values.get("rendered text", path, key, render, _RENDERED)
        return rendered.with_targets(partial(self._targets.exact_target, path))


def _name_problem(path: str, content_type: AnyType, languages: tuple[str, ...]) -> Problem:
    has_suffix = posixpath.basename(path).count(".") > 1
    named_for = next((found for found in TYPES if _is_meant(path, found)), None if has_suffix else content_type)
    small = posixpath.join(posixpath.dirname(path), posixpath.basename(path).lower())
    fix = named_for.file_name.help if named_for else f"the languages here are {', '.join(languages)}"
    if small != path and parse_name(small, content_type, languages):
        fix = f"write it in lower-case letters: '{posixpath.basename(small)}'"
    return Problem("file-name-invalid", path, None, "the file's name is not allowed", fix)


def _is_meant(path: str, content_type: AnyType) -> bool:
    """Whether the name of a file has the word in the ending of a version of pages: "easy" in "about.Easy-Read.md"."""
    word = content_type.file_name.ending.removesuffix(PAGE_ENDING)
    return bool(word) and word in posixpath.basename(path).lower()


def _folder_problem(path: str, content_type: AnyType) -> Problem | None:
    if not has_proper_folders(path):
        fix = "use lower-case letters, digits and hyphens, like 'our-areas'"
        return Problem("folder-name-invalid", path, None, "the folder's name is not allowed", fix)
    if content_type.folder_rules.is_flat and posixpath.dirname(path) != content_type.folder:
        what = f"{with_article(content_type.noun)} must be directly in {content_type.folder}/, not in a folder below it"
        return Problem("page-too-deep", path, None, what, f"move it to {content_type.folder}/")
    return None


def _malformed_link(path: str, reference: Reference) -> Problem:
    what = f"'{shorten(reference.target)}' is not an address"
    return Problem("link-malformed", path, reference.line, what, "copy the address from your browser")


def _find_conflicts(path: str, text: str) -> Iterator[Problem]:
    """An error at the first line of each passage that is in the file twice, and at each mark without the others.

    See https://git-scm.com/docs/git-merge#_how_conflicts_are_presented.
    """
    if _OURS not in text and _THEIRS not in text:
        return
    opened: tuple[int, str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(_OURS):
            if opened:
                yield _lone_mark(path, *opened)
            opened = number, line
        elif line.startswith(_THEIRS):
            if opened:
                what = f"from here to line {number} the file has what two people wrote, since Git could not join it"
                fix = "keep the right words, and delete the lines that begin with '<<<<<<<', '=======' and '>>>>>>>'"
                yield Problem("conflict-unresolved", path, opened[0], what, fix)
            else:
                yield _lone_mark(path, number, line)
            opened = None
    if opened:
        yield _lone_mark(path, *opened)


def _both_sides(text: str) -> tuple[str, str]:
    """A text as each of two people wrote it; the lines of the other and the marks are empty, so that numbers stay."""
    sides: tuple[list[str], list[str]] = ([], [])
    shown = (True, True)
    for line in text.split("\n"):
        marks = _SHOWN_AFTER if shown != (True, True) else (_OURS, _THEIRS)  # "=======" alone underlines a heading
        mark = next((mark for mark in marks if line.startswith(mark)), None)
        shown = _SHOWN_AFTER[mark] if mark else shown
        for side, is_shown in zip(sides, shown, strict=True):
            side.append(line if is_shown and not mark else "")
    return "\n".join(sides[0]), "\n".join(sides[1])


def _lone_mark(path: str, number: int, line: str) -> Problem:
    what = f"'{shorten(line, 60)}' is a mark of Git beside words that two people have changed"
    return Problem("conflict-unresolved", path, number, what, "keep the right words, and delete this line")
