"""The report lists what was left out, guessed and is to do, by line, as text, Markdown and HTML."""

from newsroom.importing.report import (
    ImportedDocument,
    PlacedNote,
    format_html,
    format_markdown,
    format_report,
    place_notes,
)
from newsroom.importing.source import Note, NoteKind

DROPPED, GUESSED, TO_DO = NoteKind.DROPPED, NoteKind.GUESSED, NoteKind.TO_DO
DOCUMENTS = [
    ImportedDocument(
        "a <b>.docx",
        "stories/a.md",
        ("stories/a-1.jpg",),
        (
            PlacedNote(TO_DO, "Write `ref`.", 9),
            PlacedNote(TO_DO, "Say <what> it shows.", 4),
            PlacedNote(TO_DO, "Ask."),
            PlacedNote(DROPPED, "Comments were left out."),
            PlacedNote(DROPPED, "Comments were left out."),
        ),
    ),
    ImportedDocument("b.pdf", refused="b.pdf is a PDF."),
]
TEXT = """\
a <b>.docx is now the draft stories/a.md
with stories/a-1.jpg

Left out:
  Comments were left out.

To do:
  line 4: Say <what> it shows.
  line 9: Write `ref`.
  Ask.

b.pdf was not imported. b.pdf is a PDF.

1 document imported, 1 not: 1 left out, 0 guessed, 3 to do."""
MARKDOWN = """\
# Import

1 document imported, 1 not: 1 left out, 0 guessed, 3 to do.

## a \\<b\\>.docx

Draft: [stories/a.md](stories/a.md)

### Left out

- Comments were left out.

### To do

- line 4: Say \\<what\\> it shows.
- line 9: Write \\`ref\\`.
- Ask.

## b.pdf

**Not imported.** b.pdf is a PDF.
"""


def test_report_for_the_terminal_and_as_markdown() -> None:
    assert format_report(DOCUMENTS, colour=False) == TEXT
    assert "\x1b[" in format_report(DOCUMENTS, colour=True)
    assert format_markdown(DOCUMENTS) == MARKDOWN


def test_report_as_a_page_escapes_what_it_quotes() -> None:
    page = format_html(DOCUMENTS)
    for part in (
        "<h2>a &lt;b&gt;.docx</h2>",
        "<li>line 4: Say &lt;what&gt; it shows.</li>",
        "<strong>Not imported.</strong>",
    ):
        assert part in page
    assert "<b>" not in page


def test_notes_get_the_line_of_their_words() -> None:
    text = "---\ntitle: A\n---\n\nThe elms in the wind.\n"
    notes = [Note(GUESSED, "One.", "elms in the …"), Note(DROPPED, "Two.", "not there"), Note(TO_DO, "Three.")]
    assert place_notes(notes, text) == (
        PlacedNote(GUESSED, "One.", 5),
        PlacedNote(DROPPED, "Two. (“not there”)"),
        PlacedNote(TO_DO, "Three."),
    )
