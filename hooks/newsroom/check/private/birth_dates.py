"""Finds dates of birth."""

import re
from collections.abc import Iterator

from newsroom.check.private.finding import Finding, Kind, match_finding
from newsroom.check.private.words import PERSONS, THINGS, is_kin

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)"
)
BIRTH_HINT = re.compile(r"[bBdDgG](?i:orn|irth|(?<=\bb)\.|\.?o\.?b\b|aned|eni\b)|anwyd|into\sthe\sworld")
"""What is in every text with a date of birth."""
_DATE = re.compile(
    r"(?<![\w/.-])(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s(?:day\s)?of)?\s{_MONTH}\.?,?\s(?:\d{{4}}|'?\d\d)|"
    rf"{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|"
    r"(?P<digits>\d{1,2}\s?([/.-])\s?\d{1,2}\s?\2\s?(?:\d{4}|\d\d)|\d{4}-\d\d-\d\d|\d\d\s\d\d\s\d{4}|(?:\d\d){3,4})"
    r")(?![\w/-])",
    re.IGNORECASE,
)
"""`3 May 1951`, `May 3, 1951`, `03/05/1951` and `1951-05-03`."""
_HISTORIC = re.compile(r"\b(?:1[0-8]\d\d|190\d|191[0-5])\b")
"""The years to 1915, in which hardly anybody was born who is alive."""
_LABEL = re.compile(
    r"(?:\bd\.?o\.?b\b|\bdate\sof\sbirth|\bbirth\s?date|\bdyddiad\sgeni)\W{0,4}(?:(?:is|was|yw)\s)?$", re.IGNORECASE
)
"""Matches "DOB: " and "Date of birth is " at the end of a text, not "birth: "."""
_BORN = re.compile(
    r"(?:\bborn\b|\bcame\sinto\sthe\sworld\b|\bb\.|\bg?anwyd\b|\bganed\b|\bgeni\b|\bbirthday(?:\s(?:is|was)\b|'s\b|:))(?P<between>[^.;!?]{0,60})$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[^\w.!?;]{0,3}(?:(?:is|was)\s(?:my|her|his|their|[A-Z]\w+'s)\s(?:birthday|date\sof\sbirth)\b|"
    r"(?P<who>(?:[\w']+\s){1,3})was\sborn\b)"
)
_NOUN_BEFORE = re.compile(r"\b(?:the|this|that|our|an?)\s([a-z-]+)s?(?:,|\swas|\swere)?\s$", re.IGNORECASE)
"""`the shed was ` before "born": a noun that must be one for a person."""
_WORD = re.compile(r"[\w']+")
_WORDS_BEFORE = 5


def find_birth_dates(text: str) -> Iterator[Finding]:
    """The dates in a text that are said to be a person's date of birth."""
    previous_end = 0
    for match in _DATE.finditer(text):
        before = text[max(previous_end, match.start() - 100) : match.start()]
        after = _AFTER.match(text[match.end() : match.end() + 60])
        previous_end = match.end()
        if not _HISTORIC.search(match[0]) and (
            _LABEL.search(before)
            or _is_birth(before, has_digits=bool(match["digits"]))
            or (after and not _is_thing(after["who"] or ""))
        ):
            yield match_finding(Kind.BIRTH, match)


def _is_birth(before: str, *, has_digits: bool) -> bool:
    born = _BORN.search(before)
    if not born or (has_digits and len(born["between"]) > len(" in Merthyr Tydfil on ")):
        return False
    return not _is_thing(before[: born.start()])


def _is_thing(subject: str) -> bool:
    """Whether the last words before "born" are about a group or an idea, and not about a person."""
    sentence = re.split(r"[.!?;]\s", subject)[-1]
    words = _WORD.findall(sentence)[-_WORDS_BEFORE:]
    noun = _NOUN_BEFORE.search(sentence)
    if noun and noun[1].islower() and noun[1].removesuffix("s") not in PERSONS and not is_kin(noun[1]):
        return True
    return any(word.casefold().removesuffix("'s") in THINGS for word in words)
