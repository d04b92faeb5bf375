"""One server for all browser tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.browser import serve


@pytest.fixture(scope="session")
def address(shipped: Path) -> Iterator[str]:
    """The address at which the shipped site is served."""
    with serve(shipped) as served:
        yield served
