"""The most memory that a program took, counted from its own start.

Linux lets ``getrusage`` and ``wait4`` answer with the peak of the process that started it where that is larger, and
with those of its children together: neither says what one large program took. What ``/proc`` says is of it alone.
"""

import os
import resource
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import noted

_BINARY = "PAGEFIND_BINARY_PATH"
"""The variable by which Pagefind's Python package is told of another program to run."""


def own_peak() -> int:
    """The most resident bytes that this process has taken, without its children."""
    if sys.platform == "darwin":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    fields = dict(line.split(":", 1) for line in lines)
    return int(fields["VmHWM"].removesuffix("kB")) * 1024


@contextmanager
def pagefind_peaks() -> Iterator[list[int]]:
    """A list which at the end has the most resident bytes of each of Pagefind's processes that were run meanwhile."""
    # Not earlier: a build without Pagefind would carry it.
    from pagefind.service import get_executable

    peaks = list[int]()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        program, file = Path(folder, "pagefind"), Path(folder, "peaks")
        command = [sys.executable, noted.__file__, str(file), str(get_executable())]
        program.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        before = os.environ.get(_BINARY)
        os.environ[_BINARY] = str(program)
        try:
            yield peaks
        finally:
            os.environ.pop(_BINARY)
            os.environ.update({_BINARY: before} if before else {})
        peaks += map(int, file.read_text(encoding="utf-8").split())
