"""The options of this suite. Its fixtures are in :mod:`tests.support.fixtures`."""

import pytest

from tests.run import run_folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """Name the options of this suite."""
    parser.addoption("--write-golden", action="store_true", help="rewrite the golden files that differ, and list them")
    parser.addoption("--write-record", action="store_true", help="keep the record of the accessibility test")


def pytest_configure(config: pytest.Config) -> None:
    """Register the fixtures, whose imports take seconds, in each process that runs tests."""
    run_folder()
    if not config.getoption("numprocesses", None):
        config.pluginmanager.import_plugin("tests.support.fixtures")
    elif config.getoption("--write-golden") or config.getoption("--write-record"):
        raise pytest.UsageError("golden files and records are written by one process: leave -n out")
