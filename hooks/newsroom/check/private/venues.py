"""Recognises contact details that belong to a public place, such as a library, whose name is beside them."""

import re

from newsroom.check.private.people import CAPITAL, names_person
from newsroom.check.private.words import any_of

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


def is_at_home(before: str) -> bool:
    """Whether the last words before an address say that somebody lives there."""
    return bool(_HOME.search(before)) and not _VENUE_MOVED.search(before)


def belongs_to_venue(text: str, start: int) -> bool:
    """Whether contact details at ``start`` are those of a public place: its name is before them, and no person's."""
    before = text[max(0, start - _LONGEST_BEFORE) : start]
    if is_at_home(before):
        return False
    if venue := _AFTER_VENUE.search(before):
        return not names_person(_STREET_NAME.sub("", venue["between"]))
    named = _AFTER_PROPER_NAME.search(before)
    return named is not None and not named["name"].endswith("s")
