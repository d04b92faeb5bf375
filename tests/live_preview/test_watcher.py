"""Which changes the preview sees, and how soon."""

import time
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import pytest

from live_preview.watcher import Changes, Watcher
from tests.support import write_files


def test_file_that_changed_last_is_not_awaited_as_long_as_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look at all files takes an hour here, so that after the first one there is none for hours."""
    asked = list[int]()

    def an_hour_later() -> int:
        asked.append(3600)
        return sum(asked)

    monkeypatch.setattr(time, "thread_time", an_hour_later)
    story, seen = tmp_path / "story.md", SimpleQueue[Changes]()
    story.write_text("One.")
    watcher = Watcher(tmp_path, [tmp_path])
    story.write_text("Two, and more.")
    assert watcher.wait().paths == {"story.md"}
    for change in (lambda: story.write_text("Three."), story.unlink):
        looks = len(asked)
        Thread(target=lambda: seen.put(watcher.wait()), daemon=True).start()
        while len(asked) < looks + 2:
            time.sleep(0.01)
        change()
        assert seen.get(timeout=20).paths == {"story.md"}


@pytest.mark.parametrize(("count", "is_few"), [(20, True), (21, False)])
def test_many_files_are_not_looked_at_more_often(tmp_path: Path, count: int, is_few: bool) -> None:
    files = [f"{number}.md" for number in range(count)]
    write_files(tmp_path, dict.fromkeys(files, "One."))
    watcher = Watcher(tmp_path, [tmp_path])
    write_files(tmp_path, dict.fromkeys(files, "Two, and more."))
    assert watcher.wait() == Changes(frozenset(files), are_texts=True)
    more = tmp_path.parent / "more.md"
    watcher.add(more)
    more.write_text("New.")
    (tmp_path / files[0]).write_text("Three.")
    assert watcher._has_changed_again() is is_few
    assert watcher.wait().paths == {"0.md", "../more.md"}


@pytest.mark.parametrize(
    ("path", "are_texts"),
    [("a.md", True), ("deep/b.md", True), ("c.jpg", False), ("new.md", False), ("gone.md", False)],
)
def test_change_is_of_texts_alone_unless_a_file_comes_or_goes(tmp_path: Path, path: str, are_texts: bool) -> None:
    """Hidden files, and those that editors and Word write beside a file, change at the same time and are not seen."""
    write_files(tmp_path, dict.fromkeys(["a.md", "deep/b.md", "c.jpg", "gone.md"], "One."))
    watcher = Watcher(tmp_path, [tmp_path])
    unseen = (".a.md.swp", "a.md~", "deep/~$b.docx", ".git/index", ".deep/c.md")
    write_files(tmp_path, dict.fromkeys(unseen, "Two, and more."))
    if path == "gone.md":
        (tmp_path / path).unlink()
    else:
        write_files(tmp_path, {path: "Two, and more."})
    assert watcher.wait() == Changes(frozenset({path}), are_texts)
