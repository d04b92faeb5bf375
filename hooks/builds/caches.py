"""The cache of computed values: on disk for the next process, and in memory for the next build of a preview.

MkDocs loads ``pipeline.py`` again for each build of a preview, but not this module.
"""

from functools import cache, partial
from pathlib import Path

from builds.ahead import start_working_ahead
from builds.fingerprints import program_fingerprint
from newsroom.cache import CACHE, Cache
from newsroom.value_cache import ValueCache


@cache
def value_cache(root: Path, *, is_preview: bool = False, is_ahead: bool = False) -> ValueCache:
    """The cache of a repository's builds in this process. Another version of any program has entries of its own.

    A live preview (``is_preview``) keeps values in memory too. It has two processes already, as has a build with one
    that works ahead of it (``is_ahead``): neither starts another.
    """
    files = Cache(root / CACHE, program_fingerprint())
    if is_preview or is_ahead:
        return ValueCache(files, keeps_latest=is_preview)
    return ValueCache(files, on_many_computed=partial(start_working_ahead, root))
