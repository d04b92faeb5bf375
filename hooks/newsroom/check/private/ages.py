"""Finds exact ages of people."""

import re
from collections.abc import Callable, Iterator

from newsroom.check.private.finding import Finding, Kind
from newsroom.check.private.people import CAPITAL, NAME, is_person, names_person
from newsroom.check.private.words import GROUPS, PERSONS, any_of, may_be_name

_AGE = (
    r"(?P<age>1[01]\d|[1-9]\d?|(?i:(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve))(?![\w%])(?![.,:-]\d)"
)
"""1 to 119, in digits or from ten on in words, but not the beginning of "12.50" or "10-12"."""
AGE_HINT = re.compile(
    r"[1-9t](?:(?<=[1-9])(?<![0-9-].)(?:(?<=1)[01][0-9]|[0-9])?(?:(?:st|nd|rd|th)\b|y|(?![\w%]))|"
    r"(?<=[nrfxhe]t)(?:y|een)\b|(?<=\bt)(?:en|welve)\b)"
)
"""A number that may be an age."""
_NOW = r"(?:now|just|only|nearly|almost)\s"
_REST = r"(?=\s*(?:[.,;:!?)]|$)|\s(?:years?\sold|but|now|this\syear|next|last|in\s[A-Z]\w*)\b"
"""What may follow an age, in a group that the user closes: "67." and "67 but", not "67 roses"."""
_BESIDE_COMMA = re.compile(
    rf"{NAME}\s?(?:,|\s-)\s(?:now\s|just\s|aged?\s)?{_AGE}(?:\s?(?P<comma>,)(?P<goes_on>\s*[a-z])?|\s?[;)]|\s-\s|\.?(?=\s*$)|\.\s)"
)
"""`Maggie, 67, said` and `Denise - 54 - has`, but not `Swansea, 15 neighbourhoods`."""
_IN_BRACKETS = re.compile(rf"{NAME}\s[(\[](?:now\s|aged?:?\s)?{_AGE}\s?(?:yrs?|years(?:\sold)?|y/o)?[)\],]")
"""`Maggie (67)` and `Maggie (aged 67, of Derby)`."""
_AFTER_VERB = re.compile(
    rf"{NAME}(?:,?\s(?:who\s)?(?:\w{{1,10}}ly\s)?(?:is|was|will\sbe|turn(?:s|ed)|has(?:\sjust)?\s(?:turned|reached)|reached|"
    rf"is\sturning|celebrated\sturning)\s|'s\s)(?:{_NOW})?{_AGE}{_REST}|\s(?:and|when|today|tomorrow|she|he|her|his|they|on)\b)"
)
"""`Maggie is 67.` and `Joan, who was 91 when`, but not `Tom is 1 of 12`."""
_OF_PRONOUN = re.compile(
    rf"(?<![Ww]hen\s)\b(?P<name>[Ss]he|[Hh]e|I)(?:'s|'m|\s(?:is|am|has\sturned|turn(?:s|ed)))\s(?:{_NOW})?{_AGE}"
    rf"{_REST}|\sand\s(?!a\shalf))"
)
_AT_AGE = re.compile(
    rf"\b(?:[Aa]t|[Nn]ow|[Aa]ged)\s(?:the\s(?:grand\sold\s)?age\sof\s)?{_AGE},\s(?P<name>{CAPITAL}(?:\s{CAPITAL})?)"
)
"""`At 71, Derek`; from 13 on, because `At 8, Derek` is a time."""
_LAST_HOUR = 12
_YEAR_OLD = re.compile(rf"(?<![\d-])(?<!\d\s)\b{_AGE}[-\s]?(?:years?[-\s]old|y/?o)\b")
_AGED = re.compile(
    rf"\baged\s{_AGE}(?!\s*(?:[-+/]|to\b|(?:and|or)\s(?:over|under|above|below|up|older|younger|more|less|\d)|plus\b|"
    r"upwards|months?|weeks?|days?|hours?|in\soak))"
)
"""`Osman died aged 72`, but not `aged 50 and over` or `aged 18 months`."""
_LAST_WORD = re.compile(r"([\w'-]+)\s?$")
_BIRTHDAY = re.compile(r"\b(?P<age>\d{1,3})(?:st|nd|rd|th)\s(?:birthday|pen-blwydd)\b", re.IGNORECASE)
_LABEL = re.compile(rf"\bAged?:\s?{_AGE}(?!\s*(?:[-+/]|to\b|and\b))")
_WELSH = re.compile(rf"{_AGE}\s(?:mlwydd\s)?oed\b")
_SENTENCE_END = re.compile(r"[.!?]\s")
_PERSON_NEXT = re.compile(rf"(?:\s[\w'-]+){{0,3}}?\s{any_of('persons')}\b", re.IGNORECASE)
_NAME_NEXT = re.compile(rf"\s({CAPITAL})")
_NOUN_USE = re.compile(
    r"(?:[.,;:!?)]|$|\s(?P<clause>who|with|from|said|says|in|at|has|is|was|can|could|called|named|and)\b)"
)
"""What follows "67-year-old" where it is a noun: "a 67-year-old with a big heart"."""
_PRONOUN_BEFORE = re.compile(r"\b(?:[Ss]he|[Hh]e|I)(?:'s|'m|\s(?:is|was|am|turned))\s(?:\w+\s)?$")
_ARTICLE_BEFORE = re.compile(r"\b(?:an?|the|this|my|our|her|his)\s$", re.IGNORECASE)
_FOR_SOMEBODY = re.compile(r"\s(?:to|of|for|wishes\sto)\s")


