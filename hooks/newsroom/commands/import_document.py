"""Imports a document as a draft."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from newsroom.commands.check import check_content
from newsroom.content.folders import path_beside
from newsroom.content.types import TOPIC_TYPES, AnyType, type_for_path
from newsroom.content.types.area import AREA
from newsroom.importing.draft import Draft, DraftPlace, make_draft
from newsroom.importing.guess import Topic
from newsroom.importing.read import ConvertToWord, read_source
from newsroom.importing.report import ImportedDocument, PlacedNote, place_notes
from newsroom.importing.source import MISSING_ALT, ImportRefusedError, NoteKind
from newsroom.importing.writing import write_new_files
from newsroom.problems import Problem
from newsroom.read.files import read_text
from newsroom.read.front_matter.frontmatter import parse_front_matter
from newsroom.site_settings import site_settings
from newsroom.value_cache import ValueCache


@dataclass(frozen=True)
class ImportOptions:
    """The options of an import.

    Attributes:
        name: The name of its file, without language and ending; by default it is made from the title.
        lang: The language; the site's own by default.
        folder: The folder in the repository; that of the type by default.
    """

    content_type: AnyType
    name: str | None = None
    lang: str | None = None
    folder: str | None = None


def import_document(
    root: Path,
    values: object,
    file: Path,
    options: ImportOptions,
    *,
    today: date,
    convert: ConvertToWord,
    value_cache: ValueCache | None,
) -> ImportedDocument:
    """Write the draft of a document, with its pictures beside it, and check it.

    Args:
        values: The settings as they are in mkdocs.yml.
        file: The document. It is not changed, and not copied.
        options: The type, the name, the language and the folder of the draft.
        convert: Converts the formats of other office programs to Word's.
        value_cache: Keeps what the check computes.

    Raises:
        ContentError: The settings are not valid.
        ImportRefusedError: The document cannot be imported. Nothing was written.
        DraftNameError: Its file cannot have the name that is asked for. Nothing was written.
    """
    settings = site_settings(values)
    lang, default = options.lang or settings.default_language, settings.default_language
    if lang not in settings.languages:
        raise ImportRefusedError(f"The site's languages are {', '.join(settings.languages)}; '{lang}' is none of them.")
    folder = content_folder(root, options.content_type, options.folder)
    place = DraftPlace(
        content_type=options.content_type,
        folder=folder,
        suffix="" if lang == default else f".{lang}",
        name=options.name,
        taken=frozenset(path.name for path in (root / folder).glob("*")),
        topics=site_topics(root),
        today=today,
    )
    draft = make_draft(read_source(file, convert), file.stem, place)
    write_new_files(root, draft.files)
    problems = check_content(root, values, today=today, value_cache=value_cache).problems
    return report_draft(file.name, draft, problems)


def report_draft(name: str, draft: Draft, problems: Iterable[Problem]) -> ImportedDocument:
    """What became of a document with a name: the notes on its draft, and what the check says about its files."""
    own = {draft.path, *draft.pictures}
    checked = tuple(checked_note(problem) for problem in problems if problem.path in own)
    found = ImportedDocument(name, draft.path, tuple(draft.pictures), place_notes(draft.notes, draft.text))
    return with_checked(found, checked)


def checked_note(problem: Problem) -> PlacedNote:
    """What the check says, as a note."""
    sentence = f"{problem.sentence[:1].upper()}{problem.sentence[1:]}"
    return PlacedNote(NoteKind.TO_DO, f"{sentence} [{problem.code}]", problem.line)


def with_checked(document: ImportedDocument, checked: Iterable[PlacedNote]) -> ImportedDocument:
    """A document with what the check says about it, which replaces what the import said of pictures in these lines."""
    found = tuple(checked)
    lines = {note.line for note in found if note.line}
    others = (note for note in document.notes if MISSING_ALT not in note.text or note.line not in lines)
    return replace(document, notes=(*others, *found))


def content_folder(root: Path, content_type: AnyType, asked: str | None) -> str:
    """The folder for a draft: its type's, or the one asked for. Raises ImportRefusedError if that is another type's."""
    if asked is None:
        return content_type.folder
    wanted = Path(asked)
    inside = wanted.resolve().relative_to(root.resolve()) if wanted.resolve().is_relative_to(root.resolve()) else wanted
    folder = posixpath.normpath(inside.as_posix())
    if type_for_path(path_beside(f"{folder}/x.md", "x.md")) is not content_type:
        noun, own = content_type.plural, content_type.folder
        raise ImportRefusedError(f"{noun.capitalize()} are in the folder '{own}', and '{asked}' is not.")
    return folder


def site_topics(root: Path) -> tuple[Topic, ...]:
    """The areas and principles of the site, by their names in each language."""
    return tuple(_topics(root))


def _topics(root: Path) -> Iterator[Topic]:
    for found in TOPIC_TYPES:
        for file in sorted((root / found.folder).glob("*.md")):
            text = read_text(root, f"{found.folder}/{file.name}")
            name = parse_front_matter(text, file.name).values.get(found.title_field) if isinstance(text, str) else None
            if isinstance(name, str) and name.strip() and file.name != "index.md":
                yield Topic(found.topic_field, file.name.split(".")[0], name.strip(), is_common=found is not AREA)
