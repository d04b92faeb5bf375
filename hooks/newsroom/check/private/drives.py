"""Finds links to files in private online storage."""

import re
from collections.abc import Iterator

from newsroom.check.private.finding import Finding, Kind, match_finding

_LINK = re.compile(
    r"(?<![\w.-])(?:"
    r"(?:drive|docs|photos)\.google\.com/(?!forms\b)\w+[/?]|"
    r"photos\.app\.goo\.gl/\w|lh\d\.googleusercontent\.com/\w|"
    r"onedrive\.live\.com/\S|1drv\.ms/\w|[\w-]{1,60}\.sharepoint\.com/\S|"
    r"(?:www\.)?dropbox\.com/(?:s|sh|scl|t|l|home|preview|request|transfer)\b|db\.tt/\w|"
    r"(?:www\.)?icloud\.com/(?:iclouddrive|photos|sharedalbum|notes|pages|numbers|keynote)\b|share\.icloud\.com/\w|"
    r"(?:[\w-]{1,60}\.)?wetransfer\.com/(?:downloads|previews)\b|we\.tl/t-|"
    r"(?:app\.)?box\.com/(?:s|file|folder)/|mega\.nz/(?:file|folder|#)"
    r")[^\s<>\"')\]]*",
    re.IGNORECASE,
)
"""`drive.google.com/file/d/1a`, but not a form (`docs.google.com/forms/…`) or a service's own page (`dropbox.com/`)."""


_HOST_ENDS = (".com/", ".gl/", ".ms/", ".tt/", ".tl/", ".nz/")
"""The ends of all hosts of such services: a search for them is much faster than one for the links."""


def find_drive_links(text: str) -> Iterator[Finding]:
    """The links in a text that lead into somebody's online storage."""
    if any(end in text for end in _HOST_ENDS):
        for match in _LINK.finditer(text):
            yield match_finding(Kind.DRIVE, match)
