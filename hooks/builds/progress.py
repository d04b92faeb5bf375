"""Shows the progress of a build that takes long, and what each of its stages costs."""

import os
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

_SECONDS_BEFORE_PROGRESS = 2


class Progress:
    """Shows the stage that is being worked on, after two seconds, if the output is a terminal.

    Args:
        is_timed: Whether :meth:`end` prints the times.
    """

    def __init__(self, *, is_timed: bool) -> None:
        self._is_timed = is_timed
        self._times: dict[str, list[float]] = {}
        self._started = time.monotonic()

    @contextmanager
    def __call__(self, name: str, /) -> Iterator[None]:
        """Do a stage's work. The stages that have the same name are counted together."""
        before = _times()
        try:
            with self._shown(name) if sys.stderr.isatty() else nullcontext():
                yield
        finally:
            spent = self._times.setdefault(name, [0.0, 0.0])
            for number, (now, then) in enumerate(zip(_times(), before, strict=True)):
                spent[number] += now - then

    @contextmanager
    def _shown(self, name: str) -> Iterator[None]:
        status = _console().status(f"{name} …")
        timer = Timer(max(0, self._started + _SECONDS_BEFORE_PROGRESS - time.monotonic()), status.start)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()  # a process with a second thread cannot be copied
            status.stop()

    def end(self) -> None:
        """Print the seconds of each stage, if asked: those that passed, and those of all processors together."""
        if not self._is_timed:
            return
        from rich.table import Table

        table = Table("stage", box=None)
        for column in ("seconds", "of the processors"):
            table.add_column(column, justify="right")
        for name, spent in self._times.items():
            table.add_row(name, *(f"{seconds:.2f}" for seconds in spent))
        table.add_row("together", *(f"{sum(column):.2f}" for column in zip(*self._times.values(), strict=True)))
        _console().print(table)


def is_timed() -> bool:
    """Whether the environment asks for the times of a build's stages (``NEWSROOM_TIMINGS=1``)."""
    return os.environ.get("NEWSROOM_TIMINGS", "") not in ("", "0")


def _console() -> "Console":
    from rich.console import Console  # takes long to import, and few builds show anything

    return Console(file=sys.stderr)


def _times() -> tuple[float, float]:
    """The clock, and the seconds of the processors in this process and those that it started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return time.monotonic(), sum(item.ru_utime + item.ru_stime for item in used)
