"""An email that is kept is made again as soon as anything gives it another form."""

import shutil
from pathlib import Path

import pytest

from newsroom.cache import Cache
from newsroom.open_build import load_build
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.email.emails import Emails
from newsroom.site_settings import site_settings
from newsroom.value_cache import ValueCache
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.images import picture
from tests.support.items import newsletter
from tests.support.theme import THEME

TEXT = "## Hello\n\nWords, and ![a tree](tree.png).\n"
PATH = "newsletters/2024-01.md"
FILES: dict[str, str | bytes] = {
    **small_newsroom(),
    PATH: newsletter(TEXT, title="News, January 2024"),
    "newsletters/tree.png": picture(),
}
_COLOURS = (THEME / "colours.toml").read_text(encoding="utf-8")
CHANGES: dict[str, dict[str, str | bytes]] = {
    "its words": {PATH: newsletter(f"{TEXT}\nMore.\n", title="News, January 2024")},
    "its subject": {PATH: newsletter(TEXT, title="News, January 2024", subject="More news")},
    "a picture": {"newsletters/tree.png": picture(400, 300)},
    "newer editions": {
        f"newsletters/2024-0{month}.md": newsletter(title=f"News, month {month} of 2024") for month in range(2, 6)
    },
    "a template": {"overrides/email/layout.txt": "Words\n"},
    "the colours": {"overrides/colours.toml": _COLOURS.replace("#0a5f62", "#0a5f63")},
}


def _emails(root: Path, cache: Path | None, **settings: object) -> tuple[dict[str, bytes], object]:
    """The files of all emails of a repository, and what is reported about them."""
    values = ValueCache(Cache(cache)) if cache else None
    build = load_build(root, site_settings({**SETTINGS, **settings}), BuildOptions(today=TODAY, value_cache=values))
    for page in build.site.pages:
        build.page_html(page.path)
    files = dict(build._outputs.find(Emails).files())
    return files, build.context.log.so_far


@pytest.fixture(scope="module")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[dict[str, bytes], object]]:
    """The folder with a repository and the cache of its first build, and the emails, which the second build keeps."""
    folder = tmp_path_factory.mktemp("first")
    root, cache = folder / "root", folder / "cache"
    shutil.copytree(THEME, root / "overrides")
    write_files(root, FILES)
    before = _emails(root, cache)
    assert _emails(root, cache) == before
    return folder, before


@pytest.mark.parametrize("change", [*CHANGES, "a setting"])
def test_kept_emails_are_those_of_a_first_build(
    tmp_path: Path, first_build: tuple[Path, tuple[dict[str, bytes], object]], change: str
) -> None:
    folder, before = first_build
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    root, cache = tmp_path / "root", tmp_path / "cache"
    changed = CHANGES.get(change, {})
    write_files(root, changed)
    settings = {"contact": "elm@elm.example"} if change == "a setting" else {}
    after = _emails(root, cache, **settings)
    assert after == _emails(root, None, **settings)
    assert after != before
