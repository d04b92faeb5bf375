"""Plain text keeps its paragraphs and lines."""

import pytest

from newsroom.importing.html import html_to_markdown
from newsroom.importing.source import ImportRefusedError
from newsroom.importing.web.page import read_text_file

WRAPPED = "A line that a program broke after some seventy characters, because\nthe window was no wider than that."
POEM = "The elms in the wind\nbow down to the street"


@pytest.mark.parametrize(
    ("text", "title", "markdown"),
    [
        (f"The garden\n\n{WRAPPED}", "The garden", f"{WRAPPED}\n".replace("because\n", "because ")),
        (f"{POEM}\n\nAnd <so> *on*.", None, f"{POEM}\n\nAnd \\<so> \\*on\\*.\n".replace("wind\n", "wind\\\n")),
        ("Bring:\n* a coat\n* a cup\n\n- Jo Elm", None, "Bring:\n\n- a coat\n- a cup\n\n\\- Jo Elm\n"),
        ("One paragraph a line.\nAnother.", None, "One paragraph a line.\n\nAnother.\n"),
    ],
)
def test_plain_text_keeps_its_paragraphs(text: str, title: str | None, markdown: str) -> None:
    source = read_text_file(text)
    assert (source.title, html_to_markdown(source.html).markdown) == (title, markdown)


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(ImportRefusedError, match=r"^The file has no text\.$"):
        read_text_file(text)
