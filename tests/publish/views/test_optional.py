"""Each text of a page's value is printed wherever it is there, whatever else is not, and in its own language."""

from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from lxml.html import fragment_fromstring

from newsroom.publish.metadata import Sitemap
from newsroom.publish.templates import PageTemplates
from newsroom.publish.views import PageFrame
from newsroom.translations import Translations
from tests.support.contracts import PAGE_CLASSES
from tests.support.optional import Path, Value, text_paths, value_with
from tests.support.rendering import words
from tests.support.theme import THEME

FRAME = ("head", "structured_data", "preview", "header", "footer")
TEMPLATES: Mapping[type, tuple[str, ...]] = {
    **{page: tuple(filter(None, (page.template, page.head_template))) for page in PAGE_CLASSES},
    PageFrame: tuple(f"frame/{name}.html" for name in FRAME),
    Sitemap: (Sitemap.template,),
}
NOT_ALONE: Mapping[str, str] = {
    "top.site_name": "is beside the address, on paper",
    "text.contents.href": "is for pages that list their sections",
    "text.contents.text": "is for pages that list their sections",
    "text.lang": "is for pages in docs/: all other texts are in the language of their page",
    "share.address": "is for a button beside the links",
    "calendar.href": "is below the events of an area",
    "calendar.webcal": "is below the events of an area",
    "map.dots.link.name": "is at the point for it, if there is room",
    "map.closeups.dots.link.name": "is at the point for it, if there is room",
    **{
        f"signup.{name}": "is beside the newest edition, on the home page"
        for name in (
            *("url", "form.action", "form.email_field", "form.hidden"),
            *(
                "form.honeypot",
                "form.promise",
                "form.privacy.href",
                "form.privacy.text",
                "form.privacy.lang",
                "form.privacy.hreflang",
            ),
        )
    },
    "download.file_size": "is beside the file",
    "download.link_label": "is the link's",
    "preview.problems.text": "is below the number of problems",
    "preview.problems.help": "is below the number of problems",
    **{
        f"{owner}.{name}": "is beside the list's newest items"
        for owner in ("all_stories", "all_news", "all_events", "all_newsletters", "all_publications", "all_areas")
        for name in ("href", "text", "lang", "hreflang")
    },
    **{
        f"{owner}.{name}": "is not a language: a name or an address, and nobody knows that of the other site"
        for owner in ("facts.ways", "footer.social")
        for name in ("lang", "hreflang")
    },
    "newest.more": "is below the links to sections",
    "download.ask.lang": "is not a language: the words are an address",
    "download.ask.hreflang": "is not a language: the link writes an email",
    "doi.lang": "is not a language: the words are a number",
    "doi.hreflang": "is not a language: nobody knows that of the other site",
}
"""Texts that some pages do not print where nothing else is there, each with the reason."""
FROM_ITEM = ("title", "subtitle", "summary", "text", "first_words", "paragraphs", "lines")
"""The names of texts that an item or a link gives in its own language. All others are written by the page."""
NOT_MARKED: Mapping[str, str] = {
    "top.crumbs.text": "is without a link in the last place, where it names the page itself",
    "facts.ways.text": "is not a language: the words are an address",
    "footer.social.text": "is not a language: the words are a name",
    "download.ask.text": "is not a language: the words are an address",
    "doi.text": "is not a language: the words are a number",
}
_TEMPLATES = PageTemplates(THEME)
_T = Translations("en")


@pytest.fixture(autouse=True)
def _any_text_is_a_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """The values have names of fields in place of languages."""
    monkeypatch.setattr("newsroom.publish.text.language_marks.text_direction", lambda _lang: "ltr")


@pytest.mark.parametrize("kind", TEMPLATES)
def test_each_text_is_printed_where_nothing_else_is_there(kind: type) -> None:
    texts = {".".join(path): _printed(kind, path) for path in text_paths(kind)}
    assert {text for text, pages in texts.items() if not any(text in page for page in pages)} <= set(NOT_ALONE)


@pytest.mark.parametrize("kind", [kind for kind in TEMPLATES if kind is not Sitemap])
def test_no_paragraph_begins_or_ends_with_a_dot_that_separates(kind: type) -> None:
    pages = [page for path in text_paths(kind) for page in _printed(kind, path)]
    paragraphs = [words(found) for page in pages for found in fragment_fromstring(page, create_parent="div").iter("p")]
    assert [text for text in paragraphs if text.startswith("·") or text.endswith("·")] == []


def test_every_reason_is_needed() -> None:
    missing = {
        text
        for kind in TEMPLATES
        for text, pages in ((".".join(path), _printed(kind, path)) for path in text_paths(kind))
        if not any(text in page for page in pages)
    }
    assert set(NOT_ALONE) - missing == set()


@cache
def _printed(kind: type, path: Path) -> tuple[str, str]:
    """What is printed where only one of the texts that may be missing is there, with all flags false, and all true."""
    off, on = (value_with(kind, path, flag=flag) for flag in (False, True))
    return _pages(off), _pages(on)


def _pages(value: Value) -> str:
    templates = (name for name in TEMPLATES[type(value)] if name != "frame/preview.html" or value.preview)
    return "".join(_TEMPLATES.render(template, value, _T) for template in templates)


@pytest.mark.parametrize("kind", [kind for kind in TEMPLATES if kind is not Sitemap])
def test_texts_in_another_language_are_marked(kind: type) -> None:
    languages = {path for path in text_paths(kind) if path[-1] == "lang"}
    for path in text_paths(kind):
        beside = ((*path[:-1], "link", "lang"), (*path[:-1], "lang"))
        language = next((found for found in beside if found in languages), None)
        if language is None or path[-1] not in FROM_ITEM or ".".join(path) in NOT_MARKED:
            continue
        pages = [_pages(value_with(kind, path, language, flag=flag)) for flag in (False, True)]
        marks = {mark for page in pages for mark in _languages_of(".".join(path), page)}
        assert marks <= {".".join(language)}, path


def _languages_of(text: str, page: str) -> Iterator[str]:
    """The language of each element of a page that has a text; "" for an element that is not marked."""
    for element in fragment_fromstring(page, create_parent="div").iter():
        for owner, found in ((element, element.text), (element.getparent(), element.tail)):
            if owner is not None and isinstance(element.tag, str) and text in (found or "").split():
                yield next((each.get("lang", "") for each in (owner, *owner.iterancestors()) if each.get("lang")), "")