def find_ages(text: str) -> Iterator[Finding]:
    """The exact ages in a text that are said of a person, with the name where it is beside the age."""
    for hint, pattern, is_age in _RULES:
        for match in pattern.finditer(text) if hint in text else ():
            if is_age(text, match):
                yield _finding(match)


def _is_named(text: str, match: re.Match[str]) -> bool:
    return is_person(match["name"], text[max(0, match.start() - 12) : match.start()])


def _is_named_or_goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether a name has an age after it: after an unknown name only if the sentence goes on, as in "Mei, 33, from"."""
    goes_on = bool(match["comma"] and match["goes_on"])
    return _is_named(text, match) or (goes_on and all(may_be_name(word) for word in match["name"].split()))


def _is_age_at(text: str, match: re.Match[str]) -> bool:
    is_hour = match["age"].isdecimal() and int(match["age"]) <= _LAST_HOUR
    return not is_hour and _is_named(text, match)


def _is_year_old_person(text: str, match: re.Match[str]) -> bool:
    """Whether "67-year-old" is about a person: beside a name, before a word such as "woman", or alone as a noun."""
    after = text[match.end() : match.end() + 60]
    if _PERSON_NEXT.match(after):
        return True
    if named := _NAME_NEXT.match(after):
        return is_person(named[1])
    use, before = _NOUN_USE.match(after), _sentence_before(text, match.start())
    if not use:
        return False
    if _PRONOUN_BEFORE.search(before) or names_person(before[-40:]):
        return True
    is_noun = use["clause"] in ("who", "said", "says", "called", "named", "from") and "-" in match[0]
    return is_noun and bool(_ARTICLE_BEFORE.search(before))


def _is_aged_person(text: str, match: re.Match[str]) -> bool:
    last = _LAST_WORD.search(text[max(0, match.start() - 30) : match.start()])
    before = last[1] if last else ""
    is_plural = before.islower() and before.endswith("s")
    if is_plural or before.isdecimal() or before.casefold() in GROUPS:
        return False
    return before.casefold() in PERSONS or names_person(_sentence_before(text, match.start("age")))


def _is_birthday_of_person(text: str, match: re.Match[str]) -> bool:
    before, after = _sentence_before(text, match.start())[-40:], text[match.end() : match.end() + 30]
    return names_person(before) or (bool(_FOR_SOMEBODY.match(after)) and names_person(after))


def _is_after_name(text: str, match: re.Match[str]) -> bool:
    return names_person(_sentence_before(text, match.start())[-30:])


_RULES: tuple[tuple[str, re.Pattern[str], Callable[[str, re.Match[str]], bool]], ...] = (
    ("", _BESIDE_COMMA, _is_named_or_goes_on),
    ("", _IN_BRACKETS, _is_named),
    ("", _AFTER_VERB, _is_named),
    ("", _OF_PRONOUN, lambda _text, _match: True),
    (", ", _AT_AGE, _is_age_at),
    ("o", _YEAR_OLD, _is_year_old_person),
    ("aged", _AGED, _is_aged_person),
    ("", _BIRTHDAY, _is_birthday_of_person),
    ("ge", _LABEL, lambda _text, _match: True),
    ("oed", _WELSH, _is_after_name),
)
"""The ways to write an age: what is in every such text, the pattern, and what must be true of a match."""


def _sentence_before(text: str, end: int) -> str:
    """The part of a sentence before ``end``, at most 120 characters."""
    return _SENTENCE_END.split(text[max(0, end - 120) : end])[-1]


def _finding(match: re.Match[str]) -> Finding:
    name = match.groupdict().get("name")
    value = f"{name}, {match['age']}" if name else match[0].strip(" ,")
    return Finding(Kind.AGE, " ".join(value.split()), match.start("age"), match.end("age"))
