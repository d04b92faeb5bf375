"""No file, however hostile, makes the program fail."""

import time
from pathlib import Path

import pytest

from tests.support import hostile_files, problems_in
from tests.support.hostile_files import crash_on
from tests.support.items import story


def test_generated_hostile_files_cause_no_traceback(tmp_path: Path) -> None:
    """A sample: `python -m bench.hostile 10000` reads more, and measures the time for each."""
    files = hostile_files.hostile_files(seed=1, count=180)
    assert [crash for name, data in files if (crash := crash_on(name, data, tmp_path))] == []


def test_many_unknown_fields_cost_less_than_two_seconds(tmp_path: Path) -> None:
    fields = {f"field{number}": "value" for number in range(400)}
    start = time.process_time()
    found = problems_in(tmp_path, {"stories/a.md": story(**fields)})
    assert time.process_time() - start < 2
    assert len(found) == len(fields)


def test_crash_of_a_reader_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_wrongly(data: bytes) -> None:
        raise IndexError(len(data))

    monkeypatch.setattr(hostile_files, "read_pdf", read_wrongly)
    assert crash_on("pdf", b"%PDF", tmp_path).endswith("IndexError: 4\n")
