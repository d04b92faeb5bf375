"""Joins numbers and hashtags into single words, so that a search finds every spelling.

`01792 636519` is also indexed as `01792636519`, `978-1-907790-71-3` as `9781907790713`, `10.5281/zenodo.1-2` as
`105281zenodo12`, and `#BeKind` as `bekind be kind`. overrides/assets/search/joined.js does the same with a query.
"""

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"(?<![\w.])(?<!\d[\s/–-])[+(]?\d(?:[\s().–/-]{0,2}\d){5,17}(?:[\s-]?[\dXx])(?!\w|[\s/–-]\d)")
"""Matches `(01792) 636519` and `0-8044-2957-X`; not `636519`, which is a single word already."""
_DATES = re.compile(r"(?:19|20)\d\d\s?[–-]\s?(?:19|20)\d\d|\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{4}")
"""Matches `2019–2023`, `2024-01-31` and `31/1/2024`, not `01792 636519`."""
_DOI = re.compile(r"(?<!\w)10\.\d{4,9}/[^\s<>\"]+")
"""Matches "10.5281/zenodo.1-2", not "10.5/x"."""
_HASHTAG = re.compile(r"(?<![\w&/])#(\w*[^\W\d_]\w*)")
"""Matches `#BeKind`, not `#1`, nor the fragment in `page/#part`."""
_TAG_PARTS = re.compile(r"[A-ZÀ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-Þ]?[a-zß-ÿŵŷ]+|\d+")
"""Matches "Be" and "Kind" in "BeKind", and "NHS" and "2024" in "NHS2024"."""
_BRITISH_PREFIX = re.compile(r"(?:\+|00)44(?:\(0\))?|\(0\)")
"""Matches "+44", "0044(0)" and "(0)", not "+353"."""
_MIN_DIGITS, _MAX_DIGITS = 7, 15


def find_joined_words(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the joined words in some texts, each once, in order of first appearance."""
    found: dict[str, None] = {}
    for text in texts:
        found |= dict.fromkeys(join_number(number) for number in _NUMBER.findall(text))
        found |= dict.fromkeys(_letters_and_digits(doi) for doi in _DOI.findall(text))
        for tag in _HASHTAG.findall(text):
            found |= dict.fromkeys((tag.casefold(), *(part.casefold() for part in _TAG_PARTS.findall(tag))))
    return tuple(word for word in found if word)


def join_number(number: str) -> str:
    """Return a number without separators, in national format; "" for a date, and if it is too short or too long."""
    if _DATES.fullmatch(number):
        return ""
    digits = _letters_and_digits(
        _BRITISH_PREFIX.sub(lambda code: "0" if "44" in code[0] else "", re.sub(r"\s", "", number))
    )
    return digits if _MIN_DIGITS <= len(digits) <= _MAX_DIGITS else ""


def _letters_and_digits(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
