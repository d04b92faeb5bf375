"""The files of the theme to publish, and the changes to the theme's HTML."""

from fnmatch import fnmatch

_NOT_SHIPPED = (
    "*.map",
    "assets/images/favicon.png",
    "assets/javascripts/*",
    "assets/stylesheets/palette.*",
    "cards/*",
    "colours.toml",
    "email/*",
    "parts/*",
    "frame/*",
    "scripts/*",
    "styles/*",
)
"""Files of the theme that pages do not load: its script, its other palettes, and sources of generated files."""
_SCRIPT_MARKUP = (
    ('<input class="md-toggle"', "</div>"),
    ('<div class="md-dialog"', "</div>\n    </div>"),
)
"""The start and the end of markup that only the theme's own script needs."""


def is_shipped(path: str) -> bool:
    """Whether to publish a file of the theme or of its overrides; ``path`` is relative to the theme."""
    return not any(fnmatch(path, pattern) for pattern in _NOT_SHIPPED)


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
