"""Reading: files become documents, or problems with file, line and how to mend them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.document import AnyDocument, Document, Kind
from newsroom.places import parse_name, place_of, url_of
from newsroom.problems import Problem
from newsroom.read.files import find_files, read_text
from newsroom.read.frontmatter import FrontMatterText, parse_front_matter
from newsroom.read.outline import read_outline
from newsroom.read.validate import validate

__all__ = ["Reading", "read"]


@dataclass(frozen=True)
class Reading:
    """All that was found in the content folders.

    ``documents`` could be read; ``paths`` are all Markdown files, readable or not, and ``assets`` every other
    file with its size in bytes, relative to the repository; ``problems`` say why a file is not among the documents.
    """

    documents: tuple[AnyDocument, ...]
    paths: frozenset[str]
    assets: Mapping[str, int]
    problems: tuple[Problem, ...]


def read(root: Path, languages: tuple[str, ...]) -> Reading:
    """Read every content folder below ``root``. The first language is the default, the one without a suffix."""
    documents: list[AnyDocument] = []
    problems: list[Problem] = []
    files = find_files(root)
    for path in files.markdown:
        document = _read_document(root, path, languages)
        if isinstance(document, Document):
            documents.append(document)
        else:
            problems.extend(document)
    return Reading(tuple(documents), frozenset(files.markdown), files.assets, tuple(problems))


def _read_document(root: Path, path: str, languages: tuple[str, ...]) -> AnyDocument | list[Problem]:
    place = place_of(path)
    name = parse_name(path, place, languages)
    if name is None:
        return [Problem(path, None, "the file's name is outside the pattern", place.name_help)]
    if place.is_flat and path.count("/") > place.folder.count("/") + 1:
        mend = f"move it to {place.folder}/"
        return [Problem(path, None, f"a {place.kind} stands directly in {place.folder}/, not deeper", mend)]
    text = read_text(root, path)
    if isinstance(text, Problem):
        return [text]
    found = parse_front_matter(text, path)
    if found.problems:
        return found.problems
    if place.kind is Kind.NEWSLETTER:
        _date_from_name(found, name.slug)
    front = validate(found, place.model, path)
    if isinstance(front, list):
        return front
    outline = read_outline(found.body, found.body_line)
    url = url_of(path, name, languages)
    return Document(place.kind, path, name.slug, name.lang, url, front, found.body, found.lines, outline)


def _date_from_name(found: FrontMatterText, slug: str) -> None:
    """An edition is dated by its month, unless it names its day."""
    found.values.setdefault("date", slug)
