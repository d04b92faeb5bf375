"""A draft has Markdown as it is written, without what the site does not need."""

from base64 import b64encode
from datetime import date

import pytest

from newsroom.importing.pictures import with_names
from newsroom.importing.source import ImportRefusedError, SourceDocument
from newsroom.importing.web.markdown import read_markdown
from tests.support.images import picture

DIALECT = """\
First words.[^1] LAC is *named* __here__, :smile: and there.[^long]

[^1]: A report.
[^long]: One paragraph.

    Another one.

- [ ] Bring a cup
* [x] Bring cake

> [!NOTE]
> Bring a cup.

!!! tip "By bus"
    Take the 4.

[Read it](https://elm.example/report){ .button } and [the rest][rest]; ==marked==, [[wiki]]

*[LAC]: Local Area Coordination
[rest]: https://elm.example/rest

| A | B |
|:--|--:|
| `a\\|b` | x<br>y |

Term
:   Definition

```html
<!-- shown -->
# not a heading
```"""


def read(text: str) -> SourceDocument:
    """Markdown without pictures beside it."""
    return read_markdown(text, lambda _source: None)


@pytest.mark.parametrize(
    ("text", "title", "markdown"),
    [
        (DIALECT, None, DIALECT),
        (f"# The garden\n\n{DIALECT}", "The garden", DIALECT),
        ("The *garden*\n===\n\nIt grew.\n\n## Later", "The garden", "It grew.\n\n## Later"),
        ("### The garden\n\nIt grew.", "The garden", "It grew."),
        ("It grew.\n\n# One\n\n## Two ##\n\n# Three", None, "It grew.\n\n## One\n\n### Two ##\n\n## Three"),
        ("It grew.\n\nOne\n===\n\nTwo\nlines\n---\n\n# Three", None, "It grew.\n\n## One\n\n### Two lines\n\n## Three"),
        ("It grew.\n\n> ### One\n\n#### Two", None, "It grew.\n\n> ## One\n\n## Two"),
        ("---\ntitle: A\n---\n# A\n\nIt grew.", "A", "It grew."),
        ("---\ntitle: A\n---\n# B\n\nIt grew.", "A", "## B\n\nIt grew."),
        ("It <!-- planted\n\nplanted -->grew, see `<!-- this -->`.", None, "It grew, see `<!-- this -->`."),
        ("# A\n\n*By Ann Archer, 3 May 2024*\n\nIt grew.", "A", "It grew."),
    ],
)
def test_markdown_stays_as_it_is_written(text: str, title: str | None, markdown: str) -> None:
    source = read(text)
    assert (source.title, source.markdown) == (title, markdown)
    assert ("Comments were left out." in [note.text for note in source.notes]) == ("planted" in text)


def test_front_matter_is_read_and_its_other_fields_are_named() -> None:
    source = read(
        "---\ntitle: The garden\ndate: 2024-05-03\nauthor: Ann Archer\nlayout: post\n---\n\nIt grew.[^1]\n\n[^1]: So.\n"
    )
    assert (source.title, source.author, source.day) == ("The garden", "Ann Archer", date(2024, 5, 3))
    assert [note.text for note in source.notes] == ["The fields layout above the text were left out."]
    assert source.html.startswith("<p>It grew.</p>"), "a summary that is made of it has no number"


def test_pictures_in_html_and_in_the_text_itself_are_pictures_of_the_draft() -> None:
    data = f"data:image/png;base64,{b64encode(picture()).decode()}"
    text = (
        f'See ![A][image1] and <img src="b.png" alt="B" width="9">.\n\n'
        f'<p align="center">\n  <img src="c d.png">\n</p>\n\n'
        f'- a <img src="e.png">\n\n<table><tr><td><img src="f.png"></td></tr></table>\n\n`<img src="g.png"> {data}`\n\n'
        f"    <img src=h.png>\n\n[image1]: <{data}>"
    )
    source = read_markdown(text, lambda name: None if ":" in name else name.encode())
    assert source.markdown == (
        "See ![A][image1] and ![B](b.png).\n\n![](c%20d.png)\n\n"
        f'- a ![](e.png)\n\n<table><tr><td><img src="f.png"></td></tr></table>\n\n`<img src="g.png"> {data}`\n\n'
        "    <img src=h.png>\n\n[image1]: <inline-picture-2.png>"
    )
    assert list(source.pictures) == ["inline-picture-2.png", "b.png", "c%20d.png", "e.png", "f.png"]
    assert source.pictures["inline-picture-2.png"] == picture()


def test_pictures_beside_the_text_are_found_and_renamed() -> None:
    text = "![A](a.png) ![B](<b c.png> \"B\") ![C][c] ![D](no.png)\n\n<img src='a.png'> and a.png\n\n[c]: x-1.png"
    source = read_markdown(text, lambda name: None if name == "no.png" else name.encode())
    assert source.pictures == {name: name.encode() for name in ("a.png", "b c.png", "x-1.png")}
    names = {"a.png": "x-1.png", "b c.png": "x-2.png", "x-1.png": "x-3.png"}
    assert with_names(text, names) == (
        "![A](x-1.png) ![B](x-2.png \"B\") ![C][c] ![D](no.png)\n\n<img src='x-1.png'> and a.png\n\n[c]: x-3.png"
    )


@pytest.mark.parametrize("text", ["", "\n \n", "<!-- a -->", "a\n" * 200_000])
def test_markdown_without_text_or_with_too_much_is_refused(text: str) -> None:
    with pytest.raises(ImportRefusedError):
        read(text)
