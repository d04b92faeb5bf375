"""A cache for values like rendered texts, as JSON on disk and, in a preview, also in memory."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol, TypeVar, cast

from pydantic import ValidationError

from newsroom.cache import Cache

_ValueT = TypeVar("_ValueT")
_MANY = 100
"""A site of which so many texts are new has enough work for a process that works ahead; it takes a second to start."""


class Stored(Protocol[_ValueT]):
    """How values are written to files: as JSON with a type adapter of Pydantic, or in a form of their own."""

    def dump_json(self, value: _ValueT, /) -> bytes:
        """Return a value as it is kept in a file."""

    def validate_json(self, entry: bytes, /) -> _ValueT:
        """Return the value that a file has. Raises ValidationError if the file has another form."""


class ValueCache:
    """Keeps values so that each is computed once for the same input.

    Args:
        files: Keeps values between processes. Its ``made_with`` must cover all code that computes values. Without it
            nothing is kept on disk.
        keeps_latest: Whether the latest value for each name is also kept in memory, for the next build of this process.
        on_many_computed: Called once when so many values of one task were not on disk that working ahead saves time.
    """

    def __init__(
        self,
        files: Cache | None = None,
        *,
        keeps_latest: bool = False,
        on_many_computed: Callable[[], None] = lambda: None,
    ) -> None:
        self.files = files
        self._keeps_latest = keeps_latest
        self._on_many_computed = on_many_computed
        self._computed: Counter[str] = Counter()
        self._has_many = False
        self._latest: dict[tuple[str, str], tuple[bytes, object]] = {}

    def get(
        self,
        task: str,
        name: str,
        key: bytes,
        make: Callable[[], _ValueT],
        stored: Stored[_ValueT] | None = None,
        is_current: Callable[[_ValueT], bool] = lambda _value: True,
    ) -> _ValueT:
        """Return ``make()``, or the value that was made for the same task and key.

        Args:
            task: What ``make`` does.
            name: What the value belongs to, like the path of a page. A preview keeps one value for each name.
            key: A digest of all input, from :func:`newsroom.cache.digest`.
            make: Computes the value.
            stored: How the value is written to a file; without it the value is kept only in memory.
            is_current: Whether a value that was kept can be used, if that depends on more than the key.
        """
        latest_key, latest = self._latest.get((task, name), (b"", None))
        if latest_key == key and is_current(cast("_ValueT", latest)):
            return cast("_ValueT", latest)
        value = self._from_files(self.files, task, key, make, stored, is_current) if stored and self.files else make()
        if self._keeps_latest:
            self._latest[task, name] = (key, value)
        return value

    def _from_files(
        self,
        files: Cache,
        task: str,
        key: bytes,
        make: Callable[[], _ValueT],
        stored: Stored[_ValueT],
        is_current: Callable[[_ValueT], bool],
    ) -> _ValueT:
        note = f"{task} {key.hex()}"
        entry = files.load(note)
        with suppress(ValidationError):
            if entry is not None and is_current(value := stored.validate_json(entry)):
                return value
        value = make()
        self._computed[task] += 1
        if self._computed[task] == _MANY and not self._has_many:
            self._has_many = True
            self._on_many_computed()
        files.store(note, stored.dump_json(value))
        return value
