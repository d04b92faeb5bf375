"""Results that take long to make, kept between builds in files named by what they were made from."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4  # noqa: TID251 (for the name of a file that is renamed)

_DIGEST_BYTES = hashlib.sha256().digest_size


class Cache:
    """A folder of results. The same question always has the same answer, so nothing in it ever goes stale.

    ``made_with`` names the programs that make them: with another one, another version too, everything is made anew.
    Each file begins with the SHA-256 digest of its result, so that a damaged one is recognised and made anew.
    """

    def __init__(self, folder: Path, made_with: str = "") -> None:
        self._folder = folder
        self._made_with = made_with

    def get(self, question: str, data: bytes, make: Callable[[bytes], bytes]) -> bytes:
        """What ``make`` gives for ``data``, made now or kept from before; ``question`` names what ``make`` does.

        A folder that cannot be written to is no error: the result is then made anew each time.
        """
        key = hashlib.sha256(f"{self._made_with}\0{question}\0".encode() + data).hexdigest()
        kept = self._folder / key
        with suppress(OSError):
            entry = kept.read_bytes()
            digest, result = entry[:_DIGEST_BYTES], entry[_DIGEST_BYTES:]
            if digest == hashlib.sha256(result).digest():
                return result
        made = make(data)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished = self._folder / f"{key}.{uuid4().hex}"  # another build may be writing the same
            try:
                unfinished.write_bytes(hashlib.sha256(made).digest() + made)
                unfinished.replace(kept)
            finally:
                unfinished.unlink(missing_ok=True)
        return made
