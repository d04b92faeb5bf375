"""The folder of uploads of a WordPress site, as a folder or as a zip file."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from newsroom.importing.source import ImportRefusedError
from newsroom.importing.wordpress.index import original_names

_MAX_BYTES = 200_000_000
_FOLDER = "uploads/"


class Uploads:
    """Finds uploaded files by their paths below ``wp-content/uploads``. Nothing is read before it is asked for.

    Raises ImportRefusedError if it is neither a folder nor a zip file.
    """

    def __init__(self, place: Path | None) -> None:
        self._place = place
        self._zip = _open_zip(place) if place and place.is_file() else None
        self._names: Mapping[str, str] = dict(self._list()) if place else {}

    def find(self, path: str) -> str | None:
        """The name under which the original of a file is kept; None if it is not there."""
        return next((found for name in original_names(path) if (found := self._names.get(name.lower()))), None)

    def read(self, name: str) -> bytes | None:
        """The bytes of a file that was found; None if it is too large or damaged."""
        try:
            if self._zip:
                return self._zip.read(name) if self._zip.getinfo(name).file_size <= _MAX_BYTES else None
            file = (self._place or Path()) / name
            return file.read_bytes() if file.stat().st_size <= _MAX_BYTES else None
        except (OSError, BadZipFile, NotImplementedError, RuntimeError):  # encrypted files, unknown compression
            return None

    def _list(self) -> list[tuple[str, str]]:
        if self._zip:
            names = sorted(name for name in self._zip.namelist() if not name.endswith("/"))
        else:
            place = self._place or Path()
            names = sorted(file.relative_to(place).as_posix() for file in place.rglob("*") if file.is_file())
        return [(_below_uploads(name).lower(), name) for name in names]


def _below_uploads(name: str) -> str:
    return name.rpartition(f"/{_FOLDER}")[2].removeprefix(_FOLDER)


def _open_zip(place: Path) -> ZipFile:
    try:
        return ZipFile(place)
    except (OSError, BadZipFile) as error:
        raise ImportRefusedError(f"{place.name} is neither a folder nor a zip file with the uploads.") from error
