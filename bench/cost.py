"""What a command costs: wall-clock time, processor time and memory, of all its processes together."""

import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from threading import Event, Thread

_SECONDS_BETWEEN_SAMPLES = 0.1


@dataclass(frozen=True)
class Cost:
    """``seconds`` is wall-clock time, ``processor`` the processor's seconds, ``peak`` the most resident bytes.

    All processes that the command starts count. Memory that they share counts once on Linux, elsewhere in each.
    """

    seconds: float
    processor: float
    peak: int


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> tuple[Cost, int, str]:
    """Run a command in a folder. Returns its cost, its exit code and all that it printed."""
    before, started = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    peaks, is_over = [0], Event()
    sampler = Thread(target=_sample, args=(process.pid, peaks, is_over))
    sampler.start()
    output, _ = process.communicate()
    seconds = time.perf_counter() - started
    is_over.set()
    sampler.join()
    after = getrusage(RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(seconds, processor, max(peaks)), process.returncode, output


def _sample(pid: int, peaks: list[int], is_over: Event) -> None:
    while not is_over.wait(_SECONDS_BETWEEN_SAMPLES):
        peaks.append(_resident_bytes(pid))


def _resident_bytes(root: int) -> int:
    """The resident bytes of a process and all below it."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout
    rows = [tuple(map(int, line.split())) for line in listed.splitlines()]
    family = {root}
    for _ in rows:
        found = {pid for pid, parent, _ in rows if parent in family} - family
        if not found:
            break
        family |= found
    return sum(_own_kilobytes(pid) or size for pid, _, size in rows if pid in family) * 1024


def _own_kilobytes(pid: int) -> int:
    """The memory of a process, with its share of what it shares with others; 0 if the system does not say it.

    See https://docs.kernel.org/filesystems/proc.html, "smaps_rollup".
    """
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return 0
