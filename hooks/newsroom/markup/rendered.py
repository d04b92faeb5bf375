"""A text, rendered: its HTML and what is in it. All that reads a text reads this."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from newsroom.content.document import Outline

_MARK = "\x01"
"""Before and after the number of a target in the HTML: no file that is read has this character in it."""
_TARGET = re.compile(f"{_MARK}(\\d+){_MARK}")
_LINK = re.compile(f'<a((?: [^>]*)?) href="{_MARK}(\\d+){_MARK}"([^>]*)>(.*?)</a>', re.DOTALL)
"""A link's HTML. No link has another one in it."""
_KEPT = re.compile(r' (?:id|lang|dir)="[^"]*"')
"""The attributes that the words of a link keep where the link goes."""


@dataclass(frozen=True)
class Rendered:
    """The HTML of one Markdown text, with an outline of what is in it.

    ``marked`` is the HTML in which numbers mark where the addresses of ``targets`` belong, which are as the author
    wrote them: which page is at which address is known when all texts are read.
    """

    marked: str
    targets: tuple[str, ...]
    outline: Outline

    def html(self, address_of: Callable[[str], str | None]) -> str:
        """The HTML with addresses.

        ``address_of`` gives the address of a target as its author wrote it, or None for one that may not be linked
        to: of such a link the words stay.
        """
        addresses = [address_of(target) for target in self.targets]
        marked = self.marked
        if None in addresses:
            marked = _LINK.sub(
                lambda found: _without_link(found) if addresses[int(found[2])] is None else found[0], marked
            )
        return _TARGET.sub(lambda found: escape(addresses[int(found[1])] or ""), marked)


def _without_link(link: re.Match[str]) -> str:
    kept = "".join(_KEPT.findall(f"{link[1]}{link[3]}"))
    return f"<span{kept}>{link[4]}</span>" if kept else link[4]


def mark_target(number: int) -> str:
    """What marks the place of a target's address in the HTML."""
    return f"{_MARK}{number}{_MARK}"
