"""What the live preview shows before the whole site is built with a change."""

from pathlib import Path

from live_preview.site import LiveSite
from newsroom.page_preview import PagePreview
from newsroom.publish.build_options import BuildOptions
from newsroom.value_cache import ValueCache
from outside.repository import settings
from tests.support import TODAY, small_newsroom, write_files
from tests.support.engine import make_repository

STORY = "stories/the-garden/"
STYLE = "assets/newsroom.css"


def preview_of(root: Path) -> PagePreview:
    return PagePreview(root, settings(root), BuildOptions(today=TODAY, preview=True, value_cache=ValueCache()))


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
