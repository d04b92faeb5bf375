"""The first paragraphs of a text, for the page that leads to it."""

from collections.abc import Iterator
from itertools import chain

from lxml.html import HtmlElement

from newsroom.ellipsis import with_ellipsis
from newsroom.markup.tree import HEADINGS
from newsroom.publish.sections import split_sections

_ENOUGH = 50
_MOST = 90
"""In words."""
_LEFT_OUT = frozenset((*HEADINGS, "figure", "hr"))


def first_paragraphs(root: HtmlElement) -> tuple[str, ...]:
    """Return the first paragraphs of a text, as plain text: about 50 words, and at most 90.

    Headings and pictures are left out. It ends at a list, a table and all else that is not a paragraph.
    """
    return tuple(_paragraphs(root))


def _paragraphs(root: HtmlElement) -> Iterator[str]:
    count = 0
    for block in root:
        if block.tag in _LEFT_OUT:
            continue
        if block.tag != "p" or count >= _ENOUGH:
            return
        words = " ".join(chain.from_iterable(section.paragraphs for section in split_sections(block))).split()
        kept = words[: _MOST - count]
        if kept:
            yield " ".join(kept) if kept == words else with_ellipsis(" ".join(kept))
        count += len(words)
