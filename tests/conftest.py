"""What every test folder can ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support import ROOT
from tests.support.browser import open_browser
from tests.support.engine import SHIPPED_DAY, build
from tests.support.golden import Golden

_GOLDEN = pytest.StashKey[Golden]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Name the options of this suite."""
    parser.addoption("--write-golden", action="store_true", help="rewrite the golden files that differ, and list them")


def pytest_configure(config: pytest.Config) -> None:
    """Decide, once for the run, whether golden files are compared or rewritten."""
    config.stash[_GOLDEN] = Golden(write=config.getoption("--write-golden"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which golden files were rewritten."""
    if config.getoption("--write-golden"):
        written = config.stash[_GOLDEN].written
        terminalreporter.section("golden files")
        terminalreporter.write_line("\n".join(f"rewritten: tests/golden/{name}" for name in written) or "all the same")


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Golden:
    """The golden files of tests/golden/."""
    return pytestconfig.stash[_GOLDEN]


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site that this repository builds, built once for all tests that look at it."""
    site = tmp_path_factory.mktemp("shipped") / "site"
    outcome = build(ROOT, site, environment=SHIPPED_DAY)
    assert outcome.code == 0, outcome.output
    return site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, one for all tests."""
    with open_browser() as opened:
        yield opened
