"""The report of an import: what was written, dropped and guessed, and what is left to do, for each document."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import quote

import click
from markdown_it import MarkdownIt

from newsroom.english import count_things
from newsroom.importing.source import Note, NoteKind
from newsroom.report.visible import make_visible

REPORT_FILES = ("import-report.md", "import-report.html")
"""The files of the report, which quote what was imported."""
_HEADINGS: Mapping[NoteKind, str] = {NoteKind.DROPPED: "Left out", NoteKind.GUESSED: "Guessed", NoteKind.TO_DO: "To do"}
_COLOURS: Mapping[NoteKind, str] = {NoteKind.DROPPED: "red", NoteKind.GUESSED: "yellow", NoteKind.TO_DO: "cyan"}

_BY_IMPORTANCE = (NoteKind.TO_DO, NoteKind.DROPPED, NoteKind.GUESSED)
_READABLE = 20
_EXAMPLES = 3
_TO_DESCRIBE = "Pictures without an alternative text"
_CODE = re.compile(r"\[[a-z-]+\]$")
_VALUE = re.compile(r"'[^']*'|\(“[^”]*”\)|\b[\w./-]+\.(?:md|jpe?g|png|pdf|gif|webp|mp3|mp4)\b|\d+", re.IGNORECASE)
"""Matches what differs between notes that say the same, like the name of a picture."""

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
"""Matches a character that Markdown has with a backslash, and a note's words without one."""

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
li, h2, summary { overflow-wrap: anywhere }
summary { cursor: pointer; padding: .25rem 0 }
details details { margin-left: 1rem }
@media (prefers-color-scheme: dark) { :root { color-scheme: dark } }
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
    """Notes with the line of the draft, whose text is given, in which their excerpts are.

    Several of a kind on one line, such as those on removed links, have the words that they are about.
    """
    lines = [(line, _ESCAPE.sub(r"\1", line)) for line in text.split("\n")]
    placed = {note: _placed(note, lines) for note in notes}
    counts = Counter(placed.values())
    return tuple(
        replace(found, text=_with_words(note)) if note.excerpt and counts[found] > 1 else found
        for note, found in placed.items()
    )


def format_report(documents: Iterable[ImportedDocument], *, colour: bool) -> str:
    """The report for a terminal. ``colour`` adds its colour codes."""
    listed = list(documents)
    blocks = ["\n".join(_terminal_lines(document, colour)) for document in listed]
    return "\n\n".join([*blocks, *([_totals(listed)] if len(listed) > 1 else [])])


def format_markdown(
    documents: Iterable[ImportedDocument], facts: Iterable[str] = (), to_describe: Iterable[str] = ()
) -> str:
    """The report as Markdown. If there are many documents, it says first what is often to do, and folds the rest.

    Args:
        documents: What became of each document.
        facts: Sentences about the whole import.
        to_describe: Where pictures are that have no alternative text.
    """
    listed = list(documents)
    parts = [f"# Import\n\n{_totals(listed)}"]
    if sentences := "\n".join(f"- {_escaped(fact)}" for fact in facts):
        parts.append(sentences)
    places = "\n".join(f"- {_escaped(place)}" for place in to_describe)
    if len(listed) <= _READABLE:
        parts += [part for document in listed for part in (f"## {_escaped(document.source)}", _document_part(document))]
        parts += [f"## {_TO_DESCRIBE}\n\n{places}"] if places else []
    else:
        refused = "\n".join(f"- {_escaped(each.source)}: {_escaped(each.refused)}" for each in listed if each.refused)
        parts += [f"## Not imported\n\n{refused}"] if refused else []
        parts += [
            f"## {_HEADINGS[kind]}\n\n{rows}" for kind in _BY_IMPORTANCE if (rows := _kinds_of_notes(listed, kind))
        ]
        parts.append("## All drafts\n\nOpen a line to see its drafts, and a draft to see what there is to do.")
        parts += _folded_documents(listed)
        parts += [f"## {_TO_DESCRIBE}\n\n{_folded('All of them', places)}"] if places else []
    return "\n\n".join(parts) + "\n"


