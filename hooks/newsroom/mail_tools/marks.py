"""Finds the merge tags of a mail tool by the signs before and after a tag, in a text and as the address of a link."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from newsroom.mail_tools.model import MailTool

_SCHEME = re.compile(r"https?://(?=[^\w/])", re.IGNORECASE)
"""Matches the beginning of "http://*|UNSUB|*", not of "http://elm.example"."""
_FIRST_SIGNS = frozenset("*{[%$@(<")
_ANY_TAG = re.compile(r"%%?=?\s*[A-Za-z]\w*\s*%?%|\{\s*[A-Za-z]\w*\s*\}|\{{2,3}[^{}]+\}{2,3}")
"""Matches "%%view%%", "%UNSUBSCRIBE%" and "{unsubscribe}", the tags of tools that we do not know; not "%20a"."""
_TAG_INSIDE = re.compile(r"\*\|[^|\s]+\|\*|\{\{[^{}\n]+\}\}|\{%[^{}\n]+%\}|%%\w+%%")
"""Matches the tag in "https://elm.example/?id={{ id }}"."""


def tag_start(tool: MailTool) -> str | None:
    """A regular expression that matches the first character of whatever a tool would read as a tag, and only that.

    None if the tool has no tags.
    """
    return "|".join(_start(*mark.split(" ")) for mark in tool.marks) or None


def tag_pattern(tool: MailTool) -> re.Pattern[str] | None:
    """A pattern for whole tags of a tool, as an author copies them from its manual. None if the tool has no tags.

    It is narrower than :func:`tag_start`: ``[sic]`` could be a tag of Campaign Monitor, but is not meant as one.
    """
    patterns = [pattern for mark in tool.marks for pattern in _whole(tool, *mark.split(" "))]
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def _start(opening: str, closing: str) -> str:
    first = re.escape(opening[0])
    if len(opening) > 1:
        return f"{first}(?={re.escape(opening[1:])})"  # matches the first { of {{ name }}, not of {a}
    # Matches the @ of @NAME@ and the [ of [name,fallback=friend], not of a@b.example, [1], [two words] or ![alt].
    arguments = "" if opening == closing else rf"(?:,[^{first}{re.escape(closing)}]*)?"
    return rf"(?<!!){first}(?=[A-Za-z]\w*{arguments}{re.escape(closing)})"


def _whole(tool: MailTool, opening: str, closing: str) -> Iterator[str]:
    before, after = re.escape(opening), re.escape(closing)
    if len(opening) > 1:
        yield rf"{before}(?:(?!{after})[^\n]){{1,200}}{after}"
    elif opening == closing:
        yield rf"{before}[A-Za-z]\w{{2,}}{after}"  # matches @NAME@ and $UNSUB$, not $x$
    else:
        texts = {*tool.tag_forms, *filter(None, [tool.first_name])}
        own = "|".join(sorted({word for text in texts for word in re.findall(r"[A-Za-z]\w+", text)}))
        # Matches [unsubscribe] and [nickname,fallback=friend], not [sic] or [Elm, 2020].
        yield rf"{before}(?:(?:{own})(?:,[^\n{before}{after}]*)?|\w+,fallback=[^\n{before}{after}]*){after}"


class _TagAddress(NamedTuple):
    """A merge tag in an address, and the name of the mail tool; "" if it is not known."""

    tag: str
    tool: str


class TagAddresses:
    """Finds addresses that are merge tags of some mail tools, or look like one of another tool."""

    def __init__(self, tools: Iterable[MailTool]) -> None:
        patterns = ((tool.label, tag_pattern(tool)) for tool in tools)
        self._patterns = tuple((label, pattern) for label, pattern in patterns if pattern)

    def find(self, address: str) -> _TagAddress | None:
        """The tag that an address is, also after "http://"; None for any other address."""
        tag = _SCHEME.sub("", unquote(address).strip(), 1)
        if tag[:1] not in _FIRST_SIGNS:
            return None
        label = next((label for label, pattern in self._patterns if pattern.fullmatch(tag)), None)
        return _TagAddress(tag, label or "") if label or _ANY_TAG.fullmatch(tag) else None

    def find_inside(self, address: str) -> _TagAddress | None:
        """The tag that an address is, or the first one in it."""
        inside = _TAG_INSIDE.search(address)
        return self.find(address) or (_TagAddress(inside[0], "") if inside else None)
