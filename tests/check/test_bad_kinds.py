"""Files that an editor adds and that would not be published: each is reported, with what to do."""

from pathlib import Path

import pytest

from tests.support import NEWSLETTER, STORY, problems_in
from tests.support.changes import Changes, P, S, changed
from tests.support.images import picture
from tests.support.pdfs import pdf, pdf_with
from tests.support.pieces import publication, story

PNG = picture()
NO_PAGE = "is not in a folder that is read, so it has no page; move it to"
NOT_MD = "is not read, because its name must end in .md; rename it to 'garden.md'."
DOCUMENT = "which is not published; copy its text into a file whose name ends in .md, or save it as PDF to publish the document itself."
SHEET = "is a spreadsheet, which is not published; save it as PDF, or write the table in a page."
PICTURE = "is a picture of a kind that browsers do not show; save it as JPEG or PNG."
RUNS = "could run programs in readers' browsers, and is not published; copy its text into a file whose name ends in .md, or delete it."
PROGRAM = "is a program or a part of one, which is not published; delete it."
OTHER = "is of a kind that is not published; save it as PDF, JPEG or PNG, or delete it."
SHARED = "is not used by any page; delete it, or use it:"
UNUSED = "or links to it, so it is not published; name it in a page, or delete it."
KINDS = [
    *((name, NOT_MD) for name in ("garden", "garden.txt", "garden.md.txt", "garden.MD", "Garden.markdown")),
    *((f"garden.{ending}", NOT_MD) for ending in ("mdown", "mkd", "mdx", "txt.txt")),
    ("Minutes 1.2", NOT_MD.replace("garden", "minutes-1-2")),
    *((f"garden.{ending}", f"is a Word document, {DOCUMENT}") for ending in ("docx", "DOC")),
    *((f"garden.{ending}", f"is a text document, {DOCUMENT}") for ending in ("odt", "rtf", "pages")),
    *((f"garden.{ending}", SHEET) for ending in ("xlsx", "csv")),
    ("garden.pptx", "is a presentation, which is not published; save it as PDF."),
    (
        "garden.zip",
        "is an archive, which is not published; unpack it, and add the pictures or PDFs that it holds.",
    ),
    *((f"garden.{ending}", PICTURE) for ending in ("heic", "tiff", "bmp", "ico")),
    ("garden.svgz", "is a picture of a kind that browsers do not show; save it as SVG or PNG."),
    ("garden.mov", "is a recording of a kind that some browsers do not play; save it as MP3 or MP4."),
    *((f"garden.{ending}", RUNS) for ending in ("html", "xml", "xhtml")),
    *((f"garden.{ending}", PROGRAM) for ending in ("js", "css", "exe")),
    ("garden.eml", OTHER),
    ("garden.json", OTHER),
]


@pytest.mark.parametrize("folder", ["stories", "docs/assets"])
@pytest.mark.parametrize(("name", "told"), KINDS, ids=[name for name, _ in KINDS])
def test_a_file_of_another_kind_is_reported(tmp_path: Path, folder: str, name: str, told: str) -> None:
    found = problems_in(tmp_path, changed({f"{folder}/{name}": STORY}))
    assert [str(problem) for problem in found] == [f"{folder}/{name}: {told}"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("drafts/a.md", f"{NO_PAGE} stories/."),
        ("ideas/2026/a.md", f"{NO_PAGE} stories/."),
        ("stories/.a.md", "is not read, because its name begins with a dot; rename '.a.md' to 'a.md', or delete it."),
        ("docs/.drafts/a.md", "is not read, because '.drafts' begins with a dot; rename '.drafts' to 'drafts', or delete it."),
    ],
)  # fmt: skip
def test_a_page_that_may_be_kept_elsewhere_is_a_warning(tmp_path: Path, path: str, told: str) -> None:
    found = problems_in(tmp_path, changed({path: STORY}))
    assert [str(problem) for problem in found] == [f"{path}: (warning) {told}"]


