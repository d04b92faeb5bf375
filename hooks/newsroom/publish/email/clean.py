"""Removes HTML and characters that an email must not have."""

import re

from newsroom.markup.policy import EMAIL

_NONCHARACTERS = "".join(chr(0x10000 * plane + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_UNWANTED_CHARACTERS = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ue000-\uf8ff\ufdd0-\ufdef{_NONCHARACTERS}]"
)
"""Control characters, line separators, byte order marks, noncharacters and private-use characters.

Private-use characters are reserved for the placeholders of merge tags (:mod:`merge_tags`).
"""


def clean_html(html: str) -> str:
    """Keep only the HTML that is allowed in an email. ``html`` is a prepared body; addresses do not change."""
    cleaned = EMAIL.clean(without_control_characters(html))
    # Character references like &#x1; are decoded by the first pass.
    decoded = without_control_characters(cleaned)
    return cleaned if decoded == cleaned else EMAIL.clean(decoded)


def without_control_characters(text: str) -> str:
    """Remove the control characters that mail tools and inboxes cannot process, and private-use characters."""
    return text if text.isprintable() else _UNWANTED_CHARACTERS.sub("", text)
