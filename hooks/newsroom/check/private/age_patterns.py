"""The ways in which people write the age of a person.

Every pattern has the group ``age``, and ``name`` where words with capitals are at the place of a name: whether they are
one is for :mod:`newsroom.check.private.ages` to find out.
"""

import re

from newsroom.check.private.words import CAPITAL, NAME, any_of

_AGE = (
    r"(?P<age>(?:1[01]\d|[1-9]\d?)[¼½¾]?|(?i:(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve))(?!(?!y(?:rs?|ears?|/?o)\b)[\w%])(?![.,:-]\d)"
)
"""1 to 119, in digits or from ten on in words, also in "67yrs", but not the beginning of "12.50" or "10-12"."""
AGE_HINT = re.compile(
    r"[1-9t](?:(?<=[1-9])(?<![0-9-].)(?:(?<=1)[01][0-9]|[0-9])?[¼½¾]?(?:(?:st|nd|rd|th)\b|y|(?![\w%]))|"
    r"(?<=[nrfxhe]t)(?:y|een|ieth|eenth)\b|(?<=\bt)(?:en|welve)\b)|, (?:two|three|four|five|six|seven|eight|nine)[,.]"
)
"""A number that may be an age."""
_NOW = r"(?:(?:now|just|only|nearly|almost|about|still|both)\s)?"
_BECOME = r"(?:turn(?:s|ed|ing)?|reach(?:es|ed|ing)?|hit(?:s|ting)?)"
_BE = rf"(?:(?:is|was)(?:\s{_BECOME})?|(?:will|would)\s(?:be|{_BECOME})|(?:ha[sd]\s(?:just\s)?)?{_BECOME})"
"""`is`, `will be`, `turned`, `has just turned`."""


