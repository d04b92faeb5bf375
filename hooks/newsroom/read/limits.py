"""Limits on the length of texts: only hostile texts are so long, and rendering them would take minutes."""

import re

from newsroom.problems import Problem

MAX_BYTES = 5_000_000
"""The most bytes of a file of text. Larger ones are not read."""
_MAX_CHARACTERS = 300_000
_PICTURE_IN_TEXT = re.compile(r"data:image/[\w.+-]+;base64,[\w+/=]*")
"""A picture as Google Docs writes it, "data:image/png;base64,iVBOR", is not counted: it is an error of its own."""
_COUNTED = (("\n", 10_000, "lines"), ("[", 4_000, "square brackets"), ("<", 10_000, "'<'"))
"""The most occurrences of a text. Rendering takes quadratic time in the number of brackets, otherwise linear."""
_FIX = "delete what was pasted by mistake, or divide the text into several pages"


def find_length_problem(path: str, body: str, first_line: int) -> Problem | None:
    """The error that a text is too long to be rendered in good time, on the line where it becomes too long."""
    body = _PICTURE_IN_TEXT.sub("", body)
    if len(body) > _MAX_CHARACTERS:
        return _problem(path, first_line + body.count("\n", 0, _MAX_CHARACTERS), f"{_MAX_CHARACTERS:,} characters")
    for part, most, name in _COUNTED:
        if body.count(part) > most:
            *before, _ = body.split(part, most + 1)
            return _problem(path, first_line + part.join(before).count("\n"), f"{most:,} {name}")
    return None


def too_large_problem(path: str) -> Problem:
    """The error that a file of text is too large to be read."""
    return _problem(path, None, f"{MAX_BYTES // 1_000_000} MB")


def _problem(path: str, line: int | None, limit: str) -> Problem:
    return Problem("text-too-long", path, line, f"the text has more than {limit}", _FIX)
