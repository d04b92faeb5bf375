"""Checks the logo, which is a part of several drawings and of every page."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from newsroom.problems import Problem

_MARK = "parts/mark.svg"
_WHOLE_FILE = re.compile(r"<(?:\?xml|!DOCTYPE|svg)\b", re.IGNORECASE)
_TEMPLATE_CODE = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def check_mark(theme: Path) -> Iterator[Problem]:
    """Yield an error if the logo in the theme's folder cannot be a part of other drawings.

    It has the elements inside an SVG file. A whole file, as drawing programs write it, has its own size and grid.
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
        etree.fromstring(f"{_START}{text}</svg>", etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        line, _ = error.position
        what = "cannot be read as the elements of an SVG file"
        fix = "save your drawing as plain SVG, and copy what is inside its element 'svg' again"
        yield Problem("logo-invalid", path, line, what, fix)
