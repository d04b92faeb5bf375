"""The small newsroom with changes, for tests of errors."""

from collections.abc import Mapping

from tests.support import small_newsroom

S, N, P = "stories/the-garden.md", "newsletters/2024-03.md", "publications/growing.md"
"""The small newsroom's story, newsletter and publication."""
Changes = Mapping[str, str | bytes | tuple[str, str]]
"""By path: a whole new file, or a text in an existing file and its replacement."""


def changed(changes: Changes) -> dict[str, str | bytes]:
    """The files of the small newsroom with the changes made. Fails if a text to replace is missing."""
    original = small_newsroom()
    files: dict[str, str | bytes] = dict(original)
    for path, change in changes.items():
        if isinstance(change, tuple):
            assert change[0] in original[path], f"{path} has no {change[0]!r}"
            files[path] = original[path].replace(*change)
        else:
            files[path] = change
    return files
