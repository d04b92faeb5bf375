"""One build from cold, measured from outside."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bench.sites import Site

# Far beyond every story: the shipped ones are dated, too, and what lies ahead of a build's day is left out.
TODAY = datetime(2040, 1, 1, tzinfo=UTC)
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


class BuildError(Exception):
    """A build failed; the message is what it printed."""


@dataclass(frozen=True)
class Measured:
    """What a build took (wall-clock seconds, peak resident bytes) and made (bytes, files)."""

    seconds: float
    peak: float
    size: int
    files: int


def build(site: Site) -> Measured:
    """Build a site in a process of its own, with no cache and into no folder that an earlier build left.

    Raises BuildError where the build fails.
    """
    for left_over in (site.output, site.folder / ".cache"):
        shutil.rmtree(left_over, ignore_errors=True)
    with tempfile.TemporaryFile() as said:
        seconds, peak, code = _run(_command(site), site.folder, said.fileno())
        if code:
            said.seek(0)
            output = said.read().decode("utf-8", "replace")
            raise BuildError(f"{site.name}: the build ended with {code}.\n{output}")
    sizes = list(_file_sizes(site.output))
    return Measured(seconds, peak, sum(sizes), len(sizes))


def middle(measured: Sequence[Measured]) -> Measured:
    """The medians of the same build's time and memory; what it made is the same each time."""
    seconds, peak = median(one.seconds for one in measured), median(one.peak for one in measured)
    return Measured(seconds, peak, measured[-1].size, measured[-1].files)


def _command(site: Site) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(site.config), "-d", str(site.output)]


def _run(command: list[str], folder: Path, output: int) -> tuple[float, float, int]:
    """Run a command in a folder: its seconds, its peak resident bytes and its exit code.

    Linux counts the parent's own peak as the least peak of its child, so this process must stay small.
    """
    own = {
        "SOURCE_DATE_EPOCH": str(int(TODAY.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, **own}, stdin=subprocess.DEVNULL, stdout=output, stderr=output
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    # wait4 has reaped the process behind Popen's back, which must not go on to wait for it.
    process.returncode = os.waitstatus_to_exitcode(status)
    return seconds, usage.ru_maxrss * _MAXRSS_UNIT, process.returncode


def _file_sizes(folder: Path) -> Iterator[int]:
    return (path.stat().st_size for path in folder.rglob("*") if path.is_file())
