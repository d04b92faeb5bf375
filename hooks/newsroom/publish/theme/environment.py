"""The Jinja environment of all templates: for pages, emails, style sheets and drawings. Keeps compiled templates."""

from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from newsroom.cache import Cache
from newsroom.colours import read_colours


def template_environment(
    theme: Path,
    subfolder: str = "",
    *,
    trims_lines: bool = True,
    or_plain: bool = False,
    compiled: BytecodeCache | None = None,
) -> Environment:
    """Return an environment in which texts are escaped, and a name that is not defined is an error.

    The theme's frame has another one, from ``theme_environment``.

    Args:
        theme: The folder of the theme, whose colours all templates can use as ``colours``.
        subfolder: The folder in the theme that has the templates.
        trims_lines: Whether a line with only a tag leaves no blank line.
        or_plain: Whether a file of colours that is not valid gives plain colours.
        compiled: Keeps compiled templates. Each use of it must have the same options.

    Raises:
        ContentError: The colours are not valid.
    """
    environment = Environment(
        loader=FileSystemLoader(theme / subfolder),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=trims_lines,
        lstrip_blocks=trims_lines,
        bytecode_cache=compiled,
    )
    environment.globals["colours"] = read_colours(theme, or_plain=or_plain)
    return environment


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
