"""The theme, mkdocs-material: its templates around a page and its style sheet are used as files, its code is not.

The theme's templates rely on names that are not defined, so their Jinja environment is not that of our own templates.
"""

from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from jinja2 import BytecodeCache, ChainableUndefined, Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context

_SCRIPT_MARKUP = (
    ('<input class="md-toggle"', "</div>"),
    ('<div class="md-dialog"', "</div>\n    </div>"),
)
"""The start and the end of markup that only the theme's own script needs."""


def theme_folder() -> Path:
    """Return the folder with the theme's templates, style sheets and icons."""
    return Path(str(distribution("mkdocs-material").locate_file("material/templates")))


def theme_style_sheets() -> Iterator[tuple[str, Path]]:
    """Yield the path on the site and the file of each style sheet that the theme's frame links to."""
    folder = theme_folder()
    for file in sorted(folder.glob("assets/stylesheets/main.*.css")):
        yield file.relative_to(folder).as_posix(), file


def theme_environment(templates: Path, compiled: BytecodeCache | None = None) -> Environment:
    """Return the environment of the theme's frame. ``main.html`` takes one value, ``ours``: ``PageParts``.

    Args:
        templates: The folder with our own templates, which replace the theme's of the same name.
        compiled: Keeps compiled templates of this environment.
    """
    environment = Environment(
        loader=FileSystemLoader([templates, theme_folder()]),
        autoescape=False,  # noqa: S701 - the frame prints only finished HTML
        undefined=ChainableUndefined,
        auto_reload=False,
        bytecode_cache=compiled,
    )
    environment.filters |= {"url": _url, "script_tag": str}  # MkDocs' filters; the frame prints no script tags
    environment.globals["config"] = {"theme": {"font": False}}  # else the pages load fonts from another host
    return environment


def strip_theme_markup(html: str) -> str:
    """Return a page without the markup that only the theme's own script needs. No page has that script.

    The markup is the switches of a drawer and of a search, a link, and a box for messages. It is outside all blocks of
    Material's templates, so an override cannot remove it. A copy of Material's ``base.html`` could, but it would have
    to contain the name of the theme's style sheet, which changes with each release.
    """
    for first, last in _SCRIPT_MARKUP:
        start = html.find(first)
        end = html.find(last, start)
        if 0 <= start < end:
            html = html[:start] + html[end + len(last) :]
    return html


@pass_context
def _url(context: Context, path: str) -> str:
    """Return the address of a file on the page; ``path`` is relative to the site's root."""
    return f"{context['ours'].base}{path}"
