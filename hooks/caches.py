"""The cache of computed values: on disk for the next process, and in memory for the next build of a preview.

MkDocs loads ``pipeline.py`` again for each build of a preview, but not this module.
"""

import sys
from functools import cache, partial
from pathlib import Path

import newsroom
from ahead import start_working_ahead
from newsroom.cache import CACHE, Cache, digest, digest_files
from newsroom.value_cache import ValueCache

_CODE_FILES = frozenset({".md", ".po", ".py", ".toml"})


@cache
def value_cache(root: Path, *, is_preview: bool = False) -> ValueCache:
    """The cache of a repository's builds in this process. Another version of any program has entries of its own."""
    return ValueCache(
        Cache(root / CACHE, program_fingerprint()),
        keeps_latest=is_preview,
        on_many_computed=partial(start_working_ahead, root, is_preview=is_preview),
    )


def program_fingerprint() -> str:
    """A hash of the core's files, of Python's version, and of the versions of all installed packages."""
    core = Path(str(newsroom.__file__)).parent
    code = digest_files(core, (path for path in core.rglob("*") if path.suffix in _CODE_FILES))
    packages = (folder.name for place in sys.path for folder in Path(place).glob("*.dist-info"))
    return digest(sys.version, *sorted(packages), code).hex()
