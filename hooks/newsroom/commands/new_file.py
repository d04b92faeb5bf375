"""What the commands for new files share."""

from dataclasses import dataclass


class NewFileError(ValueError):
    """The file cannot be written. The message says why, and what to do."""


@dataclass(frozen=True)
class NewFile:
    """A file to write: its path in the repository, and its text."""

    path: str
    text: str
