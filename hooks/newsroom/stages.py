"""The stages of a build, which show its progress. The core has no clock, so it only names them."""

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol


class Stages(Protocol):
    """Gets the name of each stage, and is the context in which the stage's work is done."""

    def __call__(self, name: str, /) -> AbstractContextManager[None]:
        """Return the context of a stage, like "pages". Stages follow each other; none is inside another."""


def no_stages(_name: str, /) -> AbstractContextManager[None]:
    """Show nothing."""
    return nullcontext()