AS_PDF = "save it as PDF and link to that: the original also holds the names of its authors, comments and changes."


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("minutes.docx", f"'minutes.docx' is a Word document, which is not published; {AS_PDF}"),
        ("list.xlsx", f"'list.xlsx' is a spreadsheet, which is not published; {AS_PDF}"),
        ("talk.pptx", f"'talk.pptx' is a presentation, which is not published; {AS_PDF}"),
        (
            "evil.html",
            "'evil.html' could run programs in readers' browsers, and is not published; link to a page or a PDF.",
        ),
        ("evil.js", f"'evil.js' {PROGRAM}"),
        ("tree.heic", f"'tree.heic' {PICTURE}"),
    ],
)
@pytest.mark.parametrize("link", ["[See]({})", "![See]({})"], ids=["a link", "a picture"])
def test_where_it_is_linked_the_line_is_named(tmp_path: Path, link: str, name: str, told: str) -> None:
    changes: Changes = {S: ("A garden grew.", link.format(name)), f"stories/{name}": "x"}
    assert [str(problem) for problem in problems_in(tmp_path, changed(changes))] == [f"{S}, line 10: {told}"]


def test_a_lead_picture_of_another_kind_is_reported_on_its_line(tmp_path: Path) -> None:
    changes: Changes = {S: ("kind:", "image:\n  src: tree.heic\n  alt: A\nkind:"), "stories/tree.heic": "x"}
    told = [str(problem) for problem in problems_in(tmp_path, changed(changes))]
    assert told == [f"{S}, line 6: `image.src`: 'tree.heic' {PICTURE}"]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"story/x.md": STORY}, [f"story/x.md: {NO_PAGE} stories/."]),
        ({"Stories/deep/x.md": STORY}, [f"Stories/deep/x.md: {NO_PAGE} stories/."]),
        ({"storeis/x.md": STORY}, [f"storeis/x.md: {NO_PAGE} stories/."]),
        ({"posts/x.md": STORY}, [f"posts/x.md: {NO_PAGE} stories/."]),
        ({"newsletter/2026-11.md": NEWSLETTER}, [f"newsletter/2026-11.md: {NO_PAGE} newsletters/."]),
        ({"publication/x.markdown": publication()}, [f"publication/x.markdown: {NO_PAGE} publications/."]),
        ({"doc/x.md": STORY}, [f"doc/x.md: {NO_PAGE} docs/."]),
        ({"my-story.md": STORY}, [f"my-story.md: {NO_PAGE} stories/."]),
        ({"2026-11.md": NEWSLETTER}, [f"2026-11.md: {NO_PAGE} newsletters/."]),
        ({"report.md": "\ufeff\n" + publication(publisher="Elm")}, [f"report.md: {NO_PAGE} publications/."]),
        (
            {"about.md": "---\n# The page\ntitle: About\n---\n"},
            [f"about.md: {NO_PAGE} stories/, newsletters/, publications/ or docs/."],
        ),
        ({"story/x.docx": "x"}, ["story: the folder 'story' is not read; move what it holds to stories/."]),
        ({"README.md": STORY, "CHANGELOG.md": STORY, "notes.md": "---\n\nA rule.\n", "LICENSE": "---\na: b"}, []),
        ({".github/x.md": STORY, "tests/x.md": STORY, "node_modules/x.md": STORY, "overrides/x.md": STORY}, []),
        ({"posts/list.csv": "x", "reports/x.html": "x", "story/.gitkeep": ""}, []),
    ],
)
def test_a_page_in_no_content_folder_is_reported(tmp_path: Path, files: Changes, told: list[str]) -> None:
    assert [str(problem) for problem in problems_in(tmp_path, changed(files))] == told


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"stories/tree.png": PNG}, [f"stories/tree.png: (warning) no page shows this picture {UNUSED}"]),
        ({"docs/tree.png": PNG}, [f"docs/tree.png: (warning) no page shows this picture {UNUSED}"]),
        ({"stories/a.pdf": pdf()}, [f"stories/a.pdf: (warning) no page shows this PDF {UNUSED}"]),
        ({"docs/assets/a.mp3": "x"}, [f"docs/assets/a.mp3: (warning) no page shows this recording {UNUSED}"]),
        (
            {"docs/assets/tree.png": PNG, "docs/assets/a.pdf": pdf()},
            [
                f"docs/assets/a.pdf: (warning) {SHARED} [Its title](path to it).",
                f"docs/assets/tree.png: (warning) {SHARED} ![What it shows](path to it).",
            ],
        ),
        ({"stories/tree.png": PNG, "stories/x.md": story("![A](tree.png)", draft=True)}, []),
        ({"stories/tree.png": PNG, S: ("kind:", "image: {src: tree.png, alt: A}\nkind:")}, []),
        ({"publications/tree.png": PNG, P: ("kind:", "cover: {src: tree.png, alt: A}\nkind:")}, []),
        ({"publications/a.pdf": pdf(), P: ("kind:", "file: a.pdf\nkind:")}, []),
        ({"stories/a.mp3": "x", S: ("A garden grew.", "[Listen](a.mp3)")}, []),
    ],
)
def test_what_no_page_uses_is_reported_as_a_warning(tmp_path: Path, files: Changes, told: list[str]) -> None:
    assert [str(problem) for problem in problems_in(tmp_path, changed(files))] == told


