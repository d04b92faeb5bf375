"""What the live preview shows before the whole site is built with a change."""

from collections.abc import Iterable
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import cast

from live_preview.site import LivePage, LiveSite
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


def test_fault_is_in_place_of_every_page_until_it_is_gone(tmp_path: Path) -> None:
    write_files(tmp_path / "built", {"index.html": "home", "404.html": "none", "a.css": "p {}"})
    site = LiveSite(tmp_path / "built")
    site.show(None, "a.html, line 2: <b>\nNot closed")
    title = "The preview cannot be shown"
    head = f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
    html = f"{head}<body><h1>{title}</h1><p>a.html, line 2: &lt;b&gt;</p><p>Not closed</p></body></html>\n"
    assert site.page("") == site.page("x/") == LivePage(html.encode(), 0)
    assert (site.file("a.css"), site.file("b.css"), site.file("")) == (b"p {}", None, None)
    revision = site.show(preview_of(make_repository(tmp_path / "site", small_newsroom())))
    site.end_build(revision, is_published=True)
    assert site.page("") == LivePage(b"home", 0)
    assert site.page("x/") == LivePage(b"none", 0, exists=False)


def test_open_pages_are_reloaded_when_other_files_have_changed(tmp_path: Path) -> None:
    """At once for templates and styles; when the site is built for other files, as pictures are."""
    pages = preview_of(make_repository(tmp_path / "site", small_newsroom()))
    site = LiveSite(tmp_path / "built")
    revision = site.show(pages, has_new_files=True)
    answers = SimpleQueue[str]()
    version = site.page(STORY).version
    Thread(target=lambda: answers.put(site.wait_for_other_version(STORY, version)), daemon=True).start()
    assert site.end_build(revision, is_published=False)
    assert site.page(STORY).reloads == 0
    later = site.show(pages)
    assert not site.end_build(revision, is_published=True)
    assert site.page(STORY).reloads == 1
    assert answers.get(timeout=20) == site.page(STORY).version != version
    assert site.end_build(later, is_published=True)
    assert site.page(STORY).reloads == 1
    site.show(pages, has_new_templates=True)
    assert site.page(STORY).reloads == 2
    assert site.wait_for_other_version(STORY, version) == site.page(STORY).version


def test_file_is_awaited_until_the_build_has_ended(tmp_path: Path) -> None:
    site = LiveSite(tmp_path / "built")
    revision = site.show(preview_of(make_repository(tmp_path / "site", small_newsroom())))
    answers = SimpleQueue[bytes | None]()
    Thread(target=lambda: answers.put(site.file("email/a.html")), daemon=True).start()
    write_files(tmp_path / "built", {"email/a.html": "email"})
    site.end_build(revision, is_published=True)
    assert answers.get(timeout=20) == b"email"
    assert site.file("email/b.html") is None


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


class Pages:
    """In place of the pages of a newsroom: counts how often each is made."""

    urls = frozenset({"a/", "b/"})

    def __init__(self, *known: str) -> None:
        self.known = known
        self.made: list[str] = []

    def page(self, url: str) -> bytes | None:
        self.made.append(url)
        if url == "broken/":
            raise ValueError("no <map>")
        return f"{url} alone".encode() if url in self.known else None

    def file(self, path: str) -> bytes | None:
        if path == "broken.css":
            raise ValueError("no styles")
        return b"alone" if path == "a.css" else None

    def missing_page(self) -> bytes:
        return b"missing"


def show(site: LiveSite, pages: Pages) -> int:
    return site.show(cast("PagePreview", pages))


def test_page_is_made_once_until_content_changes_or_the_site_is_built(tmp_path: Path) -> None:
    files = {"a/index.html": "a of the site", "b/index.html": "b of the site", "a.css": "a of the site", "c.txt": "c"}
    write_files(tmp_path, files)
    site, pages = LiveSite(tmp_path), Pages("a/")
    revision = show(site, pages)
    assert [site.page("a/") for _ in range(2)] == [LivePage(b"a/ alone", 0)] * 2
    assert site.page("b/") == LivePage(b"missing", 0, exists=False)
    assert (site.file("a.css"), site.file("c.txt")) == (b"alone", b"c")
    assert pages.made == ["a/", "b/"]
    show(site, pages)
    assert site.page("a/").content == b"a/ alone"
    assert pages.made == ["a/", "b/", "a/"]
    assert not site.end_build(revision, is_published=True)
    assert site.page("a/").content == b"a/ alone"
    assert site.end_build(revision + 1, is_published=False)
    assert site.page("a/").content == b"a/ alone"
    assert site.end_build(revision + 1, is_published=True)
    assert (site.page("a/").content, site.file("a.css")) == (b"a of the site", b"a of the site")
    assert site.page("b/") == LivePage(b"b of the site", 0)
    assert site.page("c/") == LivePage(b"missing", 0, exists=False)


def test_page_that_cannot_be_made_says_why_and_a_style_is_that_of_the_site(tmp_path: Path) -> None:
    write_files(tmp_path, {"broken/index.html": "site", "broken.css": "site"})
    site = LiveSite(tmp_path)
    show(site, Pages())
    page = site.page("broken/")
    assert page.exists
    assert b"<p>ValueError: no &lt;map&gt;</p>" in page.content
    assert site.file("broken.css") == b"site"
