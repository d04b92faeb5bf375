"""Recognises contact details that belong to a public place, such as a library, whose name is beside them."""

import re

from newsroom.check.private.people import CAPITAL, names_person
from newsroom.check.private.words import any_of

LONGEST_BEFORE = 100
"""How many characters before a contact detail may say whose it is."""
_WORD_BETWEEN = (
    r"(?:[A-Z0-9À-ÖØ-ÞŴŶ][\w'.-]*|at|in|is|on|of|the|y|yr|yn|ar|and|for|office|reception|desk|line|address|postcode|"
    r"tel|telephone|phone|number|bookings?|enquiries)"
)
_STREET = rf"(?:{any_of('streets')}|{any_of('perhaps_streets')})"
_AFTER_VENUE = re.compile(
    rf"\b(?i:{any_of('venues')})\b(?!\s{_STREET}\b)(?:'s)?(?P<between>(?:[\s,:|(-]{{1,3}}{_WORD_BETWEEN}(?![\w']))*)[\s,.:|(-]{{0,3}}$"
)
"""`Elm Library, Church Street, Swansea ` and `the surgery's number is `, but not `14 Church Lane, `."""
_AFTER_PROPER_NAME = re.compile(
    rf"\b(?:[Tt]he|[Yy]r?)\s(?!Old\b)(?P<name>(?:{CAPITAL}\s){{0,2}}"
    rf"(?!Barn|Bungalow|Cottage|Farm|Flat|Forge|Gatehouse|House|Lodge|Manor|Mill|Rectory|Stable|Vicarage){CAPITAL}),\s$"
)
"""`the Red Lion, ` before an address, but not `The Old Forge, `, a house, or `the Morgans, `, a family."""
_HOME = re.compile(
    r"\b(?:li(?:ves?|ved|ving)|home|resid(?:es|ing)|moved|byw|house|flat|addr(?:ess)?|cartref|cyfeiriad)\b[^.;!?]{0,20}$",
    re.IGNORECASE,
)


def is_at_home(before: str) -> bool:
    """Whether the last words before an address say that somebody lives there."""
    return bool(_HOME.search(before))


def belongs_to_venue(before: str) -> bool:
    """Whether the name of a public place is before a contact detail, and no person's name between them.

    Args:
        before: At most :data:`LONGEST_BEFORE` characters before the contact detail.
    """
    venue = _AFTER_VENUE.search(before)
    if venue:
        return not names_person(venue["between"])
    named = _AFTER_PROPER_NAME.search(before)
    return named is not None and not named["name"].endswith("s") and not names_person(named["name"])
