"""The characters that no reader sees are removed, and those of other encodings are repaired."""

import pytest

from newsroom.importing.html.characters import clean_characters

_CHANGED = {
    "": (
        *(*range(9), *range(0x0E, 0x20), 0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xAD, 0x200B, 0x200E, 0x200F, 0x2060),
        *(*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFDD0, 0xFDF0), 0xFEFF, 0xFFFC, 0xFFFE, 0xFFFF),
    ),
    " ": (0x0B, 0x0C, 0x2028, 0x2029),
    "•": (0x95, 0xF076, 0xF0A7, 0xF0B7, 0xF0D8),
    "€": (0x80,),
    "’": (0x92,),
    "Ÿ": (0x9F,),
}


def test_characters_that_are_changed() -> None:
    codes = (*range(0xE9), *range(0x2000, 0x206F), *range(0xE000, 0xF900), *range(0xFDC0, 0x10000))
    cleaned = clean_characters("é".join(map(chr, codes))).split("é")
    changed = {code: text for code, text in zip(codes, cleaned, strict=True) if text in _CHANGED and text != chr(code)}
    expected = {code: text for text, changes in _CHANGED.items() for code in changes}
    assert changed == expected


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("e\u0301", "é"),
        ("a\u200db", "ab"),
        ("é\u200d", "é"),
        ("a\u200cé", "aé"),
        ("é\u200cé", "é\u200cé"),
        ("a\x7f", "a"),
    ],
)
def test_joiners_and_composed_letters(text: str, cleaned: str) -> None:
    assert clean_characters(text) == cleaned
