"""No file, however hostile, makes the program fail."""

from pathlib import Path

from tests.support.hostile_files import hostile_files, read_hostile_file


def test_generated_hostile_files_raise_nothing(tmp_path: Path) -> None:
    """A sample: `python -m bench.hostile 10000` reads more, and measures the time for each."""
    for name, data in hostile_files(seed=1, count=180):
        read_hostile_file(name, data, tmp_path)
