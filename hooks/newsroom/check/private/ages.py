"""Finds exact ages of people."""

import re
from collections.abc import Callable, Iterator, Mapping

from newsroom.check.private import age_patterns as patterns
from newsroom.check.private.finding import Finding, Kind
from newsroom.check.private.words import CAPITAL, GROUPS, PERSONS, is_person, may_be_name, names_person

_LAST_HOUR = 12
"""`At 8, Derek` is a time, `At 71, Derek` an age."""
_SINGULAR = frozenset({"is", "was", "has"})
_LAST_WORD = re.compile(r"([\w'-]+)\s?$")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?]\s")
"""Not the full stop after an initial: `Margaret H. `."""
_NAME_NEXT = re.compile(rf"\s({CAPITAL})")
_PRONOUN_BEFORE = re.compile(r"\b(?:[Ss]he|[Hh]e|I)(?:'s|'m|\s(?:is|was|am|turned))\s(?:\w+\s)?$")
"""Matches "She is " and "I'm only " at the end of a text, not "They are "."""
_ARTICLE_BEFORE = re.compile(r"\b(?:an?|the|this|my|our|her|his)\s$", re.IGNORECASE)
_FOR_SOMEBODY = re.compile(r"(?:\s(?:to|of|for|wishes\sto)|,)\s")
"""Matches " of ", " wishes to " and ", ", not " in "."""


def find_ages(text: str) -> Iterator[Finding]:
    """The exact ages in a text that are said of a person, with the name where it is beside the age."""
    for pattern, is_age in _RULES.items():
        for match in pattern.finditer(text):
            around = max(0, match.start() - 100), match.end() + 60
            if is_age(text, match) and not patterns.HISTORIC_DEATH.search(text, *around):
                yield _finding(match)


def _is_named(text: str, match: re.Match[str]) -> bool:
    return is_person(match["name"], text[max(0, match.start() - 12) : match.start()])


def _is_named_or_goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether a name has an age after it: after an unknown name only if the sentence goes on, as in "Mei, 33, from"."""
    goes_on = bool(match["comma"] and match["goes_on"])
    return _is_named(text, match) or (goes_on and all(may_be_name(word) for word in match["name"].split()))


def _is_age_before_name(text: str, match: re.Match[str]) -> bool:
    return not _is_hour(match) and _is_named(text, match)


def _is_age_before_pronoun(text: str, match: re.Match[str]) -> bool:
    return not _is_hour(match) and _is_after_name(text, match)


def _is_hour(match: re.Match[str]) -> bool:
    return match["age"].isdecimal() and int(match["age"]) <= _LAST_HOUR


def _is_year_old_person(text: str, match: re.Match[str]) -> bool:
    """Whether "67-year-old" is about a person: beside a name, before a word such as "woman", or alone as a noun."""
    after = text[match.end() : match.end() + 60]
    if patterns.PERSON_NEXT.match(after):
        return True
    if named := _NAME_NEXT.match(after):
        return is_person(named[1])
    use, before = patterns.NOUN_USE.match(after), _sentence_before(text, match.start())
    if not use:
        return False
    if _PRONOUN_BEFORE.search(before) or names_person(before[-40:]):
        return True
    is_noun = use["clause"] in ("who", "said", "says", "called", "named", "from") and "-" in match[0]
    return is_noun and bool(_ARTICLE_BEFORE.search(before))


def _is_aged_person(text: str, match: re.Match[str]) -> bool:
    last = _LAST_WORD.search(text[max(0, match.start() - 30) : match.start()])
    before = last[1] if last else ""
    is_plural = before.islower() and before.endswith("s") and before not in _SINGULAR
    if is_plural or before.isdecimal() or before.casefold() in GROUPS:
        return False
    return before.casefold() in PERSONS or names_person(_sentence_before(text, match.start("age")))


def _is_birthday_of_person(text: str, match: re.Match[str]) -> bool:
    before, after = _sentence_before(text, match.start())[-40:], text[match.end() : match.end() + 30]
    return names_person(before) or (bool(_FOR_SOMEBODY.match(after)) and names_person(after))


def _is_after_name(text: str, match: re.Match[str]) -> bool:
    return names_person(_sentence_before(text, match.start())[-30:])


_RULES: Mapping[re.Pattern[str], Callable[[str, re.Match[str]], bool]] = {
    patterns.BESIDE_COMMA: _is_named_or_goes_on,
    patterns.CHILD: _is_named,
    patterns.IN_BRACKETS: _is_named,
    patterns.AFTER_VERB: _is_named,
    patterns.OF_PRONOUN: lambda _text, _match: True,
    patterns.OF_PRONOUN_IN_PAST: _is_after_name,
    patterns.BEFORE_NAME: _is_age_before_name,
    patterns.BEFORE_PRONOUN: _is_age_before_pronoun,
    patterns.YEAR_OLD: _is_year_old_person,
    patterns.AGED: _is_aged_person,
    patterns.BIRTHDAY: _is_birthday_of_person,
    patterns.BIRTHDAY_OF: _is_named,
    patterns.LABEL: lambda _text, _match: True,
    patterns.WELSH: _is_after_name,
    patterns.OF_AGE: lambda _text, _match: True,
    patterns.RELATIVE: lambda _text, _match: True,
}
"""The ways to write an age, each with what must be true of a match."""


def _sentence_before(text: str, end: int) -> str:
    """The part of a sentence before ``end``, at most 120 characters."""
    return _SENTENCE_END.split(text[max(0, end - 120) : end])[-1]


def _finding(match: re.Match[str]) -> Finding:
    """The finding that is a match, without a colon: in an entry of ``allow`` that would need quotation marks."""
    name = match.groupdict().get("name")
    value = f"{name}, {match['age']}" if name else match[0].strip(" ,").replace(":", "")
    return Finding(Kind.AGE, " ".join(value.split()), match.start("age"), match.end("age"))
