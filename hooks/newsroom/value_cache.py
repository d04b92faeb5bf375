"""A cache for values like rendered texts, as JSON on disk and, in a preview, also in memory."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from newsroom.cache import Cache

ValueT = TypeVar("ValueT")
_MANY = 200
"""To compute so many values takes about a second, as long as it takes to start a process."""


class ValueCache:
    """Keeps values so that each is computed once for the same input.

    Args:
        files: Keeps values between processes. Its ``made_with`` must cover all code that computes values. Without it
            nothing is kept on disk.
        keeps_latest: Whether the latest value for each name is also kept in memory, for the next build of this process.
        on_many_computed: Called once when so many values were not on disk that a second process saves time.
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
        self._computed = 0
        self._latest: dict[tuple[str, str], tuple[bytes, object]] = {}

    def get(
        self, task: str, name: str, key: bytes, make: Callable[[], ValueT], stored: TypeAdapter[ValueT] | None = None
    ) -> ValueT:
        """Return ``make()``, or the value that was made for the same task and key.

        Args:
            task: What ``make`` does.
            name: What the value belongs to, like the path of a page. A preview keeps one value for each name.
            key: A digest of all input, from :func:`newsroom.cache.digest`.
            make: Computes the value.
            stored: How the value is written as JSON; without it the value is kept only in memory.
        """
        latest_key, latest = self._latest.get((task, name), (b"", None))
        if latest_key == key:
            return cast("ValueT", latest)
        value = self._from_files(task, key, make, stored) if stored and self.files else make()
        if self._keeps_latest:
            self._latest[task, name] = (key, value)
        return value

    def _from_files(self, task: str, key: bytes, make: Callable[[], ValueT], stored: TypeAdapter[ValueT]) -> ValueT:
        made: list[ValueT] = []

        def make_json(_key: bytes) -> bytes:
            made.append(make())
            self._computed += 1
            if self._computed == _MANY:
                self._on_many_computed()
            return stored.dump_json(made[0])

        entry = cast("Cache", self.files).get(task, key, make_json)
        with suppress(ValidationError):
            return made[0] if made else stored.validate_json(entry)
        return make()
