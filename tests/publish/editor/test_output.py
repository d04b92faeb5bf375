"""The browser editor is published only if the settings ask for it, and search engines are kept away from it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsroom.problems import ContentError
from newsroom.publish.editor import Editor
from newsroom.publish.hosting.content_policy import EDITOR_POLICY
from tests.support import ROOT, SETTINGS, open_newsroom, small_newsroom
from tests.support.html import parse
from tests.support.rendering import published
from tests.support.theme import THEME
from tests.support.wordings import Reported

WANTED: Mapping[str, object] = {**SETTINGS, "editor": True, "repository_url": "https://github.com/elm/site"}
GUIDE = "---\ntitle: Contribute\nsummary: How to write for this site, and what to do before you do so.\n---\n\nWrite.\n"
FILES = {**small_newsroom(), "docs/contribute.md": GUIDE}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository in which the editor is installed."""
    (tmp_path / "editor").symlink_to(ROOT / "editor")
    (tmp_path / "overrides").symlink_to(THEME)
    return tmp_path


def links_to_editor(build_root: Path, settings: Mapping[str, object]) -> list[str]:
    """The links to the editor on the guide."""
    page = open_newsroom(build_root, FILES, settings=settings).page_alone("contribute/")
    assert page
    found = (link.get("href", "") for link in parse(page.decode()).iter("a"))
    return [href for href in found if "edit/" in href and "://" not in href]


def test_without_the_setting_nothing_of_it_exists(root: Path) -> None:
    files = published(root, FILES)
    assert [path for path in files if path.startswith("edit/")] == []
    assert b"api.github.com" not in files["_headers"]
    assert links_to_editor(root, SETTINGS) == []


def test_editor_is_complete_and_hidden_from_search_engines(root: Path) -> None:
    files = published(root, FILES, settings=WANTED)
    page = parse(files["edit/index.html"].decode())
    metadata = {
        element.get("http-equiv") or element.get("name"): element.get("content") for element in page.iter("meta")
    }
    assert metadata["Content-Security-Policy"] == EDITOR_POLICY
    assert metadata["robots"] == "noindex, nofollow"
    sources = [
        element.get("href") or element.get("src") or "" for name in ("link", "script") for element in page.iter(name)
    ]
    loaded = [f"edit/{path}" for path in sources if not path.startswith("../")]
    assert loaded
    assert set(loaded) <= files.keys()
    assert f"/edit/\n  Content-Security-Policy: {EDITOR_POLICY}" in files["_headers"].decode()
    assert [path for path in ("sitemap.xml", "feed.xml", "feed.json", "robots.txt") if b"/edit/" in files[path]] == []
    script = files["edit/cms/npm/index.js"]
    unwanted = (b"cdn.jsdelivr.net", b"githubstatus.com/api", b".json`)", b"maximum-scale")
    assert [part for part in unwanted if part in script] == []
    assert "".join(next(page.iter("noscript")).itertext()).startswith("The editor needs JavaScript")
    assert links_to_editor(root, WANTED) == ["../edit/"]


def test_policy_names_no_other_host_than_github() -> None:
    hosts = {word for word in EDITOR_POLICY.replace(";", "").split() if ":/" in word}
    assert hosts == {"https://api.github.com", "https://avatars.githubusercontent.com"}
    assert "script-src 'self' 'wasm-unsafe-eval';" in EDITOR_POLICY


def test_missing_package_is_reported(tmp_path: Path, reported: Reported) -> None:
    build = open_newsroom(tmp_path, FILES, settings=WANTED)
    with pytest.raises(ContentError) as error:
        list(Editor(build.context).files())
    assert reported(error.value.problems) == ["mkdocs.yml editor-not-installed"]


@pytest.mark.parametrize("url", ["", "https://git.example/elm/site"])
def test_repository_must_be_at_github_except_in_a_preview(tmp_path: Path, reported: Reported, url: str) -> None:
    settings = {**WANTED, "repository_url": url}
    with pytest.raises(ContentError) as error:
        open_newsroom(tmp_path, FILES, settings=settings)
    assert reported(error.value.problems) == ["mkdocs.yml editor-repository-missing"]
    assert open_newsroom(tmp_path, FILES, settings=settings, preview=True).problems == ()
