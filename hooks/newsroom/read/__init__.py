"""Reading: files become documents, or problems with file, line and how to mend them."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.document import AnyDocument, Document, Kind, Source
from newsroom.places import parse_name, place_of, url_of
from newsroom.problems import Problem
from newsroom.read.files import find_files, read_text
from newsroom.read.frontmatter import parse_front_matter
from newsroom.read.outline import read_outline
from newsroom.read.validate import validate

__all__ = ["Reading", "read"]


@dataclass(frozen=True)
class Reading:
    """All that was found in the content folders.

    ``sources`` are the files whose front matter could be read, ``documents`` those among them in which it fits;
    ``paths`` are all Markdown files, readable or not, and ``assets`` every other file with its size in bytes,
    relative to the repository. ``problems`` say why a file is not among the documents.
    """

    sources: tuple[Source, ...]
    paths: frozenset[str]
    assets: Mapping[str, int]
    problems: tuple[Problem, ...]

    @property
    def documents(self) -> tuple[AnyDocument, ...]:
        """The sources that can be published."""
        return tuple(source for source in self.sources if isinstance(source, Document))


def read(root: Path, languages: tuple[str, ...]) -> Reading:
    """Read every content folder below ``root``. The first language is the default, the one without a suffix."""
    files = find_files(root)
    sources: list[Source] = []
    problems: list[Problem] = []
    for path in files.markdown:
        source, found = _read_source(root, path, languages)
        problems.extend(found)
        if source:
            sources.append(source)
    return Reading(tuple(sources), frozenset(files.markdown), files.assets, tuple(problems))


def _read_source(root: Path, path: str, languages: tuple[str, ...]) -> tuple[Source | None, list[Problem]]:
    place = place_of(path)
    name = parse_name(path, place, languages)
    if name is None:
        return None, [Problem(path, None, "the file's name is outside the pattern", place.name_help)]
    if place.is_flat and posixpath.dirname(path) != place.folder:
        what = f"a {place.kind} stands directly in {place.folder}/, not deeper"
        return None, [Problem(path, None, what, f"move it to {place.folder}/")]
    text = read_text(root, path)
    if isinstance(text, Problem):
        return None, [text]
    found = parse_front_matter(text, path)
    if found.problems:
        return None, found.problems
    if place.kind is Kind.NEWSLETTER:
        found.values.setdefault("date", name.slug)
    source = Source(
        kind=place.kind,
        path=path,
        slug=name.slug,
        lang=name.lang,
        url=url_of(path, name, languages),
        values=found.values,
        lines=found.lines,
        body=found.body,
        outline=read_outline(found.body, found.body_line),
    )
    front = validate(source, place.model)
    if isinstance(front, list):
        return source, front
    return Document(**vars(source), front=front), []
