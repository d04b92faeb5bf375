"""Reads plain text and Markdown."""

import re
from datetime import date
from html import escape

from markdown_it import MarkdownIt

from newsroom.content.dates import parse_date
from newsroom.importing.source import ImportRefusedError, Note, NoteKind, SourceDocument
from newsroom.importing.web.page import FindFile, read_page
from newsroom.read.frontmatter import parse_front_matter

_WIDE = 60
"""Lines that are mostly longer were broken by a program, not by their author."""
_LONGEST_TITLE = 100
_KNOWN_FIELDS = ("title", "subtitle", "author", "date")


def read_text_file(text: str) -> SourceDocument:
    """Read a plain text. Blank lines divide its paragraphs. Raises ImportRefusedError if it has no text."""
    if not text.strip():
        raise ImportRefusedError("The file has no text.")
    return read_page(f"<html><body>{paragraphs_html(text, has_title=True)}</body></html>", lambda _source: None)


def paragraphs_html(text: str, *, has_title: bool = False) -> str:
    """The paragraphs of a plain text as HTML; a short first line may be its title."""
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t]*\n", text.strip())]
    if len(blocks) == 1:
        blocks = [line for line in blocks[0].split("\n") if line.strip()]
    is_title = has_title and len(blocks) > 1 and "\n" not in blocks[0] and len(blocks[0]) <= _LONGEST_TITLE
    is_title = is_title and not blocks[0].rstrip().endswith((".", ",", ":", ";"))
    title = f"<h1>{escape(blocks.pop(0).strip())}</h1>" if is_title else ""
    return title + "".join(f"<p>{_joined(block)}</p>" for block in blocks)


def read_markdown(text: str, find_file: FindFile) -> SourceDocument:
    """Read Markdown. Of its front matter only title, subtitle, author and date are taken.

    Raises ImportRefusedError if it has no text.
    """
    parsed = parse_front_matter(text, "file.md") if text.startswith("---\n") else None
    body = parsed.text if parsed and parsed.has_end else text
    values = parsed.values if parsed and parsed.has_end else {}
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    source = read_page(f"<html><body>{markdown.render(body)}</body></html>", find_file)
    known = {name: value for name in _KNOWN_FIELDS if isinstance(value := values.get(name), str) and value}
    notes = source.notes
    if others := [name for name in values if name not in _KNOWN_FIELDS]:
        notes += (Note(NoteKind.DROPPED, f"The fields {', '.join(others)} above the text were left out."),)
    try:
        day: date | None = parse_date(known.get("date", "")[:10]).first_day
    except ValueError:
        day = source.day
    return SourceDocument(
        source.html,
        source.pictures,
        known.get("title", source.title),
        known.get("subtitle", source.subtitle),
        known.get("author", source.author),
        day,
        notes,
    )


def _joined(block: str) -> str:
    """A paragraph; its lines stay if they are short, as in a poem or an address."""
    lines = [escape(line.strip()) for line in block.split("\n")]
    is_wrapped = sum(len(line) >= _WIDE for line in lines[:-1]) * 2 >= len(lines) - 1
    return (" " if is_wrapped else "<br>").join(lines)
