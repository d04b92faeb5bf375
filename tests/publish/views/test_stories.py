"""The list of stories: what leads it, what is a card, a row or a note, and the pages for single kinds."""

from pathlib import Path
from typing import cast

from lxml import html
from lxml.html import HtmlElement

from newsroom.build import Build
from newsroom.publish.views.stories import StoriesPage
from tests.support import open_newsroom
from tests.support.items import page, stories, story
from tests.support.rendering import words
from tests.support.theme import THEME

FILES = stories(75) | {
    "docs/index.md": page(),
    "docs/index.cy.md": page(title="Cartref"),
    "stories/lead.md": story(title="Lead", date="2020", kind="reflection", featured=True),
    "stories/a-note.md": story("The poem is in a book.", title="A note", date="2026", kind="note"),
    "stories/old-note.md": story(title="Old note", date="2024-02-20", kind="note"),
}


def shown(build: Build, url: str) -> StoriesPage:
    """What the page of a list shows. The texts that it quotes are made first, as in a build."""
    (found,) = (page for page in build.site.pages if page.url == url)
    for item in found.quoted:
        build.page_html(item.path)
    value = build.page_values(found)[0].page
    assert isinstance(value, StoriesPage)
    return value


def test_first_page_has_featured_story_cards_rows_and_notes(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, FILES)
    first, second = shown(build, "stories/"), shown(build, "stories/page/2/")
    assert first.lead is not None
    assert first.lead.link.text == "Lead"
    assert [card.link.text for card in first.cards] == [f"Item {number}" for number in range(75, 69, -1)]
    assert [card.link.text for card in first.picture_rows] == ["Item 69", "Item 68"]
    assert [(note.link.text, note.text) for note in first.notes] == [("A note", ("The poem is in a book.",))]
    assert first.rows == ()
    assert (second.lead, second.cards, second.picture_rows, second.notes) == (None, (), (), ())
    titles = [row.link.text for row in second.rows]
    assert titles[:1] == ["Item 67"]
    assert (len(titles), "Old note" in titles) == (40, True)
    assert {(row.labels, row.summary) for row in second.rows} == {(("News",), None), (("Short note",), None)}


def test_kinds_with_items_have_pages_in_each_language_and_links_say_which_is_shown(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, FILES)
    links = [
        (kind.link.href, kind.link.text, kind.count, kind.current) for kind in shown(build, "stories/kind/news/").kinds
    ]
    assert links == [
        ("../../", "All", 78, ""),
        ("../reflection/", "Reflections", 1, ""),
        ("./", "News", 75, "page"),
        ("../note/", "Short notes", 2, ""),
    ]
    assert [kind.current for kind in shown(build, "stories/kind/news/page/2/").kinds] == ["", "", "true", ""]
    assert shown(build, "cy/stories/kind/news/").title == "Newyddion"
    assert shown(build, "stories/kind/news/page/2/").rows[0].link.text == "Item 65"
    assert "kind" not in {part for page in build.site.pages for part in page.url.split("/") if "poem" in page.url}


def test_stories_of_one_kind_have_no_pages_for_kinds(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, stories(3))
    assert shown(build, "stories/").kinds == ()
    assert [page.url for page in build.site.pages if "kind" in page.url] == []


def test_home_page_has_the_first_words_of_the_featured_story(tmp_path: Path) -> None:
    text = "## Her garden\n\nShe *grew* leeks.\n\n" + "Then more. " * 40
    (tmp_path / "overrides").symlink_to(THEME)
    build = open_newsroom(tmp_path, FILES | {"stories/lead.md": story(text, title="Lead", featured=True)})
    (feature,) = cast("HtmlElement", html.document_fromstring(build.page_alone("") or b"")).find_class("nw-feature")
    assert words(feature).startswith("News 1 January 2024 Lead")
    assert f"She grew leeks.{'Then more. ' * 40}Read the whole story" in words(feature)
