"""Removes invisible characters and repairs those of another encoding."""

import re
import unicodedata
from collections.abc import Mapping

_WINDOWS_1252: Mapping[int, str] = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
"""Control characters that programs write where they mean the characters of Windows-1252
(https://encoding.spec.whatwg.org/#windows-1252)."""
_CHARACTERS: Mapping[int, str | None] = (
    dict(_WINDOWS_1252)
    | dict.fromkeys((*range(0x09), *range(0x0E, 0x20), 0x7F))
    | dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
    | dict.fromkeys((0x0B, 0x0C, 0x2028, 0x2029), " ")
    | dict.fromkeys((61623, 61607, 61656, 61558), "•")
    | dict.fromkeys((*range(0xFDD0, 0xFDF0), 0xFFFC, 0xFFFE, 0xFFFF))
)
"""Also soft hyphens, marks of direction and of width zero; bullets of Word's symbol fonts are in the private area."""
_JOINER = re.compile("(?<=[\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\x7f]|$)")
"""A joiner beside a letter that joins nothing. In emoji and in some scripts it has a meaning."""


def clean_characters(text: str) -> str:
    """A text without invisible characters, in Unicode's composed form, with its spaces."""
    if text.isascii() and text.isprintable():
        return text
    return _JOINER.sub("", unicodedata.normalize("NFC", text.translate(_CHARACTERS)))
