"""Opens Mailchimp's account export, and the folder with its pictures. Subscribers' addresses are never read."""

import posixpath
import zlib
from collections import defaultdict
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from newsroom.importing.source import ImportRefusedError

_LIST = "campaigns.csv"
_CONTENT = "campaigns_content"
_MAX_MEMBERS = 500_000
_MAX_LIST = 20_000_000
_MAX_CAMPAIGN = 5_000_000
_MAX_READ = 1_000_000_000
"""The most bytes of one member, and of all that are read."""
_DAMAGED = (BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError, zlib.error)
_ASK_AGAIN = (
    "In Mailchimp choose Account, Settings, Manage my data, export it again with campaigns, and do not unpack it."
)
_MAX_FILES = 100_000
_MAX_PICTURE = 50_000_000


class CampaignArchive:
    """The list of campaigns in an export, and their texts; its other members cannot be read with this class.

    Args:
        path: The export's zip file.
        repository: The repository's folder, in which the export must not be.

    Raises:
        ImportRefusedError: It is in the repository, or is not an export with campaigns.
    """

    def __init__(self, path: Path, repository: Path) -> None:
        self._name = path.name
        self._read = 0
        if path.resolve().is_relative_to(repository.resolve()):
            what = f"{self._name} has the addresses of all subscribers, and it is in the repository"
            raise ImportRefusedError(f"{what}, from which it could be published. Move it to another folder.")
        try:
            self._zip = ZipFile(path)
        except _DAMAGED as error:
            what = f"{self._name} is not a zip file, or is damaged"
            raise ImportRefusedError(f"{what}. {_ASK_AGAIN}") from error
        names = self._zip.namelist()
        if len(names) > _MAX_MEMBERS:
            raise ImportRefusedError(f"{self._name} has more than {_MAX_MEMBERS:,} files. Is it the right one?")
        self._list = _find_list(names)
        if self._list is None:
            what = f"{self._name} is not Mailchimp's account export: it has no {_LIST} beside a folder {_CONTENT}"
            raise ImportRefusedError(f"{what}. {_ASK_AGAIN}")
        folder = f"{posixpath.join(posixpath.dirname(self._list), _CONTENT)}/"
        found = (name for name in names if name.startswith(folder) and posixpath.dirname(name) == folder[:-1])
        self.texts = tuple(name for name in found if name.lower().endswith((".html", ".htm", ".txt")))
        """The members with the texts of campaigns, as HTML or as plain text."""

    def read_list(self) -> bytes:
        """The list of campaigns. Raises ImportRefusedError if it cannot be read."""
        return self._read_member(self._list or "", _MAX_LIST)

    def read_text(self, member: str) -> bytes:
        """The text of a campaign, one of :attr:`texts`. Raises ImportRefusedError if it cannot be read."""
        if member not in self.texts:
            raise ValueError(member)
        return self._read_member(member, _MAX_CAMPAIGN)

    def _read_member(self, member: str, most: int) -> bytes:
        info = self._zip.getinfo(member)
        if info.flag_bits & 1:
            raise ImportRefusedError(f"{self._name} is protected by a password. {_ASK_AGAIN}")
        data = b""
        if info.file_size <= most:
            try:
                if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                    raise BadZipFile  # zipfile does not limit what others become
                with self._zip.open(info) as opened:
                    data = opened.read(most + 1)
            except _DAMAGED as error:
                raise ImportRefusedError(f"{member} in {self._name} is damaged. {_ASK_AGAIN}") from error
        self._read += len(data)
        if max(info.file_size, len(data)) > most or self._read > _MAX_READ:
            limit = f"{most // 1_000_000} MB, or {_MAX_READ // 1_000_000:,} MB for all"
            raise ImportRefusedError(f"{member} in {self._name} is too large when it is unpacked: at most {limit}.")
        return data


def _find_list(names: list[str]) -> str | None:
    """The list of campaigns that is least deep in the archive, and has texts beside it."""
    folders = {posixpath.dirname(name) for name in names}
    lists = (name for name in names if posixpath.basename(name) == _LIST and not name.startswith("__MACOSX/"))
    found = (name for name in lists if posixpath.join(posixpath.dirname(name), _CONTENT) in folders)
    return min(found, key=lambda name: (name.count("/"), name), default=None)


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
