"""Expensive results are made once for all processes of a test run."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support.workers import fill_once


def test_second_worker_waits_for_complete_result(tmp_path: Path) -> None:
    made: list[str] = []

    def make(folder: Path) -> None:
        made.append(folder.name)
        (folder / "begun").touch()
        time.sleep(0.05)
        (folder / "whole").touch()

    def look(_number: int) -> bool:
        return (fill_once(tmp_path / "site", make) / "whole").exists()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(look, range(4))) == [True] * 4
    assert made == ["site"]


def test_failed_work_is_retried_from_scratch(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise ValueError("half-made")

    with pytest.raises(ValueError, match="half-made"):
        fill_once(tmp_path / "site", fail)
    site = fill_once(tmp_path / "site", lambda folder: (folder / "whole").touch())
    assert [path.name for path in site.iterdir()] == ["whole"]
