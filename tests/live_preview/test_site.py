"""What the live preview shows before the whole site is built with a change."""

from collections.abc import Iterable
from pathlib import Path

from live_preview.site import LiveSite
from newsroom.page_preview import PagePreview
from newsroom.problems import Problem
from newsroom.publish.build_options import BuildOptions
from newsroom.value_cache import ValueCache
from outside.repository import settings
from tests.support import TODAY, small_newsroom, write_files
from tests.support.engine import make_repository
from tests.support.images import picture
from tests.support.items import publication, story
from tests.support.wordings import brief

STORY = "stories/the-garden/"
STYLE = "assets/newsroom.css"


def preview_of(root: Path, *changed: str, known: Iterable[Problem] = ()) -> PagePreview:
    options = BuildOptions(today=TODAY, preview=True, value_cache=ValueCache())
    return PagePreview(root, settings(root), options, changed=changed, known=known)


def test_changes_replace_files_of_the_last_build_at_once(tmp_path: Path) -> None:
    root, folder = make_repository(tmp_path / "site", small_newsroom()), tmp_path / "built"
    write_files(folder, {f"{STORY}index.html": "old story", "moved/index.html": "old address", STYLE: "old style"})
    site = LiveSite(folder)
    site.end_build(site.show(preview_of(root)), is_published=True)
    assert site.page(STORY).content == b"old story"
    assert site.file(STYLE) == b"old style"

    (root / "stories/the-garden.md").unlink()
    before = site.page("").version
    revision = site.show(preview_of(root), has_new_templates=True)
    assert not site.page(STORY).exists
    assert b"A garden grew" not in site.page(STORY).content
    assert site.page("moved/").content == b"old address"
    assert b"--" in (site.file(STYLE) or b"")
    reloaded = site.page("")
    assert reloaded.version != before

    write_files(folder, {"index.html": reloaded.content})
    site.end_build(revision, is_published=True)
    assert site.page("").version == reloaded.version


def test_pages_that_use_a_renamed_file_are_checked_at_once(tmp_path: Path) -> None:
    files = {
        "stories/one.md": story("![A cat](cat.jpg)", title="One"),
        "stories/two.md": story("[One](one.md)", title="Two", image={"src": "cat.jpg", "alt": "A cat"}),
        "publications/growing.md": publication(title="Three"),
    }
    root = make_repository(tmp_path / "site", small_newsroom() | files | {"stories/cat.jpg": picture(form="JPEG")})
    (root / "stories/cat.jpg").rename(root / "stories/dog.jpg")
    renamed = preview_of(root, "stories/cat.jpg", "stories/dog.jpg")
    assert [brief(problem) for problem in renamed.problems] == [
        "stories/one.md:8 picture-missing",
        "stories/two.md:6 field-file-missing",
    ]
    (root / "stories/dog.jpg").rename(root / "stories/cat.jpg")
    again = preview_of(root, "stories/cat.jpg", "stories/dog.jpg", known=renamed.problems)
    assert again.problems == ()
    (root / "stories/one.md").rename(root / "stories/uno.md")
    moved = preview_of(root, "stories/one.md", "stories/uno.md")
    assert [brief(problem) for problem in moved.problems] == ["stories/two.md:9 link-missing"]
