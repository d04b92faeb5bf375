"""Checks the lengths of texts that lists and inboxes show."""

from collections.abc import Iterator

from newsroom.content.document import Source
from newsroom.content.lengths import LENGTHS
from newsroom.content.model import FrontMatter
from newsroom.english import count_things
from newsroom.problems import Problem


def check_lengths(front: FrontMatter, source: Source) -> Iterator[Problem]:
    """Warnings about texts that are too short or too long."""
    for name, length in LENGTHS.items():
        text = getattr(front, name, None)
        if isinstance(text, str) and not length.fits(text):
            what = f"`{name}` has {count_things(len(text), 'character')}"
            fix = f"write {length.wanted}, which is what {length.readers} have room for"
            yield source.field_problem("field-length", name, what, fix)
