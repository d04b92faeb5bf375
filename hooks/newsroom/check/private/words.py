"""The lists of words in words.toml, and the questions that finders ask about a word."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from unicodedata import normalize

_LISTS: Mapping[str, str] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
_GIVEN_NAMES, _SURNAMES, _KIN, _ROLE_WORDS, _NOT_NAMES = (
    frozenset(_LISTS[name].split()) for name in ("given_names", "surnames", "kin", "role_words", "not_names")
)
THINGS, GROUPS, PERSONS = (frozenset(_LISTS[name].split()) for name in ("things", "groups", "persons"))


def any_of(name: str) -> str:
    """A regular expression that matches any word of a list."""
    return f"(?:{'|'.join(_LISTS[name].split())})"


def is_given_name(word: str) -> bool:
    """Whether a word is a first name that is common in Britain, in whatever case and with or without accents."""
    return _plain(word) in _GIVEN_NAMES


def is_kin(word: str) -> bool:
    """Whether a word is what people call a relative: "Nan", "Dad"."""
    return word.casefold() in _KIN


def is_surname(word: str) -> bool:
    """Whether a word is a common British surname of at least four letters."""
    return _plain(word) in _SURNAMES


def is_role_word(word: str) -> bool:
    """Whether a word in an email address is that of a role, a team or a topic: "info", "garden"."""
    return word in _ROLE_WORDS


def may_be_name(word: str) -> bool:
    """Whether a word with a capital is not known to be something else, such as a month or a town."""
    return word.casefold().removesuffix("'s") not in _NOT_NAMES


def _plain(word: str) -> str:
    folded = word.casefold().replace("ł", "l")
    return folded if folded.isascii() else "".join(char for char in normalize("NFD", folded) if char.isalpha())
