"""Writes pages, and carries those over from the published site whose input is the same as in the last build."""

import hashlib
from contextlib import suppress

from pydantic import TypeAdapter, ValidationError

from newsroom.cache import Cache
from newsroom.publish.site_folder.staging import Staging

PageNotes = dict[str, tuple[str, str, str]]
"""Three hashes for each path on the site: of a page's input, of the values that its templates print, and of the page.
"""
_NOTES = TypeAdapter(PageNotes)


class CarriedPages:
    """The pages of a build that are carried over, or made.

    The cache has notes about the pages of the last build. A page is carried over if its input, or else its values, are
    the same and the published file still has the noted hash, so a note of another build, or of a site that was changed
    since, does no harm.

    Args:
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

    def carry_over(self, path: str, given: str, values: str = "") -> bool:
        """Carry over the page at a path of the site, if that is possible.

        Args:
            given: A hash of everything that the values are computed from.
            values: A hash of the values, and of all else that the page is made of; "" if it is not known yet.

        Returns:
            Whether the page was carried over. If not, it is not written yet.
        """
        last_given, last_values, page = self._last.get(path, ("", "", ""))
        if not ((last_given == given or last_values == values) and self._staging.carry_over(path, page)):
            return False
        self.written[path] = (given, last_values, page)
        return True

    def write(self, path: str, given: str, values: str, content: bytes) -> None:
        """Write a page that was made. The arguments are those of :meth:`carry_over`, and the page."""
        self._staging.write(path, content)
        self.written[path] = (given, values, hashlib.sha256(content).hexdigest())

    def keep_notes(self) -> None:
        """Keep the notes about the pages of this build for the next one. The site must be published."""
        if self._notes:
            self._notes.store(self._name, _NOTES.dump_json(self.written))


def _parse(notes: bytes | None) -> PageNotes:
    with suppress(ValidationError):
        return _NOTES.validate_json(notes or b"{}")
    return {}
