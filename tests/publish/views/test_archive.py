"""The lists of editions and of publications, by year."""

from pathlib import Path

from lxml.html import HtmlElement

from newsroom.build import Build
from tests.support import open_newsroom, small_newsroom
from tests.support.images import picture
from tests.support.items import newsletter, publication
from tests.support.pdfs import pdf
from tests.support.rendering import body, words

SECTIONS = "## Part 1\n\nText 1.\n\n### Part 2\n\n" + "\n\n".join(f"## Part {n}\n\nText {n}." for n in range(3, 11))


EMPTY = {
    path: text for path, text in small_newsroom().items() if not path.startswith(("newsletters/", "publications/"))
}


def editions(root: Path, count: int) -> Build:
    """A build with so many editions, a month apart, the newest with ten sections."""
    names = [f"{2000 + number // 12}-{number % 12 + 1:02}" for number in range(count)]
    files = {f"newsletters/{name}.md": newsletter(SECTIONS, subject=f"Of {name}", title=name) for name in names}
    return open_newsroom(root, {**EMPTY, **files})


def groups(root: HtmlElement) -> dict[str, list[str]]:
    """The titles of the rows in each group of a list."""
    return {
        words(group.find("h2")): [words(title) for title in group.find_class("nw-row__title")]
        for group in root.find_class("nw-year")
    }


def test_newest_edition_is_shown_with_its_first_words_and_sections(tmp_path: Path) -> None:
    root = body(editions(tmp_path, 2), "newsletters/index.md")
    (feature,) = root.find_class("nw-newest")
    assert words(feature.find_class("nw-newest__text")[0]).startswith(
        "Newest edition · February 2000 Of 2000-02 Text 1. Read"
    )
    links = [link.get("href") for link in feature.iterfind(".//nav//a")]
    assert links == [f"/newsletters/2000-02/#part-{number}" for number in range(1, 9)]
    assert "and 2 more sections" in words(feature)
    assert groups(root) == {"2000": ["Of 2000-01"]}
    assert root.find_class("nw-years") == []


def test_only_edition_needs_no_other_rows(tmp_path: Path) -> None:
    root = body(editions(tmp_path, 1), "newsletters/index.md")
    assert (len(root.find_class("nw-newest")), groups(root)) == (1, {})


def test_many_editions_are_in_pages_of_twelve_by_year(tmp_path: Path) -> None:
    build = editions(tmp_path, 27)
    pages = [body(build, path) for path in ("newsletters/index.md", "newsletters/page/2.md")]
    found = [groups(page) for page in pages]
    assert [sum(map(len, page.values())) for page in found] == [11, 15]
    assert [list(page) for page in found] == [["2002", "2001"], ["2001", "2000"]]
    assert [len(page.find_class("nw-newest")) for page in pages] == [1, 0]


def test_publications_are_by_year_with_the_forthcoming_first_and_the_undated_last(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "publications/a.md": publication(title="Of 2020", date="2020-07", subtitle="Second title", pages=22),
        "publications/b.md": publication(title="Of 2015", date="2015", cover={"src": "b.png", "alt": "A path"}),
        "publications/b.png": picture(),
        "publications/c.md": publication(title="To come", expected="2031", added="2010-01-01"),
        "publications/d.md": publication(title="Without date", date="2023", undated=True),
        "publications/e.md": publication(title="With PDF", date="2015", link=None, file="e.pdf"),
        "publications/e.pdf": pdf(3),
    }
    root = body(open_newsroom(tmp_path, {**EMPTY, **files}), "publications/index.md")
    assert groups(root) == {
        "Forthcoming": ["To come"],
        "2020": ["Of 2020"],
        "2015": ["Of 2015", "With PDF"],
        "Date not known": ["Without date"],
    }
    rows = {words(row.find_class("nw-row__title")[0]): row for row in root.find_class("nw-row")}
    assert "Second title" in words(rows["Of 2020"])
    assert "22 pages" in words(rows["Of 2020"])
    assert "PDF, 3 pages" in words(rows["With PDF"])
    assert "Report · Expected: 2031" in words(rows["To come"])
    assert words(rows["Without date"].find_class("nw-kicker")[0]) == "Report"
    assert [image.get("alt") for image in rows["Of 2015"].iter("img")] == [""]
    drawn = {title: [words(each) for each in row.find_class("nw-cover__drawn")] for title, row in rows.items()}
    assert drawn["Of 2015"] == []
    assert drawn["Of 2020"] == ["Report Of 2020 2020"]
