"""The Jinja environment of all templates of the theme's own folder, for pages, emails, style sheets and drawings."""

from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined

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
