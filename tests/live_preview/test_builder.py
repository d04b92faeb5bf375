"""The process that builds the preview's whole site: how it is asked, ended and started again, and what it answers."""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from types import SimpleNamespace
from typing import Any

import pytest

from live_preview import build_process, builder
from live_preview.build_process import _BuildProcess, _give_way, _Superseded
from live_preview.builder import Built, LiveBuilder
from newsroom.problems import Problem
from newsroom.value_cache import ValueCache
from tests.support import HOME
from tests.support.engine import EPOCH, make_repository
from tests.support.items import story

WARNING = Problem("field-length", "docs/other.md", 2, "`title` is long", "cut it")
ENDED = "The program that builds the whole site has ended."
INDEX = build_process._Index
ANSWERS = 'while read number; do cat "$0/$number" || exit; done'


@pytest.fixture(autouse=True)
def processes(monkeypatch: pytest.MonkeyPatch) -> "Iterator[list[subprocess.Popen[bytes]]]":
    """The processes that builders start, which are ended, with their threads and pipes."""
    before, started = {*threading.enumerate()}, list[subprocess.Popen[bytes]]()

    def start(*arguments: Any, **options: Any) -> "subprocess.Popen[bytes]":  # noqa: ANN401 - those of Popen
        started.append(popen(*arguments, **options))
        return started[-1]

    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", start)
    yield started
    for process in started:
        process.kill()
    for thread in {*threading.enumerate()} - before if started else ():
        thread.join(20)
    for process in started:
        with suppress(BrokenPipeError), process:
            pass


def answering(folder: Path, script: str) -> tuple[LiveBuilder, "SimpleQueue[Built]"]:
    """A builder whose process is a shell that answers each number with the file of that name."""
    (folder / "1").write_bytes(pickle.dumps(Built(1, (WARNING,), "Made 1 page.")))
    (folder / "2").write_bytes(pickle.dumps(Built(2, fault="No space left.")))
    (folder / "4").write_bytes(pickle.dumps(Built(4))[:-5])
    built = SimpleQueue[Built]()
    found = LiveBuilder(folder, folder / "site", "http://elm.example/", built.put)
    found._command = ["sh", "-c", script, str(folder)]
    return found, built


def test_command_has_absolute_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    command = LiveBuilder(Path("a"), Path("b"), "URL", lambda _built: None)._command
    assert command == [sys.executable, "-m", "live_preview.build_process", f"{tmp_path}/a", f"{tmp_path}/b", "URL"]
    assert (builder._HOOKS / "live_preview/build_process.py").is_file()


def test_process_answers_each_request_until_it_is_stopped(
    tmp_path: Path, processes: "list[subprocess.Popen[bytes]]"
) -> None:
    found, built = answering(tmp_path, ANSWERS)
    found.request(1)
    assert built.get(timeout=20) == Built(1, (WARNING,), "Made 1 page.")
    found.request(2)
    assert built.get(timeout=20) == Built(2, fault="No space left.")
    found.stop()
    assert [process.returncode for process in processes] == [-9]
    found.stop()
    found.request(1)
    assert built.get(timeout=20).revision == 1  # and not that the former process has ended
    found.stop()
    assert built.empty()


@pytest.mark.parametrize(("script", "revision"), [(ANSWERS, 3), (f"{ANSWERS[:-5]} exit; done", 4), ("exit", 5)])
def test_process_that_ends_is_reported_and_replaced(
    tmp_path: Path, script: str, revision: int, processes: "list[subprocess.Popen[bytes]]"
) -> None:
    found, built = answering(tmp_path, script)
    found.request(revision)
    assert built.get(timeout=20) == Built(revision, fault=ENDED)
    processes[0].wait()
    found._command[2] = ANSWERS
    found.request(1)
    assert built.get(timeout=20).revision == 1
    found.stop()


class NoIndex:
    """In place of Pagefind."""

    def add(self, url: str, page: str) -> None:
        """Do nothing with a page."""

    def publish_when_finished(self, site: Path, folder: str) -> None:
        """Do nothing at the end."""


