"""The small newsroom with something changed in it: how tests of mistakes say what is wrong."""

from collections.abc import Mapping

from tests.support import small_newsroom

S, N, P = "stories/the-garden.md", "newsletters/2024-03.md", "publications/growing.md"
"""The small newsroom's story, newsletter and publication."""
Changes = Mapping[str, str | bytes | tuple[str, str]]
"""By path: a whole new file, or words in an existing one with what replaces them."""


def changed(changes: Changes) -> dict[str, str | bytes]:
    """The files of the small newsroom with the changes made. Fails where the words to replace are not there."""
    original = small_newsroom()
    files: dict[str, str | bytes] = dict(original)
    for path, change in changes.items():
        if isinstance(change, tuple):
            assert change[0] in original[path], f"{path} has no {change[0]!r}"
            files[path] = original[path].replace(*change)
        else:
            files[path] = change
    return files
