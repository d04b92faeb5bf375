"""A new site takes the old one's place at once, or not at all."""

from pathlib import Path

import pytest

from newsroom.publish.staging import Staging
from tests.support import write_files


def site(root: Path) -> dict[str, str]:
    """The files that readers meet."""
    folder = root / "site"
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_until_a_build_is_published_readers_meet_the_last_one(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "site")
    write_files(tmp_path, {"site/index.html": "old", "site/gone/index.html": "old"})
    write_files(staging.building, {"index.html": "new"})
    assert site(tmp_path) == {"index.html": "old", "gone/index.html": "old"}
    staging.publish()
    assert site(tmp_path) == {"index.html": "new"}


def test_the_first_site_needs_none_before_it(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "site")
    write_files(staging.building, {"index.html": "new"})
    staging.publish()
    assert site(tmp_path) == {"index.html": "new"}


def test_publishing_leaves_nothing_beside_the_site(tmp_path: Path) -> None:
    for number in range(3):
        staging = Staging(tmp_path / "site")
        write_files(staging.building, {"index.html": str(number)})
        staging.publish()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert site(tmp_path) == {"index.html": "2"}


def test_what_an_interrupted_build_left_is_in_nobodys_way(tmp_path: Path) -> None:
    write_files(tmp_path, {"site/index.html": "old", ".site.previous/index.html": "older"})
    staging = Staging(tmp_path / "site")
    write_files(staging.building, {"index.html": "new"})
    staging.publish()
    assert site(tmp_path) == {"index.html": "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_last_good_site_stays_where_the_new_one_cannot_be_moved(tmp_path: Path) -> None:
    write_files(tmp_path, {"site/index.html": "old"})
    with pytest.raises(OSError, match=r"building"):
        Staging(tmp_path / "site").publish()
    assert site(tmp_path) == {"index.html": "old"}


def test_a_site_is_built_beside_the_folder_it_goes_to(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "public" / "www")
    assert staging.building.parent == tmp_path / "public"
    assert staging.building.name != "www"
