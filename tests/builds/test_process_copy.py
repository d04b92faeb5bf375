"""Work that is shared with a copy of the process gives the same results as work in the process itself."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path

import pytest

from builds import process_copy
from builds.process_copy import has_second_processor, share_with_copy


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have two processors and no other threads, whatever the machine and other tests have."""
    monkeypatch.setattr(process_copy, "has_second_processor", lambda: True)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.mark.parametrize(
    ("allowed", "installed", "has_second"),
    [({0}, 8, False), ({0, 3}, 1, True), (None, 2, True), (None, 1, False), (None, None, False)],
)
def test_second_processor_is_one_that_the_process_may_use(
    allowed: set[int] | None, installed: int | None, has_second: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if allowed is None:
        monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    else:
        monkeypatch.setattr(os, "sched_getaffinity", lambda _process: allowed, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: installed)
    assert has_second_processor() is has_second


def test_parts_are_shared_on_linux_each_is_done_once_and_files_stay(tmp_path: Path) -> None:
    with share_with_copy(partial(_write_slowly, tmp_path), 600) as results:
        found = results()
    assert sorted(number for _, numbers in found for number in numbers) == list(range(600))
    assert {int(file.name): int(file.read_text()) for file in tmp_path.iterdir()} == {
        number: process for process, numbers in found for number in numbers
    }
    assert len({process for process, _ in found}) == (2 if sys.platform == "linux" else 1)
    assert os.getpid() in {process for process, _ in found}


@pytest.mark.parametrize("count", [0, 1, 255, 256, 257, 511, 513, 20_000])
@pytest.mark.parametrize("has_second", [True, False])
def test_every_part_is_done_however_many_there_are(
    monkeypatch: pytest.MonkeyPatch, has_second: bool, count: int
) -> None:
    monkeypatch.setattr(process_copy, "has_second_processor", lambda: has_second)
    with share_with_copy(list[int], count) as results:
        assert sorted(chain.from_iterable(results())) == list(range(count))


def test_parts_that_the_other_process_began_are_done_again_if_it_fails(tmp_path: Path) -> None:
    own, first = os.getpid(), tmp_path / "first"

    def work(numbers: Iterable[int]) -> list[int]:
        done = []
        for number in numbers:
            done.append(number)
            if os.getpid() != own:
                first.touch()
                raise ValueError(number)
        return done

    with share_with_copy(work, 600) as results:
        while sys.platform == "linux" and not first.exists():
            time.sleep(0.001)
        assert sorted(chain.from_iterable(results())) == list(range(600))


def test_error_is_that_of_the_work() -> None:
    with share_with_copy(lambda _numbers: int("elm"), 1) as results, pytest.raises(ValueError, match="elm"):
        results()


def test_process_with_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    with share_with_copy(lambda _numbers: os.getpid(), 600) as results:
        assert results() == [os.getpid()]


def test_work_ends_with_its_context(tmp_path: Path) -> None:
    with share_with_copy(partial(_wait_and_write, tmp_path / "late"), 1):
        pass
    assert not (tmp_path / "late").exists()


def test_copy_ends_when_the_first_process_is_killed() -> None:
    script = (
        "import os, time\n"
        "from builds import process_copy\n"
        "process_copy.has_second_processor = lambda: True\n"
        "def work(numbers):\n"
        "    os.write(1, b'working\\n')\n"
        "    time.sleep(600)\n"
        "with process_copy.share_with_copy(work, 1) as results:\n"
        "    results()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as first:
        try:
            assert first.stdout
            assert first.stdout.readline() == "working\n"
            first.kill()
            first.communicate(timeout=60)  # until the last process that could write has ended
        finally:
            with suppress(ProcessLookupError):
                os.killpg(first.pid, signal.SIGKILL)


def _write_slowly(folder: Path, numbers: Iterable[int]) -> tuple[int, list[int]]:
    """Write a file for each number, with the number of the process, so slowly that two processes get some."""
    done = []
    for number in numbers:
        time.sleep(0.001)
        (folder / str(number)).write_text(str(os.getpid()))
        done.append(number)
    return os.getpid(), done


def _wait_and_write(file: Path, _numbers: Iterable[int]) -> None:
    threading.Event().wait(1)
    file.touch()
