"""What the preview shows in place of pages if they cannot be made."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from newsroom.problems import ContentError


@contextmanager
def describe_fault(show: Callable[[str], object]) -> Iterator[None]:
    """Give ``show`` the description of an exception, and go on.

    A template that is being changed can raise any exception, and the preview must show the next change. A build of the
    site shows where it was raised.
    """
    try:
        yield
    except ContentError as error:
        show(str(error))
    except Exception as error:  # noqa: BLE001 - see above
        show(f"{type(error).__name__}: {error}")