def _kinds_of_notes(documents: Iterable[ImportedDocument], kind: NoteKind) -> str:
    """The notes of one kind in all documents: each once, how often it is there, and links to the first drafts."""
    texts: dict[str, str] = {}
    places: dict[str, dict[str, int]] = {}
    for document in documents:
        for note in document.of_kind(kind):
            code = _CODE.search(note.text)
            key = code[0] if code else _VALUE.sub("…", note.text)
            texts.setdefault(key, note.text)
            found = places.setdefault(key, {})
            found[document.path or ""] = found.get(document.path or "", 0) + 1
    rows = []
    for key, found in sorted(places.items(), key=lambda each: (-sum(each[1].values()), each[0])):
        links = ", ".join(f"[{path}]({quote(path)})" for path in list(found)[:_EXAMPLES])
        others = len(found) - _EXAMPLES
        more = f" and {others} more" if others > 0 else ""
        count = sum(found.values())
        rows.append(f"- **{'Once' if count == 1 else f'{count} times'}:** {_escaped(texts[key])} In {links}{more}.")
    return "\n".join(rows)


def _folded_documents(documents: Iterable[ImportedDocument]) -> Iterator[str]:
    """The drafts by folder, those with notes one by one."""
    folders: dict[str, list[ImportedDocument]] = {}
    for document in documents:
        if document.path:
            folders.setdefault(document.path.rpartition("/")[0], []).append(document)
    for folder, found in sorted(folders.items()):
        noted = [each for each in found if each.notes]
        parts = [_folded(f"{each.source}: {_counts(each)}", _document_part(each)) for each in noted]
        if quiet := "\n".join(f"- [{each.path}]({quote(each.path or '')})" for each in found if not each.notes):
            parts.append(_folded("Nothing to say", quiet))
        yield _folded(f"{folder}: {len(found)} drafts, {len(noted)} with notes", "\n\n".join(parts))


def _folded(summary: str, markdown: str) -> str:
    return f"<details><summary>{escape(' '.join(summary.split()))}</summary>\n\n{markdown}\n\n</details>"


def _document_part(document: ImportedDocument) -> str:
    if document.refused:
        return f"**Not imported.** {_escaped(document.refused)}"
    parts = [f"Draft: [{document.path}]({quote(document.path or '')})"]
    for kind in NoteKind:
        if found := document.of_kind(kind):
            items = "\n".join(f"- {_linked_place(note, document.path or '')}{_escaped(note.text)}" for note in found)
            parts.append(f"### {_HEADINGS[kind]}\n\n{items}")
    return "\n\n".join(parts)


def _counts(document: ImportedDocument) -> str:
    counts = ((len(document.of_kind(kind)), _HEADINGS[kind].lower()) for kind in _BY_IMPORTANCE)
    return ", ".join(f"{count} {name}" for count, name in counts if count)


def _linked_place(note: PlacedNote, path: str) -> str:
    """The line with a link to it, which a repository on GitHub can show: its own form for the source of a file."""
    return f"[line {note.line}]({quote(path)}?plain=1#L{note.line}): " if note.line else ""


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
    return f"{count_things(done, 'document')} imported{f', {refused} not' if refused else ''}: {', '.join(counts)}."


def _place(note: PlacedNote) -> str:
    return f"line {note.line}: " if note.line else ""


def _placed(note: Note, lines: Sequence[tuple[str, str]]) -> PlacedNote:
    """A note with its line; with the words that it is about, if the draft does not have them.

    Args:
        lines: The lines of the draft, each as it is written and without backslashes.
    """
    line = _find_line(note.excerpt, lines)
    is_lost = note.excerpt and line is None
    return PlacedNote(note.kind, _with_words(note) if is_lost else note.text, line)


def _with_words(note: Note) -> str:
    return f"{note.text} (“{note.excerpt}”)"


def _find_line(excerpt: str, lines: Sequence[tuple[str, str]]) -> int | None:
    """The line with an excerpt: in the front matter if it is a field or its whole value, else in the text.

    If it is the name of a picture, it is the line that shows it, not one that only names it.
    """
    wanted = excerpt if excerpt.startswith(" ") else excerpt.removesuffix("…").strip()
    if not wanted:
        return None
    top = next((number for number, (line, _) in enumerate(lines) if number and line == "---"), 0)
    for number, (line, _) in enumerate(lines[:top], 1):
        if line.startswith(wanted) or line.endswith(f": {wanted}"):
            return number
    places = (
        number + 1
        for form in (f"]({wanted}", wanted)
        for number in (*range(top, len(lines)), *range(top))
        if any(form in line for line in lines[number])
    )
    return next(places, None)


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#&" else letter for letter in text)


def _style(text: str, colour: bool, *, fg: str | None = None, bold: bool = False) -> str:
    return click.style(text, fg=fg, bold=bold or None) if colour else text
