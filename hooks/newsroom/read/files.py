"""Finds the files in the content folders, and reads their text."""

import codecs
import posixpath
from pathlib import Path

from newsroom.content.folders import is_within
from newsroom.content.formats import PAGE_ENDING, find_refusal
from newsroom.content.loaded import ContentFiles
from newsroom.content.types import CONTENT_FOLDERS
from newsroom.problems import CANNOT_OPEN, Problem
from newsroom.read.characters import CONTROL
from newsroom.read.filenames import check_clashes, check_name
from newsroom.read.limits import MAX_BYTES, too_large_problem
from newsroom.read.misplaced import find_misplaced, hidden_page_warning
from newsroom.read.special_files import WELL_KNOWN, find_special_fault, is_special
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


def find_files(root: Path) -> ContentFiles:
    """Every file in the content folders below ``root``, except hidden ones. Symbolic links are not followed."""
    problems: list[Problem] = [*find_misplaced(root)]
    tree = Tree(root, _is_ignored, problems.append, hidden_page_warning)
    entries = [entry for folder in CONTENT_FOLDERS for entry in tree.walk(folder)]
    bad = _find_bad_names(entries, problems)
    files = {entry.path: entry.size for entry in entries if not entry.is_folder and not is_within(entry.path, bad)}
    markdown = sorted(path for path in files if path.endswith(PAGE_ENDING) and not is_special(path))
    faults = {path: find_special_fault(root, path) for path in files if is_special(path)}
    refusals = {path: faults[path] if path in faults else find_refusal(path) for path in files}
    refused = {path: refusal for path, refusal in sorted(refusals.items()) if refusal}
    special = frozenset(path for path, fault in faults.items() if not fault)
    assets = {path: files[path] for path in sorted(files.keys() - {*markdown, *refused, *special})}
    unusable = bad | {problem.path for problem in problems}
    return ContentFiles(tuple(markdown), assets, special, refused, tuple(problems), frozenset(unusable), tree.is_safe)


def _is_ignored(path: str) -> bool:
    """Whether a file or folder is ignored silently: it is hidden, or made by a system or program."""
    name = posixpath.basename(path)
    is_hidden = name.startswith((".", "~$")) and path != WELL_KNOWN
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