PLAIN = "save the document again as a PDF, without attached files, and without buttons or fields that run a program."
JAVASCRIPT = f"holds a program (JavaScript), which could run when readers open it; {PLAIN}"
LAUNCH = f"starts another program when readers open it or click in it; {PLAIN}"
FILES = f"has other files attached to it, which nobody sees before they open it; {PLAIN}"
LOCKED = "is protected, so that some readers cannot open it or have it read aloud; save it without protection: in Acrobat under File → Properties → Security, choose No Security; in Word, under Save as PDF → Options, take the tick from “Encrypt the document with a password”."
DAMAGED = "is damaged, so that readers could not open it; fetch or save the file again, and see that it opens on your computer."
NO_PDF = "is not a PDF, although its name says so; it looks like a web page; save the document again as a PDF, and put that here."
BAD_PDFS = [
    ("locked", pdf(lock="leek"), LOCKED),
    ("cut off", pdf()[:200], DAMAGED),
    ("a web page", b"<html>", NO_PDF),
    ("a script", pdf_with("script"), JAVASCRIPT),
    ("a script when it opens", pdf_with("opening"), JAVASCRIPT),
    ("a script on a page", pdf_with("page"), JAVASCRIPT),
    ("a script in a field, after something harmless", pdf_with("field"), JAVASCRIPT),
    ("a link to a program", pdf_with("launch"), LAUNCH),
    ("an attached file", pdf_with("file"), FILES),
]


@pytest.mark.parametrize(("data", "told"), [row[1:] for row in BAD_PDFS], ids=[row[0] for row in BAD_PDFS])
def test_a_pdf_that_a_page_links_to_is_checked(tmp_path: Path, data: bytes, told: str) -> None:
    changes: Changes = {S: ("A garden grew.", "[Read](../stories/a%20b.pdf)"), "stories/a b.pdf": data}
    found = [str(problem) for problem in problems_in(tmp_path, changed(changes))]
    assert found == [f"{S}, line 10: the PDF '../stories/a%20b.pdf' {told}"]


def test_a_pdf_for_templates_is_checked(tmp_path: Path) -> None:
    changes: Changes = {"docs/assets/a.pdf": b"<html>", "overrides/home.html": "<a href='assets/a.pdf'>A</a>"}
    found = [str(problem) for problem in problems_in(tmp_path, changed(changes))]
    assert found == [f"docs/assets/a.pdf: {NO_PDF}"]


@pytest.mark.parametrize("harmless", ["links", "view"])
def test_a_pdf_with_links_and_a_first_view_is_published(tmp_path: Path, harmless: str) -> None:
    changes: Changes = {S: ("A garden grew.", "[Read](a.pdf)"), "stories/a.pdf": pdf_with(harmless)}
    assert problems_in(tmp_path, changed(changes)) == []
