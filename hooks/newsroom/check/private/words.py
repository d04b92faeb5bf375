"""The lists of words in words.toml, what finders ask about a word, and the names of people in a sentence."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from unicodedata import normalize

_LISTS: Mapping[str, str] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
_GIVEN_NAMES, _SURNAMES, _KIN, _ROLE_WORDS, _NOT_NAMES = (
    frozenset(_LISTS[name].split()) for name in ("given_names", "surnames", "kin", "role_words", "not_names")
)
THINGS, GROUPS, PERSONS = (frozenset(_LISTS[name].split()) for name in ("things", "groups", "persons"))
CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŻŽŠĆČŴŶ][\w'-]*"
_TITLE = (
    r"(?:Mrs?|Ms|Miss|Mx|Dr|Sir|Dame|Lady|Lord|Rev|Revd|Father|Sister|Auntie?|Uncle|Nurse|Councillor|Cllr|Old)\.?\s"
)
NAME = rf"(?<![\w'-])(?P<name>(?:{_TITLE})?{CAPITAL}(?:\s{CAPITAL})?)"
"""One or two words with a capital, and a title before them: "Maggie", "Jim Evans", "Mrs Patel"."""
_ANY_NAME = re.compile(rf"(?<![\w'-])(?:{_TITLE})?{CAPITAL}")
_TITLED = re.compile(_TITLE)
_MONTHS = frozenset({"april", "may", "june", "august"})
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|from|to|this|last|next|early|late|mid|on|during)|\d)[\s-]$", re.IGNORECASE
)
"""Matches "since " and "12 " at the end of a text, not "with ": after it "May" is a month."""
_AFTER_SOVEREIGN = re.compile(r"\b(?:Queen|King|Prince|Princess|Emperor|Pope|Saint|St)\.?\s$")
"""Matches "Queen " and "St. " at the end of a text, not "Queens "."""
_LONGEST_BEFORE = 10


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


def is_person(words: str, before: str = "") -> bool:
    """Whether words with capitals name a private person: one is a first name, or a title is before them.

    ``before`` is the text before them, which says whether "June" is a month and "Victoria" a queen.
    """
    if _TITLED.match(words):
        return True
    parts = [part for word in words.split() for part in word.removesuffix("'s").split("-")]
    name = next((part for part in parts if is_given_name(part) or is_kin(part)), None)
    if name is None:
        return False
    before_name = before[-_LONGEST_BEFORE:] + words[: words.find(name)]
    is_month = name.casefold() in _MONTHS and _BEFORE_MONTH.search(before_name)
    return not is_month and not _AFTER_SOVEREIGN.search(before_name)


def names_person(text: str) -> bool:
    """Whether the name of a person is anywhere in a short text."""
    return any(is_person(match[0], text[: match.start()]) for match in _ANY_NAME.finditer(text))
