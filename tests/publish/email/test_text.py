"""The plain-text part is wrapped, keeps lists, quotations and tables, and has numbers for links."""

import re
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown import markdown

from newsroom.publish.email.text import LinkNotes, section_text, wrap

WORD = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=90)


def text_of(html: str, notes: LinkNotes | None = None) -> str:
    """The plain text of some HTML."""
    return section_text(lxml_html.fragment_fromstring(html, create_parent="div"), notes or LinkNotes())


LAYOUTS = {
    "paragraphs": ("<p>One\n  two.</p>\n<p>Three.</p>", "One two.\n\nThree."),
    "text without a paragraph": ("One <b>two</b> <!-- note --> three<p>Four</p>five", "One two three\n\nFour\n\nfive"),
    "line breaks": ("<p>One<br>two<br/>\nthree</p>", "One\ntwo\nthree"),
    "a list": ("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two"),
    "a list in a list": (
        "<ul><li>One<ul><li>Two<ol><li>Three</li><li>Four</li></ol></li></ul></li><li>Five</li></ul>",
        "- One\n  - Two\n    1. Three\n    2. Four\n- Five",
    ),
    "a numbered list": ("<ol><li>One</li><li>Two</li></ol>", "1. One\n2. Two"),
    "a numbered list that goes on": ('<ol start="9"><li>One</li><li>Two</li></ol>', "9. One\n10. Two"),
    "a list with a strange start": ('<ol start="ix"><li>One</li></ol>', "1. One"),
    "an item of two paragraphs": ("<ul><li><p>One</p><p>Two</p></li><li>Three</li></ul>", "- One\n\n  Two\n- Three"),
    "an empty item": ("<ul><li></li><li>Two</li></ul>", "-\n- Two"),
    "a quote": ("<blockquote><p>One</p><p>Two</p></blockquote>", "> One\n>\n> Two"),
    "a quote in a quote": ("<blockquote>One<blockquote>Two</blockquote></blockquote>", "> One\n>\n> > Two"),
    "a list in a quote": ("<blockquote><ul><li>One</li></ul></blockquote>", "> - One"),
    "a quote in a list": ("<ul><li><blockquote><p>One</p></blockquote></li></ul>", "- > One"),
    "a heading": ("<h3>One two</h3><p>Three</p>", "One two\n-------\n\nThree"),
    "a rule": ("<p>One</p><hr><p>Two</p>", "One\n\n---\n\nTwo"),
    "code": ("<pre><code>a  b\n\n    c\n</code></pre>", "    a  b\n\n        c"),
    "code in a line": ("<p>Use <code>make  site</code>.</p>", "Use make site."),
    "a table": (
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2<br>3</td></tr></tbody></table>",
        "A | B\n1 | 2, 3",
    ),
    "lines and blocks in a cell": (
        "<table><tr><td>One<br>two<p>three</p><br>four</td></tr></table>",
        "One two, three, four",
    ),
    "blocks in a cell": (
        "<table><tr><th>A</th><td><p>One:</p><ol><li>two</li><li>three</li></ol></td><td>Four.<p>Five</p></td></tr></table>",
        "A | One: 1. two, 2. three | Four. Five",
    ),
    "a table with a caption": ("<table><caption>A <b>b</b></caption><tr><th>1</th></tr></table>", "A b\n\n1"),
    "cells in a row with a caption": (
        '<table role="presentation"><caption>A</caption><tr><td>1</td><td>2</td></tr></table>',
        "A\n\n1\n\n2",
    ),
    "blocks in a link": ("<a><p>One</p><p>Two</p></a>", "One\nTwo"),
    "a block in a link with an address": ("<a href='#a'><p>One</p></a> two", "One [1] two\n\n[1] #a"),
    "a picture": ('<p><img src="a.png" alt="A bench"> here</p>', "[A bench] here"),
    "a decorative picture": ('<p><img src="a.png" alt="">Here</p>', "Here"),
    "a definition of two paragraphs": ("<dl><dd><p>One</p><p>Two</p></dd></dl>", "    One\n\n    Two"),
    "a definition": ("<dl><dt>Elm</dt><dd>A tree</dd></dl>", "Elm\n    A tree"),
    "details, opened": ("<div><p><strong>More</strong></p><p>Words</p></div>", "More\n\nWords"),
    "struck words": (
        "<p><del>£10</del> £5, <s> <b>two</b> <a href='tel:1'>c</a> </s>d <del><s>e</s></del><del> </del></p>",
        "~~£10~~ £5, ~~two c [1]~~ d ~~e~~\n\n[1] tel:1",
    ),
    "superscripts": (
        "<p>2<sup>10</sup> 2<sup>−1</sup> 2<sup>-3</sup> 2<sup>+4</sup> on 19<sup>th</sup></p>",
        "2^10 2^−1 2^-3 2^+4 on 19th",
    ),
    "a figure": ("<figure><img alt='A'><figcaption>B</figcaption></figure>", "[A]\n\nB"),
    "a comment": ("<p>One <!-- not this --> two</p>", "One two"),
    "characters": ("<p>&lt;b&gt; &amp; “ŵ” £5 🌳</p>", "<b> & “ŵ” £5 🌳"),
}


@pytest.mark.parametrize(("html", "text"), LAYOUTS.values(), ids=LAYOUTS)
def test_page_layout_becomes_plain_text(html: str, text: str) -> None:
    assert text_of(html) == text


