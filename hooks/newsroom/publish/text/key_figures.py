"""Key figures: a list in which each item begins with a number in bold is shown with large numbers on a page.

Feeds, email and the search show it as the list that it is.
"""

import re

from lxml.html import HtmlElement

from newsroom.markup.tree import find_elements

_NUMBER = re.compile(
    r"[£€$]?\d[\d.,]*(?: ?(?:%|k|m|bn|million|billion|miliwn|biliwn))?\+?(?: (?:in|of|out of|o|mewn) \d[\d.,]*)?"
)
"""Matches "130+", "£1.2 million", "95%" and "1 in 4"; not "12 May" or "3 steps"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_FIGURES = 6
_LONGEST_LABEL = 80


def mark_key_figures(root: HtmlElement) -> None:
    """Give the class `nw-figures` to each list of two to six numbers in bold, each with a few words after it.

    A list of years is not one: it says when something happened.

    Args:
        root: The tree of a text; it is changed in place.
    """
    for found in find_elements(root, "ul"):
        numbers = [_number_of(item) for item in found]
        are_years = all(_YEAR.fullmatch(number or "") for number in numbers)
        if 2 <= len(numbers) <= _MOST_FIGURES and all(numbers) and not are_years:
            found.set("class", "nw-figures")


def _number_of(item: HtmlElement) -> str | None:
    """Return the number with which an item of a list begins; None if it is not a key figure."""
    paragraph = item.find("p")
    content = item if paragraph is None or len(item) > 1 else paragraph
    first = next(iter(content), None)
    if first is None or first.tag not in ("strong", "b") or (content.text or "").strip():
        return None
    number = " ".join(first.text_content().split())
    label = " ".join(content.text_content().split()).removeprefix(number).strip()
    return number if label and len(label) <= _LONGEST_LABEL and _NUMBER.fullmatch(number) else None
