"""Text that can be shown: what a file holds may move a terminal's cursor, hide words or turn their direction."""

import unicodedata


def make_visible(text: str) -> str:
    """Text on one line in which each character that nobody can see is "�"; every sort of space is a space."""
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    is_space = character in "\t\r\n" or unicodedata.category(character) == "Zs"
    return " " if is_space else "\N{REPLACEMENT CHARACTER}"
