"""Finds full postcodes and street addresses, and contact details of public places, which are not private."""

import re
from collections.abc import Iterator

from newsroom.check.private.finding import Finding, Kind, match_finding
from newsroom.check.private.words import CAPITAL, any_of, names_person

_AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX "
    "FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N "
    "NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF "
    "TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
POSTCODE_HINT = re.compile(r"[0-9](?P<unit>[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![\w-])")
"""The second half of a postcode, which is rare and so found first. It never ends in C, I, K, M, O or V."""
_FIRST_HALF = re.compile(
    rf"(?<![\w-])(?:(?:{_AREAS.replace(' ', '|')})(?:\d\d?|\d[A-HJKPS-UW])|EC\d[A-Z]|WC\d[A-Z]|SW1[A-Z])"
    r"(?P<space>\s?)$",
    re.IGNORECASE,
)
"""`SA1 ` before `4PE`, and `SN14` before `7HQ`."""
_LONGEST_FIRST_HALF = 6
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_NUMBER = (
    r"(?<![\w£$€/#-])(?<!\d[.,:])"
    r"(?P<flat>(?:[Ff]lat|[Aa]partment|[Aa]pt)\s\w{1,4},\s)?"
    r"(?P<number>\d{1,4}[A-Za-z]?(?:\s?[-/]\s?\d{1,4}[A-Za-z]?)?)(?P<comma>,)?\s"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŴŶ][\w'-]*\.?"
_STRONG = rf"(?:{any_of('streets')}|St(?![.]?\s[A-Z]))"
"""What can only be a street, in whatever sentence; "St" also means "Saint"."""
_WEAK = any_of("perhaps_streets")
"""What is a street only where the sentence says so: "at 44 Park Gardens", but not "3 Community Gardens opened"."""
ADDRESS_HINT = re.compile(r"[0-9][A-Za-z]?,?\s[A-ZŴŶ]|[CBF](?:ottage|ungalow|armhouse),?\s[A-Z]")
"""A number, or the name of a house, before a word with a capital."""
_ENGLISH = re.compile(
    rf"{_NUMBER}(?P<street>(?:(?:{_CAPITAL}|of|the|le|y|yr)\s){{0,4}}(?:(?P<strong>{_STRONG})|(?P<weak>{_WEAK})))(?![\w'-])"
)
"""`14 Elm Road`, `14a St John's Rd` and `25, Albert Street`."""
_WELSH = re.compile(
    rf"{_NUMBER}(?P<street>(?P<strong>Heol|Stryd|Ffordd|Lôn|Rhodfa|Maes|Clos|Teras|Cwrt)(?:\s(?:{_CAPITAL}|yr?|ar|o)(?![\w'-])){{1,3}})"
)
_NAMED = re.compile(
    rf"\b(?P<flat>(?:Flat|Apartment|Apt)\.?\s(?:\d{{1,4}}[A-Za-z]?|[A-Z]),?\s)?"
    rf"(?:{_CAPITAL}\s){{1,3}}(?:(?P<home>Cottage|Bungalow|Farmhouse)|House|Court),?\s"
    rf"(?:{_CAPITAL}\s){{1,3}}(?:{_STRONG}|{_WEAK})(?![\w'-])"
)
"""`Flat 12, Beech House, Tamar Drive` and `Rose Cottage, Mill Lane`; `Beech House, Tamar Drive` may be an office."""
_PLACED = re.compile(r"(?:\b(?:at|in|from|to|of|on|near|number|no\.?|yn|visit)[:,]?\s)$", re.IGNORECASE)
"""Matches "at " and "near, " at the end of a text, not "the "."""
_VENUE_AFTER = re.compile(rf",?\s(?:{_CAPITAL}\s){{0,3}}(?i:{any_of('venues')})\b")
_COUNTED = re.compile(rf"\s{any_of('counted')}\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:bus|route|room|bay|page|part|lot|item|ward|table|stand)\s$", re.IGNORECASE)
"""What has a number that is not a house's: "Bus 12, Elm Road"."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/]\s?(?:19|20)?\d\d)?")
"""Matches "1991" and "1991-1998"."""
_NO_STREETS = frozenset(
    (
        *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
        *("December", "Days", "Ways", "Million"),
    )
)
"""First words that do not belong to a street: "25 December Road closures"."""
_TOP = re.compile(r"\b[Tt]op\s$")
_STREET_END = re.compile(r",|\s[A-Z]{1,2}\d|\s*$")
"""What follows a street that is alone on its line, or has a postcode after it."""
_CONTEXT = 60
"""How many characters before and after an address are looked at."""
_PUBLIC = frozenset({"10 Downing Street", "11 Downing Street"})
_LONGEST_BEFORE = 100
"""How many characters before a contact detail may say whose it is."""
_WORD_BETWEEN = (
    r"(?:[A-Z0-9À-ÖØ-ÞŴŶ][\w'.-]*|at|in|is|on|of|the|y|yr|yn|ar|and|for|office|reception|desk|line|address|postcode|"
    r"tel|telephone|phone|number|bookings?|enquiries|switchboard|helpline|landline|main|general|public|new|still|now|has|have|moved|from|to)"
)
_STREET = rf"(?:{any_of('streets')}|{any_of('perhaps_streets')})"
_STREET_NAME = re.compile(rf"(?:{CAPITAL}\s){{1,3}}{_STREET}\b")
_AFTER_VENUE = re.compile(
    rf"\b(?i:{any_of('venues')})\b(?!\s{_STREET}\b)(?:'s)?(?P<between>(?:[\s,:|(-]{{1,3}}{_WORD_BETWEEN}(?![\w']))*)[\s,.:|(-]{{0,3}}$"
)
"""`Elm Library, Church Street, Swansea ` and `the surgery's number is `, but not `14 Church Lane, `."""
_AFTER_PROPER_NAME = re.compile(
    rf"\b(?:[Tt]he|[Yy]r?)\s(?!Old\b)(?P<name>(?:{CAPITAL}\s(?:and\s|of\s)?){{0,2}}"
    rf"(?!Barn|Bungalow|Cottage|Farm|Flat|Forge|Gatehouse|House|Lodge|Manor|Mill|Rectory|Stable|Vicarage){CAPITAL}),\s$"
)
"""`the Red Lion, ` before an address, but not `The Old Forge, `, a house, or `the Morgans, `, a family."""
_HOME = re.compile(
    r"\b(?:li(?:ves?|ved|ving)|home|resid(?:es|ing)|moved|byw|house|flat|addr(?:ess)?|cartref|cyfeiriad)\b[^.;!?]{0,20}$",
    re.IGNORECASE,
)
_VENUE_MOVED = re.compile(rf"\b(?i:{any_of('venues')})\s(?:ha(?:s|ve)\s)?moved\b[^.;!?]{{0,20}}$")
"""`The surgery moved from `, but not `Ann left the surgery and moved from `."""


def find_postcodes(text: str) -> Iterator[Finding]:
    """The full postcodes in a text, as Royal Mail forms them."""
    for match in POSTCODE_HINT.finditer(text):
        first = _FIRST_HALF.search(text, max(0, match.start() - _LONGEST_FIRST_HALF), match.start())
        if first and not belongs_to_venue(text, first.start()):
            written = text[first.start() : match.end()]
            is_lower = written.islower() and first["space"] and match["unit"] not in _ORDINALS
            if written.isupper() or is_lower:
                yield Finding(Kind.POSTCODE, " ".join(written.split()), first.start(), match.end())


def find_addresses(text: str) -> Iterator[Finding]:
    """The addresses of homes in a text, with a number or the name of a house; not those of places such as libraries."""
    for pattern in (_ENGLISH, _WELSH):
        for match in pattern.finditer(text):
            if _is_home(text, match):
                yield match_finding(Kind.ADDRESS, match)
    for match in _NAMED.finditer(text):
        before = text[max(0, match.start() - _CONTEXT) : match.start()]
        if match["flat"] or _is_at_home(before) or (match["home"] and not belongs_to_venue(text, match.start())):
            yield match_finding(Kind.ADDRESS, match)


def _is_home(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - _CONTEXT) : match.start()], text[match.end() : match.end() + _CONTEXT]
    if match["flat"]:
        return True
    if _has_other_number(match, before, after) or belongs_to_venue(text, match.start()) or _VENUE_AFTER.match(after):
        return False
    street = match["street"].split()
    return len(street) > 1 if match["strong"] else _is_street(match, street, before, after)


def _has_other_number(match: re.Match[str], before: str, after: str) -> bool:
    """Whether the number is not a house's, but that of a year, a day, a bus, or of what comes after the street."""
    first_word = match["street"].split()[0]
    if _YEAR.fullmatch(match["number"]) or first_word in _NO_STREETS or match[0] in _PUBLIC:
        return True
    return bool((match["comma"] and _NUMBERED.search(before)) or _COUNTED.match(after) or _TOP.search(before))


def _is_street(match: re.Match[str], words: list[str], before: str, after: str) -> bool:
    """Whether words such as "Park Gardens", which may be something else, are a street in this sentence."""
    if (match["comma"] and words[0] != "The" and not _is_at_home(before)) or re.match(r"\s[A-Z][a-z]", after):
        return False
    is_in_row_of_person = before.endswith("| ") and after.startswith(" |") and names_person(before)
    if match["number"][-1].islower() or is_in_row_of_person:
        return True
    is_named = len(words) > 1 or words[0].endswith("way")
    return is_named and bool(_PLACED.search(before) or _is_at_home(before) or _STREET_END.match(after))


def _is_at_home(before: str) -> bool:
    """Whether the last words before an address say that somebody lives there."""
    return bool(_HOME.search(before)) and not _VENUE_MOVED.search(before)


def belongs_to_venue(text: str, start: int) -> bool:
    """Whether contact details at ``start`` are those of a public place: its name is before them, and no person's."""
    before = text[max(0, start - _LONGEST_BEFORE) : start]
    if _is_at_home(before):
        return False
    if venue := _AFTER_VENUE.search(before):
        return not names_person(_STREET_NAME.sub("", venue["between"]))
    named = _AFTER_PROPER_NAME.search(before)
    return named is not None and not named["name"].endswith("s")
