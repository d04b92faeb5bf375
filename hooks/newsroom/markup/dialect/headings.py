"""Ids of headings, as GitHub makes them, so that ``[see](#ann--bob)`` leads to ``## Ann & Bob`` there and here.

The rules are those of github-slugger (https://github.com/Flet/github-slugger), which its authors compared with
github.com. An attribute list, ``{ #garden }``, goes before them.
"""

import unicodedata
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from newsroom.markup.dialect.tree import spaced_text
from newsroom.markup.tree import HEADINGS

_KEPT_CATEGORIES = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
"""The Unicode general categories that stay: letters, their accents, digits and `_`."""


class HeadingIds(Treeprocessor):
    """Gives each heading without an id its own."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        ids = HeadingIdMaker(id_ for element in root.iter() if (id_ := element.get("id")))
        for element in root.iter():
            if element.tag in HEADINGS and not element.get("id"):
                element.set("id", ids.make(spaced_text(element)))


class HeadingIdMaker:
    """Makes ids that are unique on a page and not empty. ``taken`` are the ids that the page has already."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._repeats = dict.fromkeys((*taken, ""), 0)

    def make(self, text: str) -> str:
        """The id for the next heading, from its text: "ann--bob" for "Ann & Bob", "ann--bob-1" for the second one."""
        id_ = wanted = _id_of(text)
        while id_ in self._repeats:
            self._repeats[wanted] += 1
            id_ = f"{wanted}-{self._repeats[wanted]}"
        self._repeats[id_] = 0
        return id_


def _id_of(text: str) -> str:
    kept = (
        character
        for character in text.lower()
        if character in " -" or unicodedata.category(character) in _KEPT_CATEGORIES
    )
    return "".join(kept).replace(" ", "-")
