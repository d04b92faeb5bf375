"""What of a page's HTML goes into an email, and what no text of an email may hold."""

import re

from newsroom.markup.policy import EMAIL

_NONCHARACTERS = "".join(chr(0x10000 * plane + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NOTINLINE = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ue000-\uf8ff\ufdd0-\ufdef{_NONCHARACTERS}]"
)
"""Control characters, forced line breaks, byte order marks and private-use characters, which we need ourselves."""


def clean(html: str) -> str:
    """The HTML that may go into an email, with addresses as they were; ``html`` is that of a prepared text."""
    cleaned = EMAIL.clean(without_control_characters(html))
    decoded = without_control_characters(cleaned)
    return cleaned if decoded == cleaned else EMAIL.clean(decoded)


def without_control_characters(text: str) -> str:
    """The text without characters that are no words and that mail tools and inboxes trip over."""
    return text if text.isprintable() else _NOTINLINE.sub("", text)
