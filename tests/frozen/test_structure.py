"""Every page is built as screen readers, search engines and other programs expect it."""

from collections.abc import Mapping

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.support.pages import page_trees
from tests.support.structure import RULES, Rule, unmarked_links

Pages = Mapping[str, HtmlElement]
CLEAN = """\
<!DOCTYPE html>
<html lang="en"><head><title>Elm Street</title><meta name="description" content="A street."></head><body>
<header><nav aria-label="Menu"><a href="./" hreflang="cy" lang="cy">Cymraeg</a></nav></header>
<main><article><header><h1>Elm <span lang="cy">Llwyfen</span></h1></header><h2 id="a">Gardens</h2><h3>Trees</h3>
<h2>More</h2><p><img src="a.png" alt="" width="2" height="1"><a href="#a" target="_blank">Go (opens a new tab)</a></p>
<nav aria-labelledby="b"><h2 id="b">In this street</h2></nav><footer>Words</footer></article></main>
<footer><button aria-label="Go"></button><label for="c">C</label><input id="c"></footer></body></html>
"""
BROKEN: tuple[tuple[str, str, str], ...] = (
    ("one_h1", "<h2>More</h2>", "<h1>More</h1>"),
    ("one_h1", "<h1>Elm", "<h2>Elm"),
    ("no_skipped_level", '<h2 id="a">Gardens</h2>', ""),
    ("headings_have_words", "<h2>More</h2>", '<h2><a href="#a" aria-hidden="true">¶</a></h2>'),
    ("landmarks", "<main>", "<main></main><main>"),
    ("landmarks", "<footer><button", "<div><button"),
    ("navigations_have_names_of_their_own", 'aria-label="Menu"', 'aria-label="In this street"'),
    ("navigations_have_names_of_their_own", 'aria-label="Menu"', ""),
    ("ids_are_unique", 'id="c"', 'id="b"'),
    ("labels_lead_somewhere", 'for="c"', 'for="d"'),
    ("pictures_have_words_and_sizes", 'alt="" ', ""),
    ("pictures_have_words_and_sizes", 'height="1"', ""),
    ("links_and_buttons_have_names", 'aria-label="Go"', ""),
    ("links_and_buttons_have_names", "Go (opens a new tab)", '<img src="a.png" alt="" width="1" height="1">'),
    ("new_windows_are_announced", " (opens a new tab)", ""),
    ("no_scripts_in_attributes", "<button", '<button onclick="go()"'),
    ("no_scripts_in_attributes", 'href="#a"', 'href="JavaScript:go()"'),
    ("language_is_said", 'lang="en"', ""),
)


@pytest.fixture(scope="module", params=["frozen_site", "everything_site"])
def pages(request: pytest.FixtureRequest) -> Pages:
    """The pages of the frozen site, and of one with everything in it."""
    found = page_trees(request.getfixturevalue(request.param))
    assert len(found) > 20
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_page_follows_the_rule(pages: Pages, rule: Rule) -> None:
    assert {path: found for path, page in pages.items() if (found := list(rule(page)))} == {}


@pytest.mark.parametrize(("rule", "right", "wrong"), BROKEN)
def test_page_that_breaks_the_rule_is_reported(rule: str, right: str, wrong: str) -> None:
    (broken,) = [check for check in RULES if check.__name__ == rule]
    assert right in CLEAN
    assert list(broken(html.document_fromstring(CLEAN))) == []
    assert list(broken(html.document_fromstring(CLEAN.replace(right, wrong))))


def test_every_rule_has_a_failing_example() -> None:
    assert {rule for rule, _, _ in BROKEN} == {rule.__name__ for rule in RULES}


@pytest.mark.parametrize("where", ["//title", "//meta[@name='description']"], ids=["title", "description"])
def test_titles_and_descriptions_are_unique(pages: Pages, where: str) -> None:
    found: dict[str, list[str]] = {}
    for path, page in pages.items():
        (element,) = page.xpath(where)
        found.setdefault(element.get("content", element.text or "").strip(), []).append(path)
    assert {words: paths for words, paths in found.items() if len(paths) > 1 or not words} == {}


def test_links_to_other_languages_are_marked(pages: Pages) -> None:
    assert [fault for path, page in pages.items() for fault in unmarked_links(path, page, pages)] == []


def test_unmarked_link_to_another_language_is_reported() -> None:
    english = html.document_fromstring(CLEAN)
    welsh = html.document_fromstring(CLEAN.replace('lang="en"', 'lang="cy"'))
    pages = {"elm/index.html": english, "index.html": welsh}
    link = english.find(".//header//a")
    assert link is not None
    link.set("href", "../")
    assert list(unmarked_links("elm/index.html", english, pages)) == []
    del link.attrib["lang"]
    assert list(unmarked_links("elm/index.html", english, pages)) == [
        "elm/index.html, line 3: 'Cymraeg' leads to a page in cy, and is marked as en"
    ]


def test_unmarked_translated_link_to_another_language_is_reported() -> None:
    english = html.document_fromstring(CLEAN)
    welsh = html.document_fromstring(CLEAN.replace('lang="en"', 'lang="cy"').replace("Cymraeg", "Hafan"))
    pages = {"elm/index.html": welsh, "index.html": english}
    link = welsh.find(".//header//a")
    assert link is not None
    link.attrib.update({"href": "../", "hreflang": "en"})
    assert list(unmarked_links("elm/index.html", welsh, pages)) == []
    del link.attrib["hreflang"]
    assert list(unmarked_links("elm/index.html", welsh, pages)) == [
        "elm/index.html, line 3: 'Hafan' leads to a page in en without hreflang"
    ]
