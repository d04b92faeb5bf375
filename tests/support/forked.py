"""Commands in processes of their own that have imported the engine already, which takes longer than a small build.

A server that has imported it (multiprocessing's ``forkserver``) forks one process for each command.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory

_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.support.forked_imports"])


def run_forked(command: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    """Run a console script, named as ``module:function``, in a folder; gives its exit code and all that it printed."""
    with TemporaryDirectory(prefix="forked-") as temporary:
        output = Path(temporary, "output")
        process = start_forked(command, arguments, folder, environment, output)
        process.join()
        return process.exitcode or 0, output.read_text(encoding="utf-8")


def start_forked(
    command: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str], output: Path
) -> BaseProcess:
    """Start a console script as :func:`run_forked` does; what it prints goes into a file."""
    process = _FORKS.Process(target=_run, args=(command, tuple(arguments), folder, dict(environment), output))
    process.start()
    return process


def _run(command: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str], output: Path) -> None:
    """In the new process: take on the folder, the environment and the output, then run the command."""
    descriptor = os.open(output, os.O_WRONLY | os.O_CREAT)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(descriptor, stream.fileno())
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    module, _, name = command.partition(":")
    sys.argv = [module, *arguments]
    try:
        getattr(import_module(module), name)()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
