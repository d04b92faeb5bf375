"""One server for all browser tests, and what happens when its pages are opened."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.browser import serve
from tests.support.kinds import PAGES
from tests.support.visits import Visit, Visitors

Visits = Mapping[str, Visit]


@pytest.fixture(scope="session")
def address(frozen_site: Path) -> Iterator[str]:
    """The address at which the frozen site is served."""
    with serve(frozen_site) as served:
        yield served


@pytest.fixture(scope="session")
def everything_address(everything_site: Path) -> Iterator[str]:
    """The address at which a site with everything in it is served."""
    with serve(everything_site) as served:
        yield served


@pytest.fixture(scope="session")
def visitors(browser: Browser) -> Iterator[Visitors]:
    """Readers with empty browsers."""
    with Visitors(browser) as opened:
        yield opened


@pytest.fixture(scope="session")
def visits(visitors: Visitors, address: str) -> Visits:
    """The visit to one page of each kind."""
    return dict(zip(PAGES, visitors.visit_all([address + path for path in PAGES.values()]), strict=True))
