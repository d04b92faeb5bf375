"""Names of files and folders that links, web servers or other operating systems do not allow."""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator

from newsroom.content.formats import plain_name
from newsroom.problems import Problem

MAX_LENGTH = 100
"""In characters. Files made from a picture have longer names, and file systems allow 255 bytes."""
_MAX_BYTES = 200
_NOT_ON_WINDOWS = re.compile(r'[?"*:<>|\\]')
_NOT_IN_LINKS = re.compile(r"[#&+%]")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""Names that Windows reserves, with any ending: `con`, `aux.md`; not `contact.md`."""
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
_MADE_FROM_PICTURE = re.compile(r".+\.(?:avif|gif|jfif|jpe?g|png|webp)\.(?:[0-9]+|email)\.[a-z]+", re.IGNORECASE)
"""`tree.jpg.640.avif` and `tree.jpg.email.jpg`, which a build makes from `tree.jpg`; not `tree.v2.jpg`."""


def printable(path: str) -> str:
    """A path with each invisible character replaced by U+FFFD, so that it can be shown."""
    return "".join("\ufffd" if unicodedata.category(char) in _INVISIBLE else char for char in path)


def find_name_fault(name: str) -> str | None:
    """What is wrong with the name of a file or folder, as a clause whose subject is the name; None if it is valid."""
    if any("\udc80" <= char <= "\udcff" for char in name):
        return "is not UTF-8"
    if invisible := next((char for char in name if unicodedata.category(char) in _INVISIBLE), None):
        return f"has an invisible character (U+{ord(invisible):04X})"
    if found := _NOT_ON_WINDOWS.search(name):
        return f"has the character {found[0]}, which Windows does not allow"
    if found := _NOT_IN_LINKS.search(name):
        return f"has the character {found[0]}, which means something else in a link"
    if name != name.strip() or name.endswith("."):
        return "begins or ends with a space or ends with a dot, which Windows does not allow"
    if _DEVICES.fullmatch(name):
        return "is reserved by Windows"
    if len(name) > MAX_LENGTH or len(name.encode()) > _MAX_BYTES:
        return f"is too long: at most {MAX_LENGTH} characters, or {_MAX_BYTES} bytes"
    if _MADE_FROM_PICTURE.fullmatch(name):
        return "is reserved for files that are made from pictures"
    return None


def is_reserved(name: str) -> bool:
    """Whether the file of an item cannot have a name, though its characters are allowed: "con", or "index"."""
    return name == "index" or find_name_fault(f"{name}.md") is not None


def check_name(path: str, *, is_folder: bool = False) -> Problem | None:
    """The error in the name at the end of a path; None if it is valid."""
    name = posixpath.basename(path)
    fault = find_name_fault(name)
    if fault is None:
        return None
    code = "folder-name-invalid" if is_folder else "file-name-invalid"
    subject = "the folder's name" if is_folder else "the file's name"
    return Problem(
        code, printable(path), None, f"{subject} {fault}", f"rename it, for example to '{_suggested_name(name)}'"
    )


def check_clashes(paths: Iterable[str]) -> Iterator[tuple[str, Problem]]:
    """The paths that Windows and macOS cannot distinguish from another one, each with its error.

    ``paths`` are of files and folders. The contents of two such folders are not reported again.
    """
    first: dict[str, str] = {}
    for path in paths:
        normal = unicodedata.normalize("NFC", path)
        other = first.setdefault(normal.casefold(), path)
        if other == path or posixpath.dirname(other) != posixpath.dirname(path):
            continue
        is_same = unicodedata.normalize("NFC", other) == normal
        how = "in the way its accents are stored" if is_same else "in capital letters"
        name = posixpath.basename(other)
        what = f"the name differs from '{name}' only {how}, so Windows and macOS would lose one of the two"
        yield path, Problem("file-name-clash", path, None, what, "rename one of them")


def _suggested_name(name: str) -> str:
    """A valid name: lower-case letters, digits and hyphens, and the same ending."""
    stem, ending = (plain_name(part) for part in posixpath.splitext(name))
    if _DEVICES.fullmatch(stem):
        stem = f"{stem}-1"
    return f"{stem or 'new-name'}.{ending}" if ending else stem or "new-name"
