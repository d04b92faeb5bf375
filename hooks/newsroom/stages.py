"""The stages of a build, which show its progress. The core has no clock, so it only names them."""

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol


class Stages(Protocol):
    """Gets the name of each stage. Stages follow each other; none is inside another."""

    def __call__(self, name: str, /) -> AbstractContextManager[None]:
        """Return the context in which the work of a stage, like "pages", is done."""

    def end(self) -> None:
        """Note that the build has ended."""


class NoStages:
    """Shows nothing."""

    def __call__(self, _name: str, /) -> AbstractContextManager[None]:
        """Return a context that does nothing."""
        return nullcontext()

    def end(self) -> None:
        """Do nothing."""


NO_STAGES = NoStages()
