"""Checks that alternative texts say what pictures show, and are not the names of their files.

See https://www.w3.org/WAI/WCAG22/Techniques/failures/F30.
"""

import re
from collections.abc import Iterator

from newsroom.content.document import Source
from newsroom.content.formats import PICTURES, file_ending
from newsroom.problems import Problem, shorten

_NAMES = re.compile(
    r"(?:image|img|photo|picture|screenshot|untitled|dsc[fn]?|pxl|whatsapp image|screen ?shot|canva)"
    r"[\s_-]*(?:at|[\d\s_.,:()-])*",
    re.IGNORECASE,
)
"""Matches "image", "IMG_0002" and "WhatsApp Image 2026-11-05 at 10.22.13"; not "Photo of Jo"."""


def check_alternative_texts(source: Source) -> Iterator[Problem]:
    """A warning for each alternative text that cameras, phones or GitHub have written."""
    for reference in source.outline.references:
        if reference.is_image and reference.is_picture and _is_name(reference.text):
            yield _problem(source, reference.line, reference.text)
    image = source.values.get("image")
    text = image.get("alt") if isinstance(image, dict) else None
    if isinstance(text, str) and _is_name(text):
        yield _problem(source, source.line("image", "alt"), text)


def _is_name(text: str) -> bool:
    words = text.strip()
    return file_ending(words) in PICTURES or _NAMES.fullmatch(words) is not None


def _problem(source: Source, line: int, text: str) -> Problem:
    what = f"the alternative text '{shorten(text.strip())}' does not say what the picture shows"
    fix = "describe it for someone who cannot see it, or write 'decorative'"
    return Problem("picture-alt-name", source.path, line, what, fix)
