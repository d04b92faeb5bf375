"""What authors write that a mail tool would take for one of its tags: `{{ name }}`, `*|FNAME|*`, `((name))`.

Tags of our own are put in last, so nothing that an author wrote can become one.
"""

import re
from collections.abc import Mapping

from newsroom.publish.email.tools import MAIL_TOOLS, MailTool

WORD_JOINER = "\u2060"
"""Has no width and allows no line break (Unicode, U+2060): readers see the author's characters, tools no tag."""
_FIRST_PLACE = "\ue000"
"""From here on private-use characters stand for tags until the rest is defused; cleaned text has none of them."""
_HTML_TAG = re.compile(r'<[a-zA-Z](?:[^<>"]|"[^"]*")*>')
_TAG_IN_ATTRIBUTE = re.compile(r'="[^"<]*<')
_ADDRESS = re.compile(r'(?<= href=")[^"]*|(?<= src=")[^"]*')
_IN_TEXT = re.compile(r"\b(?:https?://|mailto:)\S+")


class Places:
    """Gives out a place in a text for each tag of a mail tool, and puts the tags in their places at the end."""

    def __init__(self, tool: MailTool) -> None:
        self._start = _start_of_tags(tool)
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
        if self._start.search(html) or _TAG_IN_ATTRIBUTE.search(html):
            html = self._defuse(_HTML_TAG.sub(self._defuse_attributes, html))
        return _put(html, self._tags)

    def fill_text(self, text: str) -> str:
        """The same for plain text or Markdown."""
        return _put(self._defuse(_IN_TEXT.sub(lambda match: self._encode(match[0]), text)), self._tags)

    def _defuse_attributes(self, tag: re.Match[str]) -> str:
        """A tag of HTML with its addresses percent-encoded, and no other tag in its attributes."""
        html = _ADDRESS.sub(lambda match: self._encode(match[0]), tag[0])
        return f"<{html[1:].replace('<', '&lt;')}"

    def _encode(self, address: str) -> str:
        return self._start.sub(lambda found: f"%{ord(found[0]):02X}", address)

    def _defuse(self, text: str) -> str:
        return self._start.sub(lambda found: found[0] + WORD_JOINER, text)


def _start_of_tags(tool: MailTool) -> re.Pattern[str]:
    """The first character of what the tool would read as a tag, and of every other tool's own tags."""
    starts = [tool.tag_start] if tool.tag_start else []
    for other in MAIL_TOOLS.values():
        tags = (other.unsubscribe, other.view_online, other.address) if other is not tool else ()
        forms = {form.removeprefix("http://") for tag in tags if tag for form in (tag.text, tag.href, tag.html) if form}
        starts += (f"{re.escape(form[0])}(?={re.escape(form[1:])})" for form in sorted(forms))
    return re.compile("|".join(f"(?:{start})" for start in starts))


def _put(text: str, tags: Mapping[str, str]) -> str:
    for place, tag in tags.items():
        text = text.replace(place, tag)
    return text
