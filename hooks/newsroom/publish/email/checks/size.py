"""Checks the size of an email and of its sections, because Gmail hides everything after the first 102 kB."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.mail_tools import MailTool
from newsroom.markup.tree import serialise_document
from newsroom.problems import Problem
from newsroom.publish.email.body import EmailSection
from newsroom.publish.email.checks.checked_email import CheckedEmail

WARN_AT, FAIL_AT = 85_000, 100_000
"""Bytes of HTML: above the first an email has a warning, above the second an error."""
TRACKED_LINK = 160
"""The estimated length of the address by which a mail tool replaces a link to count clicks, in bytes."""
# Matches the address in <a href="https://a.example/">. Does not match mailto: addresses or the src of a picture.
_WEB_LINK = re.compile(r'(?<= href=")https?://[^"]*')
_NAMED = 5


@dataclass(frozen=True)
class SectionSize:
    """The size of a section in bytes. If ``section`` is None, the size of everything around the sections."""

    section: EmailSection | None
    size: int


def measured_size(html: str) -> int:
    """Measure an email as it is copied into the mail tool, in bytes."""
    return len(html.encode())


def size_with_click_counting(html: str, tool: MailTool) -> int:
    """Estimate the bytes of an email that a mail tool sends with its own, longer addresses in links."""
    if not tool.counts_clicks:
        return measured_size(html)
    growth = (max(0, TRACKED_LINK - len(match[0].encode())) for match in _WEB_LINK.finditer(html))
    return measured_size(html) + sum(growth)


def section_sizes(email: CheckedEmail) -> tuple[SectionSize, ...]:
    """Measure each section in order, then the rest of the email. The sum is the size of the email."""
    sizes = [SectionSize(section, measured_size(serialise_document(cell))) for section, cell in email.sections]
    rest = measured_size(email.html) - sum(part.size for part in sizes)
    return (*sizes, SectionSize(None, max(rest, 0)))


def check_size(email: CheckedEmail) -> Iterator[Problem]:
    """Check that Gmail shows the whole email. Only a measured size is an error; an estimated size is a warning."""
    measured, counted = measured_size(email.html), size_with_click_counting(email.html, email.tool)
    if measured <= WARN_AT and counted <= FAIL_AT:
        return
    is_too_large = measured > FAIL_AT
    what = f"the email measures {kilobytes(measured)}"
    if counted > FAIL_AT and not is_too_large:
        what += f", about {kilobytes(counted)} with {email.tool.label}'s click counting"
    what += ", and Gmail cuts emails off at 102 kB"
    largest, is_spread = _largest(email)
    if is_spread:
        what, section = f"{what}; no section of its {len(email.sections)} is large", None
        fix = "make two editions of it, or give some sections pages of their own and link to them"
    else:
        named = ", ".join(f"'{_name(part.section)}' {kilobytes(part.size)}" for part in largest if part.section)
        what, section = f"{what}; its largest sections: {named}", largest[0].section if largest else None
        fix = "shorten them, or give a long one a page of its own and link to it"
    if measured <= WARN_AT:
        fix = f"switch off click counting in the mail tool, or {fix}"
    yield email.problem("email-too-large" if is_too_large else "email-large", section, what, fix)


def _largest(email: CheckedEmail) -> tuple[list[SectionSize], bool]:
    """Get the largest sections, and whether all sections are small: the largest are less than half of the text."""
    sizes = sorted((part for part in section_sizes(email) if part.section), key=lambda part: -part.size)
    largest = sizes[:_NAMED]
    return largest, sum(part.size for part in largest) * 2 < sum(part.size for part in sizes)


def _name(section: EmailSection) -> str:
    return section.title or "before the first heading"


def kilobytes(size: int) -> str:
    """Format a size for people: "13.6 kB"."""
    return f"{size / 1000:.1f} kB"
