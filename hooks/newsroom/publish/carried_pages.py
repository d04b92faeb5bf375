"""Writes pages, and carries those over from the published site whose input is the same as in the last build."""

import hashlib
from collections.abc import Callable
from contextlib import suppress

from pydantic import TypeAdapter, ValidationError

from newsroom.cache import Cache
from newsroom.publish.staging import Staging

PageNotes = dict[str, tuple[str, str]]
"""Two hashes for each path on the site: of a page's input, and of the page."""
_NOTES = TypeAdapter(PageNotes)


class CarriedPages:
    """The pages of a build that are carried over, or made.

    The cache has notes about the pages of the last build. A page is carried over if its input is the same and the
    published file still has the noted hash, so a note of another build, or of a site that was changed since, does no
    harm.

    Args:
        staging: The folders of the site.
        notes: Keeps the notes. Its ``made_with`` must cover all code that makes pages. None carries nothing over.

    Attributes:
        written: The notes about the pages that have been written.
    """

    def __init__(self, staging: Staging, notes: Cache | None) -> None:
        self._staging = staging
        self._notes = notes
        self._name = f"pages of {staging.published}"
        self._last = _parse(notes.load(self._name)) if notes else {}
        self.written: PageNotes = {}

    def write(self, path: str, key: str, make: Callable[[], bytes]) -> None:
        """Write the page at a path of the site; ``key`` is a hash of everything that ``make`` uses."""
        last_key, page_hash = self._last.get(path, ("", ""))
        if last_key != key or not self._staging.carry_over(path, page_hash):
            content = make()
            page_hash = hashlib.sha256(content).hexdigest()
            self._staging.write(path, content)
        self.written[path] = (key, page_hash)

    def keep_notes(self) -> None:
        """Keep the notes about the pages of this build for the next one. The site must be published."""
        if self._notes:
            self._notes.store(self._name, _NOTES.dump_json(self.written))


def _parse(notes: bytes | None) -> PageNotes:
    with suppress(ValidationError):
        return _NOTES.validate_json(notes or b"{}")
    return {}
