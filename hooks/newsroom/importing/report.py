"""The report of an import: what was written, dropped and guessed, and what is left to do, for each document."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote

import click
from markdown_it import MarkdownIt

from newsroom.importing.source import Note, NoteKind
from newsroom.report.visible import make_visible

_HEADINGS: Mapping[NoteKind, str] = MappingProxyType(
    {NoteKind.DROPPED: "Left out", NoteKind.GUESSED: "Guessed", NoteKind.TO_DO: "To do"}
)
_COLOURS: Mapping[NoteKind, str] = MappingProxyType(
    {NoteKind.DROPPED: "red", NoteKind.GUESSED: "yellow", NoteKind.TO_DO: "cyan"}
)


_HTML_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Import</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
h2 { font-size: 1.1rem; margin: 1.5rem 0 0 }
h3 { font-size: 1rem; margin: 1rem 0 0 }
ul { margin: 0.25rem 0; padding-left: 1.25rem }
li, h2 { overflow-wrap: anywhere }
</style>
</head>
<body>
"""


@dataclass(frozen=True)
class PlacedNote:
    """A note with the line of the draft that it is about, if there is one."""

    kind: NoteKind
    text: str
    line: int | None = None


@dataclass(frozen=True)
class ImportedDocument:
    """What became of one document.

    Attributes:
        source: The name of its file, or its title in an archive.
        path: The draft's path in the repository; None if it was refused.
        pictures: The paths of its pictures.
        notes: What was dropped and guessed, and what is left to do.
        refused: Why it was not imported, and what to do.
    """

    source: str
    path: str | None = None
    pictures: tuple[str, ...] = ()
    notes: tuple[PlacedNote, ...] = ()
    refused: str = ""

    def of_kind(self, kind: NoteKind) -> tuple[PlacedNote, ...]:
        """The notes of one kind, those with a line first, by line."""
        found = dict.fromkeys(note for note in self.notes if note.kind is kind)
        return tuple(sorted(found, key=lambda note: (note.line is None, note.line or 0)))


def place_notes(notes: Iterable[Note], text: str) -> tuple[PlacedNote, ...]:
    """Notes with the line of the draft, whose text is given, in which their excerpts are."""
    lines = text.split("\n")
    return tuple(PlacedNote(note.kind, _with_excerpt(note, lines), _find_line(note.excerpt, lines)) for note in notes)


def format_report(documents: Iterable[ImportedDocument], *, colour: bool) -> str:
    """The report for a terminal. ``colour`` adds its colour codes."""
    listed = list(documents)
    blocks = ["\n".join(_terminal_lines(document, colour)) for document in listed]
    return "\n\n".join([*blocks, *([_totals(listed)] if len(listed) > 1 else [])])


def format_markdown(
    documents: Iterable[ImportedDocument], facts: Iterable[str] = (), to_describe: Iterable[str] = ()
) -> str:
    """The report as Markdown.

    Args:
        documents: What became of each document.
        facts: Sentences about the whole import.
        to_describe: Where pictures are that have no alternative text.
    """
    listed = list(documents)
    parts = [f"# Import\n\n{_totals(listed)}"]
    if sentences := "\n".join(f"- {_escaped(fact)}" for fact in facts):
        parts.append(sentences)
    for document in listed:
        parts.append(f"## {_escaped(document.source)}")
        parts.append(
            f"**Not imported.** {_escaped(document.refused)}"
            if document.refused
            else f"Draft: [{document.path}]({quote(document.path or '')})"
        )
        for kind in NoteKind:
            if found := document.of_kind(kind):
                items = "\n".join(f"- {_place(note)}{_escaped(note.text)}" for note in found)
                parts.append(f"### {_HEADINGS[kind]}\n\n{items}")
    if places := "\n".join(f"- {_escaped(place)}" for place in to_describe):
        parts.append(f"## Pictures without an alternative text\n\n{places}")
    return "\n\n".join(parts) + "\n"


def format_html(
    documents: Iterable[ImportedDocument], facts: Iterable[str] = (), to_describe: Iterable[str] = ()
) -> str:
    """The report as a page that can be opened from disk, with the arguments of :func:`format_markdown`."""
    return f"{_HTML_HEAD}{MarkdownIt().render(format_markdown(documents, facts, to_describe))}</body>\n</html>\n"


def _terminal_lines(document: ImportedDocument, colour: bool) -> Iterator[str]:
    if document.refused:
        yield f"{make_visible(document.source)} was not imported. {make_visible(document.refused)}"
        return
    yield _style(f"{make_visible(document.source)} is now the draft {document.path}", colour, bold=True)
    if document.pictures:
        yield f"with {', '.join(document.pictures)}"
    for kind in NoteKind:
        if found := document.of_kind(kind):
            yield ""
            yield _style(f"{_HEADINGS[kind]}:", colour, fg=_COLOURS[kind])
            yield from (f"  {_place(note)}{make_visible(note.text)}" for note in found)


def _totals(documents: list[ImportedDocument]) -> str:
    """How many documents were imported, and how many notes there are: "2 documents imported, 1 not. 3 left out, …"."""
    refused = sum(1 for document in documents if document.refused)
    done = len(documents) - refused
    counts = (f"{sum(len(each.of_kind(kind)) for each in documents)} {_HEADINGS[kind].lower()}" for kind in NoteKind)
    name = "1 document" if done == 1 else f"{done} documents"
    return f"{name} imported{f', {refused} not' if refused else ''}: {', '.join(counts)}."


def _place(note: PlacedNote) -> str:
    return f"line {note.line}: " if note.line else ""


def _with_excerpt(note: Note, lines: list[str]) -> str:
    """The text of a note; with the words that it is about, if the draft does not have them."""
    is_in_draft = not note.excerpt or _find_line(note.excerpt, lines) is not None
    return note.text if is_in_draft else f"{note.text} (“{note.excerpt}”)"


def _find_line(excerpt: str, lines: list[str]) -> int | None:
    """The line with an excerpt; if it is the name of a picture, the line that shows it, not one that only names it."""
    wanted = excerpt if excerpt.startswith(" ") else excerpt.removesuffix("…").strip()
    forms = (f"]({wanted}", wanted) if wanted else ()
    found = (number for form in forms for number, line in enumerate(lines, 1) if form in line)
    return next(found, None)


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#&" else letter for letter in text)


def _style(text: str, colour: bool, *, fg: str | None = None, bold: bool = False) -> str:
    return click.style(text, fg=fg, bold=bold or None) if colour else text
