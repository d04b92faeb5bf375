"""Shares a part of a build with a copy of this process, so that it uses a second processor."""

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

_ResultT = TypeVar("_ResultT")
_MAX_SHARES = 256
"""A share is a byte in a pipe, and the smallest pipe holds 4,096 (https://man7.org/linux/man-pages/man7/pipe.7.html).
"""


def has_second_processor() -> bool:
    """Whether this process may use two processors."""
    return len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)) > 1


@contextmanager
def share_with_copy(
    work: Callable[[Iterable[int]], _ResultT], count: int, /
) -> Iterator[Callable[[], Sequence[_ResultT]]]:
    """Start work in a copy of this process, as described in :class:`newsroom.parallel.Parallel`.

    Only Linux can copy a process safely, and only one without other threads, whose locks the copy would keep
    (https://docs.python.org/3/library/os.html#os.fork). Elsewhere the work is done in this process.
    """
    if not (sys.platform == "linux" and has_second_processor() and threading.active_count() == 1):
        yield lambda: [work(range(count))]
        return
    context = get_context("fork")
    own, other = context.Pipe()
    with _shares(count) as numbers:
        process = context.Process(target=_work, args=(lambda: work(numbers), own, other), daemon=True)
        process.start()
        other.close()
        try:
            yield lambda: _results(work, numbers, count, own)
        finally:
            own.close()
            process.kill()
            process.join()


@contextmanager
def _shares(count: int) -> Iterator[Iterable[int]]:
    """The numbers below ``count``, for several processes: each process iterates over some, and all get each once."""
    size = -(-count // _MAX_SHARES) or 1
    shares, filled = os.pipe()
    os.write(filled, bytes(range(-(-count // size))))
    os.close(filled)
    try:
        yield _taken(shares, size, count)
    finally:
        os.close(shares)


def _taken(shares: int, size: int, count: int) -> Iterator[int]:
    while share := os.read(shares, 1):
        yield from range(share[0] * size, min((share[0] + 1) * size, count))


def _results(
    work: Callable[[Iterable[int]], _ResultT], numbers: Iterable[int], count: int, own: Connection
) -> Sequence[_ResultT]:
    done: set[int] = set()
    result = work(_noted(numbers, done))
    with suppress(EOFError):
        other: _ResultT = own.recv()
        return [result, other]
    return [result, work(number for number in range(count) if number not in done)]


def _noted(numbers: Iterable[int], noted: set[int]) -> Iterator[int]:
    for number in numbers:
        noted.add(number)
        yield number


def _work(work: Callable[[], _ResultT], own: Connection, other: Connection) -> None:
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