@pytest.fixture
def process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _BuildProcess:
    """The process for a repository with a dead link, in this one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    values = ValueCache()
    monkeypatch.setattr(build_process, "_Index", lambda _require_newest: NoIndex())
    monkeypatch.setattr("builds.start.Pagefind", NoIndex)
    monkeypatch.setattr(build_process, "value_cache", lambda _root, *, is_preview: values if is_preview else None)
    root = make_repository(
        tmp_path / "site", {"docs/index.md": HOME, "stories/a.md": story("[x](gone.md)", draft=True)}
    )
    return _BuildProcess(root, tmp_path / "built", "http://elm.example/")


def test_whole_site_is_built_with_its_drafts_and_errors(process: _BuildProcess, tmp_path: Path) -> None:
    (tmp_path / ".built.building").mkdir()
    (tmp_path / ".built.building/left.html").write_text("from a build that was ended")
    built = process._build(7)
    assert (built.revision, built.fault, [problem.code for problem in built.problems]) == (7, "", ["link-missing"])
    assert "http://elm.example/index.html" in built.summary
    assert (tmp_path / "built/stories/a/index.html").is_file()
    assert not (tmp_path / "built/left.html").exists()


def test_fault_is_answered(process: _BuildProcess, tmp_path: Path) -> None:
    (tmp_path / "site/mkdocs.yml").write_text("site_name: [\n")
    built = process._build(7)
    assert (built.revision, built.problems, built.summary) == (7, (), "")
    assert built.fault.startswith("mkdocs.yml, line ")


def test_first_build_begins_at_the_end_since_the_preview_begins_at_the_start(
    process: _BuildProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders: list[bool] = []

    def keep(_root: Path, _values: object, _faults: object, options: SimpleNamespace) -> None:
        orders.append(options.from_last_to_first)
        raise ValueError

    monkeypatch.setattr(build_process, "start_build", keep)
    for revision in (1, 2):
        process._build(revision)
    assert orders == [True, False]


@pytest.mark.parametrize("part", ["write", "add"])
def test_newer_request_ends_a_build(process: _BuildProcess, tmp_path: Path, part: str) -> None:
    staging = build_process._Staging(tmp_path / "other", process._require_newest)
    index = INDEX(process._require_newest)
    do: Callable[[], None] = (
        (lambda: staging.write("a.html", b"a")) if part == "write" else lambda: index.add("a/", "<p>")
    )
    do()
    process._requests.put(2)
    with pytest.raises(_Superseded):
        do()
    index._folder.cleanup()


def test_only_the_newest_request_is_answered_until_the_input_ends(
    process: _BuildProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, answered, ended, go_on = BytesIO(), SimpleQueue[int](), Event(), Event()

    def build(revision: int) -> Built:
        answered.put(revision)
        go_on.wait(20)
        return Built(revision)

    def lines() -> object:
        yield b"1\n"
        answered.get(timeout=20)
        yield b"2\n"
        yield b"3\n"
        go_on.set()
        answered.get(timeout=20)
        while answers.getvalue() != pickle.dumps(Built(3)):
            ended.wait(0.01)

    monkeypatch.setattr(process, "_build", build)
    monkeypatch.setattr(build_process, "_give_way", lambda: None)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=lines()))
    codes: list[int] = []

    def end(code: int) -> None:
        codes.append(code)
        ended.set()

    monkeypatch.setattr(os, "_exit", end)
    Thread(target=process.run, args=(answers,), daemon=True).start()
    assert ended.wait(20)
    assert (pickle.loads(answers.getvalue()), codes) == (Built(3), [0])  # noqa: S301 - written above


@pytest.mark.parametrize(("now", "more"), [(0, 15), (10, 5), (19, 0)])
def test_process_leaves_the_processors_to_others_after_its_first_build(
    now: int, more: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def nice(change: int) -> int:
        asked.append(change)
        return now

    monkeypatch.setattr(os, "nice", nice)
    _give_way()
    assert asked == [0, more]
