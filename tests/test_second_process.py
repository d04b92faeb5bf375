"""Work in a copy of the process gives the same results as work in the process itself."""

import os
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

import second_process
from second_process import in_second_process


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have two processors and no other threads, whatever the machine and other tests have."""
    monkeypatch.setattr(second_process, "has_second_processor", lambda: True)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_work_is_done_in_another_process_on_linux_and_its_files_stay(tmp_path: Path) -> None:
    with in_second_process(partial(_write_number, tmp_path / "number")) as result:
        number = result()
    assert (number != os.getpid()) is (sys.platform == "linux")
    assert (tmp_path / "number").read_text() == str(number)


@pytest.mark.parametrize("has_second", [True, False])
def test_result_and_error_are_those_of_the_work(monkeypatch: pytest.MonkeyPatch, has_second: bool) -> None:
    monkeypatch.setattr(second_process, "has_second_processor", lambda: has_second)
    with in_second_process(lambda: {"stories": ["elm"]}) as result:
        assert result() == {"stories": ["elm"]}
    with in_second_process(lambda: int("elm")) as result, pytest.raises(ValueError, match="elm"):
        result()


def test_process_with_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    with in_second_process(os.getpid) as result:
        assert result() == os.getpid()


def test_work_ends_with_its_context(tmp_path: Path) -> None:
    with in_second_process(partial(_wait_and_write, tmp_path / "late")):
        pass
    assert not (tmp_path / "late").exists()


def _write_number(file: Path) -> int:
    file.write_text(str(os.getpid()))
    return os.getpid()


def _wait_and_write(file: Path) -> None:
    threading.Event().wait(1)
    file.touch()
