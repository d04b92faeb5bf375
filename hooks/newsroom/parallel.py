"""The interface of parallel work. The core gets an implementation passed in, since it starts no processes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, TypeVar

_ResultT = TypeVar("_ResultT")


class Parallel(Protocol):
    """Does work in parts, in parallel with other work."""

    def __call__(
        self, work: Callable[[Iterable[int]], _ResultT], count: int, /
    ) -> AbstractContextManager[Callable[[], Sequence[_ResultT]]]:
        """Return a context with a function that does what is left of the work, and returns the results.

        There is a result of each process that shares the work. At the end of the context the work ends too, even if it
        is not done.

        Args:
            work: Gets the numbers of the parts that it must do, each as late as possible: another process may do the
                rest. It may write files, but nothing else that it changes is changed for its caller. If it fails in
                another process, what that did is done again, so that its error is raised here.
            count: The number of parts. Their numbers start at 0.
        """


@contextmanager
def in_sequence(work: Callable[[Iterable[int]], _ResultT], count: int, /) -> Iterator[Callable[[], Sequence[_ResultT]]]:
    """Do the work when its results are needed, in the same process."""
    yield lambda: [work(range(count))]
