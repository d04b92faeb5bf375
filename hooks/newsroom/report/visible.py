"""Makes text safe to show: characters in files may move a terminal's cursor, hide text or change its direction."""

import unicodedata


def make_visible(text: str) -> str:
    """Text on one line, with invisible characters replaced by "�" and all kinds of space by a space."""
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    is_space = character in "\t\r\n" or unicodedata.category(character) == "Zs"
    return " " if is_space else "\N{REPLACEMENT CHARACTER}"
