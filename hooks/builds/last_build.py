"""What is known of the last build of a site: a build of the same input would write the same site again.

It imports almost nothing of the core, which takes longer to import than a build without changes may take.
"""

import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from builds.fingerprints import folder_fingerprint, input_fingerprint, program_fingerprint
from newsroom.cache import CACHE, TIDIED, Cache
from newsroom.publish.site_folder.staging import Staging


@dataclass(frozen=True)
class Unchanged:
    """A build with nothing to do. ``summary`` is that of the last build, which wrote the site as it is now."""

    staging: Staging
    summary: str


class LastBuild:
    """The last build of a site, and the record of this one for the next.

    Args:
        staging: The folders of the site. They must be locked.
        given: Everything that a build is given besides the files of the repository. Values that are equal must have the
            same ``repr``.
    """

    def __init__(self, root: Path, staging: Staging, *given: object) -> None:
        self._root = root
        self._staging = staging
        self._given = repr(given)
        self._notes = Cache(root / CACHE, program_fingerprint())
        self._name = f"build of {staging.published}"
        self._names: Collection[str] = ()
        self._input: str | None = None

    def if_unchanged(self) -> Unchanged | None:
        """The last build, if it had the same input and its site has not been changed since; else None."""
        with suppress(OSError, TypeError, ValueError):
            names, last_input, *states, summary = json.loads(self._notes.load(self._name) or b"")
            if states == self._states():
                self._remember(names)
                if last_input == self._input:
                    return Unchanged(self._staging, summary)
        return None

    def start(self, names: Collection[str]) -> None:
        """Record the input of a build before it is read. ``names`` is as for :func:`input_fingerprint`."""
        if self._input is None or sorted(names) != self._names:
            with suppress(OSError):
                self._remember(names)

    def finish(self, summary: str) -> None:
        """Keep the summary of a build for the next one, unless the input has changed while it was running."""
        with suppress(OSError):
            if self._input == self._fingerprint(self._names):
                note = (self._names, self._input, *self._states(), summary)
                self._notes.store(self._name, json.dumps(note).encode())

    def _remember(self, names: Collection[str]) -> None:
        self._names, self._input = sorted(names), None
        self._input = self._fingerprint(names)

    def _fingerprint(self, names: Collection[str]) -> str:
        return f"{input_fingerprint(self._root, self._staging.published, names).hex()} {self._given}"

    def _states(self) -> list[str]:
        """The states of the site, and of what :data:`TIDIED` notes: a preview since may have changed it."""
        return [folder_fingerprint(self._staging.published).hex(), (self._notes.load(TIDIED) or b"").hex()]
