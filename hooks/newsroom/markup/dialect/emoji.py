"""Emoji: GitHub shows ``:smile:`` as one. Ids of headings still have the name, as on GitHub."""

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from newsroom.markup.dialect.tree import ESCAPED

_NAME = re.compile(rf"(?<!{ESCAPED}):[a-z0-9_+-]+:")
"""Matches ":smile:" and ":+1:", but not "10:30"."""


class Emoji(Treeprocessor):
    """Replaces the names in GitHub's list (https://github.com/github/gemoji), except in code."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for element in root.iter():
            if element.text and element.tag != "code":
                element.text = _NAME.sub(_emoji, element.text)
            if element.tail:
                element.tail = _NAME.sub(_emoji, element.tail)


def _emoji(found: re.Match[str]) -> str:
    """The emoji with a name; the name if there is none."""
    from pymdownx import gemoji_db  # takes long

    known = gemoji_db.emoji.get(gemoji_db.aliases.get(found[0], found[0]))
    codes = (known.get("unicode_alt") or known["unicode"]).split("-") if known else ()
    return "".join(chr(int(code, 16)) for code in codes) or found[0]
