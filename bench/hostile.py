"""Reads generated hostile files and reports errors of the program and the slowest: `python -m bench.hostile 10000`."""

import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.hostile_files import crash_on, hostile_files

MAX_SECONDS = 2.0
"""Of the processor, for one file."""


def main() -> int:
    """Read so many files as the first argument says, from the seed in the second. Returns the exit code."""
    count, seed = (int(text) for text in (*sys.argv[1:], *("10000", "1")[len(sys.argv) - 1 :]))
    counts: Counter[str] = Counter()
    slowest: dict[str, float] = {}
    faults = 0
    with TemporaryDirectory() as folder:
        for number, (name, data) in enumerate(hostile_files(seed, count)):
            start = time.process_time()
            crash = crash_on(name, data, Path(folder))
            seconds = time.process_time() - start
            if crash or seconds > MAX_SECONDS:
                faults += 1
                Path(f"hostile-{number}.bin").write_bytes(data)
                print(f"{name} {number}: {seconds:.1f} s, {len(data):,} bytes, starts with {data[:60]!r}\n{crash}")
            counts[name] += 1
            slowest[name] = max(slowest.get(name, 0), seconds)
    for name, seconds in slowest.items():
        print(f"{counts[name]:>6,} {name:<9} slowest {seconds:.2f} s")
    print(f"{sum(counts.values()):>6,} files, {faults} with a traceback or over {MAX_SECONDS:.0f} seconds")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
