"""Finds pages that no build would use: in the repository's root, in `story/` or `drafts/`, or named `.garden.md`."""

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from newsroom.content.formats import PAGE_ENDING
from newsroom.content.model import Dated
from newsroom.content.types import CONTENT_FOLDERS, TYPES
from newsroom.content.types.page import Page
from newsroom.problems import Problem
from newsroom.read.walk import Tree

_DEVELOPER_FILES = frozenset(
    {"agents", "changelog", "code_of_conduct", "contributing", "license", "readme", "security", "support"}
)
"""Files in the repository's root that are about the repository."""
_OTHER_NAMES: Mapping[str, str] = {name: found.folder for found in TYPES for name in found.folder_rules.other_names}
"""Misspelt names of content folders, each with the correct name."""
_SIMILAR_NAMES: Mapping[str, str] = {name: found.folder for found in TYPES for name in found.folder_rules.similar_names}
"""Folders in which other sites keep pages, each with a content folder. They may hold other things."""
_PROJECT_FOLDERS = frozenset(
    {
        "bench",
        "build",
        "dist",
        "env",
        "hooks",
        "node_modules",
        "overrides",
        "scripts",
        "site",
        "tests",
        "venv",
        "vendor",
    }
)
"""Folders without content of this site. They may hold pages for tests, as in `tests/newsroom/`."""
_TOOL_FOLDERS = frozenset({".git", ".github", ".obsidian", ".stversions", ".trash", ".vscode"})
"""Folders in which programs keep pages that are not for publication."""
_ENDINGS = (PAGE_ENDING, ".markdown")
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?:[ \t]*(?:#.*)?\n)*[A-Za-z_]+[ \t]*:")
"""`---`, then a line like `title: A story`; a rule above a text does not match."""
_KEY = re.compile(r"^([A-Za-z_]+)[ \t]*:", re.MULTILINE)
"""Matches the "title:" of "title: The garden" at a line's beginning, but not that of " title: The garden"."""
_START_LENGTH = 10_000


def find_misplaced(root: Path) -> Iterator[Problem]:
    """Errors about pages outside the content folders; warnings if their folder may be meant for something else."""
    try:
        with os.scandir(root) as entries:
            found = sorted(
                (entry.name, entry.is_dir(follow_symlinks=False), entry.is_file(follow_symlinks=False))
                for entry in entries
            )
    except OSError:
        return
    for name, is_folder, is_file in found:
        if is_folder and name not in CONTENT_FOLDERS and not name.startswith("."):
            yield from _check_folder(root, name)
        elif is_file and name.split(".")[0].casefold() not in _DEVELOPER_FILES and _is_page(root, name):
            yield _problem(name, _suggested_folder(root / name))


def _check_folder(root: Path, name: str) -> Iterator[Problem]:
    folded = name.casefold()
    meant = folded if folded in CONTENT_FOLDERS else _OTHER_NAMES.get(folded)
    meant = meant or next(iter(get_close_matches(folded, CONTENT_FOLDERS, n=1, cutoff=0.8)), None)
    similar = meant or _SIMILAR_NAMES.get(folded)
    if not similar and (folded in _PROJECT_FOLDERS or folded.startswith("preview")):
        return
    tree = Tree(root, lambda path: posixpath.basename(path).startswith("."), lambda _: None)
    files = [entry.path for entry in tree.walk(name) if not entry.is_folder]
    pages = [path for path in files if _is_page(root, path)]
    if similar:
        yield from (_problem(path, f"{similar}/") for path in pages)
    else:
        yield from (replace(_problem(path, _suggested_folder(root / path)), code="page-elsewhere") for path in pages)
    if meant and files and not pages:
        yield Problem(
            "folder-misplaced",
            name,
            None,
            f"the folder '{name}' is not a content folder, so its files are not published",
            f"move its files to {meant}/",
        )


def hidden_page_warning(path: str) -> Problem | None:
    """The warning that a page is left out because of its name; None for files that programs hide themselves."""
    hidden = next((part for part in path.split("/") if part.startswith(".")), None)
    if hidden is None or hidden in _TOOL_FOLDERS or not path.lower().endswith(_ENDINGS):
        return None
    name = posixpath.basename(path)
    if name.startswith(("._", ".#", ".~")) or name.lower() in _ENDINGS:  # made by macOS, Emacs or LibreOffice
        return None
    subject = "its name" if hidden == name else f"'{hidden}'"
    what = f"this page is not published, because {subject} begins with a dot"
    fix = f"rename '{hidden}' to '{hidden.lstrip('.')}', or delete it"
    return Problem("page-name-hidden", path, None, what, fix)


def _problem(path: str, destination: str) -> Problem:
    return Problem(
        "page-misplaced",
        path,
        None,
        "this file is not in a content folder, so it is not published",
        f"move it to {destination}",
    )


def _is_page(root: Path, path: str) -> bool:
    return path.lower().endswith(_ENDINGS) and _FRONT_MATTER.match(_read_start(root / path)) is not None


def _read_start(file: Path) -> str:
    try:
        with file.open(encoding="utf-8-sig", errors="replace") as opened:
            return opened.read(_START_LENGTH)
    except OSError:
        return ""


def _suggested_folder(file: Path) -> str:
    """The folder to suggest for a page: that of the type which shares most fields with its front matter."""
    head = _read_start(file).lstrip().removeprefix("---").split("\n---")[0]
    keys = frozenset(_KEY.findall(head)) - _SHARED_FIELDS
    most = max(TYPES, key=lambda found: len(keys.intersection(found.fields)))
    if keys.intersection(most.fields):
        return f"{most.folder}/"
    *others, last = dict.fromkeys(f"{found.folder}/" for found in TYPES if "/" not in found.folder)
    return f"{', '.join(others)} or {last}"


_SHARED_FIELDS = frozenset((*Dated.model_fields, *Page.model_fields))
"""Fields that several types have, and that therefore do not identify a type."""
