"""The HTML of an entry has the content of its page, is safe, and has absolute addresses."""

import json
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.markup.tree import xml_text
from newsroom.publish.feeds.content import page_content
from tests.support import HOME
from tests.support.bodies import prepared_tree
from tests.support.feeds import entry_of
from tests.support.html import addresses, parse, text_of
from tests.support.images import opened, picture
from tests.support.items import story
from tests.support.rendering import published

SITE = "https://elm.example/"
PAGE = "https://elm.example/stories/a/"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path fill="red" d="M0 0h8v4H0z"/></svg>'


def content(html: str) -> str:
    """The HTML in feeds for some HTML in a page."""
    return page_content(prepared_tree(f"<div>{html}</div>"), PAGE).removeprefix("<div>").removesuffix("</div>")


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="x" style="color: red" onclick="go()" id="y">Words</p>',
        "<script>go()</script><p>Words</p>",
        "<style>p { color: red }</style><p>Words</p>",
        '<form action="/go"><input name="x"><button>Go</button></form><p>Words</p>',
        '<a href="javascript:go()">Words</a>',
        '<img src="data:image/png;base64,AA" alt=""><p>Words</p>',
    ],
)
def test_scripts_and_styles_are_removed(markup: str) -> None:
    safe = parse(content(markup))
    forbidden = {"script", "style", "form", "input", "button", "iframe"}
    assert not forbidden & {element.tag for element in safe.iter()}
    assert not {"class", "style", "id", "onclick"} & {name for element in safe.iter() for name, _ in element.items()}
    assert addresses(content(markup)) == []
    assert "Words" in "".join(safe.itertext())


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("../b/", "https://elm.example/stories/b/"),
        ("../../about/#x", "https://elm.example/about/#x"),
        ("../../../../out/", "https://elm.example/out/"),
        ("//host.example/x", "https://host.example/x"),
        ("?page=2", "https://elm.example/stories/a/?page=2"),
        ("", "https://elm.example/stories/a/"),
        ("tel:+441234567890", "tel:+441234567890"),
    ],
)
def test_addresses_are_resolved_from_the_page(written: str, address: str) -> None:
    assert addresses(content(f'<a href="{written}">x</a>')) == [address]


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        (
            '<img alt="" src="a.png" srcset="a.png 1x, ../b.png 2x">',
            f'<img alt="" src="{PAGE}a.png" srcset="{PAGE}a.png 1x, {SITE}stories/b.png 2x">',
        ),
        (
            '<img alt="" src="a.png" srcset="a,b.png 9w">',
            f'<img alt="" src="{PAGE}a.png" srcset="{PAGE}a,b.png 9w">',
        ),
        ('<img alt="" src="a.png" srcset="data:image/png;base64,AA 2x">', f'<img alt="" src="{PAGE}a.png">'),
        (
            '<video src="v.mp4" poster="p.jpg" controls autoplay class="x"></video>',
            f'<video controls="" preload="metadata" src="{PAGE}v.mp4" poster="{PAGE}p.jpg"></video>\n'
            f'<p><a href="{PAGE}v.mp4">Watch the video</a></p>',
        ),
        (
            '<audio controls><source src="s.mp3" type="audio/mpeg"></audio>',
            f'<audio controls="" preload="none"><source src="{PAGE}s.mp3" type="audio/mpeg"></audio>\n'
            f'<p><a href="{PAGE}s.mp3">Listen to the recording</a></p>',
        ),
        ('<a href="http://[bad">x</a>', "<a>x</a>"),
        ('<a href=" ../b/ ">x</a>', f'<a href="{SITE}stories/b/">x</a>'),
        ('<a href="data:text/html,x">x</a>', "<a>x</a>"),
    ],
)
def test_every_kind_of_address_is_absolute(written: str, whole: str) -> None:
    assert content(written) == whole


def test_footnote_link_has_its_target_in_the_entry(tmp_path: Path) -> None:
    body = "## One\n\nWords[^1]. See [two](#two).\n\n## Two\n\nMore.\n\n[^1]: The note."
    html = entry_of(tmp_path, {"stories/a.md": story(body)}, "A story").content[0].value
    tree = parse(html)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert set(ids) == {"fn:1", "fnref:1", "two"}
    assert [address.removeprefix(PAGE) for address in addresses(html)] == ["#fn:1", "#two", "#fnref:1"]
    (note,) = (element for element in tree.iter("li") if element.get("id") == "fn:1")
    assert "The note." in "".join(note.itertext())


