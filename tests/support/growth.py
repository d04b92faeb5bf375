"""How the cost of something grows with its size, whatever else the machine is doing."""

import time
from collections.abc import Callable

_TIMES = 16
_MOST = 2.5 * _TIMES
"""16 times the size may cost 40 times as much: what looks at all of it for each part would cost 256 times.

So quadratic work is found as soon as it is a ninth of the work at the smaller size: a small size is enough.
"""
_NOISE = 0.02
"""Seconds of the processor that may be anything's: a collection of garbage, a cache that is cold."""


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Whether 16 times ``size`` costs no more than some 40 times the time of the processor.

    Counts the time of the processor, of which a busy machine takes no more than an idle one. Works once before it
    measures, so that caches are filled. Tries twice more before it says no, and takes the least of each.
    """
    work(size)
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
