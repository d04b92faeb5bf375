"""How the cost of something grows with its size, whatever else the machine is doing."""

import time
from collections.abc import Callable

_TIMES = 4
_MOST = 2.5 * _TIMES
"""Four times the size may cost ten times as much: what looks at all of it for each part would cost sixteen times."""
_NOISE = 0.02
"""Seconds of the processor that may be anything's: a collection of garbage, a cache that is cold."""


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Whether four times ``size`` costs no more than some ten times the time of the processor.

    Counts the time of the processor, of which a busy machine takes no more than an idle one. Tries twice more before it
    says no, and takes the least of each.
    """
    small, large = _seconds(work, size), _seconds(work, size * _TIMES)
    for _ in range(2):
        if large <= _MOST * small + _NOISE:
            break
        small, large = min(small, _seconds(work, size)), min(large, _seconds(work, size * _TIMES))
    return large <= _MOST * small + _NOISE


def _seconds(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start
