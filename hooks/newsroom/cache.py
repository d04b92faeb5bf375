"""A cache on disk for results that take long to compute. File names are hashes of the input."""

import hashlib
import os
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from io import FileIO
from pathlib import Path
from uuid import uuid4  # noqa: TID251 (for the name of a file that is renamed)

CACHE = ".cache/newsroom"
"""The cache of a repository's builds, below its folder."""
TIDIED = "items that are gone"
"""The name of the note about the items of which :func:`newsroom.publish.tidy_cache.tidy_cache` has left nothing."""
_DIGEST_BYTES = hashlib.sha256().digest_size


class Cache:
    """A folder of cached results. The key covers all input, so an entry never becomes stale.

    Each file starts with the SHA-256 digest of its result, so that a damaged file is detected and computed again.
    If the folder cannot be written to, nothing is kept.

    Args:
        folder: The folder of the cache; it is created when the first result is stored.
        made_with: Names and versions of the programs that compute results. A change invalidates all entries.

    Attributes:
        used: The names of the entries that have been read or written.
    """

    def __init__(self, folder: Path, made_with: str = "") -> None:
        self.folder = folder
        self._made_with = made_with
        self.used: set[str] = set()

    def get(self, task: str, data: bytes, make: Callable[[bytes], bytes]) -> bytes:
        """Return ``make(data)``, from the cache if it is there.

        Args:
            task: What ``make`` does. Change it when ``make`` changes, for example its version number.
            data: The input.
            make: The function that computes the result.
        """
        name = self._name(task, data)
        result = self._read(name)
        if result is None:
            result = make(data)
            self._write(name, result)
        return result

    def load(self, note: str) -> bytes | None:
        """Return what was last stored as a note; None if there is nothing, or if it is damaged."""
        return self._read(self._name(note))

    def store(self, note: str, content: bytes) -> None:
        """Store a note for the next build, in place of the one before. Of two builds at once, the last one's stays."""
        self._write(self._name(note), content)

    def remove_unused(self, used: Collection[str], limit: int) -> None:
        """Remove the entries that were not used for longest, until all entries together have at most ``limit`` bytes.

        Builds that run at the same time compute the removed entries again.

        Args:
            used: The names of entries that stay, whatever the limit is.
            limit: The number of bytes; 0 removes all other entries.
        """
        entries = _entries(self.folder)
        size = sum(entry_size for _, entry_size, _ in entries)
        for _, entry_size, name in sorted(entries) if size > limit else ():
            if size > limit and name not in used:
                with suppress(OSError):
                    (self.folder / name).unlink()
                    size -= entry_size

    def _name(self, task: str, data: bytes = b"") -> str:
        return hashlib.sha256(f"{self._made_with}\0{task}\0".encode() + data).hexdigest()

    def _read(self, name: str) -> bytes | None:
        self.used.add(name)
        file = f"{self.folder}/{name}"  # a build reads thousands: a Path for each takes as long as to open the file
        with suppress(OSError):
            with FileIO(file) as opened:
                entry = opened.readall()
            with suppress(OSError):  # the folder may be read-only
                os.utime(file)
            if entry[:_DIGEST_BYTES] == hashlib.sha256(result := entry[_DIGEST_BYTES:]).digest():
                return result
        return None

    def _write(self, name: str, result: bytes) -> None:
        self.used.add(name)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = self.folder / f"{name}.{uuid4().hex}"  # another build may be writing the same
            try:
                unfinished.write_bytes(hashlib.sha256(result).digest() + result)
                unfinished.replace(self.folder / name)
            finally:
                unfinished.unlink(missing_ok=True)


def _entries(folder: Path) -> list[tuple[int, int, str]]:
    """The time of the last use, the size in bytes, and the name of each entry."""
    found = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):  # another build may have removed it
                status = entry.stat(follow_symlinks=False)
                found.append((status.st_mtime_ns, status.st_size, entry.name))
    return found


def digest(*parts: str | bytes) -> bytes:
    """Return a digest of 32 bytes that is different for different sequences of texts."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8))
        found.update(data)
    return found.digest()


def digest_files(folder: Path, paths: Iterable[Path]) -> bytes:
    """Return a digest of the files among some paths below a folder: their relative paths and their contents."""
    files = (path for path in sorted(paths) if path.is_file())
    return digest(*(part for path in files for part in (path.relative_to(folder).as_posix(), path.read_bytes())))
