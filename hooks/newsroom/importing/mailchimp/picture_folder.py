"""Finds pictures by their files' names in a folder and those below it."""

from collections import defaultdict
from pathlib import Path

from newsroom.importing.source import ImportRefusedError

_MAX_FILES = 100_000
_MAX_PICTURE = 50_000_000


class PictureFolder:
    """A folder with the pictures of campaigns, as Mailchimp's Content Studio exports them.

    Raises ImportRefusedError if it has too many files to be the right one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._paths: dict[str, list[Path]] = defaultdict(list)
        for count, path in enumerate(sorted(self._folder.rglob("*")), 1):
            if count > _MAX_FILES:
                raise ImportRefusedError(f"{folder} has more than {_MAX_FILES:,} files. Is it the folder of pictures?")
            self._paths[path.name.casefold()].append(path)

    def find(self, name: str) -> bytes | None:
        """The bytes of the picture with a name; None if no file has it, or files that differ."""
        found = {data for path in self._paths.get(name.casefold(), ()) if (data := self._read(path)) is not None}
        return found.pop() if len(found) == 1 else None

    def _read(self, path: Path) -> bytes | None:
        try:
            resolved = path.resolve()
            is_readable = resolved.is_relative_to(self._folder) and resolved.is_file()
            return resolved.read_bytes() if is_readable and resolved.stat().st_size <= _MAX_PICTURE else None
        except (OSError, RuntimeError):  # the second is a link that leads to itself
            return None
