"""Files that would not be published are reported, with how to fix that."""

from pathlib import Path

import pytest

from tests.support import NEWSLETTER, STORY, problems_in
from tests.support.changes import Changes, P, S, changed
from tests.support.images import picture
from tests.support.items import publication, story
from tests.support.pdfs import pdf, pdf_with
from tests.support.theme import THEME
from tests.support.wordings import Reported

PNG = picture()
COLOURS = (THEME / "colours.toml").read_text()
NO_PAGES = ("garden", "garden.txt", "garden.md.txt", "garden.MD", "Garden.markdown", "garden.mkd", "Minutes 1.2")
NOT_PUBLISHED = (
    *("garden.docx", "garden.DOC", "garden.odt", "garden.rtf", "garden.pages", "garden.xlsx", "garden.csv"),
    *("garden.pptx", "garden.zip", "garden.heic", "garden.tiff", "garden.svgz", "garden.mov", "garden.html"),
    *("garden.xml", "garden.js", "garden.css", "garden.exe", "garden.eml", "garden.json"),
)
KINDS = dict.fromkeys(NO_PAGES, "page-ending-invalid") | dict.fromkeys(NOT_PUBLISHED, "file-type-unpublished")


@pytest.mark.parametrize("folder", ["stories", "docs/assets"])
@pytest.mark.parametrize("name", KINDS)
def test_unpublished_file_type_is_reported(tmp_path: Path, folder: str, name: str, reported: Reported) -> None:
    found = problems_in(tmp_path, changed({f"{folder}/{name}": STORY}))
    assert reported(found) == [f"{folder}/{name} {KINDS[name]}"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("drafts/a.md", "page-elsewhere"),
        ("ideas/2026/a.md", "page-elsewhere"),
        ("stories/.a.md", "page-name-hidden"),
        ("docs/.drafts/a.md", "page-name-hidden"),
    ],
)
def test_page_in_other_folder_is_a_warning(tmp_path: Path, path: str, code: str, reported: Reported) -> None:
    assert reported(problems_in(tmp_path, changed({path: STORY}))) == [f"{path} {code}?"]


@pytest.mark.parametrize("name", ["minutes.docx", "list.xlsx", "talk.pptx", "evil.html", "evil.js", "tree.heic"])
@pytest.mark.parametrize("link", ["[See]({})", "![See]({})"], ids=["a link", "a picture"])
def test_link_to_unpublished_file_is_reported_with_line(
    tmp_path: Path, link: str, name: str, reported: Reported
) -> None:
    changes: Changes = {S: ("A garden grew.", link.format(name)), f"stories/{name}": "x"}
    assert reported(problems_in(tmp_path, changed(changes))) == [f"{S}:10 file-type-unpublished"]


