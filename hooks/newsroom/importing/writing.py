"""Writes the files of a draft: all of them, or none."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from newsroom.importing.source import ImportRefusedError


def write_new_files(root: Path, files: Mapping[str, bytes]) -> None:
    """Write new files below a folder, in the order given. If one cannot be written, none is left.

    Each file is complete before it has its name. A file that exists is never written over; one with the same bytes is
    kept, unless it is the last, since an import that was stopped may have left it.

    Raises:
        ImportRefusedError: A file exists, or the disk refuses it.
    """
    made: list[Path] = []
    ending = f"{os.getpid()}.importing"  # two imports at once write different files
    is_whole = False
    path, temporary = "", {path: (root / path).with_name(f".{Path(path).name}.{ending}") for path in files}
    try:
        for path, data in files.items():
            made += _make_folders(temporary[path].parent)
            made.append(temporary[path])
            temporary[path].write_bytes(data)
        last = next(reversed(list(files)), "")
        for path, data in files.items():
            if path != last and _has(root / path, data):
                temporary[path].unlink()
            else:
                _give_name(temporary[path], root / path)
                made.append(root / path)
        is_whole = True
    except FileExistsError as error:
        raise ImportRefusedError(f"{path} exists already, and is never written over.") from error
    except OSError as error:
        raise ImportRefusedError(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        if not is_whole:  # also when somebody stops the command
            _remove(made)


def _has(file: Path, data: bytes) -> bool:
    return file.is_file() and file.read_bytes() == data


def _give_name(file: Path, path: Path) -> None:
    """Give a file its name. Raises FileExistsError if another file has it."""
    try:
        path.hardlink_to(file)  # the file is whole whenever the import is stopped
    except FileExistsError:
        raise
    except OSError:  # a memory stick, for example, has no such links
        path.touch(exist_ok=False)
        file.replace(path)
    else:
        file.unlink()


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; returns the new ones, the outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _remove(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
