"""Fingerprints of what a build reads and of what it has written, to find out whether anything has changed."""

import hashlib
import os
import sys
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

import newsroom
from newsroom.cache import digest, digest_files
from newsroom.pango import pango_versions

_CODE_FILES = frozenset({".md", ".po", ".py", ".toml"})
_MODULES_BESIDE_CORE = ("*.py", "builds/*.py", "outside/*.py")
_NOT_READ = frozenset({"bench", "hooks", "node_modules", "scripts", "site", "tests", "venv"})
"""Folders of a repository in which no build reads content; :func:`program_fingerprint` includes the code."""


@cache
def program_fingerprint() -> str:
    """A hash of the core's files, of the modules beside it, of Python's version, and of all packages' and Pango's."""
    core = Path(str(newsroom.__file__)).parent
    code = digest_files(core, (path for path in core.rglob("*") if path.suffix in _CODE_FILES))
    here = Path(__file__).parents[1]
    beside = digest_files(here, (path for pattern in _MODULES_BESIDE_CORE for path in here.glob(pattern)))
    packages = (folder.name for place in sys.path for folder in Path(place).glob("*.dist-info"))
    return digest(sys.version, str(pango_versions()), *sorted(packages), code, beside).hex()


def input_fingerprint(root: Path, site: Path, names: Collection[str]) -> bytes:
    """A hash of what a build of a repository reads.

    Args:
        site: The folder of the published site, which is not read.
        names: The folders with content and templates, and the file of the settings, of which all bytes count. Elsewhere
            a build only looks for misplaced pages, so there it is enough to know that no file has been written to.

    Raises:
        OSError: Something cannot be read.
    """
    found = hashlib.sha256()
    with os.scandir(root) as entries:
        top = sorted(entries, key=lambda entry: entry.name)
    for entry in top:
        for part in _input_parts(entry, site, names):
            found.update(digest(part))
    return found.digest()


def _input_parts(entry: os.DirEntry[str], site: Path, names: Collection[str]) -> Iterator[bytes]:
    if entry.name in names:
        for below in _walk(entry.path) if entry.is_dir() else [entry]:
            yield from _contents(below)
    elif entry.is_dir(follow_symlinks=False):
        if entry.name not in _NOT_READ and not entry.name.startswith(".") and Path(entry.path) != site:
            yield from _states(Path(entry.path))
    elif not entry.name.endswith(".lock"):
        yield _state(entry)


def folder_fingerprint(folder: Path) -> bytes:
    """A hash of the names and the states of all files below a folder. Raises OSError if one cannot be examined.

    The state of a file changes with each write: a program may set the time of the last change of its content back, but
    not that of its inode (``st_ctime``). So nothing has to be read, unlike with hashes of contents.
    """
    return digest(*_states(folder))


def _states(folder: Path) -> Iterator[bytes]:
    for entry in _walk(folder):
        yield os.fsencode(entry.path) if entry.is_dir(follow_symlinks=False) else _state(entry)


def _state(entry: os.DirEntry[str]) -> bytes:
    found = entry.stat(follow_symlinks=False)
    state = (found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    return os.fsencode(f"{entry.path}\0{state}")


def _contents(entry: os.DirEntry[str]) -> Iterator[bytes]:
    """The kind of a file or folder, whether a file has a second name, which is an error, and the content."""
    found = entry.stat(follow_symlinks=False)
    yield os.fsencode(f"{entry.path}\0{found.st_mode} {found.st_nlink > 1}")
    if entry.is_file():
        yield Path(entry.path).read_bytes()
    elif entry.is_symlink():
        raise OSError(f"{entry.path} is a link to a folder or to nothing")


def _walk(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    """Everything below a folder, in a fixed order. Links are not followed."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        yield entry
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
