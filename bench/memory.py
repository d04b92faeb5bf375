"""The peak memory of a process.

On Linux ``getrusage`` and ``wait4`` report the peak of the parent process if that was larger (getrusage(2): ``maxrss``
survives ``execve``). ``/proc/self/status`` has the peak of the process alone (proc(5), ``VmHWM``).
"""

import os
import resource
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import record_peak

_BINARY = "PAGEFIND_BINARY_PATH"
"""The variable that makes Pagefind's Python package run another program."""


def process_peak() -> int:
    """The peak of resident bytes of this process, without its children."""
    if sys.platform == "darwin":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    fields = dict(line.split(":", 1) for line in lines)
    return int(fields["VmHWM"].removesuffix("kB")) * 1024


@contextmanager
def pagefind_peaks() -> Iterator[list[int]]:
    """Record the peaks of Pagefind's processes: the list is filled when the context ends."""
    # Imported here, so that it takes no memory in a build without Pagefind.
    from pagefind.service import get_executable

    peaks = list[int]()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        program, file = Path(folder, "pagefind"), Path(folder, "peaks")
        command = [sys.executable, record_peak.__file__, str(file), str(get_executable())]
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
