"""What is reported of some pages alone, as a preview does while an editor writes."""

from pathlib import Path

from newsroom.check import check_library, check_pages
from newsroom.content.library import Library
from newsroom.read import load_content
from newsroom.site_settings import site_settings
from newsroom.value_cache import ValueCache
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.images import from_camera, quarters
from tests.support.items import publication, story
from tests.support.pdfs import pdf_with_properties

FILES: dict[str, str | bytes] = {
    "stories/a.md": story("[A](gone.md) ![Tree](tree.jpg)\n\nRing 01632 960123.", title="A", updated="2023-01-01"),
    "stories/b.md": story("[B](gone.md)\n\nRing 01632 960124.", title="B", updated="2023-01-01"),
    "stories/sa1-4pe.md": story(title="C"),
    "stories/broken.md": "---\ntitle: A: b\n# ring 01632 960125\n---\n\n[A](gone.md)\n",
    "stories/broken-too.md": "---\ntitle: A: b\n# ring 01632 960126\n---\n\nWords.\n",
    "stories/tree.jpg": from_camera(quarters()),
    "stories/ring-01632-960127.jpg": b"x",
    "stories/ring-01632-960128.docx": b"x",
    "publications/r.md": publication(file="r.pdf"),
    "publications/r.pdf": pdf_with_properties(Author="Bo Oak"),
}


def test_only_what_concerns_the_pages_is_reported(tmp_path: Path) -> None:
    write_files(tmp_path, {**small_newsroom(), **FILES})
    content = load_content(tmp_path, ("en", "cy"))
    settings, library = site_settings(SETTINGS), Library(content.documents, today=TODAY)
    every = check_library(library, content, {}, settings, ValueCache())
    found = check_pages({"stories/a.md", "stories/broken.md"}, library, content, {}, settings, ValueCache())
    assert [(problem.path, problem.line, problem.code) for problem in found] == [
        ("stories/a.md", 6, "field-dates-reversed"),
        ("stories/a.md", 9, "link-missing"),
        ("stories/a.md", 11, "private-phone"),
        ("stories/broken.md", 2, "front-matter-quotes-needed"),
        ("stories/broken.md", 3, "private-phone"),
        ("stories/broken.md", 6, "link-missing"),
    ]
    others = {(problem.path, problem.code) for problem in every if problem not in found}
    assert others >= {
        ("stories/a.md", "picture-location"),
        ("stories/b.md", "private-phone"),
        ("stories/b.md", "field-dates-reversed"),
        ("stories/sa1-4pe.md", "private-postcode"),
        ("stories/broken-too.md", "front-matter-quotes-needed"),
        ("stories/ring-01632-960127.jpg", "private-phone"),
        ("stories/ring-01632-960128.docx", "private-phone"),
        ("publications/r.md", "pdf-properties"),
    }
