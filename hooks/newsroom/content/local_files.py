"""Recognises paths of files on an editor's computer or on a drive that an office shares, which no reader can open."""

import re

_LOCAL = re.compile(
    r"(?P<shared>\\|file:(?://(?=[^/])|/{4,}))"
    r"|file:|[a-z]:(?=[\\/\x00-\x1f])|~[\\/]|%\w+%[\\/]|/(?:home|users|volumes)/[^/]+/.*\.\w{2,5}\Z",
    re.IGNORECASE,
)
r"""Matches the beginning of "\\server\a.pdf" and "file://server/a.pdf", which are shared, and of "file:///C:/a.pdf",
"C:\a.pdf", "C:/a.pdf", "~/a.pdf" and "%USERPROFILE%\a.pdf"; and all of "/Users/ann/a.pdf".

YAML reads a control character in "C:\new.pdf" if it is in quotation marks.
"""


def find_local_place(address: str) -> str | None:
    """Where a file is that only the editor can open, as in "a file on your own computer"; None for other addresses."""
    found = _LOCAL.match(address)
    if found is None:
        return None
    return "on your office’s network" if found["shared"] else "on your own computer"
