"""One browser and one server for all browser tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.browser import open_browser, serve


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def address(shipped: Path) -> Iterator[str]:
    """The address at which the shipped site is served."""
    with serve(shipped) as served:
        yield served
