"""What authors write that a mail tool would take for one of its tags: `{{ name }}`, `*|FNAME|*`, `((name))`.

Tags of our own are put in last, so nothing that an author wrote can become one.
"""

import re
from collections.abc import Mapping

from newsroom.publish.email.tools import MailTool

WORD_JOINER = "\u2060"
"""Has no width and allows no line break (Unicode, U+2060): readers see the author's characters, tools no tag."""
_FIRST_PLACE, _LAST_PLACE = "\ue000", "\ue00f"
"""Private-use characters that stand for tags until the rest has been defused; cleaned text has none of them."""
_IN_HTML = re.compile(r'(?:href|src)="[^"]*"')
_IN_TEXT = re.compile(r"\b(?:https?://|mailto:)\S+")


class Places:
    """Gives out a place in a text for each tag of a mail tool, and puts the tags in their places at the end."""

    def __init__(self, tool: MailTool) -> None:
        self._tag_start = re.compile(tool.tag_start) if tool.tag_start else None
        self._tags: dict[str, str] = {}

    def place(self, tag: str) -> str:
        """What to write where a tag will stand: one character, the same for the same tag."""
        place = next((place for place, known in self._tags.items() if known == tag), None)
        if place is None:
            place = chr(ord(_FIRST_PLACE) + len(self._tags))
            self._tags[place] = tag
        return place

    def fill_html(self, html: str) -> str:
        """The HTML with nothing in it that the tool would read as a tag, but the tags that were given places."""
        return self._fill(html, _IN_HTML)

    def fill_text(self, text: str) -> str:
        """The same for plain text or Markdown."""
        return self._fill(text, _IN_TEXT)

    def _fill(self, source: str, address: re.Pattern[str]) -> str:
        return _put(self._defuse(source, address), self._tags)

    def _defuse(self, source: str, address: re.Pattern[str]) -> str:
        if not self._tag_start or not self._tag_start.search(source):
            return source
        start = self._tag_start
        safe = address.sub(lambda match: start.sub(lambda found: f"%{ord(found[0]):02X}", match[0]), source)
        return start.sub(lambda found: found[0] + WORD_JOINER, safe)


def _put(text: str, tags: Mapping[str, str]) -> str:
    for place, tag in tags.items():
        text = text.replace(place, tag)
    return text


def is_place(character: str) -> bool:
    """Whether a character is one that stands for a tag, which no author may write."""
    return _FIRST_PLACE <= character <= _LAST_PLACE
