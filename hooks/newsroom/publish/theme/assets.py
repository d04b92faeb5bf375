"""The files that are made from templates: style sheets, the script of all pages, logo and icons."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from struct import pack
from typing import cast

from lxml import etree

from newsroom.colours import read_colours
from newsroom.problems import ContentError, Problem
from newsroom.publish.build_context import TEMPLATE_FOLDER, BuildContext
from newsroom.publish.output import Output
from newsroom.publish.pictures.decode import PictureError
from newsroom.publish.pictures.svg import render_svg
from newsroom.publish.theme.environment import template_environment

_MARK = "parts/mark.svg"
_WHOLE_FILE = re.compile(r"<(?:\?xml|!DOCTYPE|svg)", re.IGNORECASE)
_TEMPLATE_CODE = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
EMAIL_LOGO = "assets/email/logo.png"
_ICON_CORNER = 5
_TEXT_FILES = ("assets/newsroom.css", "assets/dark.css", "assets/site.js", "assets/logo.svg", "assets/favicon.svg")
FAVICON, ICON, FEED_LOGO = "assets/favicon.png", "assets/icon.png", "assets/feed-logo.png"
FEED_LOGO_SIZE = (144, 72)
"""As wide as RSS allows, and twice as wide as high, as Atom wants (RFC 4287, section 4.2.8)."""
_ICO, _ICO_SOURCE = "favicon.ico", "docs/favicon.ico"
_PNG_FILES = (
    (FAVICON, "assets/favicon.svg", (48, 48), _ICON_CORNER),
    (ICON, "assets/favicon.svg", (512, 512), _ICON_CORNER),
    (FEED_LOGO, "parts/feed_logo.svg", FEED_LOGO_SIZE, 0),
    ("assets/apple-touch-icon.png", "assets/favicon.svg", (180, 180), 0),  # iOS cuts the corners itself
    (EMAIL_LOGO, "assets/favicon.svg", (120, 120), _ICON_CORNER),
    ("assets/email/watch.png", "email/watch.svg", (1088, 612), 0),
)
"""For each PNG: its path, its template, its size in pixels and the radius of its corners."""


class ThemeAssets(Output):
    """Renders the theme's style sheets, script and pictures. All but the script contain the site's colours.

    Some programs ask for ``/favicon.ico`` without reading a page: it is made too, if editors have added none.
    """

    paths = (*_TEXT_FILES, *(path for path, *_ in _PNG_FILES))

    def __init__(self, context: BuildContext) -> None:
        super().__init__(context)
        self._theme = context.root / TEMPLATE_FOLDER
        self._makes_ico = _ICO_SOURCE not in context.content.files.special
        if self._makes_ico:
            self.paths = (*self.paths, _ICO)
        try:
            read_colours(self._theme)
        except ContentError as error:
            self.problems = error.problems if self._theme.is_dir() else ()
        self.problems = (*self.problems, *_check_mark(self._theme))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield each file. Raises ContentError if the colours are invalid."""
        templates = template_environment(self._theme, or_plain=self._context.must_publish)
        for path in _TEXT_FILES:
            yield path, templates.get_template(path).render(corner=_ICON_CORNER).encode()
        for path, template, size, corner in _PNG_FILES:
            svg = templates.get_template(template).render(corner=corner)
            draw = partial(_draw, template, size)
            png = self._context.cache.get(f"theme picture {size}", svg.encode(), draw)
            yield path, png
            if path == FAVICON and self._makes_ico:
                yield _ICO, _icon_file(png, size)


def _draw(template: str, size: tuple[int, int], svg: bytes) -> bytes:
    return render_png(template, svg.decode(), size)


def _icon_file(png: bytes, size: tuple[int, int]) -> bytes:
    """Return an ICO file with one PNG (https://learn.microsoft.com/windows/win32/menurc/newheader)."""
    header = pack("<3H", 0, 1, 1)
    entry = pack("<4B2H2I", *size, 0, 0, 1, 32, len(png), len(header) + 16)
    return header + entry + png


def render_png(template: str, svg: str, size: tuple[int, int]) -> bytes:
    """Return the PNG of a rendered template. Raises ContentError, which names the template, if it is not an SVG."""
    try:
        return render_svg(svg, size)
    except PictureError as error:
        raise ContentError([Problem(error.code, template, None, error.what, error.fix)]) from error


def _check_mark(theme: Path) -> Iterator[Problem]:
    """Yield an error if the logo in the theme's folder cannot be a part of other drawings.

    It has the elements inside an SVG file. A whole file, as drawing programs write it, has its own size and grid. The
    Content Security Policy of pages allows no styles in them.
    """
    file = theme / _MARK
    if not file.is_file():
        return
    path, text = f"{theme.name}/{_MARK}", _TEMPLATE_CODE.sub("", file.read_text(encoding="utf-8", errors="replace"))
    if _WHOLE_FILE.search(text):
        what = "is a whole SVG file, but only what is inside its element 'svg' can be the logo"
        fix = "delete all up to the end of the tag <svg …>, and </svg>; the logo has a grid of 24 by 24"
        yield Problem("logo-invalid", path, None, what, fix)
        return
    try:
        mark = etree.fromstring(f"{_START}{text}</svg>", etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        line, _ = error.position
        what = "cannot be read as the elements of an SVG file"
        fix = "save your drawing as plain SVG, and copy what is inside its element 'svg' again"
        yield Problem("logo-invalid", path, line, what, fix)
        return
    for element in mark.iter("*"):
        if "style" in (*element.attrib, etree.QName(element).localname):
            what = "has a `style`, which pages do not show"
            fix = 'write its values as attributes, like fill="currentColor"; drawing programs can save them in this way'
            yield Problem("logo-invalid", path, cast("int | None", element.sourceline), what, fix)
            return
