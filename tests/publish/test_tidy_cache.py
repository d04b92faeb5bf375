"""The cache keeps what earlier builds have used, but nothing of an item that was withdrawn."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from newsroom.cache import CACHE, Cache
from newsroom.open_build import open_build
from newsroom.publish import tidy_cache
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.site_folder.staging import Staging
from newsroom.value_cache import ValueCache
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.changes import N, S
from tests.support.theme import THEME

WORDS = b"A garden grew."
STUB = "---\nwithdrawn: 2026-11-01\n---\n"


def build(
    root: Path, files: Mapping[str, str | bytes], *, publishes: bool = True, today: date = TODAY, preview: bool = False
) -> None:
    """Build the site of a repository with a cache of its own."""
    write_files(root, files)
    if not (root / "overrides").exists():
        (root / "overrides").symlink_to(THEME)
    values = ValueCache(Cache(root / CACHE, "code"))
    staging = Staging(root / ("preview" if preview else "site"))
    options = BuildOptions(today=today, preview=preview, staging=staging, value_cache=values, hides_expired=True)
    found = open_build(root, SETTINGS, options)
    found.write()
    if publishes:
        found.publish()


def entries(root: Path, words: bytes = WORDS) -> list[str]:
    """The names of the entries with some words."""
    return [file.name for file in (root / CACHE).iterdir() if words in file.read_bytes()]


CONSENT = "consent: {ref: S-001, basis: consent, identity: first-name, scope: [web], given: 2024-01"


def test_cache_keeps_what_other_builds_use_but_nothing_of_a_withdrawn_item(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = small_newsroom()[S]
    build(tmp_path, {**small_newsroom(), "stories/gone.md": STUB})
    old, others = entries(tmp_path), entries(tmp_path, b"Some words about it.")
    build(tmp_path, {S: story.replace("A garden grew.", "A forest grew.")})
    assert entries(tmp_path) == old != []

    limit = sum(file.stat().st_size for file in (tmp_path / CACHE).iterdir()) - 1
    monkeypatch.setattr(tidy_cache, "_MAX_BYTES", limit)
    build(tmp_path, {})
    assert entries(tmp_path) != old
    assert entries(tmp_path, b"A forest grew.") != []

    build(tmp_path, {S: story.replace("kind:", f"{CONSENT}, withdrawn: 2026-11-01}}\nkind:")})
    assert entries(tmp_path, b"A forest grew.") == []
    assert entries(tmp_path) != []  # as long as the file still has the words

    build(tmp_path, {S: STUB}, publishes=False)
    build(tmp_path, {S: STUB})
    assert entries(tmp_path) == []
    assert set(entries(tmp_path, b"Some words about it.")) >= set(others) != set()


def test_cache_has_no_page_text_of_an_expired_item(tmp_path: Path) -> None:
    story = small_newsroom()[S].replace("kind:", f"{CONSENT}, review_by: 2026-11-25}}\nkind:")
    build(tmp_path, {**small_newsroom(), S: story})
    before = entries(tmp_path)
    build(tmp_path, {}, today=date(2026, 11, 30))
    assert 0 < len(entries(tmp_path)) < len(before)  # only what is made from the file, which still has the words


def test_cache_has_no_email_with_an_item_that_may_not_be_in_emails_any_more(tmp_path: Path) -> None:
    def story(scope: str) -> str:
        return small_newsroom()[S].replace("kind:", f"{CONSENT.replace('[web]', scope)}}}\nkind:")

    edition = f"{small_newsroom()[N]}\n\nRead [the garden](../stories/the-garden.md).\n"
    build(tmp_path, {**small_newsroom(), S: story("[web, email]"), N: edition})
    linked = f"{SETTINGS['site_url']}stories/the-garden/".encode()
    assert entries(tmp_path, linked) != []
    build(tmp_path, {S: story("[web]")})
    assert entries(tmp_path, linked) == []


def test_cache_has_nothing_of_an_item_that_a_preview_showed_before_it_was_withdrawn_again(tmp_path: Path) -> None:
    build(tmp_path, {**small_newsroom(), S: STUB})
    build(tmp_path, {S: small_newsroom()[S]}, preview=True)
    assert entries(tmp_path) != []
    build(tmp_path, {S: STUB})
    assert entries(tmp_path) == []
