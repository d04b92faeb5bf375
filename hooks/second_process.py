"""Does a part of a build in a copy of this process, so that it uses a second processor."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

ResultT = TypeVar("ResultT")


def has_second_processor() -> bool:
    """Whether this process may use two processors."""
    return len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)) > 1


@contextmanager
def in_second_process(work: Callable[[], ResultT], /) -> Iterator[Callable[[], ResultT]]:
    """Start work in a copy of this process, as described in :class:`newsroom.beside.Beside`.

    Only Linux can copy a process safely, and only one without other threads, whose locks the copy would keep
    (https://docs.python.org/3/library/os.html#os.fork). Elsewhere the work is done in this process.
    """
    if not (sys.platform == "linux" and has_second_processor() and threading.active_count() == 1):
        yield work
        return
    context = get_context("fork")
    own, other = context.Pipe()
    process = context.Process(target=_work, args=(work, own, other), daemon=True)
    process.start()
    other.close()
    try:
        yield lambda: _received(own, work)
    finally:
        own.close()
        process.kill()
        process.join()


def _received(own: Connection, work: Callable[[], ResultT]) -> ResultT:
    with suppress(EOFError):
        result: ResultT = own.recv()
        return result
    return work()


def _work(work: Callable[[], ResultT], own: Connection, other: Connection) -> None:
    """Send the result of work; nothing if it fails, since it is done again by the first process."""
    own.close()
    threading.Thread(target=_end_with_first_process, args=(other,), daemon=True).start()
    with suppress(BaseException):
        other.send(work())
    os._exit(0)


def _end_with_first_process(other: Connection) -> None:
    with suppress(EOFError, OSError):
        other.recv()
    os._exit(1)
