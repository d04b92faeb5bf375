"""The files that are made from templates: style sheets, the script of all pages, logo and icons."""

from collections.abc import Iterator
from functools import partial

from newsroom.colours import read_colours
from newsroom.problems import ContentError, Problem
from newsroom.publish.build_context import TEMPLATES, BuildContext
from newsroom.publish.output import Output
from newsroom.publish.pictures.decode import PictureError
from newsroom.publish.pictures.svg import render_svg
from newsroom.publish.template_environment import template_environment

EMAIL_LOGO = "assets/email/logo.png"
_ICON_CORNER = 5
_TEXT_FILES = ("assets/newsroom.css", "assets/dark.css", "assets/site.js", "assets/logo.svg", "assets/favicon.svg")
_PNG_FILES = (
    ("assets/favicon.png", "assets/favicon.svg", (48, 48), _ICON_CORNER),
    ("assets/apple-touch-icon.png", "assets/favicon.svg", (180, 180), 0),  # iOS cuts the corners itself
    (EMAIL_LOGO, "assets/favicon.svg", (120, 120), _ICON_CORNER),
    ("assets/email/watch.png", "email/watch.svg", (1088, 612), 0),
)
"""For each PNG: its path, its template, its size in pixels and the radius of its corners."""


class ThemeAssets(Output):
    """Renders the theme's style sheets, script and pictures. All but the script contain the site's colours."""

    paths = (*_TEXT_FILES, *(path for path, *_ in _PNG_FILES))

    def __init__(self, context: BuildContext) -> None:
        super().__init__(context)
        self._theme = context.root / TEMPLATES
        try:
            read_colours(self._theme)
        except ContentError as error:
            self.problems = error.problems if self._theme.is_dir() else ()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield each file. Raises ContentError if the colours are invalid."""
        templates = template_environment(self._theme, or_plain=self._context.must_publish)
        for path in _TEXT_FILES:
            yield path, templates.get_template(path).render(corner=_ICON_CORNER).encode()
        for path, template, size, corner in _PNG_FILES:
            svg = templates.get_template(template).render(corner=corner)
            draw = partial(_draw, template, size)
            yield path, self._context.cache.get(f"theme picture {size}", svg.encode(), draw)


def _draw(template: str, size: tuple[int, int], svg: bytes) -> bytes:
    return render_png(template, svg.decode(), size)


def render_png(template: str, svg: str, size: tuple[int, int]) -> bytes:
    """Return the PNG of a rendered template. Raises ContentError, which names the template, if it is not an SVG."""
    try:
        return render_svg(svg, size)
    except PictureError as error:
        raise ContentError([Problem(error.code, template, None, error.what, error.fix)]) from error
