"""Plain text and Markdown keep their paragraphs, lines and front matter."""

from datetime import date

import pytest

from newsroom.importing.html import html_to_markdown
from newsroom.importing.source import ImportRefusedError
from newsroom.importing.web.text import read_markdown, read_text_file

WRAPPED = "A line that a program broke after some seventy characters, because\nthe window was no wider than that."
POEM = "The elms in the wind\nbow down to the street"


@pytest.mark.parametrize(
    ("text", "title", "markdown"),
    [
        (f"The garden\n\n{WRAPPED}", "The garden", f"{WRAPPED}\n".replace("because\n", "because ")),
        (f"{POEM}\n\nAnd <so> *on*.", None, f"{POEM}\n\nAnd \\<so> \\*on\\*.\n".replace("wind\n", "wind\\\n")),
        ("One paragraph a line.\nAnother.", None, "One paragraph a line.\n\nAnother.\n"),
    ],
)
def test_plain_text_keeps_its_paragraphs(text: str, title: str | None, markdown: str) -> None:
    source = read_text_file(text)
    assert (source.title, html_to_markdown(source.html).markdown) == (title, markdown)


def test_markdown_keeps_its_structure_and_known_fields() -> None:
    text = (
        "---\ntitle: The garden\ndate: 2024-05-03\nauthor: Ann Archer\nlayout: post\n---\n\nIt **grew**.\n\n- a\n- b\n"
    )
    source = read_markdown(text, lambda _source: None)
    assert html_to_markdown(source.html).markdown == "It **grew**.\n\n- a\n- b\n"
    assert (source.title, source.author, source.day) == ("The garden", "Ann Archer", date(2024, 5, 3))
    assert [note.text for note in source.notes] == ["The fields layout above the text were left out."]


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(ImportRefusedError):
        read_text_file(text)
