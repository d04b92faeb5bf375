"""Names for the files of imported documents, fit for addresses."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from newsroom.content.types import AnyType
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.english import with_article
from newsroom.read.filenames import is_reserved

_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")
"""Matches the sign in "Maggie's", so that the name is "maggies"."""
_LETTERS: Mapping[int, str] = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d"}
)
"""Letters that have no base letter in Unicode."""
_LONGEST = 40


class DraftNameError(ValueError):
    """A draft's file cannot have the name. The message says why, and what to do."""


@dataclass(frozen=True)
class NameRequest:
    """What decides the name of a draft's file.

    Attributes:
        wanted: The name that is asked for, if any.
        texts: The texts from which a name can be made, best first.
        day: The day of the item.
        suffix: The language in the file's name, like ".cy"; empty for the site's own.
        taken: The names of the files that are in the folder.
    """

    content_type: AnyType
    wanted: str | None
    texts: tuple[str, ...]
    day: date
    suffix: str
    taken: frozenset[str]


def slug_for(*texts: str, longest: int = _LONGEST, default: str = "imported") -> str:
    """The name for the first text that gives one, of whole words: "the-garden-on-elm-street"; else ``default``."""
    for text in texts:
        letters = _APOSTROPHE.sub("", unicodedata.normalize("NFC", text).translate(_LETTERS))
        plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode().lower()
        words: list[str] = []
        for word in re.findall(r"[a-z0-9]+", plain):
            if words and len("-".join([*words, word])) > longest:
                break
            words.append(word)
        if words:
            return "-".join(words)[:longest]
    return default


def choose_name(request: NameRequest) -> str:
    """The name of a draft's file, without language and ending, which no other file has.

    Raises DraftNameError if the name that is asked for is not valid or is taken, or if no name is free.
    """
    content_type, suffix = request.content_type, f"{request.suffix}.md"
    if request.wanted is not None:
        rule = content_type.file_name
        is_valid = re.fullmatch(rule.pattern, request.wanted) and not is_reserved(request.wanted)
        if not is_valid or rule.fields(request.wanted) is None:
            raise DraftNameError(
                f"'{request.wanted}' cannot be the name of {with_article(content_type.noun)}; {rule.help}"
            )
        if f"{request.wanted}{suffix}" in request.taken:
            raise DraftNameError(
                f"{request.wanted}{suffix} exists already, and is never written over; give another name"
            )
        return request.wanted
    names = [
        name
        for name in _possible_names(request)
        if not is_reserved(name) and not any(taken.startswith(f"{name}.") for taken in request.taken)
    ]
    if not names:
        raise DraftNameError(
            f"there is {with_article(content_type.noun)} for {request.day:%Y-%m} already; give another name"
        )
    return names[0]


def _possible_names(request: NameRequest) -> list[str]:
    if request.content_type is NEWSLETTER:
        return [f"{request.day:%Y-%m}", f"{request.day:%Y-%m-%d}"]
    slug = slug_for(*request.texts)
    return [slug, *(f"{slug}-{number}" for number in range(2, 1000))]
