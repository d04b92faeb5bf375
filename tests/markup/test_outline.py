"""The outline of a text matches its HTML."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newsroom.content.outline import Outline, RenderedText
from newsroom.read import load_content
from tests.read.documents import documents
from tests.support import NEWSROOM
from tests.support.growth import grows_linearly
from tests.support.markup import html_of, render


@dataclass(frozen=True)
class Seen:
    """Headings (level, text, id) in order; the addresses of links; the addresses and words of pictures."""

    headings: list[tuple[int, str, str]]
    links: set[str]
    pictures: set[tuple[str, str]]


def read_outline(body: str, first_line: int = 1) -> Outline:
    """The outline of a text."""
    return render(body, first_line).outline


def _in_html(text: RenderedText) -> Seen:
    root = html.fragment_fromstring(html_of(text), create_parent="div")
    levels = [element for element in root.iter() if element.tag in {f"h{level}" for level in range(1, 7)}]
    links = {a.attrib["href"] for a in root.iter("a") if "href" in a.attrib and "footnote" not in a.get("class", "")}
    pictures = {(img.attrib["src"], _words(img.get("alt", ""))) for img in root.iter("img")}
    return Seen([(int(h.tag[1]), _words(h.text_content()), h.attrib["id"]) for h in levels], links, pictures)


def _in_outline(outline: Outline) -> Seen:
    used = {reference for reference in outline.references if not reference.is_image}
    return Seen(
        [(heading.level, heading.text, heading.id) for heading in outline.headings],
        {reference.target for reference in used},
        {(reference.target, _words(reference.text)) for reference in outline.references if reference.is_image},
    )


def _words(text: str) -> str:
    return " ".join(text.split())


@given(documents())
def test_outline_matches_html(body: str) -> None:
    text = render(body)
    rendered, outlined = _in_html(text), _in_outline(text.outline)
    assert outlined.headings == rendered.headings
    assert outlined.links == rendered.links
    assert outlined.pictures == rendered.pictures


def test_outline_matches_html_of_frozen_files() -> None:
    sources = load_content(NEWSROOM, ("en", "cy")).sources.values()
    assert len(sources) > 50
    texts = {source.path: render(source.text) for source in sources}
    assert [path for path, text in texts.items() if _in_outline(text.outline) != _in_html(text)] == []


@given(st.text(alphabet=st.sampled_from("ab[]()!`~<>#*_\\-=|:{}\"'.\n \t&é"), max_size=200))
def test_outline_never_fails_and_lines_are_in_text(body: str) -> None:
    outline = read_outline(body, 10)
    last = 10 + body.count("\n")
    assert all(10 <= heading.line <= last for heading in outline.headings)
    assert all(10 <= reference.line <= last for reference in outline.references)


def test_lines_count_from_the_file() -> None:
    body = "Words.\n\n## One\n\nSee [a\nlong link](a.md) and\n![a picture](b.jpg).\n\n"
    body += "```\n# code\n```\n\nTwo\n---\n\n[x]: c.md\n"
    outline = read_outline(body, first_line=8)
    assert [(heading.text, heading.line) for heading in outline.headings] == [("One", 10), ("Two", 20)]
    assert [(r.target, r.line) for r in outline.references] == [("a.md", 12), ("b.jpg", 14)]


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ("[Note]: some words, no definition\n", set()),
        ("[a]: b.md\n", set()),
        ("[a] and [c]\n\n[a]: b.md 'A title'\n\n[c]: d.md (Another)\n", {"b.md", "d.md"}),
        ("```html\n<!-- a comment begins\n```\n\n[x](y.md)\n", {"y.md"}),
        ("Words <!-- that no one closed\n\n[x](y.md)\n", {"y.md"}),
        ("<!-- [x](y.md)\n\n# No heading -->\n\nWords.\n", set()),
    ],
)
def test_invalid_link_syntax_is_ignored(body: str, links: set[str]) -> None:
    outline = read_outline(body)
    assert {reference.target for reference in outline.references} == links
    assert outline.headings == ()


@pytest.mark.parametrize(
    ("body", "is_empty"),
    [
        ("", True),
        (" \n\n\t\n", True),
        ("<!-- to do -->\n", True),
        ("[a]: b.md\n", True),
        ("Words", False),
        ("```\ncode\n```\n", False),
        ("![a](b.jpg)", False),
    ],
)
def test_is_empty_if_nothing_is_shown(body: str, is_empty: bool) -> None:
    assert read_outline(body).is_empty is is_empty


@pytest.mark.parametrize(
    "part",
    [
        "`", "<!--", "](", "[a](", "**", "\\", "<a ", "#", "```\n", "~~~ a\nx\n\n", "> ", "[a]:",
        "# a\n", "a\n-\n",
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(part: str) -> None:
    assert grows_linearly(lambda length: read_outline(part * (length // len(part))), 700)


@pytest.mark.parametrize("part", [" ", "*a ", "_a", "[", "[a](", "![a](b 'c", "`a", " {", " {#a", "<a ", "#a", "&"])
@pytest.mark.parametrize("start", ["# ", "[a]("])
def test_hostile_line_takes_linear_time(start: str, part: str) -> None:
    assert grows_linearly(lambda length: read_outline(start + part * (length // len(part)) + "x"), 350)


@pytest.mark.parametrize(
    "body",
    [
        "![Maggie](maggie's.jpg) and [it's so](it's.md)",
        """[A](a.md 'It's') [B](b.md "Say "so" (or not)") [C](<c d.md>) [D](e(f(g)).md) [E]( long.md )""",
        "Hello\n\n## Events\n\n## Events\n\n## Events {#own}\n\n# C# and F# #\n\n## Events_1\n\n## Events",
        "## Hello {{ name }}\n\n## Hello { #own }\n\n## Hello {}\n\n## Hello{#no}\n\n## A {b} {.c}",
        "## A `<b>` c\n\n## *em* `*x*` [l](u) ``a ` b``\n\n## `[x](y)` &amp; `&amp;`",
    ],
)
def test_outline_matches_html_in_edge_cases(body: str) -> None:
    text = render(body)
    assert _in_outline(text.outline) == _in_html(text)


