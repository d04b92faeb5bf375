"""Files that a site's host or a search engine expects at a fixed address."""

import re
from pathlib import Path

from newsroom.content.accessibility import RECORD
from newsroom.content.folders import is_word_list
from newsroom.content.formats import Refusal
from newsroom.content.map_outline import MAP_FILE
from newsroom.content.types import PAGES_FOLDER

WELL_KNOWN = f"{PAGES_FOLDER}/.well-known"
"""The folder of https://www.rfc-editor.org/rfc/rfc8615, the only one whose name may begin with a dot."""
_CNAME = f"{PAGES_FOLDER}/CNAME"
_ICON = f"{PAGES_FOLDER}/favicon.ico"
_ROBOTS = f"{PAGES_FOLDER}/robots.txt"
_GOOGLE = re.compile(rf"{PAGES_FOLDER}/(google[0-9a-z]+\.html)")
_HOST = re.compile(r"(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
"""Matches "www.example.org", but not "example" or "-a.org"."""
_WELL_KNOWN_FILE = re.compile(rf"{WELL_KNOWN}/(?:[\w-]+/)*[\w-]+(?:\.txt|\.json)?", re.ASCII)
"""Matches "docs/.well-known/security.txt" and "docs/.well-known/webfinger", but not "docs/.well-known/a.html"."""
_MAX_BYTES = 100_000
_CODE = "special-file-invalid"
_ICO = b"\x00\x00\x01\x00"


def is_special(path: str) -> bool:
    """Whether :func:`find_special_fault` decides about a file with this path."""
    known = path in (_CNAME, _ICON, _ROBOTS, RECORD, MAP_FILE) or is_word_list(path)
    return known or path.startswith(f"{WELL_KNOWN}/") or _GOOGLE.fullmatch(path) is not None


def find_special_fault(root: Path, path: str) -> Refusal | None:
    """Why a special file is not published; None if it is. Reads the file."""
    if path == RECORD:
        return Refusal(
            "file-type-unpublished", "is used by the build and not published", "link to the page about accessibility"
        )
    if path == MAP_FILE:
        return Refusal("file-type-unpublished", "is drawn by the build and not published", "link to the page of areas")
    if is_word_list(path):
        return Refusal("file-type-unpublished", "is used by our tools and not published", "link to a page")
    if path == _ROBOTS:
        return Refusal(_CODE, "is written by the build itself", "delete this file")
    try:
        with (root / path).open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError:
        return Refusal("file-unreadable", "cannot be opened", "give yourself permission to read it, or delete it")
    if path == _ICON:
        is_icon = data.startswith(_ICO)
        return None if is_icon else Refusal(_CODE, "is not an icon, although its name says so", "save it again as ICO")
    try:
        text = data.decode().strip()
    except UnicodeDecodeError:
        return Refusal(_CODE, "is not text", "save it as text with the encoding UTF-8")
    return _text_fault(path, text, is_long=len(data) > _MAX_BYTES)


def _text_fault(path: str, text: str, *, is_long: bool) -> Refusal | None:
    if path == _CNAME:
        fix = "write the site's own domain in it, like www.example.org, and nothing else"
        return None if _HOST.fullmatch(text) else Refusal(_CODE, "does not contain a domain name", fix)
    if google := _GOOGLE.fullmatch(path):
        expected = f"google-site-verification: {google[1]}"
        return (
            None
            if text == expected
            else Refusal(_CODE, f"contains something other than '{expected}'", "download it again from Google")
        )
    if not _WELL_KNOWN_FILE.fullmatch(path):
        return Refusal(_CODE, "is of a kind that is not published", "only text and JSON can be in .well-known/")
    if is_long or text.startswith("<"):
        return Refusal(_CODE, "is not a short text or JSON", "only these can be in .well-known/")
    return None
