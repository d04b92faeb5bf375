"""Loading the content folders gives all documents and all errors at once."""

from pathlib import Path

import pytest

from newsroom.content.loaded import LoadedContent
from newsroom.content.types.publication import Publication
from newsroom.problems import sort_problems
from newsroom.read import load_content
from tests.support import problems_in, small_newsroom, write_files
from tests.support.changes import N, P, S, changed
from tests.support.images import picture
from tests.support.items import CONSENT, area, newsletter, page, publication, story
from tests.support.pdfs import pdf
from tests.support.wordings import Reported, brief

LANGUAGES = ("en", "cy")


def content(root: Path, files: dict[str, str]) -> LoadedContent:
    """The content of these files."""
    write_files(root, files)
    return load_content(root, LANGUAGES)


def test_file_has_language_slug_and_address(tmp_path: Path) -> None:
    files = {"docs/index.md": page(), "docs/index.cy.md": page(), "docs/areas/index.md": page(), "docs/a/b.md": page()}
    files |= {"docs/areas/elmham.cy.md": area(), "stories/maggie.en.md": story(), "stories/maggie.cy.md": story()}
    found = content(tmp_path, files | {"newsletters/2024-03.cy.md": newsletter()})
    assert found.problems == ()
    assert {(d.url, d.type_name, d.slug, d.lang) for d in found.documents} == {
        ("", "page", "index", "en"),
        ("cy/", "page", "index", "cy"),
        ("areas/", "page", "index", "en"),
        ("a/b/", "page", "b", "en"),
        ("cy/areas/elmham/", "area", "elmham", "cy"),
        ("stories/maggie/", "story", "maggie", "en"),
        ("cy/stories/maggie/", "story", "maggie", "cy"),
        ("cy/newsletters/2024-03/", "newsletter", "2024-03", "cy"),
    }
    assert {document.path: document.url for document in found.documents} == found.urls


def test_edition_date_defaults_to_its_name(tmp_path: Path) -> None:
    found = content(
        tmp_path, {"newsletters/2024-03.md": newsletter(), "newsletters/2024-04.md": newsletter(date="2024-04-09")}
    )
    assert [str(d.front.published and d.front.published.isoformat()) for d in found.documents] == [
        "2024-03",
        "2024-04-09",
    ]


@pytest.mark.parametrize(("given_pages", "pages"), [(None, 7), ("12", 12)])
def test_page_count_defaults_to_pdf(tmp_path: Path, given_pages: str | None, pages: int) -> None:
    text = publication(file="growing.pdf", link=None, pages=given_pages)
    write_files(tmp_path, {"publications/growing.md": text, "publications/growing.pdf": pdf(7)})
    (document,) = load_content(tmp_path, LANGUAGES).documents
    assert isinstance(document.front, Publication)
    assert document.front.pages == pages


def test_file_is_kept_as_far_as_it_is_valid(tmp_path: Path) -> None:
    found = content(
        tmp_path,
        {
            "stories/fits.md": story("Its text."),
            "stories/fits-not.md": story("Its text.", kind="essay"),
            "stories/no-fields.md": "Its text.",
            "stories/Bad Name.md": story(),
            "stories/fits.jpg": "abc",
        },
    )
    assert found.paths == {f"stories/{name}.md" for name in ("fits", "fits-not", "no-fields", "Bad Name")}
    assert set(found.urls) == {f"stories/{name}.md" for name in ("fits", "fits-not", "no-fields")}
    assert set(found.sources) == {"stories/fits.md", "stories/fits-not.md"}
    assert [document.path for document in found.documents] == ["stories/fits.md"]
    assert {path: source.text.strip() for path, source in found.sources.items()} == dict.fromkeys(
        found.sources, "Its text."
    )
    assert found.files.assets == {"stories/fits.jpg": 3}
    assert {problem.path for problem in found.problems} == found.paths - {"stories/fits.md"}


