"""What takes long to make is made once, and never wrongly kept."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from newsroom.cache import Cache, digest, digest_files
from tests.support import write_files


class Maker:
    """Doubles what it is given, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, data: bytes) -> bytes:
        self.times += 1
        return data * 2


def test_result_is_computed_once_for_all_builds(tmp_path: Path) -> None:
    make = Maker()
    answers = [Cache(tmp_path / "a/b").get("double", b"x", make) for _ in range(3)]
    assert (answers, make.times) == ([b"xx"] * 3, 1)


def test_other_data_and_tasks_have_own_results(tmp_path: Path) -> None:
    cache, make = Cache(tmp_path), Maker()
    assert cache.get("double", b"x", make) == b"xx"
    assert cache.get("double", b"y", make) == b"yy"
    assert cache.get("triple", b"x", lambda data: data * 3) == b"xxx"
    assert cache.get("doubl", b"ex", make) == b"exex"
    assert make.times == 3


def test_another_version_of_a_program_invalidates_the_cache(tmp_path: Path) -> None:
    make = Maker()
    for made_with in ("Pillow 1", "Pillow 2", "Pillow 1"):
        assert Cache(tmp_path, made_with).get("double", b"x", make) == b"xx"
    assert make.times == 2


def test_empty_result_is_cached(tmp_path: Path) -> None:
    make = Maker()
    assert [Cache(tmp_path).get("double", b"", make) for _ in range(2)] == [b"", b""]
    assert make.times == 1


def test_folder_that_cannot_be_written_is_not_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    make = Maker()
    assert [Cache(tmp_path / "file/cache").get("double", b"x", make) for _ in range(2)] == [b"xx", b"xx"]
    assert make.times == 2


def test_concurrent_builds_read_no_partial_file(tmp_path: Path) -> None:
    def turn(number: int) -> bool:
        data = bytes([number // 4]) * 1_000_000
        return Cache(tmp_path).get("double", data, Maker()) == data * 2

    with ThreadPoolExecutor(8) as builds:
        assert all(builds.map(turn, range(200)))
    assert len(list(tmp_path.iterdir())) == 50


def test_failure_is_not_cached(tmp_path: Path) -> None:
    def fail(_data: bytes) -> bytes:
        raise ValueError

    for _ in range(2):
        try:
            Cache(tmp_path).get("double", b"x", fail)
        except ValueError:
            continue
        raise AssertionError("the failure was kept")
    assert list(tmp_path.iterdir()) == []


def test_damaged_entry_is_recomputed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.get("double", b"xy", Maker())
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    flipped = [whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :] for place in range(len(whole))]
    for damaged in (b"", whole[:-1], whole + b"x", *flipped):
        kept.write_bytes(damaged)
        assert cache.get("double", b"xy", Maker()) == b"xyxy"
        assert kept.read_bytes() == whole


def test_note_is_kept_until_it_is_replaced_or_damaged(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache.load("note") is None
    for note in (b"one", b"two"):
        cache.store("note", note)
    assert (cache.load("note"), cache.load("other"), Cache(tmp_path, "x").load("note")) == (b"two", None, None)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert cache.load("note") is None


def test_entries_unused_for_longest_are_removed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number in range(6):
        cache.get("double", bytes([number]) * 50, Maker())
    names = sorted(tmp_path.iterdir(), key=lambda file: file.stat().st_mtime_ns)
    for age, file in enumerate(names):
        os.utime(file, ns=(age, age))
    size = names[0].stat().st_size
    this = Cache(tmp_path)
    this.get("double", bytes([0]) * 50, Maker())
    this.remove_unused(this.used, limit=3 * size)
    assert {*tmp_path.iterdir()} == {names[0], names[4], names[5]}
    this.remove_unused(this.used, limit=3 * size)
    this.remove_unused(set(), limit=2 * size)
    assert {*tmp_path.iterdir()} == {names[0], names[5]}
    this.remove_unused({names[5].name}, limit=0)
    assert {*tmp_path.iterdir()} == {names[5]}


def test_entry_that_is_read_was_used_last(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.store("note", b"one")
    (file,) = tmp_path.iterdir()
    os.utime(file, ns=(1, 1))
    assert Cache(tmp_path).load("note") == b"one"
    assert file.stat().st_mtime_ns > 1


def test_digest_of_files_is_that_of_their_names_and_contents(tmp_path: Path) -> None:
    write_files(tmp_path, {"a/b.txt": "x", "a/c.txt": "y", "d.txt": "z"})
    files = [tmp_path / "a/b.txt", tmp_path / "a/c.txt"]
    found = digest_files(tmp_path, files)
    assert found == digest_files(tmp_path, [*reversed(files), tmp_path / "a", tmp_path / "gone.txt"])
    assert found not in (digest_files(tmp_path / "a", files), digest_files(tmp_path, files[:1]))
    assert found == digest("a/b.txt", b"x", "a/c.txt", b"y") != digest("a/b.txt", b"xa/c.txt", "", b"y")
    assert digest("\ud800") != digest("?")


def test_two_builds_remove_and_use_the_same_entries(tmp_path: Path) -> None:
    def use(number: int) -> bool:
        cache, data = Cache(tmp_path), bytes([number % 7]) * 1000
        cache.remove_unused(set(), limit=3000 if number % 2 else 0)
        return cache.get("double", data, Maker()) == data * 2

    with ThreadPoolExecutor(8) as builds:
        assert all(builds.map(use, range(400)))
