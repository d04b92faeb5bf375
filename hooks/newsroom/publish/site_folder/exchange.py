"""Exchanges two paths atomically, so that neither is ever missing.

Python's standard library has no function for it. Linux has ``renameat2`` with ``RENAME_EXCHANGE`` (renameat2(2)),
macOS has ``renamex_np`` with ``RENAME_SWAP`` (rename(2)).
"""

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h, and the value of RENAME_SWAP in macOS's stdio.h


def exchange(first: Path, second: Path) -> bool:
    """Exchange two existing files or folders atomically.

    Returns:
        Whether they were exchanged. False, with nothing changed, if the system or the file system does not support it,
        or if one of the paths does not exist.
    """
    here, there = os.fsencode(first), os.fsencode(second)
    library = ctypes.CDLL(None)
    try:
        if sys.platform == "darwin":
            return bool(library.renamex_np(here, there, _RENAME_EXCHANGE) == 0)
        return bool(library.renameat2(_AT_FDCWD, here, _AT_FDCWD, there, _RENAME_EXCHANGE) == 0)
    except AttributeError:
        return False
