"""A rendered text has an outline with lines, and places for addresses."""

import re

import pytest

from newsroom.content.outline import Heading, RawTag, Reference
from tests.support.markup import html_of, render

TEXT = """\
Text [a](b.md "T") and
`code` ![alt *x*](p.jpg)

## Head with a note[^1] {#x}

> ## Quoted
> <img src="z.png" alt="q"> [c][d]

| a | [t](u.md) |
|---|-----------|
| b | [w](x.md) |

- item
  - [deep](deep.md)

    ```
    [no](link.md)
    ```

<!-- [none](secret.md) -->
<p id="own">
[html](no.md)</p>

[d]: e.md#f
[^1]: A note with a [link](n.md).
"""


def test_outline_items_have_lines() -> None:
    outline = render(TEXT, first_line=10).outline
    assert outline.headings == (Heading(2, "Head with a note", "x", 13), Heading(2, "Quoted", "quoted", 15, True))
    assert outline.references == (
        Reference("b.md", "a", 10, is_image=False),
        Reference("p.jpg", "alt x", 11, is_image=True),
        Reference("z.png", "q", 16, is_image=True, is_html=True, tag="img"),
        Reference("u.md", "t", 18, is_image=False),
        Reference("x.md", "w", 20, is_image=False),
        Reference("deep.md", "deep", 23, is_image=False),
        Reference("e.md#f", "c", 33, is_image=False, text_line=16),
        Reference("n.md", "link", 34, is_image=False),
    )
    assert outline.tags == (
        RawTag("img", (("src", "z.png"), ("alt", "q")), 16),
        RawTag("p", (("id", "own"),), 30),
    )
    assert {"x", "quoted", "own", "fn:1", "fnref:1"} == outline.ids


def test_links_get_addresses() -> None:
    rendered = render("[a](a.md) ![b](b.jpg) [c](c.md) <a href='a.md'>raw</a>")
    addresses = {"a.md": '../a/?x=1&y="2"', "b.jpg": "b.jpg", "c.md": None}
    assert html_of(rendered, addresses.__getitem__) == (
        '<p><a href="../a/?x=1&amp;y=&quot;2&quot;">a</a> <img alt="b" src="b.jpg"/> c <a href="a.md">raw</a></p>'
    )


def test_disallowed_link_keeps_its_text() -> None:
    rendered = render('See [a *fine* ![tree](tree.jpg)](gone.md "T"){ .button } and [b](b.md).')
    html = html_of(rendered, lambda target: None if target == "gone.md" else target)
    assert html == '<p>See a <em>fine</em> <img alt="tree" src="tree.jpg"/> and <a href="b.md">b</a>.</p>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- ![b](gone.jpg)\n- Words", "<ul>\n\n<li>Words</li>\n</ul>"),
        ("- Words\n\n  ![b](gone.jpg)\n\n- ![b](gone.jpg)", "<ul>\n<li>\n<p>Words</p>\n\n</li>\n\n</ul>"),
        ("1. [![b](gone.jpg)](gone.md)", ""),
        ("> ![b](gone.jpg)", ""),
        ("> - ![b](gone.jpg)\n\nWords", "\n<p>Words</p>"),
    ],
    ids=["item", "item of paragraphs", "list", "quotation", "list in a quotation"],
)
def test_hidden_picture_leaves_nothing_empty(text: str, expected: str) -> None:
    assert html_of(render(text), lambda target: None if "gone" in target else target) == expected


def test_comments_are_not_published() -> None:
    html = html_of(render("a <!-- ask Jo --> b\n\n<!-- ask\n\nJo\n-->\n\nc <!-- ask Jo"))
    assert "Jo" not in html.replace("&lt;!-- ask Jo", "")


@pytest.mark.parametrize("text", ["", "   \n\n", "<!-- nothing -->", "[a]: b.md", "*[A]: B"])
def test_text_without_visible_content_is_empty(text: str) -> None:
    assert render(text).outline.is_empty


def test_poem_keeps_lines_and_indents() -> None:
    poem = "one\n  *two*\n\tthree\n\n      four"
    expected = "<p>one<br/>\n__<em>two</em><br/>\n____three</p>\n<p>______four</p>"
    assert html_of(render(poem, keeps_lines=True)).replace("\u00a0", "_") == expected
    wrapped = html_of(render("`a\nb`\n  c\nd", keeps_lines=True)).replace("\u00a0", "_")
    assert wrapped == "<p><code>a b</code><br/>\n__c<br/>\nd</p>"
    assert html_of(render("one\ntwo")) == "<p>one\ntwo</p>"


def test_tag_for_a_line_break_adds_none_in_a_poem() -> None:
    poem = "one<br>\n  *two<br/>*\n<BR />three\n<br>\nfour<br><br>\nfive"
    expected = "<p>one<br/>\n__<em>two</em><br/>\nthree<br/>\n<br/>\nfour<br/><br/>\nfive</p>"
    assert html_of(render(poem, keeps_lines=True)).replace("\u00a0", "_") == expected


@pytest.mark.parametrize(
    "text",
    ["[" * 4_000, "<a " * 12_000, "1. " * 1_000, "a\n: b\n\n" * 1_000, "> " * 1_000, "<![" * 1_200, "- " * 500],
    ids=["brackets", "tags", "numbers", "definitions", "quotes", "declarations", "bullets"],
)
def test_deeply_nested_text_is_rendered(text: str) -> None:
    assert render(text).marked


def test_class_does_not_hide_link_from_checks() -> None:
    rendered = render("[a](a.md){ .footnote-link } and a note[^1].\n\n[^1]: Words.")
    assert [reference.target for reference in rendered.outline.references] == ["a.md"]
    assert "data-" not in html_of(rendered)


def test_attribute_list_is_applied() -> None:
    html = html_of(render("[a](a.md){ .button #b hreflang=en lang=cy title='T' }"))
    assert html == '<p><a class="button" href="a.md" hreflang="en" id="b" lang="cy" title="T">a</a></p>'


@pytest.mark.parametrize("attribute", ["onclick='a()'", 'style="x:y"', "src=b.png", "href=b.md", "data-md-color=x"])
def test_harmful_attribute_list_is_shown_as_text(attribute: str) -> None:
    assert html_of(render(f"[a](a.md){{ {attribute} }}")).startswith('<p><a href="a.md">a</a>{')


def test_footnote_keeps_its_html() -> None:
    text = "a[^1] b[^2]\n\n[^1]: <div>One</div>\n[^2]:\n    <p>Two</p>\n\n    words\n\n    <p>Three</p>"
    first, second = html_of(render(text)).split("<li ")[1:]
    assert "<div>One</div>" in first
    assert re.findall(r"<p>(\w+)", second) == ["Two", "words", "Three"]


def test_added_words_are_translated() -> None:
    text = '> [!NOTE]\n> a[^1]\n\n!!! tip\n    b\n\n!!! tip "Own"\n    c\n\n[^1]: d'
    html = html_of(render(text, lang="cy"))
    assert re.findall('admonition-title">(.*?)<', html) == ["Nodyn", "Awgrym", "Own"]
    assert 'title="Yn ôl at droednodyn 1 yn y testun"' in html
