"""Checks front matter for Markdown, which only texts have."""

import re
from collections.abc import Iterator

from newsroom.check.placeholders import find_texts
from newsroom.content.document import Source
from newsroom.english import field_name
from newsroom.problems import Problem, shorten

_MARKS = re.compile(r"\*\*(?!\s)([^*\n]+)(?<!\s)\*\*|!?\[([^\[\]\n]+)\]\([^()\s]+\)")
"""Matches "**bold words**" and "[words](file.md)", not "2 ** 3 ** 4" or "[words] (more words)"."""


def check_field_marks(source: Source) -> Iterator[Problem]:
    """Warnings about bold words and links in fields, which pages, feeds and emails show as they are written."""
    for key, text in find_texts(dict(source.values)):
        if found := _MARKS.search(text):
            what = f"{field_name(key)} has '{shorten(found[0])}', which is shown as it is written"
            fix = f"write only '{shorten(found[1] or found[2])}'"
            yield source.field_problem("markdown-unsupported", key, what, fix)
