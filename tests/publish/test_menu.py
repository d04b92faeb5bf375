"""The header's menu: in the page's language, with where the reader is."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from markupsafe import Markup

from newsroom.problems import ContentError
from tests.support import ABOUT, SETTINGS, open_newsroom, small_newsroom
from tests.support.items import area, page, stories, story
from tests.support.wordings import Reported

Entry = tuple[str, str, str, str]
WELSH = {
    "docs/areas/elmham.cy.md": area(name="Tref y Llwyf"),
    "docs/about.cy.md": page(title="Amdanom"),
    "stories/the-garden.cy.md": story(title="Yr ardd"),
}
WELSH_HOME = {"docs/index.cy.md": page(title="Cartref")}


def menu(root: Path, files: dict[str, str], url: str | None, **settings: object) -> list[Entry]:
    """The menu of the page at an address; None for the 404 page: words, addresses, languages, and what is current."""
    build = open_newsroom(root, files, settings={**SETTINGS, **settings})
    page = None if url is None else next(page for page in build.site.pages if page.url == url)
    context = build.views.context(page)
    entries = build.views.frame(context).menu
    return [
        (
            Markup("{}").format(entry.link.text).striptags(),
            urljoin(f"/{url or ''}", entry.link.href).removeprefix("/"),
            entry.link.hreflang or context.lang,
            entry.current,
        )
        for entry in entries
    ]


def current(entries: list[Entry]) -> dict[str, str]:
    """The addresses of what is current, each with how."""
    return {url: current for _, url, _, current in entries if current}


def test_menu_links_to_the_five_sections(tmp_path: Path) -> None:
    assert [entry[:3] for entry in menu(tmp_path, small_newsroom(), "")] == [
        ("Stories", "stories/", "en"),
        ("Newsletters", "newsletters/", "en"),
        ("Publications", "publications/", "en"),
        ("Areas", "areas/", "en"),
        ("About", "about/", "en"),
    ]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", {}),
        (None, {}),
        ("news/", {}),
        ("about/", {"about/": "page"}),
        ("stories/", {"stories/": "page"}),
        ("stories/page/2/", {"stories/": "true"}),
        ("stories/the-garden/", {"stories/": "true"}),
        ("newsletters/2024-03/", {"newsletters/": "true"}),
        ("publications/growing/", {"publications/": "true"}),
        ("areas/elmham/", {"areas/": "true"}),
        ("principles/contribution/", {}),
        ("aboutus/", {}),
    ],
)
def test_menu_entry_of_the_current_section_is_marked(tmp_path: Path, url: str | None, expected: dict[str, str]) -> None:
    files = small_newsroom() | stories(20) | {"docs/aboutus.md": ABOUT}
    assert current(menu(tmp_path, files, url)) == expected


def test_on_a_welsh_page_the_words_are_welsh_and_addresses_where_there_are_welsh_pages(tmp_path: Path) -> None:
    assert menu(tmp_path, small_newsroom() | WELSH, "cy/areas/elmham/") == [
        ("Straeon (Saesneg)", "stories/", "en", ""),
        ("Cylchlythyrau (Saesneg)", "newsletters/", "en", ""),
        ("Cyhoeddiadau (Saesneg)", "publications/", "en", ""),
        ("Ardaloedd (Saesneg)", "areas/", "en", "true"),
        ("Amdanom", "cy/about/", "cy", ""),
    ]


def test_once_there_is_a_welsh_home_page_the_lists_are_welsh_too(tmp_path: Path) -> None:
    entries = menu(tmp_path, small_newsroom() | WELSH | WELSH_HOME, "cy/stories/the-garden/")
    assert entries[0] == ("Straeon", "cy/stories/", "cy", "true")
    assert current(menu(tmp_path, small_newsroom() | WELSH | WELSH_HOME, "cy/")) == {}
    assert current(menu(tmp_path, small_newsroom() | WELSH | WELSH_HOME, "cy/about/")) == {"cy/about/": "page"}


def test_menu_has_only_existing_sections(tmp_path: Path) -> None:
    kept = ("docs/index.md", "docs/areas/elmham.md", "stories/the-garden.md")
    files = {path: text for path, text in small_newsroom().items() if path in kept}
    files["stories/the-garden.md"] = story()
    assert SETTINGS["languages"] == ["en", "cy"]
    assert [entry[1] for entry in menu(tmp_path, files, "")] == ["stories/"]


def test_settings_choose_the_entries_and_their_words(tmp_path: Path) -> None:
    chosen = ["about/", {"areas/elmham/": "Our town"}, {"newsletters/": {"en": "Letters", "cy": "Llythyrau"}}, "news/"]
    english = menu(tmp_path / "en", small_newsroom() | WELSH, "areas/elmham/", menu=chosen)
    assert english == [
        ("About", "about/", "en", ""),
        ("Our town", "areas/elmham/", "en", "page"),
        ("Letters", "newsletters/", "en", ""),
        ("Everything new", "news/", "en", ""),
    ]
    welsh = menu(tmp_path / "cy", small_newsroom() | WELSH | WELSH_HOME, "cy/newsletters/", menu=chosen)
    assert [entry[:2] for entry in welsh] == [
        ("Amdanom", "cy/about/"),
        ("Our town", "cy/areas/elmham/"),
        ("Llythyrau", "cy/newsletters/"),
        ("Popeth newydd", "cy/news/"),
    ]
    assert current(welsh) == {"cy/newsletters/": "page"}


def test_entries_without_a_page_or_twice_are_errors(tmp_path: Path, reported: Reported) -> None:
    chosen = ["abuot/", "about/", "about/", "publications/"]
    lines = "\n".join(f"      - {address}" for address in chosen)
    files = {path: text for path, text in small_newsroom().items() if not path.startswith("publications/")}
    files |= {"mkdocs.yml": f"extra:\n  newsroom:\n    menu:\n{lines}\n"}
    with pytest.raises(ContentError) as caught:
        menu(tmp_path, files, "", menu=chosen)
    assert reported(caught.value.problems) == ["mkdocs.yml:4 menu-address-unknown", "mkdocs.yml:6 setting-repeated"]


def test_entry_of_a_withdrawn_page_is_left_out_and_reported(tmp_path: Path, reported: Reported) -> None:
    chosen = ["about/", {"stories/the-garden/": "Our Bethan"}]
    text = "extra:\n  newsroom:\n    menu:\n      - about/\n      - stories/the-garden/: Our Bethan\n"
    files = {**small_newsroom(), "stories/the-garden.md": "---\nwithdrawn: 2026-11-01\n---\n", "mkdocs.yml": text}
    build = open_newsroom(tmp_path, files, settings={**SETTINGS, "menu": chosen})
    assert [entry.link.href for entry in build.views.frame(build.views.context(None)).menu] == ["/about/"]
    assert "mkdocs.yml:5 link-withdrawn?" in reported(build.problems)
