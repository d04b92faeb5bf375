"""Finds merge tags that are the address of a link, as in ``[leave](*|UNSUB|*)``: only the mail tool can follow it."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote

from newsroom.mail_tools.marks import tag_pattern
from newsroom.mail_tools.model import MailTool

_SCHEME = re.compile(r"https?://(?=[^\w/])", re.IGNORECASE)
"""Matches the beginning of "http://*|UNSUB|*", not of "http://elm.example"."""
_FIRST_SIGNS = frozenset("*{[%$@(<")
_ANY_TAG = re.compile(r"%%?=?\s*[A-Za-z]\w*\s*%?%|\{\s*[A-Za-z]\w*\s*\}|\{{2,3}[^{}]+\}{2,3}")
"""Matches "%%view%%", "%UNSUBSCRIBE%" and "{unsubscribe}", the tags of tools that we do not know; not "%20a"."""
_TAG_INSIDE = re.compile(r"\*\|[^|\s]+\|\*|\{\{[^{}\n]+\}\}|\{%[^{}\n]+%\}|%%\w+%%")
"""Matches the tag in "https://elm.example/?id={{ id }}"."""


class TagAddress(NamedTuple):
    """A merge tag in an address, and the name of the mail tool; "" if it is not known."""

    tag: str
    tool: str


class TagAddresses:
    """Finds addresses that are merge tags of some mail tools, or look like one of another tool."""

    def __init__(self, tools: Iterable[MailTool]) -> None:
        patterns = ((tool.label, tag_pattern(tool)) for tool in tools)
        self._patterns = tuple((label, pattern) for label, pattern in patterns if pattern)

    def find(self, address: str) -> TagAddress | None:
        """The tag that an address is, also after "http://"; None for any other address."""
        tag = _SCHEME.sub("", unquote(address).strip(), 1)
        if tag[:1] not in _FIRST_SIGNS:
            return None
        label = next((label for label, pattern in self._patterns if pattern.fullmatch(tag)), None)
        return TagAddress(tag, label or "") if label or _ANY_TAG.fullmatch(tag) else None

    def find_inside(self, address: str) -> TagAddress | None:
        """The tag that an address is, or the first one in it."""
        inside = _TAG_INSIDE.search(address)
        return self.find(address) or (TagAddress(inside[0], "") if inside else None)
