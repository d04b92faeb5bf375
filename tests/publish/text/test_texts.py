"""A text that is kept is made again as soon as a link, file, picture or consent gives it another form."""

import shutil
from pathlib import Path

import pytest

from newsroom.cache import Cache
from newsroom.open_build import load_build
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.pages.page import WebPage
from newsroom.publish.text.texts import PageTexts, ProcessedText
from newsroom.site_settings import site_settings
from newsroom.value_cache import ValueCache
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.images import picture
from tests.support.items import CONSENT, newsletter, page, story
from tests.support.theme import THEME

BODY = """\
[Her](her.md) words, ![a tree](tree.png) and ![the talk](talk.mp3).

## A section

[^1] [Elsewhere](https://oak.example/x) <audio src="talk.mp3"></audio>

[^1]: A note.
"""
FILES: dict[str, str | bytes] = {
    **small_newsroom(),
    "stories/a.md": story(BODY),
    "stories/her.md": story(kind="story", consent=CONSENT),
    "docs/plain.md": page("![a tree](tree.png)"),
    "docs/tree.png": picture(),
    "stories/tree.png": picture(),
    "stories/talk.mp3": b"ID3",
    "newsletters/2024-01.md": newsletter("## Hello\n\n[Her](../stories/her.md) words.", title="News, January 2024"),
}
CHANGES: dict[str, dict[str, str | bytes | None]] = {
    "its words": {"stories/a.md": story(BODY + "\nMore.\n")},
    "the address of a linked page": {"stories/her.md": None, "stories/she.md": story(kind="story", consent=CONSENT)},
    "a picture": {"stories/tree.png": picture(900, 300)},
    "its lead picture": {"stories/a.md": story(BODY, image={"src": "tree.png", "alt": "A tree"})},
    "a page's lead picture": {"docs/plain.md": page("![a tree](tree.png)", image={"src": "tree.png", "alt": "A tree"})},
    "the captions of a recording": {"stories/talk.vtt": "WEBVTT\n"},
    "a recording": {"stories/talk.mp3": None},
    "the scope of consent": {"stories/her.md": story(kind="story", consent={**CONSENT, "scope": ["web"]})},
    "a withdrawal": {"stories/her.md": "---\nwithdrawn: 2026-01-02\n---\n"},
}


def _shown(root: Path, cache: Path | None) -> dict[str, object]:
    """What pages and outputs show of each text of a repository."""
    values = ValueCache(Cache(cache)) if cache else None
    build = load_build(root, site_settings(SETTINGS), BuildOptions(today=TODAY, preview=True, value_cache=values))
    found: dict[str, object] = {page.path: build.page_html(page.path) for page in build.site.pages}
    return found | {path: content for path, content in build.files() if path.endswith((".xml", ".json", ".html"))}


@pytest.fixture(scope="module")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """The folder with a repository and the cache of its first build, and what that build shows."""
    folder = tmp_path_factory.mktemp("first")
    write_files(folder / "root", FILES)
    (folder / "root/overrides").symlink_to(THEME)
    return folder, _shown(folder / "root", folder / "cache")


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_kept_texts_are_those_of_a_first_build(
    tmp_path: Path, first_build: tuple[Path, dict[str, object]], change: dict[str, str | bytes | None]
) -> None:
    folder, before = first_build
    shutil.copytree(folder, tmp_path, symlinks=True, dirs_exist_ok=True)
    root, cache = tmp_path / "root", tmp_path / "cache"
    for path, content in change.items():
        (root / path).unlink() if content is None else write_files(root, {path: content})
    after = _shown(root, cache)
    assert after == _shown(root, None)
    assert after != before


def test_unchanged_texts_are_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, cache = tmp_path / "root", tmp_path / "cache"
    write_files(root, FILES)
    (root / "overrides").symlink_to(THEME)
    made: list[str] = []
    make = PageTexts._make

    def noting_make(self: PageTexts, page: WebPage) -> ProcessedText:
        made.append(page.path)
        return make(self, page)

    monkeypatch.setattr(PageTexts, "_make", noting_make)
    first = _shown(root, cache)
    assert len(made) > len(FILES) / 2
    made.clear()
    assert _shown(root, cache) == first
    assert made == []
    write_files(root, {"docs/about.md": page("New words.")})
    _shown(root, cache)
    assert made == ["docs/about.md"]