def test_lead_picture_of_unpublished_type_is_reported_with_line(tmp_path: Path, reported: Reported) -> None:
    changes: Changes = {S: ("kind:", "image:\n  src: tree.heic\n  alt: A\nkind:"), "stories/tree.heic": "x"}
    expected = reported(problems_in(tmp_path, changed(changes)))
    assert expected == ["stories/the-garden.md:6 file-type-unpublished"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"story/x.md": STORY}, ["story/x.md page-misplaced"]),
        ({"Stories/deep/x.md": STORY}, ["Stories/deep/x.md page-misplaced"]),
        ({"storeis/x.md": STORY}, ["storeis/x.md page-misplaced"]),
        ({"posts/x.md": STORY}, ["posts/x.md page-misplaced"]),
        ({"newsletter/2026-11.md": NEWSLETTER}, ["newsletter/2026-11.md page-misplaced"]),
        ({"publication/x.markdown": publication()}, ["publication/x.markdown page-misplaced"]),
        ({"doc/x.md": STORY}, ["doc/x.md page-misplaced"]),
        ({"my-story.md": STORY}, ["my-story.md page-misplaced"]),
        ({"2026-11.md": NEWSLETTER}, ["2026-11.md page-misplaced"]),
        ({"report.md": "\ufeff\n" + publication(publisher="Elm")}, ["report.md page-misplaced"]),
        (
            {"about.md": "---\n# The page\ntitle: About\n---\n"},
            ["about.md page-misplaced"],
        ),
        ({"story/x.docx": "x"}, ["story folder-misplaced"]),
        ({"README.md": STORY, "CHANGELOG.md": STORY, "notes.md": "---\n\nA rule.\n", "LICENSE": "---\na: b"}, []),
        (
            {
                ".github/x.md": STORY,
                "tests/x.md": STORY,
                "node_modules/x.md": STORY,
                "overrides/x.md": STORY,
                "overrides/colours.toml": COLOURS,
            },
            [],
        ),
        ({"posts/list.csv": "x", "reports/x.html": "x", "story/.gitkeep": ""}, []),
    ],
)
def test_page_outside_content_folders_is_reported(
    tmp_path: Path, files: Changes, expected: list[str], reported: Reported
) -> None:
    assert reported(problems_in(tmp_path, changed(files))) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"stories/tree.png": PNG}, ["stories/tree.png file-unused?"]),
        ({"docs/tree.png": PNG}, ["docs/tree.png file-unused?"]),
        ({"stories/a.pdf": pdf()}, ["stories/a.pdf file-unused?"]),
        ({"docs/assets/a.mp3": "x"}, ["docs/assets/a.mp3 file-unused?"]),
        (
            {"docs/assets/tree.png": PNG, "docs/assets/a.pdf": pdf()},
            [
                "docs/assets/a.pdf file-unused?",
                "docs/assets/tree.png file-unused?",
            ],
        ),
        ({"stories/tree.png": PNG, "stories/x.md": story("![A](tree.png)", draft=True)}, []),
        ({"stories/tree.png": PNG, S: ("kind:", "image: {src: tree.png, alt: A}\nkind:")}, []),
        ({"publications/tree.png": PNG, P: ("kind:", "cover: {src: tree.png, alt: A}\nkind:")}, []),
        ({"publications/a.pdf": pdf(), P: ("kind:", "file: a.pdf\nkind:")}, []),
        ({"stories/a.mp3": "x", S: ("A garden grew.", "[Listen](a.mp3)")}, []),
    ],
)
def test_unused_file_is_a_warning(tmp_path: Path, files: Changes, expected: list[str], reported: Reported) -> None:
    assert reported(problems_in(tmp_path, changed(files))) == expected


BAD_PDFS = [
    ("locked", pdf(lock="leek"), "pdf-protected"),
    ("cut off", pdf()[:200], "pdf-damaged"),
    ("a web page", b"<html>", "pdf-damaged"),
    ("a script", pdf_with("script"), "pdf-active-content"),
    ("a script when it opens", pdf_with("opening"), "pdf-active-content"),
    ("a script on a page", pdf_with("page"), "pdf-active-content"),
    ("a script in a field, after something harmless", pdf_with("field"), "pdf-active-content"),
    ("a link to a program", pdf_with("launch"), "pdf-active-content"),
    ("an attached file", pdf_with("file"), "pdf-active-content"),
    ("an action after another", pdf_with("next"), "pdf-active-content"),
    ("a script in the group of a field", pdf_with("parent"), "pdf-active-content"),
    ("a note with a file", pdf_with("note"), "pdf-active-content"),
    ("a collection of files", pdf_with("collection"), "pdf-active-content"),
]


@pytest.mark.parametrize(("data", "expected"), [row[1:] for row in BAD_PDFS], ids=[row[0] for row in BAD_PDFS])
def test_linked_pdf_is_checked(tmp_path: Path, data: bytes, expected: str, reported: Reported) -> None:
    changes: Changes = {S: ("A garden grew.", "[Read](../stories/a%20b.pdf)"), "stories/a b.pdf": data}
    found = reported(problems_in(tmp_path, changed(changes)))
    assert found == [f"{S}:10 {expected}"]


def test_shared_pdf_is_checked(tmp_path: Path, reported: Reported) -> None:
    changes: Changes = {
        "docs/assets/a.pdf": b"<html>",
        "overrides/home.html": "<a href='assets/a.pdf'>A</a>",
        "overrides/colours.toml": COLOURS,
    }
    found = reported(problems_in(tmp_path, changed(changes)))
    assert found == ["docs/assets/a.pdf pdf-damaged"]


@pytest.mark.parametrize("harmless", ["links", "view"])
def test_pdf_with_links_and_open_action_is_published(tmp_path: Path, harmless: str) -> None:
    changes: Changes = {S: ("A garden grew.", "[Read](a.pdf)"), "stories/a.pdf": pdf_with(harmless)}
    assert problems_in(tmp_path, changed(changes)) == []
