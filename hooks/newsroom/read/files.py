"""Finds the files in the content folders and those that a host expects at a fixed address, and reads their text."""

import codecs
import posixpath
import re
from pathlib import Path

from newsroom.content.accessibility import RECORD
from newsroom.content.folders import is_within, is_word_list
from newsroom.content.formats import PAGE_ENDING, Refusal, find_refusal
from newsroom.content.loaded import ContentFiles
from newsroom.content.map_outline import MAP_FILE
from newsroom.content.types import CONTENT_FOLDERS, PAGES_FOLDER
from newsroom.problems import CANNOT_OPEN, Problem
from newsroom.read.characters import CONTROL
from newsroom.read.filenames import check_clashes, check_name
from newsroom.read.limits import MAX_BYTES, too_large_problem
from newsroom.read.misplaced import find_misplaced, hidden_page_warning
from newsroom.read.walk import FolderEntry, Tree

_SYSTEM_FILES = frozenset({"desktop.ini", "ehthumbs.db", "icon\r", "thumbs.db", "__macosx"})
"""Files that Windows and macOS add to folders."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
"""The first bytes of files in other encodings. The longer ones begin with the shorter ones."""
_WELL_KNOWN = f"{PAGES_FOLDER}/.well-known"
"""The folder of https://www.rfc-editor.org/rfc/rfc8615, the only one whose name may begin with a dot."""
_CNAME = f"{PAGES_FOLDER}/CNAME"
_ICON = f"{PAGES_FOLDER}/favicon.ico"
_ROBOTS = f"{PAGES_FOLDER}/robots.txt"
_GOOGLE = re.compile(rf"{PAGES_FOLDER}/(google[0-9a-z]+\.html)")
_HOST = re.compile(r"(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
"""Matches "www.example.org", but not "example" or "-a.org"."""
_WELL_KNOWN_FILE = re.compile(rf"{_WELL_KNOWN}/(?:[\w-]+/)*[\w-]+(?:\.txt|\.json)?", re.ASCII)
"""Matches "docs/.well-known/security.txt" and "docs/.well-known/webfinger", but not "docs/.well-known/a.html"."""
_MAX_BYTES = 100_000
_CODE = "special-file-invalid"
_ICO = b"\x00\x00\x01\x00"


def find_files(root: Path) -> ContentFiles:
    """Every file in the content folders below ``root``, except hidden ones. Symbolic links are not followed."""
    problems: list[Problem] = [*find_misplaced(root)]
    tree = Tree(root, _is_ignored, problems.append, hidden_page_warning)
    entries = [entry for folder in CONTENT_FOLDERS for entry in tree.walk(folder)]
    bad = _find_bad_names(entries, problems)
    files = {entry.path: entry.size for entry in entries if not entry.is_folder and not is_within(entry.path, bad)}
    markdown = sorted(path for path in files if path.endswith(PAGE_ENDING) and not _is_special(path))
    faults = {path: _find_special_fault(root, path) for path in files if _is_special(path)}
    refusals = {path: faults[path] if path in faults else find_refusal(path) for path in files}
    refused = {path: refusal for path, refusal in sorted(refusals.items()) if refusal}
    special = frozenset(path for path, fault in faults.items() if not fault)
    assets = {path: files[path] for path in sorted(files.keys() - {*markdown, *refused, *special})}
    unusable = bad | {problem.path for problem in problems}
    return ContentFiles(tuple(markdown), assets, special, refused, tuple(problems), frozenset(unusable), tree.is_safe)


def _is_ignored(path: str) -> bool:
    """Whether a file or folder is ignored silently: it is hidden, or made by a system or program."""
    name = posixpath.basename(path)
    is_hidden = name.startswith((".", "~$")) and path != _WELL_KNOWN
    return is_hidden or name.casefold() in _SYSTEM_FILES


def _find_bad_names(entries: list[FolderEntry], problems: list[Problem]) -> set[str]:
    """The paths with invalid names. Their errors are added to ``problems``."""
    bad: set[str] = set()
    for entry in entries:
        if not is_within(entry.path, bad) and (problem := check_name(entry.path, is_folder=entry.is_folder)):
            problems.append(problem)
            bad.add(entry.path)
    for path, problem in check_clashes(entry.path for entry in entries if not is_within(entry.path, bad)):
        problems.append(problem)
        bad.add(path)
    return bad


def read_text(root: Path, path: str) -> str | Problem:
    """A file's text with "\\n" as line ends, or the error that it cannot be read as text."""
    try:
        if (root / path).stat().st_size > MAX_BYTES:
            return too_large_problem(path)
        data = (root / path).read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError:
        return CANNOT_OPEN.at(path, None, "this file")
    if encoding := _other_encoding(data):
        what = f"the file is saved in the encoding {encoding}, not in UTF-8"
        fix = "save it again as UTF-8; in Notepad with File, Save as, Encoding: UTF-8"
        return Problem("file-not-utf-8", path, 1, what, fix)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        start = before.rfind(b"\n") + 1
        column = len(before[start:].decode()) + 1
        what = f"character {column} of the line is not UTF-8 (byte 0x{data[error.start]:02X})"
        return Problem(
            "file-not-utf-8", path, line, what, "save the file with the encoding UTF-8, or retype that character"
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if control := CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        what = f"this line contains an invisible control character (U+{ord(control[0]):04X})"
        fix = "retype the words around it; it often comes along when pasting from a PDF"
        return Problem("control-character", path, line, what, fix)
    return text


def _other_encoding(data: bytes) -> str | None:
    """The name of the encoding with two or four bytes for a letter in which a file is saved; None for others."""
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return name
    halves = data[:200:2], data[1:200:2]
    return "UTF-16" if any(half and not half.strip(b"\0") for half in halves) else None


def _is_special(path: str) -> bool:
    """Whether :func:`_find_special_fault` decides about a file with this path."""
    known = path in (_CNAME, _ICON, _ROBOTS, RECORD, MAP_FILE) or is_word_list(path)
    return known or path.startswith(f"{_WELL_KNOWN}/") or _GOOGLE.fullmatch(path) is not None


def _find_special_fault(root: Path, path: str) -> Refusal | None:
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
