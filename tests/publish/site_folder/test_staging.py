"""A new site replaces the old one at once, or not at all, and only one build at a time publishes."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from filelock import FileLock

from newsroom.publish.site_folder import staging as staging_module
from newsroom.publish.site_folder.staging import Staging, replace_file
from tests.support import write_files


def site(root: Path) -> dict[str, str]:
    """The files that readers meet."""
    folder = root / "site"
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def names(root: Path) -> list[str]:
    """What is in a folder, without the lock file, which stays."""
    return sorted(path.name for path in root.iterdir() if path.suffix != ".lock")


@pytest.fixture(params=["exchange", "two renames"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A system that can exchange two folders, and one that cannot."""
    if request.param == "two renames":
        monkeypatch.setattr(staging_module, "exchange", lambda _first, _second: False)
    yield request.param


@pytest.mark.usefixtures("system")
def test_old_site_stays_until_publish(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "site")
    write_files(tmp_path, {"site/index.html": "old", "site/gone/index.html": "old"})
    write_files(staging.building, {"index.html": "new"})
    assert site(tmp_path) == {"index.html": "old", "gone/index.html": "old"}
    staging.publish()
    assert site(tmp_path) == {"index.html": "new"}


@pytest.mark.usefixtures("system")
def test_first_site_is_published(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "site")
    write_files(staging.building, {"index.html": "new"})
    staging.publish()
    assert site(tmp_path) == {"index.html": "new"}


@pytest.mark.usefixtures("system")
def test_publishing_leaves_nothing_beside_the_site(tmp_path: Path) -> None:
    for number in range(3):
        staging = Staging(tmp_path / "site")
        write_files(staging.building, {"index.html": str(number)})
        staging.publish()
    assert names(tmp_path) == ["site"]
    assert site(tmp_path) == {"index.html": "2"}


@pytest.mark.usefixtures("system")
def test_leftovers_of_interrupted_build_are_removed(tmp_path: Path) -> None:
    write_files(tmp_path, {"site/index.html": "old", ".site.previous/index.html": "older"})
    staging = Staging(tmp_path / "site")
    write_files(staging.building, {"index.html": "new"})
    staging.publish()
    assert site(tmp_path) == {"index.html": "new"}
    assert names(tmp_path) == ["site"]


@pytest.mark.usefixtures("system")
def test_old_site_stays_if_new_one_cannot_be_moved(tmp_path: Path) -> None:
    write_files(tmp_path, {"site/index.html": "old"})
    with pytest.raises(OSError, match=r"building"):
        Staging(tmp_path / "site").publish()
    assert site(tmp_path) == {"index.html": "old"}


def test_site_is_built_beside_the_folder_it_goes_to(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "public" / "www")
    assert staging.building.parent == tmp_path / "public"
    assert staging.building.name != "www"


def test_site_exists_at_every_moment_of_publishing(tmp_path: Path) -> None:
    write_files(tmp_path, {"site/index.html": "old"})
    is_done = Event()

    def times_missing() -> int:
        missing = 0
        while not is_done.is_set():
            missing += not (tmp_path / "site/index.html").exists()
        return missing

    with ThreadPoolExecutor(1) as reader:
        missing = reader.submit(times_missing)
        for number in range(200):
            staging = Staging(tmp_path / "site")
            write_files(staging.building, {"index.html": str(number)})
            staging.publish()
        is_done.set()
    assert missing.result() == 0


def test_last_good_site_is_restored_after_a_crash_while_publishing(tmp_path: Path) -> None:
    write_files(tmp_path, {".site.previous/index.html": "old", ".site.building/index.html": "new"})
    staging = Staging(tmp_path / "site")
    staging.lock(on_wait=pytest.fail)
    assert site(tmp_path) == {"index.html": "old"}


_OTHER_BUILD = """
import sys
from pathlib import Path
from newsroom.publish.site_folder.staging import Staging

staging = Staging(Path(sys.argv[1]))
staging.lock(on_wait=lambda: print("waits", flush=True))
print("has it", flush=True)
staging.building.mkdir()
staging.write("index.html", b"other")
if sys.argv[2] == "publishes":
    staging.publish()
"""


def test_finished_build_does_not_block_the_next(tmp_path: Path) -> None:
    build = Staging(tmp_path / "site")
    build.lock(on_wait=pytest.fail)
    write_files(build.building, {"index.html": "new"})
    build.publish()
    build.unlock()
    with FileLock(tmp_path / ".site.lock").acquire(blocking=False) as lock:
        assert lock.is_locked


@pytest.mark.parametrize("ending", ["publishes", "fails"])
def test_second_build_waits_for_first(tmp_path: Path, ending: str) -> None:
    first = Staging(tmp_path / "site")
    first.lock(on_wait=pytest.fail)
    command = [sys.executable, "-c", _OTHER_BUILD, str(tmp_path / "site"), ending]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "waits\n"
        write_files(first.building, {"index.html": "first"})
        first.publish()
        first.unlock()
        assert other.stdout.readline() == "has it\n"
        assert other.wait() == 0
    first.lock(on_wait=pytest.fail)
    assert site(tmp_path) == {"index.html": "other" if ending == "publishes" else "first"}


def test_build_after_failed_one_does_not_wait(tmp_path: Path) -> None:
    failed, second = Staging(tmp_path / "site"), Staging(tmp_path / "site")
    failed.lock(on_wait=pytest.fail)
    second.lock(on_wait=pytest.fail)
    write_files(second.building, {"index.html": "second"})
    second.publish()
    assert site(tmp_path) == {"index.html": "second"}


def test_file_with_the_same_content_is_shared_with_the_published_site(tmp_path: Path) -> None:
    write_files(tmp_path, {"site/same": "a", "site/other": "b", "site/longer": "c", "site/real": "d"})
    (tmp_path / "site/link").symlink_to("real")
    shared = (tmp_path / "site/same").stat().st_ino
    staging = Staging(tmp_path / "site")
    new = {"same": b"a", "other": b"x", "longer": b"cc", "link": b"d", "new/file": b"e"}
    for path, content in new.items():
        staging.write(path, content)
    staging.write("same", b"a")
    replace_file(staging.building / "other", b"b")
    staging.write("other", b"x")
    assert site(tmp_path) == {"same": "a", "other": "b", "longer": "c", "real": "d", "link": "d"}
    staging.publish()
    assert site(tmp_path) == {path: content.decode() for path, content in new.items()}
    assert not (tmp_path / "site/link").is_symlink()
    assert (tmp_path / "site/same").stat().st_ino == shared


def test_file_of_both_sites_is_replaced_only_in_the_new_one(tmp_path: Path) -> None:
    write_files(tmp_path, {"site/same": "a"})
    staging = Staging(tmp_path / "site")
    staging.write("same", b"a")
    replace_file(staging.building / "same", b"z")
    assert site(tmp_path) == {"same": "a"}
    assert (staging.building / "same").read_bytes() == b"z"
