"""The report lists what was left out, guessed and is to do, by line, as text, Markdown and HTML."""

import re

import pytest

from newsroom.importing.report import (
    ImportedDocument,
    PlacedNote,
    format_html,
    format_markdown,
    format_report,
    place_notes,
)
from newsroom.importing.source import Note, NoteKind
from tests.support.golden import Golden

DROPPED, GUESSED, TO_DO = NoteKind.DROPPED, NoteKind.GUESSED, NoteKind.TO_DO
_ENDINGS = ("md", "JPG", "jpeg", "png", "pdf", "gif", "webp", "mp3", "mp4", "txt")
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

- [line 4](stories/a.md?plain=1#L4): Say \\<what\\> it shows.
- [line 9](stories/a.md?plain=1#L9): Write \\`ref\\`.
- Ask.

## b.pdf

**Not imported.** b.pdf is a PDF.
"""


def test_report_for_the_terminal_and_as_markdown() -> None:
    assert format_report(DOCUMENTS, colour=False) == TEXT
    assert "\x1b[" in format_report(DOCUMENTS, colour=True)
    assert format_markdown(DOCUMENTS) == MARKDOWN


def test_reports_are_what_they_were(golden: Golden) -> None:
    kinds = (TO_DO, DROPPED, GUESSED)
    many = [
        ImportedDocument(
            f"Item  {number} & <co>",
            None if number == 3 else f"{'stories' if number % 2 else 'docs/a b'}/a {number}.md",
            (),
            tuple(
                PlacedNote(kind, f"Note {'x' * number}.", number) for kind in kinds[: number % 4 if number != 3 else 0]
            )
            + (PlacedNote(TO_DO, f"Picture '{number}.jpg' (“{number}”) of b.png, 5. [code-a]"),) * (number > 18)
            + tuple(PlacedNote(DROPPED, f"See {'xyz'[number - 18]}-a.{each} now.") for each in _ENDINGS if number > 17)
            + (PlacedNote(GUESSED, f"The file {number}/x.pdf is “*new*”."),) * (number > 17),
            "It is *empty*." if number == 3 else "",
        )
        for number in range(21)
    ]
    for name, documents in (("few", [*DOCUMENTS, *many[:18]]), ("many", many)):
        facts, places = ["A *fact*.", "Another."], ["a_b.md, line 2", "c.md, line 3"]
        golden.check(f"import/report-{name}.md", format_markdown(documents, facts, places).encode())
        golden.check(f"import/report-{name}.html", format_html(documents, facts, places).encode())
        golden.check(f"import/report-{name}.txt", format_report(documents, colour=True).encode())
    golden.check("import/report-none.md", format_markdown([]).encode())
    assert format_report(DOCUMENTS[1:], colour=False) == "b.pdf was not imported. b.pdf is a PDF."


def test_report_as_a_page_escapes_what_it_quotes() -> None:
    page = format_html(DOCUMENTS)
    for part in (
        "<h2>a &lt;b&gt;.docx</h2>",
        '<a href="stories/a.md?plain=1#L4">line 4</a>: Say &lt;what&gt; it shows.</li>',
        "<strong>Not imported.</strong>",
    ):
        assert part in page
    assert "<b>" not in page


def test_notes_get_the_line_of_their_words() -> None:
    text = """\
---
title: A
summary: The elms in the wind, suddenly
author:
  name: Ann Elm
---

The elms in the wind, of Ann Elm.

\\[su_button url="https://elm.example"] ![Elms](elms-1.png) ![](elms-1.png)
"""
    lines = {"elms in the …": 8, "Ann Elm": 5, "summary: The elms": 3, "[su_button url": 10, "suddenly": 3, "": None}
    notes = [Note(GUESSED, "One.", excerpt) for excerpt in lines]
    assert [place_notes([note], text) for note in notes] == [
        (PlacedNote(GUESSED, "One.", line),) for line in lines.values()
    ]
    assert place_notes([Note(DROPPED, "Two.", "not there")], text) == (PlacedNote(DROPPED, "Two. (“not there”)"),)


def test_notes_of_a_kind_on_one_line_have_their_words() -> None:
    notes = [Note(TO_DO, "A link was removed.", words) for words in ("all stories", "the feed", "the feed")]
    assert place_notes(notes, "all stories and the feed") == (
        PlacedNote(TO_DO, "A link was removed. (“all stories”)", 1),
        PlacedNote(TO_DO, "A link was removed. (“the feed”)", 1),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(
            (f"Add {name} by hand.", f"Add 9-b/z_2.{name[-3:]} by hand.")
            for name in ("a.md", "b/a.png", "a.pdf", "a.gif")
        ),
        *((f"Add a.{ending}.", "Add b.PDF.") for ending in ("jpg", "jpeg", "webp", "mp3", "mp4")),
        ("The word 'a b' is new.", "The word '' is new."),
        ("A link was removed. (“a”)", "A link was removed. (“b c”)"),
        ("On 12 pages.", "On 3 pages."),
    ],
)
def test_notes_that_differ_only_in_a_name_are_one_line_of_an_archive_report(one: str, other: str) -> None:
    notes = [(PlacedNote(TO_DO, text, 1),) for text in (one, other, "Something else.")] * 10
    drafts = [ImportedDocument("q", f"stories/{each}.md", (), found) for each, found in enumerate(notes)]
    page = format_html(drafts, ["One fact."], [])
    assert f"<strong>20 times:</strong> {one}" in page
    assert "<strong>10 times:</strong> Something else." in page


def test_report_of_an_archive_says_first_what_is_often_to_do() -> None:
    notes = [
        (PlacedNote(TO_DO, f"the picture 'a-{number}.jpg' has no text; say <what>. [picture-alt-missing]", number),)
        for number in range(1, 24)
    ]
    drafts = [ImportedDocument(f"<b>{each}", f"stories/a-{each}.md", (), found) for each, found in enumerate(notes)]
    page = format_html(
        [*drafts, ImportedDocument("q", "docs/q.md"), ImportedDocument("<i>", refused="It is empty.")],
        ["One fact."],
        ["stories/a-1.md, line 2"],
    )
    assert [part.partition("<")[0] for part in re.split("<h2>", page)[1:]] == [
        *("Not imported", "To do", "All drafts", "Pictures without an alternative text"),
    ]
    links = ", ".join(f'<a href="stories/a-{each}.md">stories/a-{each}.md</a>' for each in range(3))
    assert "<strong>23 times:</strong> the picture 'a-1.jpg' has no text; say &lt;what&gt;." in page
    assert f"In {links} and 20 more." in page
    assert "<li>&lt;i&gt;: It is empty.</li>" in page
    assert "<summary>stories: 23 drafts, 23 with notes</summary>" in page
    assert "<summary>&lt;b&gt;5: 1 to do</summary>" in page
    assert page.count("<details>") == page.count("</details>") == 2 + 23 + 1 + 1
    assert "<b>" not in page
    assert "<i>" not in page