def _pattern(verbose: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(verbose, re.VERBOSE | flags)


def _ends(words: str) -> str:
    """What must follow an age: the end of a part of the sentence, or one of some words: "67." and "67 but"."""
    conjunctions = r"but|with|because|so|while|though|although|before|after|since|until"
    times = r"now|this\syear|next|last|in\s(?:the|[A-Z]\w*)"
    return rf"(?=\s*(?:[.,;:!?)]|$)|\s(?:(?:years?\sold|{conjunctions}|{times}|{words})\b))"


BESIDE_COMMA = _pattern(rf"""
    {NAME}\s?(?:,|\s-)\s (?:aged?\s|an?\s[a-z]{{1,12}}\s)? {_NOW}{_AGE}
    (?:\s?(?P<comma>,)(?P<goes_on>\s*[a-z])?|\s?[;:)]|\s-\s|\.?(?=\s*$)|\.\s|
        (?=\s(?:last|next|this|today|tomorrow|from|but|and\s(?:still|already|counting))\b))
""")
"""`Maggie, 67, said` and `Denise - 54 - has`, but not `Swansea, 15 neighbourhoods`."""
CHILD = _pattern(rf"{NAME},\s(?P<age>two|three|four|five|six|seven|eight|nine)(?:,|\.(?=\s*$))")
"""`Lily, eight, sang`, but not `Lily, two more`."""
IN_BRACKETS = _pattern(
    rf"{NAME}\s[(\[](?:who(?:'s|\s{_BE})\s|{_BECOME}\s)?(?:aged?:?\s)?{_NOW}{_AGE}\s?(?:yrs?|years(?:\sold)?|y/o)?[)\],]"
)
"""`Maggie (67)` and `Maggie (aged 67, of Derby)`, but not `Maggie (67 roses)`."""
AFTER_VERB = _pattern(rf"""
    {NAME} (?:,\s[^,.;:()]{{1,40}},)?
    (?:'(?:s(?:\sjust)?(?:\s{_BECOME})?|ll\sbe|d\sbe)\s|,?\s(?:who(?:'d\sbe|'ll\sbe|'s)\s|(?:who\s)?(?:\w{{1,10}}ly\s)?
        (?:{_BE}|(?:celebrated|on)\s(?:turning|reaching))\s)|\sand\s{CAPITAL}\s(?:are|were|have\sboth\sturned)\s)
    {_NOW}{_AGE}{_ends(r"and|when|today|tomorrow|she|he|her|his|they|on|at")}
""")
"""`Maggie is 67.` and `Joan, in the red hat, was 91 when`, but not `Tom is 1 of 12`."""
OF_PRONOUN = _pattern(rf"""
    (?<![Ww]hen\s)\b(?P<name>[Ss]he|[Hh]e|I)(?:'(?:s|m|(?:ll|d)\sbe)|\s(?:is|am|(?:ha[sd]\s)?{_BECOME}|will\s(?:be|turn)|would\sbe))\s
    {_NOW}{_AGE}(?!\sand\sa\shalf){_ends("and")}
""")
"""`She is 67.`, but not `he is 6 and a half feet tall`."""
OF_PRONOUN_IN_PAST = _pattern(rf"\b(?:[Ss]he|[Hh]e)\swas\s{_NOW}{_AGE}{_ends('and|when')}")
"""`when I met Tracey she was 52`."""
BEFORE_NAME = _pattern(rf"""
    \b(?:[Aa]t|[Nn]ow|[Aa]ged)\s(?:{_NOW}|the\s(?:[a-z]{{1,10}}\s){{0,2}}age\sof\s){_AGE}
    (?:(?P<comma>,)?\s)(?P<name>{CAPITAL}(?(comma)(?:\s{CAPITAL})?|(?=\s[a-z])))
""")
"""`At 71, Derek` and `At the age of 71 Derek learned`, but not `At 71 Albert Street`."""
BEFORE_PRONOUN = _pattern(rf"\bat\s{_AGE},?\s(?:she|he)\b")
"""`when Saira moved here at 24 she`."""
YEAR_OLD = _pattern(rf"\b(?=[1-9EFNSTefnst])(?<![\d-])(?<!\d\s){_AGE}[-\s]?(?:years?[-\s]old|y/?o)\b")
"""`67-year-old` and `67 years old`, but not the `16-year-old` of `14-16-year-old`."""
AGED = _pattern(rf"""
    \b(?:aged|(?:died|dies|death)\sat|at\sthe\sage\sof)\s {_AGE}
    (?!\s*(?:[-+/]|to\b|plus\b|upwards|months?|weeks?|days?|hours?|in\soak|
        (?:and|or)\s(?:over|under|above|below|up|older|younger|more|less|\d)))
""")
"""`Osman died aged 72`, but not `aged 50 and over` or `aged 18 months`."""
_ORDINAL = (
    r"(?P<age>\d{1,3}(?:st|nd|rd|th)|(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty[-\s])?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|tenth|eleventh|twelfth|hundredth)"
)
BIRTHDAY = _pattern(
    rf"\b(?P<happy>happy\s)?{_ORDINAL}(?(happy)(?:\sbirthday)?|\s(?:birthday|pen-blwydd))\b", re.IGNORECASE
)
"""`her 80th birthday`, `his ninetieth birthday` and `Happy 80th`, but not `the 80th visitor`."""
BIRTHDAY_OF = _pattern(
    rf"{NAME}'s\s(?P<age>1[89]|[2-9]\d|1[01]\d)(?:st|nd|rd|th)"
    r"(?=[.,;:!?)]|$|\s(?:and\s(?!final|last)|but|at|for|was|is|party|bash|do|celebrations?|last|next|this|with|on|in)\b)"
)
"""`Irene's 75th was quiet`, but not `Irene's 75th visit`."""
LABEL = _pattern(rf"\bAged?:\s?{_AGE}(?!\s*(?:[-+/]|to\b|and\b))")
"""`Age: 67`, but not `Age: 16 to 25`."""
WELSH = _pattern(rf"\b(?=[1-9]){_AGE}\s(?:mlwydd\s)?oed\b")
"""`74 oed` and `74 mlwydd oed`."""
OF_AGE = _pattern(rf"""
    \b(?:[Aa]n?|[Tt]he|[Tt]his)\s(?:[a-z-]{{1,12}}\s){{0,2}}
    (?:man|woman|lady|gentleman|gent|lad|lass|chap|bloke|boy|girl|widow|widower)\sof\s{_NOW}{_AGE}
    (?!\s(?:[a-z]+\s)?[a-z]+s\b)
""")
"""`a gentleman of 92 called Harold`, but not `a man of 12 trades`."""
RELATIVE = _pattern(
    rf"(?:\b(?i:my|her|his|their|our|whose)|'s)\s(?:[a-z]{{1,12}}\s)?{any_of('persons')}(?:\s\(|,\s)(?:aged\s|now\s)?{_AGE}[),]"
)
"""`her son (11)` and `my husband, 71, said`."""
PERSON_NEXT = _pattern(rf"(?:\s[\w'-]+){{0,3}}?\s{any_of('persons')}\b", re.IGNORECASE)
"""`67-year-old` is followed by ` retired teacher`."""
NOUN_USE = _pattern(r"[.,;:!?)]|$|\s(?P<clause>who|with|from|said|says|in|at|has|is|was|can|could|called|named|and)\b")
"""What follows "67-year-old" where it is a noun: "a 67-year-old with a big heart"."""
HISTORIC_DEATH = _pattern(r"\b(?:died|killed|buried|executed)\b[^.!?]{0,60}\b(?:1[0-8]\d\d|19[0-6]\d)\b")
"""`died in 1960, aged 62`: the age of a person in history."""
