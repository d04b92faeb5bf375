"""Work that a second process may do while a build does other work. The core starts no processes, so it gets this."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, TypeVar

ResultT = TypeVar("ResultT")


class Beside(Protocol):
    """Does work beside other work."""

    def __call__(self, work: Callable[[], ResultT], /) -> AbstractContextManager[Callable[[], ResultT]]:
        """Return a context with a function that waits for the result of ``work``.

        At the end of the context the work ends too, even if it has no result yet.

        Args:
            work: May write files, but nothing else that it changes is changed for its caller. If it fails in a second
                process, it is done again, so that its error is raised here.
        """


@contextmanager
def one_after_the_other(work: Callable[[], ResultT], /) -> Iterator[Callable[[], ResultT]]:
    """Do the work when its result is needed, in the same process."""
    yield work
