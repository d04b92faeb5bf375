"""Finds the pictures that were saved with a web page, in the folder beside it or in the same archive."""

from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from newsroom.content.web_address import split_address
from newsroom.importing.refusals import ARCHIVE, OF_MAILCHIMP
from newsroom.importing.source import ImportRefusedError
from newsroom.importing.web.page import FindFile

_MAX_FILES = 1000
_MAX_SIZE = 200_000_000
_MAX_PICTURE = 50_000_000


def find_beside(file: Path) -> FindFile:
    """Finds pictures by their address relative to a page, in its folder and those below it, never elsewhere."""
    folder = file.parent.resolve()

    def find(source: str) -> bytes | None:
        name = _relative_name(source)
        if name is None:
            return None
        try:
            found = (folder / name).resolve()
            is_readable = found.is_relative_to(folder) and found.is_file() and found.stat().st_size <= _MAX_PICTURE
            return found.read_bytes() if is_readable else None
        except (OSError, ValueError):
            return None

    return find


def open_archive(data: bytes, name: str) -> tuple[bytes, FindFile]:
    """The only web page in an archive, as Google Docs makes them: its bytes and its pictures.

    Raises ImportRefusedError if there is another number of pages, or if it is too large.
    """
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, OSError, ValueError) as error:
        raise ImportRefusedError(f"{name} is damaged. Save or download it again.") from error
    files = {info.filename: info for info in archive.infolist() if not info.is_dir()}
    pages = [path for path in files if path.lower().endswith((".html", ".htm")) and not path.startswith("__MACOSX")]
    if any(path.rpartition("/")[2] == "campaigns.csv" for path in files):
        raise ImportRefusedError(f"{name} {OF_MAILCHIMP}")
    if len(pages) != 1:
        raise ImportRefusedError(f"{name} {ARCHIVE}")
    if len(files) > _MAX_FILES or sum(info.file_size for info in files.values()) > _MAX_SIZE:
        raise ImportRefusedError(f"{name} is too large when it is unpacked. Unpack it, and import the file in it.")

    def find(source: str) -> bytes | None:
        path = _relative_name(source)
        folder = pages[0].rpartition("/")[0]
        info = files.get(f"{folder}/{path}" if folder else path or "")
        return _read(archive, info.filename) if info and info.file_size <= _MAX_PICTURE else None

    page = _read(archive, pages[0])
    if page is None:
        raise ImportRefusedError(f"{name} is damaged. Save or download it again.")
    return page, find


def _read(archive: ZipFile, path: str) -> bytes | None:
    try:
        return archive.read(path)
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return None


def _relative_name(source: str) -> str | None:
    """The path in a relative address; None for an address with a scheme, a host or an absolute path."""
    parts = split_address(source)
    is_relative = not parts.scheme and not parts.netloc and parts.path and not parts.path.startswith(("/", "\\"))
    return unquote(parts.path).replace("\\", "/") if is_relative else None
