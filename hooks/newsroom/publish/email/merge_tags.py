"""What authors write that a mail tool would take for one of its tags: `{{ name }}`, `*|FNAME|*`, `((name))`.

Tags of our own are put in last, so nothing that an author wrote can become one.
"""

import re
from collections.abc import Mapping

from newsroom.publish.email.tools import MAIL_TOOLS, MailTool

WORD_JOINER = "\u2060"
"""Has no width and allows no line break (Unicode, U+2060): readers see the author's characters, tools no tag."""
_FIRST_PLACEHOLDER = "\ue000"
"""From here on private-use characters stand for tags until the rest is defused; cleaned text has none of them."""
_HTML_TAG = re.compile(r'<[a-zA-Z](?:[^<>"]|"[^"]*")*>')
_TAG_IN_ATTRIBUTE = re.compile(r'="[^"<]*<')
_ADDRESS = re.compile(r'(?<= href=")[^"]*|(?<= src=")[^"]*')
_ADDRESS_IN_TEXT = re.compile(r"\b(?:https?://|mailto:)\S+")


class TagPlaceholders:
    """Gives out a place in a text for each tag of a mail tool, and puts the tags in their places at the end."""

    def __init__(self, tool: MailTool) -> None:
        self._start = _tag_start_pattern(tool)
        self._tags: dict[str, str] = {}

    def placeholder_for(self, tag: str) -> str:
        """What to write where a tag will stand: one character, the same for the same tag."""
        placeholder_for = next((placeholder_for for placeholder_for, known in self._tags.items() if known == tag), None)
        if placeholder_for is None:
            placeholder_for = chr(ord(_FIRST_PLACEHOLDER) + len(self._tags))
            self._tags[placeholder_for] = tag
        return placeholder_for

    def fill_html(self, html: str) -> str:
        """The HTML with nothing in it that the tool would read as a tag, but the tags that were given places."""
        if self._start.search(html) or _TAG_IN_ATTRIBUTE.search(html):
            html = self._escape_merge_tags(_HTML_TAG.sub(self._escape_attributes, html))
        return _insert_tags(html, self._tags)

    def fill_text(self, text: str) -> str:
        """The same for plain text or Markdown."""
        return _insert_tags(
            self._escape_merge_tags(_ADDRESS_IN_TEXT.sub(lambda match: self._percent_encode(match[0]), text)),
            self._tags,
        )

    def _escape_attributes(self, tag: re.Match[str]) -> str:
        """A tag of HTML with its addresses percent-encoded, and no other tag in its attributes."""
        html = _ADDRESS.sub(lambda match: self._percent_encode(match[0]), tag[0])
        return f"<{html[1:].replace('<', '&lt;')}"

    def _percent_encode(self, address: str) -> str:
        return self._start.sub(lambda found: f"%{ord(found[0]):02X}", address)

    def _escape_merge_tags(self, text: str) -> str:
        return self._start.sub(lambda found: found[0] + WORD_JOINER, text)


def _tag_start_pattern(tool: MailTool) -> re.Pattern[str]:
    """The first character of what the tool would read as a tag, and of every other tool's own tags."""
    starts = [tool.tag_start] if tool.tag_start else []
    for other in MAIL_TOOLS.values():
        tags = (other.unsubscribe, other.view_online, other.address) if other is not tool else ()
        forms = {form.removeprefix("http://") for tag in tags if tag for form in (tag.text, tag.href, tag.html) if form}
        starts += (f"{re.escape(form[0])}(?={re.escape(form[1:])})" for form in sorted(forms))
    return re.compile("|".join(f"(?:{start})" for start in starts))


def _insert_tags(text: str, tags: Mapping[str, str]) -> str:
    for placeholder_for, tag in tags.items():
        text = text.replace(placeholder_for, tag)
    return text
