"""What every test folder can ask for, as a plugin that tests/conftest.py registers."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page

from newsroom.content.accessibility import RECORD
from outside import environment
from tests.support.browser import open_browser, reset_window
from tests.support.disk import make_disk_preview
from tests.support.engine import build, built, frozen_repository
from tests.support.everything import everything
from tests.support.golden import Golden
from tests.support.once import compute_once
from tests.support.record import Recorder
from tests.support.wordings import Reported, Wordings
from tests.support.workers import fill_once, shared_folder

_GOLDEN = pytest.StashKey[Golden]()
_RECORDER = pytest.StashKey[Recorder]()
_WORDINGS = pytest.StashKey[Wordings]()
_NOT_KEPT = pytest.StashKey[list[str]]()
_NEW_OBJECTS = 5_000
"""After so many Python looks for garbage among them: that costs half of what it does after 700, its default."""


def pytest_configure(config: pytest.Config) -> None:
    """Decide, once for the run, whether golden files are compared or rewritten."""
    gc.set_threshold(_NEW_OBJECTS)
    patch = pytest.MonkeyPatch()
    compute_once(patch)
    config.add_cleanup(patch.undo)
    settings.register_profile("newsroom", max_examples=60, deadline=None, derandomize=True, database=None)
    settings.load_profile("newsroom")
    config.stash[_GOLDEN] = Golden(write=config.getoption("--write-golden"))
    config.stash[_WORDINGS] = Wordings(write=config.getoption("--write-golden"))
    config.stash[_RECORDER] = Recorder()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """To rewrite golden files, run only the tests that compare them."""
    if config.getoption("--write-golden"):
        items[:] = [item for item in items if {"golden", "reported"} & set(getattr(item, "fixturenames", ()))]


def pytest_collection_finish() -> None:
    """Never look for garbage among all that was imported and collected, which stays until the end."""
    gc.freeze()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep the wording of messages and the record of the accessibility test, each where that is asked for."""
    session.config.stash[_GOLDEN].written += session.config.stash[_WORDINGS].keep(
        is_whole_suite=session.config.args == session.config.getini("testpaths")
    )
    if session.config.getoption("--write-record"):
        faults = session.config.stash[_RECORDER].keep(environment.read_variables().today, has_passed=exitstatus == 0)
        session.config.stash[_NOT_KEPT] = faults
        session.exitstatus = 1 if faults else exitstatus


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which golden files were rewritten, and whether the record was."""
    if config.getoption("--write-golden"):
        written = config.stash[_GOLDEN].written
        terminalreporter.section("golden files")
        terminalreporter.write_line("\n".join(f"rewritten: tests/golden/{name}" for name in written) or "all the same")
    if config.getoption("--write-record"):
        faults = config.stash[_NOT_KEPT]
        terminalreporter.section("record of the accessibility test")
        terminalreporter.write_line("\n".join(f"not written: {fault}" for fault in faults) or f"written: {RECORD}")


@pytest.fixture(scope="session")
def accessibility_record(pytestconfig: pytest.Config) -> Recorder:
    """Where the accessibility test notes what it looks at."""
    return pytestconfig.stash[_RECORDER]


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Golden:
    """The golden files of tests/golden/."""
    return pytestconfig.stash[_GOLDEN]


@pytest.fixture
def reported(pytestconfig: pytest.Config) -> Reported:
    """Gives problems in brief, like "stories/a.md:4 link-missing", and compares their wording with errors.md."""
    return pytestconfig.stash[_WORDINGS].check


@pytest.fixture(scope="session")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a repository with the frozen newsroom and its site, built once for all tests that look at them."""

    def make(folder: Path) -> None:
        outcome = build(frozen_repository(folder))
        assert outcome.code == 0, outcome.output

    return fill_once(shared_folder(tmp_path_factory) / "frozen", make)


@pytest.fixture(scope="session")
def frozen_site(frozen: Path) -> Path:
    """The folder of the frozen newsroom's site."""
    return frozen / "site"


@pytest.fixture(scope="session")
def everything_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of a newsroom with everything in it, built once for all tests that look at it."""
    folder = shared_folder(tmp_path_factory) / "everything"
    return fill_once(folder, lambda folder: built(folder, everything())) / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, one for all tests."""
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[Page]:
    """One window for all tests."""
    with browser.new_page() as opened:
        yield opened


@pytest.fixture
def page(window: Page) -> Iterator[Page]:
    """The window, as a reader finds it who has been nowhere; its pages must throw nothing."""
    with reset_window(window) as opened:
        yield opened


@pytest.fixture(scope="session")
def unscripted(browser: Browser) -> Iterator[Page]:
    """A window in which no script runs."""
    with browser.new_page(java_script_enabled=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def disk_preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the preview to be opened from disk, built once: see :mod:`tests.support.disk`."""
    return fill_once(shared_folder(tmp_path_factory) / "disk", make_disk_preview)