def test_line_end_in_an_entity_counts_for_no_line() -> None:
    references = render("a&#10;b&#x0A;c [one](a.md)\n[two](b.md)").outline.references
    assert [(reference.target, reference.line) for reference in references] == [("a.md", 1), ("b.md", 2)]


WRAPPED = (
    *("words\nwords", "`code that\nwraps`", "![a\ntree](tree.jpg)", '[a](b.md\n"A\ntitle")', "[a][the\nname]"),
    *("[a\n[g][h]\nb](\nb.md)", '<b\nlang="cy">bore</b>', "<!-- ask\nJo -->", "[a `b\nc` ![d\ne](f.jpg)](\nb.md)"),
)


@given(st.lists(st.sampled_from(WRAPPED), min_size=1, max_size=6), st.sampled_from([" ", "\n"]))
def test_marks_and_links_below_wrapped_elements_are_on_their_lines(parts: list[str], between: str) -> None:
    body = between.join(f"{part}{between}[gone][{index}] [c](c{index}.md)" for index, part in enumerate(parts))
    outline = read_outline(f"Words {body}\n\n[the name]: e.md")
    lines = body.split("\n")
    for index in range(len(parts)):
        line = next(number for number, line in enumerate(lines, 1) if f"[gone][{index}]" in line)
        assert [found.line for found in outline.leftovers if found.text == f"[gone][{index}]"] == [line]
        line = next(number for number, line in enumerate(lines, 1) if f"(c{index}.md)" in line)
        assert [found.line for found in outline.references if found.target == f"c{index}.md"] == [line]


def test_break_tag_divides_words() -> None:
    outline = read_outline('## Hello<br>World\n\n[a<br/>b](c.md)\n\n<p><a href="c.md">d<br>e</a></p>')
    assert [(heading.text, heading.id) for heading in outline.headings] == [("Hello World", "helloworld")]
    assert [reference.text for reference in outline.references] == ["a b", "d e"]


def test_newsletter_headings_are_sections() -> None:
    body = "Hello.\n\n## Hello & Welcome\n\n### Not a section\n\n> ## Nor this\n\n## Events\n"
    assert [(section.text, section.id) for section in read_outline(body).sections] == [
        ("Hello & Welcome", "hello--welcome"),
        ("Events", "events"),
    ]
