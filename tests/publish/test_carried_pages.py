"""A page is carried over from the published site only if its input and its bytes are the same as in the last build."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.cache import Cache
from newsroom.publish.carried_pages import CarriedPages
from newsroom.publish.site_folder.staging import Staging

PAGE = "a/index.html"


def build(
    root: Path, given: str = "g", values: str = "v", content: bytes = b"page", notes: Cache | None = None
) -> bool:
    """Build and publish a site of one page. Returns whether the page was carried over."""
    staging = Staging(root / "site")
    pages = CarriedPages(staging, notes or Cache(root / "cache"))
    is_carried = pages.carry_over(PAGE, given) or pages.carry_over(PAGE, given, values)
    if not is_carried:
        pages.write(PAGE, given, values, content)
    staging.publish()
    pages.keep_notes()
    assert (root / "site" / PAGE).read_bytes() == content
    return is_carried


def replace_by_link(page: Path) -> None:
    page.rename(page.with_name("real.html"))
    page.symlink_to("real.html")


def test_page_with_the_same_input_is_carried_over(tmp_path: Path) -> None:
    assert not build(tmp_path)
    file = (tmp_path / "site" / PAGE).stat().st_ino
    assert build(tmp_path)
    assert build(tmp_path)
    assert (tmp_path / "site" / PAGE).stat().st_ino == file


def test_page_with_another_input_is_carried_over_if_its_values_are_the_same(tmp_path: Path) -> None:
    assert not build(tmp_path)
    assert build(tmp_path, "other")
    assert build(tmp_path, "other", "not computed")


def test_page_is_made_if_its_values_or_the_program_are_others(tmp_path: Path) -> None:
    build(tmp_path)
    assert not build(tmp_path, "other", "other", content=b"other page")
    assert not build(tmp_path, content=b"page of other code", notes=Cache(tmp_path / "cache", "other code"))
    assert not build(tmp_path, "other", "other", content=b"other page")


@pytest.mark.parametrize(
    "change",
    [Path.unlink, lambda page: page.write_bytes(b"edited"), lambda page: page.write_bytes(b""), replace_by_link],
)
def test_page_is_made_if_the_published_file_was_changed(tmp_path: Path, change: Callable[[Path], object]) -> None:
    build(tmp_path)
    change(tmp_path / "site" / PAGE)
    assert not build(tmp_path)
    assert not (tmp_path / "site" / PAGE).is_symlink()


@pytest.mark.parametrize("notes", [b"", b"{", b"[]", b'{"a/index.html": "k"}', b'{"a/index.html": ["g", "v"]}'])
def test_unusable_notes_do_no_harm(tmp_path: Path, notes: bytes) -> None:
    build(tmp_path)
    Cache(tmp_path / "cache").store(f"pages of {tmp_path / 'site'}", notes)
    assert not build(tmp_path)


def test_page_is_copied_where_there_are_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_source: Path, _target: Path) -> None:
        raise PermissionError

    build(tmp_path)
    monkeypatch.setattr(os, "link", refuse)
    assert build(tmp_path)


def test_writing_over_a_page_that_was_carried_over_leaves_the_published_one(tmp_path: Path) -> None:
    build(tmp_path)
    staging = Staging(tmp_path / "site")
    assert CarriedPages(staging, Cache(tmp_path / "cache")).carry_over(PAGE, "g")
    staging.write(PAGE, b"othr")
    assert (tmp_path / "site" / PAGE).read_bytes() == b"page"
    assert (staging.building / PAGE).read_bytes() == b"othr"