def test_blocks_are_wrapped_at_72_with_indents() -> None:
    words = "many words in a row that go on and on until no line of any screen could hold them"
    html = (
        f"<p>{words}</p><ol><li>{words}<ul><li>{words}</li></ul></li></ol><blockquote>{words}</blockquote>"
        f"<table><tr><td>{words}</td><td>x</td></tr></table><h3>{words}</h3>"
    )
    assert text_of(html) == dedent("""\
        many words in a row that go on and on until no line of any screen could
        hold them

        1. many words in a row that go on and on until no line of any screen
           could hold them
           - many words in a row that go on and on until no line of any screen
             could hold them

        > many words in a row that go on and on until no line of any screen
        > could hold them

        many words in a row that go on and on until no line of any screen could
          hold them | x

        many words in a row that go on and on until no line of any screen could
        hold them
        -----------------------------------------------------------------------""")


@pytest.mark.parametrize(
    ("html", "width"),
    [
        ("<p>{}</p>", 72),
        ("<blockquote>{}</blockquote>", 70),
        ("<ul><li>{}</li></ul>", 70),
        ("<ol><li>{}</li></ol>", 69),
        ('<ol start="10"><li>{}</li></ol>', 68),
        ("<dl><dd>{}</dd></dl>", 68),
        ("<table><caption>{}</caption></table>", 72),
        ("<table><tr><td>{}</td></tr></table>", 72),
        ('<table role="presentation"><tr><td>{}</td></tr></table>', 72),
    ],
)
def test_line_is_full_before_the_next_begins(html: str, width: int) -> None:
    lines = [text_of(html.format(f"a {'b' * (length - 2)}")).strip().count("\n") for length in (width, width + 1)]
    assert lines == [0, 1]


@pytest.mark.parametrize("mark", ",;:.!?…–—،؛؟，。")
def test_line_in_a_cell_goes_on_after_punctuation(mark: str) -> None:
    assert text_of(f"<table><tr><td>One{mark}<br>Two</td></tr></table>") == f"One{mark} Two"


@pytest.mark.parametrize("space", ["&#160;", "&#8239;"])
def test_no_line_ends_at_a_no_break_space(space: str) -> None:
    line = "x" * 62
    assert text_of(f"<p>{line} Pourquoi{space}? Parce &#160; que.</p>") == f"{line}\nPourquoi ? Parce que."


def test_address_longer_than_a_line_stays_whole() -> None:
    address = f"https://elm.example/{'long-' * 20}"
    assert address in text_of(f'<p>Words before <a href="{address}">{address}</a> and after.</p>').split("\n")
    assert text_of(f'<p><a href="{address}">Words</a></p>').endswith(f"[1] {address}")


def test_links_are_numbered_and_listed_below() -> None:
    html = '<p><a href="https://a.example/">One</a> and <a href="https://b.example/?x=1&amp;y=2"><b>two</b></a>.</p>'
    assert text_of(html) == "One [1] and two [2].\n\n[1] https://a.example/\n[2] https://b.example/?x=1&y=2"


def test_address_keeps_its_number_in_the_whole_email_and_is_listed_below_each_section() -> None:
    notes = LinkNotes()
    first = text_of('<a href="https://a.example/">One</a>', notes)
    second = text_of('<a href="https://b.example/">Two</a> <a href="https://a.example/">one</a>', notes)
    assert first == "One [1]\n\n[1] https://a.example/"
    assert second == "Two [2] one [1]\n\n[1] https://a.example/\n[2] https://b.example/"


@pytest.mark.parametrize(
    ("address", "words"),
    [("https://a.example/", "https://a.example/"), ("mailto:a@elm.example", "a@elm.example")],
)
def test_link_with_its_address_as_text_has_no_number(address: str, words: str) -> None:
    assert text_of(f'<p>See <a href="{address}">{words}</a>.</p>') == f"See {words}."


@pytest.mark.parametrize(
    "html",
    [
        '<h3><a href="https://a.example/">Words</a></h3>',
        '<ul><li><a href="https://a.example/">Words</a></li></ul>',
        '<blockquote><a href="https://a.example/">Words</a></blockquote>',
        '<table><tr><td><a href="https://a.example/">Words</a></td></tr></table>',
        '<a href="https://a.example/"><img src="x.png" alt="Words"></a>',
        '<a href="https://a.example/"><img src="x.png" alt=""></a>',
        '<details><summary><a href="https://a.example/">Words</a></summary></details>',
        '<dl><dt><a href="https://a.example/">Words</a></dt></dl>',
        '<div><p><em><a href="https://a.example/">Words</a></em></p></div>',
    ],
)
def test_links_are_kept_in_every_element(html: str) -> None:
    assert text_of(html).endswith("[1] https://a.example/")


def test_deep_nesting_loses_no_word() -> None:
    text = text_of(f"{'<blockquote>' * 80}many words here{'</blockquote>' * 80}")
    assert text.replace(">", " ").split() == ["many", "words", "here"]


@given(st.lists(WORD, max_size=60), st.integers(20, 72))
def test_wrapping_loses_nothing_and_only_a_single_word_exceeds_the_line(words: list[str], width: int) -> None:
    lines = wrap(" ".join(words), width, first="- ", rest="  ")
    assert [word for line in lines for word in line[2:].split()] == words
    assert all(len(line) <= width or len(line[2:].split()) == 1 for line in lines)


@given(st.lists(st.sampled_from(["- item", "    - deeper", "> quote", "1. one", "words *and* words", "", "| a | b |"])))
def test_every_word_of_an_edition_is_in_its_text(lines: list[str]) -> None:
    html = markdown("\n".join(lines), extensions=["tables"])
    shown = re.findall(r"\w+", lxml_html.fragment_fromstring(html, create_parent="div").text_content())
    assert re.findall(r"[a-z]+", text_of(html)) == [word for word in shown if word.isalpha()]
