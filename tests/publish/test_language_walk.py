"""A walk through all pages of a language on a site in two languages, as a reader of that language takes it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import urljoin, urlsplit

import pytest
from lxml.html import HtmlElement, fragment_fromstring

from newsroom.build import Build
from newsroom.publish.pages.page import WebPage
from tests.support import SETTINGS, open_newsroom
from tests.support.everything import everything
from tests.support.items import page
from tests.support.rendering import page_parts, words

_MARKS = {"cy": "(Saesneg)", "en": "(Welsh)"}
_SWITCHES = "//a[contains(@class, 'nw-switch') or @data-other-language]"
_NAMES = {"site_names": {"cy": "Rhwydwaith Stryd y Llwyfen"}}
_WELSH = {
    "docs/about.cy.md": page("Gweler [y deg egwyddor](principles/index.md).", title="Amdanom", summary="Pwy ydym ni."),
    "docs/areas/index.cy.md": page(title="Ardaloedd", summary="Pob lle."),
}


@cache
def site() -> Build:
    """A site in English and Welsh, with pages that only one of the languages has."""
    return open_newsroom(Path(mkdtemp(prefix="walk-")), everything() | _WELSH, settings={**SETTINGS, **_NAMES})


@cache
def tree(path: str) -> HtmlElement:
    """What a page shows, from its header to its footer."""
    parts = page_parts(site(), path)
    return fragment_fromstring(f"{parts.header}{parts.body}{parts.footer}", create_parent="div")


def pages_in(lang: str) -> list[WebPage]:
    """The pages in a language, without notices about withdrawn items."""
    return [found for found in site().site.pages if found.lang == lang and not found.is_notice]


def links_on(shown: WebPage) -> Iterator[tuple[HtmlElement, WebPage]]:
    """The links on a page to pages of the site, without those that change the language."""
    root = tree(shown.path)
    switches = set(root.xpath(_SWITCHES))
    for link in root.iter("a"):
        parts = urlsplit(urljoin(f"/{shown.url}", link.get("href", "")))
        target = site().site.by_url.get(parts.path[1:]) if not parts.netloc and not parts.scheme else None
        if target and link not in switches:
            yield link, target


def test_every_welsh_page_is_reached_without_leaving_welsh() -> None:
    home = site().site.version("", "cy")
    assert home
    reached, following = {home.url}, [home]
    while following:
        found = {target.url: target for _, target in links_on(following.pop()) if target.lang == "cy"}
        following += [target for url, target in found.items() if url not in reached]
        reached |= found.keys()
    assert sorted({page.url for page in pages_in("cy")} - reached) == []


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_link_to_another_language_is_marked_once_and_only_if_there_is_no_version(lang: str) -> None:
    faults = []
    for shown in pages_in(lang):
        for link, target in links_on(shown):
            is_other = target.lang != lang
            is_picture = not words(link) and not link.get("aria-label")
            name = link.get("aria-label") or words(link)
            if name.count(_MARKS[lang]) != (is_other and not is_picture):
                faults.append((shown.url, name, "mark"))
            if link.getparent().tag == "svg" and link.find(".//span") is not None:
                faults.append((shown.url, name, "HTML in a drawing"))
            if link.get("hreflang", lang) != target.lang:
                faults.append((shown.url, words(link), "hreflang"))
            if is_other and site().site.version(target.local_url, lang):
                faults.append((shown.url, words(link), "version"))
    assert faults == []


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_titles_and_summaries_in_another_language_have_its_lang(lang: str) -> None:
    own = {shown.title for shown in pages_in(lang)}
    others = {
        text: found.lang
        for found in site().site.pages
        if found.lang != lang and found.document
        for text in (found.title, found.summary)
        if text not in own
    }
    seen = 0
    for shown in pages_in(lang):
        for node in tree(shown.path).xpath("//text()"):
            other = others.get(" ".join(node.split()))
            if other:
                seen += 1
                element = node.getparent() if node.is_text else node.getparent().getparent()
                nearest = element.xpath("ancestor-or-self::*[@lang][1]/@lang")
                assert nearest == [other], (shown.url, node)
    assert seen > 10
