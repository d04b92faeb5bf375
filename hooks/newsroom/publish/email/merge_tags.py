"""Escapes text of authors that a mail tool would read as a merge tag: ``{{ name }}``, ``*|FNAME|*``, ``((name))``.

Our own merge tags are inserted last, so that no text of an author can become one.
"""

import re
from collections.abc import Iterable, Mapping

from newsroom.mail_tools import MailTool, tag_start

WORD_JOINER = "\u2060"
"""Has no width and allows no line break (Unicode, U+2060). It breaks a merge tag, and readers do not see it."""
_FIRST_PLACEHOLDER = "\ue000"
"""The first of the private-use characters that are placeholders. Cleaned text has no private-use characters."""
_FIRST_NAME = 0xF000
"""The first of the private-use characters for greetings. They are the same for all mail tools."""
# Matches <a href="x>y"> as one tag. Does not match the < in "1 < 2".
_HTML_TAG = re.compile(r'<[a-zA-Z](?:[^<>"]|"[^"]*")*>')
# Matches ="a<b, the beginning of an attribute with a tag in it. Does not match ="a"><b.
_TAG_IN_ATTRIBUTE = re.compile(r'="[^"<]*<')
# Matches the address in <a href="/x">. Does not match <a title="/x">.
_ADDRESS = re.compile(r'(?<= href=")[^"]*|(?<= src=")[^"]*')
# Matches https://a.example/b and mailto:a@b.example in plain text. Does not match a.example.
_ADDRESS_IN_TEXT = re.compile(r"(?:https?://|mailto:)\S+")


class TagStarts:
    """The patterns for what mail tools would read as merge tags, each made once for all emails.

    Args:
        known_tools: All mail tools, whose tags are escaped.
    """

    def __init__(self, known_tools: Iterable[MailTool]) -> None:
        self._known = tuple(known_tools)
        self._patterns: dict[str, re.Pattern[str]] = {}

    def pattern(self, tool: MailTool) -> re.Pattern[str]:
        """Return the pattern for the first character of what a tool would read as a tag."""
        if tool.name not in self._patterns:
            self._patterns[tool.name] = _tag_start_pattern(tool, self._known)
        return self._patterns[tool.name]


class TagPlaceholders:
    """Placeholders for the merge tags of one mail tool, and the escaping of everything else."""

    def __init__(self, tool: MailTool, starts: TagStarts, fallbacks: Iterable[str] = ()) -> None:
        """Make the placeholders.

        Args:
            starts: The patterns for what is escaped.
            fallbacks: The fallbacks of the greetings in the email, by their numbers.
        """
        self._start = starts.pattern(tool)
        self._tags: dict[str, str] = {
            first_name_placeholder(number): tool.first_name_tag(fallback) for number, fallback in enumerate(fallbacks)
        }
        self._greetings = len(self._tags)

    def placeholder_for(self, tag: str) -> str:
        """Get the placeholder to write for a merge tag: one character, always the same for the same tag."""
        placeholder_for = next((placeholder_for for placeholder_for, known in self._tags.items() if known == tag), None)
        if placeholder_for is None:
            placeholder_for = chr(ord(_FIRST_PLACEHOLDER) + len(self._tags) - self._greetings)
            self._tags[placeholder_for] = tag
        return placeholder_for

    def fill_html(self, html: str) -> str:
        """Escape what the tool would read as a merge tag in HTML, then insert the tags for the placeholders."""
        if self._start.search(html) or _TAG_IN_ATTRIBUTE.search(html):
            html = self._escape_merge_tags(_HTML_TAG.sub(self._escape_attributes, html))
        return _insert_tags(html, self._tags)

    def fill_text(self, text: str) -> str:
        """Do the same as :meth:`fill_html` in plain text or Markdown."""
        return _insert_tags(
            self._escape_merge_tags(_ADDRESS_IN_TEXT.sub(lambda match: self._percent_encode(match[0]), text)),
            self._tags,
        )

    def _escape_attributes(self, tag: re.Match[str]) -> str:
        """Percent-encode the addresses in an HTML tag, and escape tags in its attributes."""
        html = _ADDRESS.sub(lambda match: self._percent_encode(match[0]), tag[0])
        return f"<{html[1:].replace('<', '&lt;')}"

    def _percent_encode(self, address: str) -> str:
        return self._start.sub(lambda found: f"%{ord(found[0]):02X}", address)

    def _escape_merge_tags(self, text: str) -> str:
        return self._start.sub(lambda found: found[0] + WORD_JOINER, text)


def first_name_placeholder(number: int) -> str:
    """The character that is in the place of a greeting until a mail tool's tag is inserted."""
    return chr(_FIRST_NAME + number)


def _tag_start_pattern(tool: MailTool, known_tools: Iterable[MailTool]) -> re.Pattern[str]:
    """A pattern for the first character of any text that the tool would read as a tag, and of all other tools' tags."""
    own = tag_start(tool)
    starts = [own] if own else []
    for other in known_tools:
        forms = {form.removeprefix("http://") for form in other.tag_forms - tool.tag_forms if not form.startswith("<")}
        starts += (f"{re.escape(form[0])}(?={re.escape(form[1:])})" for form in sorted(forms))
    return re.compile("|".join(f"(?:{start})" for start in starts))


def _insert_tags(text: str, tags: Mapping[str, str]) -> str:
    for placeholder_for, tag in tags.items():
        text = text.replace(placeholder_for, tag)
    return text
