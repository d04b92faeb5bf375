"""Builds that are killed, and builds at the same time, leave a whole site and a usable cache."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from tests.support import small_newsroom
from tests.support.changes import S
from tests.support.engine import build, contents, make_repository, start_build

KILLS = 20


def test_killed_build_leaves_the_last_good_site_and_the_next_build_is_right(tmp_path: Path) -> None:
    repository, site = make_repository(tmp_path / "repository", small_newsroom()), tmp_path / "site"
    expected = [clean_site(repository, tmp_path / name, name) for name in ("hedge", "pond")]
    assert build(repository, site).code == 0
    write_story(repository, "pond")
    start = monotonic()
    assert build(repository, site).code == 0
    duration = monotonic() - start
    missing = killed = 0
    for kill in range(KILLS):
        write_story(repository, ("hedge", "pond")[kill % 2])
        process = start_build(repository, site, tmp_path / "output")
        end = monotonic() + duration * (kill + 1) / KILLS
        while monotonic() < end and process.is_alive():
            missing += not (site / "index.html").exists()
        process.kill()
        process.join()
        killed += process.exitcode != 0
        assert contents(site) in expected
    assert missing == 0
    assert killed > KILLS / 2
    for word, right in zip(("hedge", "pond"), expected, strict=True):
        write_story(repository, word)
        assert build(repository, site).code == 0
        assert contents(site) == right
    assert sorted(path.name for path in tmp_path.glob(".site*")) == [".site.lock"]


def test_two_builds_at_once_and_a_damaged_cache_give_the_right_bytes(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "repository", small_newsroom())
    (repository / ".cache").mkdir()
    sites = [tmp_path / name for name in ("one", "two")]
    builds = [start_build(repository, site, tmp_path / f"{site.name}.txt") for site in sites]
    for process in builds:
        process.join()
    one, two = map(contents, sites)
    assert one == two != {}
    for number, file in enumerate(entries(repository)):
        data = bytearray(file.read_bytes())
        data[number * 31 % len(data)] ^= 1
        file.write_bytes(data)
    assert build(repository, tmp_path / "three").code == 0
    assert build(repository, tmp_path / "one").code == 0
    assert contents(tmp_path / "three") == contents(tmp_path / "one") == one


def clean_site(repository: Path, site: Path, word: str) -> dict[str, bytes]:
    write_story(repository, word)
    assert build(repository, site).code == 0
    return contents(site)


def write_story(repository: Path, word: str) -> None:
    (repository / S).write_text(small_newsroom()[S].replace("A garden grew", f"A {word} grew"), encoding="utf-8")


def entries(repository: Path) -> Iterator[Path]:
    yield from sorted((repository / ".cache/newsroom").iterdir())