def test_all_errors_are_reported_once_in_order(tmp_path: Path) -> None:
    files = changed(
        {
            S: "---\ntitle: Garden\ndate: soon\nsumary: How.\nkind: essay\nareas: [elmhan]\nimage: {src: no.jpg}\n---\n"
            "\n# Top\n\n[a](none.md)\n\n![](none.jpg)\n",
            N: ("subject: Spring on Elm Street\n", ""),
            P: ("title: Growing", "title: 'Growing"),
            "docs/about.md": b"---\ntitle: \xe9\n---\n",
            "stories/My Story.md": "Text.",
        }
    )
    found = problems_in(tmp_path, files)
    assert [(problem.path, problem.line) for problem in found] == [
        ("docs/about.md", 2),
        (N, 1),
        (P, 2),
        ("stories/My Story.md", None),
        *((S, line) for line in (3, 4, 5, 6, 7, 7, 10, 12, 14, 14)),
    ]
    assert tuple(found) == sort_problems(found)
    assert len({str(problem) for problem in found}) == len(found)


def test_text_is_checked_below_invalid_fields(tmp_path: Path, reported: Reported) -> None:
    text = (
        small_newsroom()[S].replace("kind: reflection", "kind: essay").replace("../docs/about.md", "../docs/abuot.md")
    )
    expected = reported(problems_in(tmp_path, small_newsroom() | {S: text + "\n#### Deep\n"}))
    assert expected == [f"{S}:5 field-choice-unknown", f"{S}:10 link-missing", f"{S}:12 heading-level-skipped"]


@pytest.mark.parametrize(
    "broken", ["title: 'The garden", "title: The: garden", "\ttitle: A", "title: A\ntitle: B", "- A"]
)
def test_text_is_checked_below_broken_front_matter(tmp_path: Path, broken: str, reported: Reported) -> None:
    files = changed({S: f"---\n{broken}\n---\n\n# Top\n\n[a](none.md) ![](../docs/none.jpg)\n"})
    first, *others = problems_in(tmp_path, files)
    shift = broken.count("\n")
    assert first.line in (2, 3)
    assert reported(others) == [
        f"{S}:{5 + shift} heading-first-level",
        f"{S}:{7 + shift} picture-missing",
        f"{S}:{7 + shift} link-missing",
        f"{S}:{7 + shift} picture-alt-missing",
    ]


@pytest.mark.parametrize("text", ["# Top\n\n[a](none.md)\n", "---\ntitle: A\n\n# Top\n"])
def test_text_is_not_checked_without_end_of_front_matter(tmp_path: Path, text: str) -> None:
    assert [problem.line for problem in problems_in(tmp_path, changed({S: text}))] == [1]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_file_in_another_encoding_stays_a_draft_and_withdrawn(tmp_path: Path, encoding: str) -> None:
    text = "---\ntitle: A\ndraft: true\nconsent:\n  withdrawn: 2026-01-01\n---\n\nWords.\n"
    write_files(tmp_path, {"stories/a.md": text.encode(encoding)})
    held = load_content(tmp_path, ("en",))
    assert [brief(problem) for problem in held.problems] == ["stories/a.md:1 file-not-utf-8"]
    assert held.drafts == {item.path for item in held.withdrawals} == {"stories/a.md"}


def test_withdrawals_are_not_looked_for_behind_symbolic_links(tmp_path: Path) -> None:
    text = "---\nconsent:\n  withdrawn: 2026-01-01\n---\n"
    write_files(tmp_path, {"outside/a.md": text, "outside/b/c.md": text, "site/stories/My Folder/x.md": text})
    stories = tmp_path / "site/stories"
    (stories / "linked.md").symlink_to("../../outside/a.md")
    (stories / "folder").symlink_to("../../outside")
    (stories / "My Folder/y.md").symlink_to("../../../outside/a.md")
    (stories / "My Folder/z").symlink_to("../../../outside/b")
    found = load_content(tmp_path / "site", LANGUAGES)
    assert [item.path for item in found.withdrawals] == ["stories/my-folder/x.md"]


def test_withdrawn_item_with_a_malformed_link_keeps_its_pictures_hidden(tmp_path: Path) -> None:
    text = story("[Her site](https://[)\n\n![Jean](jean.jpg)", consent={**CONSENT, "withdrawn": "2026-01-01"})
    write_files(tmp_path, {"stories/a.md": text, "stories/jean.jpg": picture()})
    (item,) = load_content(tmp_path, LANGUAGES).withdrawals
    assert item.files == {"stories/jean.jpg"}


def test_links_to_file_with_errors_are_valid(tmp_path: Path) -> None:
    files = small_newsroom() | {"docs/about.md": "No front matter."}
    assert [problem.path for problem in problems_in(tmp_path, files)] == ["docs/about.md"]
