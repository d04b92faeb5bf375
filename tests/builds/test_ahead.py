"""A process works ahead of a build, and ends with it."""

import subprocess
import sys
from pathlib import Path

import pytest

from builds import ahead, ahead_process
from command import build_site
from tests.support import ROOT
from tests.support.engine import EPOCH, contents, engine_environment, make_repository
from tests.support.images import picture
from tests.support.items import page, stories

_STORIES = stories(99)


def _start(repository: Path) -> subprocess.Popen[bytes]:
    command, hooks = [sys.executable, "-m", "builds.ahead_process", str(repository)], ROOT / "hooks"
    return subprocess.Popen(command, cwd=hooks, stdin=subprocess.PIPE, env=engine_environment(), stderr=subprocess.PIPE)


def _fail(*_arguments: object, **_options: object) -> None:
    pytest.fail("made again")


def test_build_finds_texts_and_cards_in_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    image = {"src": "elm.png", "alt": "An elm."}
    files: dict[str, str | bytes] = {"docs/index.md": page(), "stories/elm.png": picture(), **stories(4, image=image)}
    sites = {}
    for name in ("alone", "ahead"):
        repository = make_repository(tmp_path / name, files)
        if name == "ahead":
            with _start(repository) as process:
                assert process.wait(60) == 0, process.stderr and process.stderr.read()
            texts, cards = "publish.text.texts.PageTexts._make", "publish.cards._paint"
            for made in ("read.page.render_markdown", texts, cards):
                monkeypatch.setattr(f"newsroom.{made}", _fail)
        build_site(repository, repository / "site")
        sites[name] = contents(repository / "site")
    assert sites["ahead"] == sites["alone"]


@pytest.mark.parametrize("has_second", [True, False])
def test_process_is_started_where_there_is_a_second_processor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_second: bool
) -> None:
    started: list[object] = []

    def start(command: list[str], **options: object) -> "subprocess.Popen[bytes]":
        started.append((command, options.pop("cwd"), options))
        return popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)

    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", start)
    monkeypatch.setattr(ahead, "has_second_processor", lambda: has_second)
    monkeypatch.chdir(tmp_path)
    ahead.start_working_ahead(Path("site"))
    process = next(iter(ahead._started), None)
    ahead.stop_working_ahead()
    command = [sys.executable, "-m", "builds.ahead_process", f"{tmp_path}/site"]
    silent = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    assert started == ([(command, ROOT / "hooks", silent)] if has_second else [])
    assert (ahead._started, process and process.returncode) == ([], 0 if has_second else None)


def test_process_starts_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = make_repository(tmp_path, {"docs/index.md": page(), **stories(4)})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    monkeypatch.setattr("newsroom.value_cache._MANY", 1)
    for for_a_process in ("collect_garbage_rarely", "_end_with_the_build"):
        monkeypatch.setattr(ahead_process, for_a_process, lambda: None)
    monkeypatch.setattr("builds.caches.start_working_ahead", lambda _root: pytest.fail("another process is started"))
    ahead_process.main(repository)
    assert contents(repository / ".cache")


def test_process_ends_when_the_build_has_ended(tmp_path: Path) -> None:
    repository = make_repository(tmp_path, {"docs/index.md": page(), **_STORIES})
    with _start(repository) as process:
        assert process.stdin
        process.stdin.close()
    assert process.returncode == 0
    assert len(contents(repository / ".cache")) < len(_STORIES)
