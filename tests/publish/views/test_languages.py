"""The header's links to the page in other languages."""

from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.support import SETTINGS, open_newsroom, small_newsroom
from tests.support.items import area, page, stories, story
from tests.support.rendering import body

WELSH = {"docs/about.cy.md": page(title="Amdanom"), "docs/areas/elmham.cy.md": area(name="Tref y Llwyf")}
HOME = {"docs/index.cy.md": page(title="Cartref")}
_HOME_ALONE = "Nid yw’r dudalen hon ar gael yn Gymraeg. Mae’r ddolen yn arwain at yr hafan Gymraeg."
_ENGLISH_HOME_ALONE = "This page is not available in English. The link leads to the English home page."


def switches(
    root: Path, files: dict[str, str], url: str | None, languages: tuple[str, ...] = ("en", "cy")
) -> list[tuple[str, str, str, str | None]]:
    """The links on the page at an address; None is the page for missing addresses."""
    build = open_newsroom(root, files, settings={**SETTINGS, "languages": list(languages)})
    context = build.views.context(None if url is None else build.site.by_url[url])
    return [
        (link.name, link.lang, urljoin(f"/{url or ''}", link.href), link.note)
        for link in build.views.frame(context).languages
    ]


@pytest.mark.parametrize(
    ("url", "name", "lang", "address", "note"),
    [
        ("", "Cymraeg", "cy", "/cy/", None),
        ("cy/", "English", "en", "/", None),
        ("about/", "Cymraeg", "cy", "/cy/about/", None),
        ("cy/areas/elmham/", "English", "en", "/areas/elmham/", None),
        ("stories/", "Cymraeg", "cy", "/cy/stories/", None),
        ("cy/search/", "English", "en", "/search/", None),
        ("stories/the-garden/", "Cymraeg", "cy", "/cy/", _HOME_ALONE),
        ("stories/page/2/", "Cymraeg", "cy", "/cy/stories/page/2/", None),
        ("cy/stories/y-fainc/", "English", "en", "/", _ENGLISH_HOME_ALONE),
        (None, "Cymraeg", "cy", "/cy/", _HOME_ALONE),
    ],
)
def test_switch_leads_to_the_page_or_says_that_it_leads_to_the_home_page(
    tmp_path: Path, url: str | None, name: str, lang: str, address: str, note: str | None
) -> None:
    files = small_newsroom() | stories(20) | WELSH | HOME | {"stories/y-fainc.cy.md": story(title="Y fainc")}
    assert switches(tmp_path, files, url) == [(name, lang, address, note)]


def test_page_without_a_version_has_no_switch_if_the_language_has_no_home_page(tmp_path: Path) -> None:
    assert switches(tmp_path, small_newsroom() | WELSH, "about/") == [("Cymraeg", "cy", "/cy/about/", None)]
    assert switches(tmp_path, small_newsroom() | WELSH, "") == []


def test_site_with_one_language_has_no_switch(tmp_path: Path) -> None:
    assert switches(tmp_path, small_newsroom(), "about/", ("en",)) == []


def test_guide_is_marked_as_english_on_a_site_in_another_language(tmp_path: Path) -> None:
    text = "".join(f"## Step {number}\n\n{'Words. ' * 160}\n\n" for number in range(4))
    files = {"docs/contribute.md": page(text, language="en")}
    build = open_newsroom(tmp_path, files, settings={**SETTINGS, "languages": ["cy", "en"]})
    for path, tags in (("docs/contribute.md", ["h1", "ol", "div"]), ("docs/contribute/fields.md", ["div"])):
        marked = body(build, path).xpath(".//*[@lang='en']")
        assert [element.tag for element in marked] == tags
