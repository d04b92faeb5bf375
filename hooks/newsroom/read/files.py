"""Finding the content's files, and their text."""

import codecs
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.places import CONTENT_FOLDERS
from newsroom.problems import Problem
from newsroom.read.characters import CONTROL


@dataclass(frozen=True)
class ContentFiles:
    """Repository-relative paths: the Markdown files, and all others (pictures, PDFs) with their bytes. Sorted."""

    markdown: tuple[str, ...]
    assets: Mapping[str, int]


def find_files(root: Path) -> ContentFiles:
    """Every file in the content folders below ``root``, but for hidden ones."""
    markdown: list[str] = []
    assets: dict[str, int] = {}
    for folder in CONTENT_FOLDERS:
        for parent, folders, names in os.walk(root / folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            base = Path(parent).relative_to(root).as_posix()
            for name in (name for name in names if not name.startswith(".")):
                path = f"{base}/{name}"
                if name.lower().endswith(".md"):
                    markdown.append(path)
                elif (root / path).is_file():
                    assets[path] = (root / path).stat().st_size
    return ContentFiles(tuple(sorted(markdown)), dict(sorted(assets.items())))


def read_text(root: Path, path: str) -> str | Problem:
    """A file's text with plain line ends, or the Problem that it cannot be read as text."""
    try:
        data = (root / path).read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError:
        return Problem(path, None, "cannot be opened", "see that the file is there, and not a link to nothing")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        start = before.rfind(b"\n") + 1
        column = len(before[start:].decode()) + 1
        what = f"character {column} of the line is not UTF-8 (byte 0x{data[error.start]:02X})"
        return Problem(path, line, what, "save the file with the encoding UTF-8, or retype that character")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if control := CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        what = f"holds an invisible control character (U+{ord(control[0]):04X})"
        return Problem(path, line, what, "retype the words around it; it often comes along when pasting from a PDF")
    return text
