"""Links to pages in another language say so: in menus, cards, lists and texts, on pages, in feeds and in emails."""

import json
from pathlib import Path

import pytest
from lxml.html import HtmlElement, document_fromstring, fragment_fromstring, tostring

from newsroom.publish.text.language_marks import mark_links
from newsroom.translations import Translations
from tests.support import open_newsroom, small_newsroom
from tests.support.items import newsletter, page, story
from tests.support.rendering import body, words, written

_LANGUAGES = {"about/": "en", "cy/about/": "cy", "stories/trust/": "en", "ar/about/": "ar"}
_MARK = '<span class="nw-language">(Saesneg)</span>'
_MARK_IN_ENGLISH = '<span class="nw-language" lang="cy">(Saesneg)</span>'


def marked(html: str) -> str:
    """A text of the Welsh page cy/stories/ardd/ with its links marked."""
    root = fragment_fromstring(html, create_parent="div")
    mark_links(root, "cy/stories/ardd/", Translations("cy"), _LANGUAGES.get)
    return "".join([root.text or "", *(tostring(child, encoding="unicode") for child in root)])


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="../../../about/">Am</a>', f'<a href="../../../about/" hreflang="en">Am {_MARK}</a>'),
        ('<a href="../../../about/#x?">Am</a>', f'<a href="../../../about/#x?" hreflang="en">Am {_MARK}</a>'),
        (
            '<a href="../../../stories/trust/" lang="en">Trust</a>',
            f'<a href="../../../stories/trust/" lang="en" hreflang="en">Trust {_MARK_IN_ENGLISH}</a>',
        ),
        (
            '<a href="../../../ar/about/">Pwy? (2026)</a>',
            '<a href="../../../ar/about/" hreflang="ar" dir="auto">Pwy? (2026) '
            '<span class="nw-language">(Arabeg)</span></a>',
        ),
        (
            '<a href="../../../ar/about/" lang="ar">من نحن؟</a>',
            '<a href="../../../ar/about/" lang="ar" hreflang="ar" dir="auto">من نحن؟ '
            '<span class="nw-language" lang="cy" dir="ltr">(Arabeg)</span></a>',
        ),
        (
            '<a href="../../../about/">y <em>dull</em></a>',
            f'<a href="../../../about/" hreflang="en">y <em>dull</em> {_MARK}</a>',
        ),
        (
            '<a href="../../../about/">Am (Saesneg)</a>',
            '<a href="../../../about/" hreflang="en">Am (Saesneg)</a>',
        ),
        (
            '<a href="../../../about/">Am</a> (Saesneg).',
            '<a href="../../../about/" hreflang="en">Am</a> (Saesneg).',
        ),
        (
            '<a href="../../../about/"><img src="a.png" alt="Am"></a>',
            '<a href="../../../about/" hreflang="en"><img src="a.png" alt="Am"></a>',
        ),
    ],
)
def test_link_to_page_in_another_language_is_marked_once(html: str, expected: str) -> None:
    assert marked(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../../about/">Am</a>',
        '<a href="#x">Isod</a>',
        '<a href="../../../stories/none/">Dim</a>',
        '<a href="https://elm.example/about/">Am</a>',
        '<a href="/about/">Am</a>',
        '<a href="//[">Am</a>',
        '<a href="mailto:a@elm.example">Am</a>',
        "<a>Am</a>",
    ],
)
def test_other_links_stay_as_they_are(html: str) -> None:
    assert marked(html) == html


def texts_of_links(root: HtmlElement) -> set[str]:
    """The words of all links."""
    return {words(link) for link in root.iter("a")}


def test_text_in_the_other_direction_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "newsroom.publish.text.language_marks.text_direction", lambda lang: "rtl" if lang == "cy" else "ltr"
    )
    linked = page("Gweler:\n\n[Yr ardd](../stories/the-garden.md)", title="Cartref")
    build = open_newsroom(tmp_path, {**small_newsroom(), "docs/index.cy.md": linked})
    root = body(build, "docs/index.cy.md")
    found = {(element.tag, element.get("dir")) for element in root.xpath(".//*[@lang='en']")}
    assert found == {("a", "ltr"), ("p", "ltr"), ("span", "ltr")}
    assert {element.get("dir") for element in root.xpath(".//*[@lang='cy']")} == {"rtl"}


def test_marks_are_on_pages_in_feeds_and_in_emails(tmp_path: Path) -> None:
    edition = "## Now\n\nRead [this](../stories/y-fainc.cy.md).\n\n[Bench](../stories/y-fainc.cy.md)"
    build = open_newsroom(
        tmp_path,
        {
            **small_newsroom(),
            "docs/index.cy.md": page("Darllen [yr ardd](../stories/the-garden.md).", title="Cartref"),
            "stories/y-fainc.cy.md": story("Ger [yr ardd](the-garden.md).", title="Y fainc"),
            "newsletters/2024-05.md": newsletter(edition),
        },
    )
    files = dict(written(build))
    assert {
        "yr ardd (Saesneg)",
        "The garden (Saesneg)",
        "About (Saesneg)",
        "Elmham (Saesneg)",
        "Y fainc",
    } <= texts_of_links(body(build, "docs/index.cy.md"))
    assert {"this (Welsh)", "Y fainc (Welsh)"} <= texts_of_links(body(build, "newsletters/2024-05.md"))
    email = document_fromstring(files["newsletters/2024-05/email/generic.html"])
    assert {"this (Welsh)", "Y fainc (Welsh)"} <= texts_of_links(email)
    assert "this (Welsh) [" in files["newsletters/2024-05/email/generic.txt"].decode()
    entries = {entry["title"]: entry["content_html"] for entry in json.loads(files["cy/feed.json"])["items"]}
    assert "yr ardd (Saesneg)" in words(fragment_fromstring(entries["Y fainc"], create_parent="div"))
