"""How soon the preview sees a change."""

import time
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import pytest

from live_preview.watcher import Changes, Watcher


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
