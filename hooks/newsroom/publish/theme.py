"""What of the theme goes onto the site, and what of its HTML is changed on the way."""

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
"""Files of the theme that no page asks for: its script, its other palettes, and the sources of what is put together."""
_SCRIPT_MARKUP = (
    ('<input class="md-toggle"', "</div>"),
    ('<div class="md-dialog"', "</div>\n    </div>"),
)
"""What the theme's own script would need, and nothing else does: how it begins and ends."""


def is_shipped(path: str) -> bool:
    """Whether a file of the theme, or of its overrides, goes onto the site; ``path`` is relative to the theme."""
    return not any(fnmatch(path, pattern) for pattern in _NOT_SHIPPED)


def strip_theme_markup(html: str) -> str:
    """A page as the theme made it, without what is only there for the theme's own script, which no page has.

    These are the switches of a drawer and of a search, a link past them, and a box for messages. They stand outside
    every block of Material's templates, so that no override reaches them; an own copy of its frame would have to name
    the theme's style sheet, whose name changes with each of its releases.
    """
    for first, last in _SCRIPT_MARKUP:
        start = html.find(first)
        end = html.find(last, start)
        if 0 <= start < end:
            html = html[:start] + html[end + len(last) :]
    return html
