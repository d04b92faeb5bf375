"""What an import wrote is known to the next one, which changes nothing that a person has edited."""

import json
from pathlib import Path

import pytest

from newsroom.importing.manifest import JOURNAL_FILE, MANIFEST_FILE, Manifest, WriteResult, files_below, read_manifest
from newsroom.importing.source import ImportRefusedError
from tests.support import write_files

_FILES = {"stories/a-1.png": b"1", "stories/a.md": b"a"}


def written(root: Path) -> set[str]:
    """The files below a folder, without the journal."""
    return {path for path in files_below(root, ["."]) if path != JOURNAL_FILE}


def saved(root: Path, manifest: Manifest) -> Manifest:
    """A manifest after it was written and read again."""
    manifest.save(root)
    return read_manifest(root)


def test_files_are_written_once_and_changed_with_their_source(tmp_path: Path) -> None:
    manifest = Manifest()
    assert manifest.write(tmp_path, "a", "stories/a.md", _FILES) is WriteResult.WRITTEN
    assert list(manifest.entries["a"]) == ["stories/a.md", "stories/a-1.png"]
    journal = json.loads((tmp_path / JOURNAL_FILE).read_text("utf-8"))
    assert journal == {"key": "a", "files": manifest.entries["a"], "before": {}}
    manifest = saved(tmp_path, manifest)
    assert not (tmp_path / JOURNAL_FILE).exists()
    assert (manifest.paths(), manifest.all_files()) == ({"a": "stories/a.md"}, frozenset(_FILES))
    assert (manifest.own_files("a"), manifest.own_files("b")) == (frozenset(_FILES), frozenset())
    assert manifest.write(tmp_path, "a", "stories/a.md", _FILES) is WriteResult.UNCHANGED
    assert not (tmp_path / JOURNAL_FILE).exists()
    assert manifest.write(tmp_path, "a", "stories/a.md", {"stories/a.md": b"new"}) is WriteResult.WRITTEN
    assert written(tmp_path) == {MANIFEST_FILE, "stories/a.md"}
    assert (tmp_path / "stories/a.md").read_bytes() == b"new"


def test_file_of_two_items_stays_until_none_has_it(tmp_path: Path) -> None:
    manifest, shared = Manifest(), {"stories/r.pdf": b"r"}
    for name in "ab":
        manifest.write(tmp_path, name, f"stories/{name}.md", {f"stories/{name}.md": b"x", **shared})
    manifest = saved(tmp_path, manifest)
    manifest.write(tmp_path, "a", "stories/a.md", {"stories/a.md": b"y"})
    assert "stories/r.pdf" in written(tmp_path) & manifest.all_files()
    manifest.write(tmp_path, "b", "stories/b.md", {"stories/b.md": b"y"})
    assert "stories/r.pdf" not in written(tmp_path) | manifest.all_files()


@pytest.mark.parametrize(
    ("change", "result"),
    [
        ({"stories/a.md": b"edited"}, WriteResult.KEPT),
        ({"stories/a-1.png": b"edited"}, WriteResult.KEPT),
        ({"stories/a.md": None}, WriteResult.DELETED),
        ({"stories/a-1.png": None}, WriteResult.WRITTEN),
        ({"stories/b.png": b"mine"}, WriteResult.KEPT),
        ({"stories/b.png": b"new"}, WriteResult.WRITTEN),
    ],
)
def test_what_a_person_changed_is_kept(tmp_path: Path, change: dict[str, bytes | None], result: WriteResult) -> None:
    manifest = Manifest()
    manifest.write(tmp_path, "a", "stories/a.md", _FILES)
    manifest = saved(tmp_path, manifest)
    for path, data in change.items():
        (tmp_path / path).write_bytes(data) if data else (tmp_path / path).unlink()
    before = {path: (tmp_path / path).read_bytes() for path in written(tmp_path)}
    files = {**_FILES, "stories/a.md": b"new", "stories/b.png": b"new"}
    assert manifest.write(tmp_path, "a", "stories/a.md", files) is result
    after = {path: (tmp_path / path).read_bytes() for path in written(tmp_path)}
    assert after == (before | files if result is WriteResult.WRITTEN else before)


def test_file_that_no_import_wrote_is_kept_if_it_differs(tmp_path: Path) -> None:
    write_files(tmp_path, {"stories/a.md": b"mine"})
    assert Manifest().write(tmp_path, "a", "stories/a.md", _FILES) is WriteResult.KEPT
    assert Manifest().write(tmp_path, "a", "stories/a.md", {"stories/a.md": b"mine"}) is WriteResult.UNCHANGED
    assert written(tmp_path) == {"stories/a.md"}


def test_journal_of_a_stopped_import_is_read_but_for_its_last_line(tmp_path: Path) -> None:
    write_files(tmp_path, {MANIFEST_FILE: '{"items": {"a": {"a.md": "1", "b.png": "2"}, "c": {}}}'})
    lines = ['{"key": "a", "files": {"a.md": "3"}, "before": {"a.md": "1", "b.png": "2"}}', "{damaged", '{"key": "x"']
    write_files(tmp_path, {JOURNAL_FILE: "\n".join(lines)})
    found = read_manifest(tmp_path)
    assert found.entries == {"a": {"a.md": "3", "b.png": "2"}, "c": {}}
    assert found.unfinished == {"a": {"a.md": "1", "b.png": "2"}}
    assert found.paths() == {"a": "a.md"}


@pytest.mark.parametrize(
    "text",
    [b"", b"[]", b"{}", b'{"items": []}', b'{"items": {"a": []}}', b'{"items": 5}', b"\xff", b'{"items": {"a": 1}}'],
)
def test_damaged_manifest_is_refused(tmp_path: Path, text: bytes) -> None:
    write_files(tmp_path, {MANIFEST_FILE: text})
    with pytest.raises(ImportRefusedError, match="is damaged: get it back from the repository, or delete it"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("blocked", ["stories", ".newsroom-import.jsonl/x", "stories/.a.md.importing/x"])
def test_disk_that_refuses_a_file_is_named(tmp_path: Path, blocked: str) -> None:
    write_files(tmp_path, {blocked: b"in the way"})
    with pytest.raises(ImportRefusedError, match=r"cannot be written: (?:Is a directory|File exists)"):
        Manifest().write(tmp_path, "a", "stories/a.md", {"stories/a.md": b"a"})


def test_nothing_is_left_of_a_file_that_cannot_get_its_name(tmp_path: Path) -> None:
    write_files(tmp_path, {f"{MANIFEST_FILE}/x": b"in the way"})
    with pytest.raises(ImportRefusedError, match="cannot be written: Is a directory"):
        Manifest().save(tmp_path)
    assert written(tmp_path) == {f"{MANIFEST_FILE}/x"}
