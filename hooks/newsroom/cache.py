"""A cache on disk for results that take long to compute. File names are hashes of the input."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4  # noqa: TID251 (for the name of a file that is renamed)

_DIGEST_BYTES = hashlib.sha256().digest_size


class Cache:
    """A folder of cached results. The key covers all input, so an entry never becomes stale.

    Each file starts with the SHA-256 digest of its result, so that a damaged file is detected and computed again.

    Args:
        folder: The folder of the cache; it is created when the first result is stored.
        made_with: Names and versions of the programs that compute results. A change invalidates all entries.
    """

    def __init__(self, folder: Path, made_with: str = "") -> None:
        self._folder = folder
        self._made_with = made_with

    def get(self, task: str, data: bytes, make: Callable[[bytes], bytes]) -> bytes:
        """Return ``make(data)``, from the cache if it is there.

        If the folder cannot be written to, the result is computed each time.

        Args:
            task: What ``make`` does. Change it when ``make`` changes, for example its version number.
            data: The input.
            make: The function that computes the result.
        """
        key = hashlib.sha256(f"{self._made_with}\0{task}\0".encode() + data).hexdigest()
        file = self._folder / key
        with suppress(OSError):
            entry = file.read_bytes()
            digest, result = entry[:_DIGEST_BYTES], entry[_DIGEST_BYTES:]
            if digest == hashlib.sha256(result).digest():
                return result
        result = make(data)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished = self._folder / f"{key}.{uuid4().hex}"  # another build may be writing the same
            try:
                unfinished.write_bytes(hashlib.sha256(result).digest() + result)
                unfinished.replace(file)
            finally:
                unfinished.unlink(missing_ok=True)
        return result