def test_picture_caption_is_kept(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"stories/a.md": story('![A tree](tree.png "The tree in May.")')}
    html = entry_of(tmp_path, files | {"stories/tree.png": picture()}, "A story").content[0].value
    assert html == (
        f'<figure><img alt="A tree" src="{SITE}stories/tree.png" width="40" height="30">'
        "<figcaption>The tree in May.</figcaption></figure>"
    )


@pytest.mark.parametrize(
    ("frame", "link"),
    [
        (
            '<iframe src="https://www.youtube.com/embed/abc" title="The street"></iframe>',
            '<p><a href="https://www.youtube.com/watch?v=abc">Watch the video: The street</a></p>',
        ),
        ('<iframe src="map.html" title="A map"></iframe>', f'<p><a href="{PAGE}map.html">A map</a></p>'),
        ('<p>See <iframe src="/m/" title="a map"></iframe>.</p>', f'<p>See <a href="{SITE}m/">a map</a>.</p>'),
        (
            '<iframe src="m/">old words</iframe>',
            f'<p><a href="{PAGE}m/">Open it on the web</a></p>',
        ),
        ("<iframe></iframe><p>x</p>", "<p>x</p>"),
        ('<img src="https://other.example/a.png" alt="A tree">', '<a href="https://other.example/a.png">A tree</a>'),
    ],
)
def test_external_content_becomes_a_link(frame: str, link: str) -> None:
    assert content(frame) == link


def test_picture_without_a_valid_address_becomes_its_text() -> None:
    html = '<p>Here: <img src="data:image/png;base64,AAAA" alt="1 < 2 & a tree">.</p>'
    assert content(html) == "<p>Here: 1 &lt; 2 &amp; a tree.</p>"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ab\x08c\x0bd", "abcd"),
        ("a\ud800b", "ab"),
        ("a\ufffeb\uffff", "ab"),
        ("Ŵyn 🌳 \u202e]]>&", "Ŵyn 🌳 \u202e]]>&"),
    ],
)
def test_only_invalid_xml_characters_are_removed(text: str, left: str) -> None:
    assert xml_text(text) == left
    assert text_of(content(f"<p>{escape(text)}</p>")) == left


@given(st.text(st.sampled_from("<>&\"'/=#:ap ]![\x0c\ud800-") | st.characters(), max_size=80))
def test_cleaning_html_is_idempotent(html: str) -> None:
    safe = content(html)
    assert content(safe) == safe
    assert xml_text(safe) == safe
    assert not {"script", "style", "form", "iframe", "input"} & {element.tag for element in parse(safe).iter()}
    assert all(address.startswith(("http://", "https://", "mailto:", "tel:", "sms:")) for address in addresses(safe))


def test_megabyte_of_text_is_complete() -> None:
    html = f"<p>Words &amp; {'more and ' * 100}more.</p>" * 1_200 + "<p>The end.</p>"
    assert len(html) > 1_000_000
    text = text_of(content(html))
    assert (text.count("Words & more"), text.count(" and more")) == (1_200, 120_000)
    assert text.endswith("The end.")


def test_drawings_are_png_files_in_feeds(tmp_path: Path) -> None:
    lead = {"src": "elm.svg", "alt": "An elm"}
    files = {"stories/a.md": story("![A leaf](leaf.SVG)", image=lead), "docs/index.md": HOME}
    written = published(tmp_path, {**files, "stories/elm.svg": DRAWING, "stories/leaf.SVG": DRAWING})
    (item,) = json.loads(written["feed.json"])["items"]
    names = ["elm.svg.png", "leaf.SVG.png"]
    assert item["image"] == f"{SITE}stories/{names[0]}"
    assert addresses(item["content_html"]) == [f"{SITE}stories/{name}" for name in names]
    assert b'type="image/png" medium="image"' in written["feed.xml"]
    assert {opened(written[f"stories/{name}"]).size for name in names} == {(8, 4)}
