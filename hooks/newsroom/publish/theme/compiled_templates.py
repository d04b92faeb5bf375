"""Keeps compiled templates between builds: compiling them takes longer than rendering a page."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from newsroom.cache import Cache


class CompiledTemplates(BytecodeCache):
    """Compiled templates in the cache of a site, by the name, the file and the text of each.

    Args:
        cache: Has entries of its own for each version of any program, and returns no damaged ones. Without it nothing
            is kept.
        environment: A name for the options with which an environment compiles its templates.
    """

    def __init__(self, cache: Cache | None, environment: str) -> None:
        self._cache = cache
        self._environment = environment

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a template's code if it is in the cache."""
        if self._cache and (code := self._cache.load(self._note(bucket))):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store a template's code."""
        if self._cache:
            self._cache.store(self._note(bucket), bucket.bytecode_to_string())

    def _note(self, bucket: Bucket) -> str:
        return f"compiled template {self._environment} {bucket.key} {bucket.checksum}"
