"""Finds several names that are written as one text."""

import re

_WHOLE_NAME = re.compile(r"[^\W\d_a-z][^\s,;]*(?: [^\s,;]+)*? [^\W\d_a-z][^\s,;]*")
"""Matches "Ada Elm" and "Jo van der Berg", but not "PhD", "Elm" or "for the Trust"."""
_BETWEEN_NAMES = re.compile(r"[ ]*[,;][ ]*(?:and |& )?|[ ]and[ ]|[ ]&[ ]")
"""Matches ", ", " and " and "; and ", not the "and" of "Anderson"."""


def split_names(text: str) -> list[str]:
    """The names in a text like "Ada Elm and Bo Oak"; the text alone if it is not one of whole names."""
    names = _BETWEEN_NAMES.split(text)
    return names if all(_WHOLE_NAME.fullmatch(name) for name in names) else [text]


def are_several(text: str) -> bool:
    """Whether a text has whole names with commas between them: "Ada Elm, Bo Oak", but not "Ada Elm, PhD"."""
    return bool(re.search("[,;]", text)) and len(split_names(text)) > 1
