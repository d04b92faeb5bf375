"""How large an email is, and which sections make it so. Gmail shows the first 102 kB of one and hides the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from lxml import html as lxml_html

from newsroom.problems import Problem
from newsroom.publish.email.body import EmailSection
from newsroom.publish.email.checks.checked_email import CheckedEmail
from newsroom.publish.email.tools import MailTool

WARN_AT, FAIL_AT = 85_000, 100_000
"""Bytes of HTML as measured: above the first there is a warning, above the second the email is not offered."""
TRACKED_LINK = 160
"""Bytes of the address that a mail tool which counts clicks puts in a link's place: a usual length, not measured."""
_WEB_LINK = re.compile(r'(?<= href=")https?://[^"]*')
_NAMED = 5


@dataclass(frozen=True)
class SectionSize:
    """A section and the bytes it takes; ``section`` None is all that stands around the sections."""

    section: EmailSection | None
    size: int


def measured_size(html: str) -> int:
    """The bytes of an email as it is copied into the mail tool."""
    return len(html.encode())


def size_with_click_counting(html: str, tool: MailTool) -> int:
    """About how many bytes an email has as it arrives: longer where a mail tool has its own addresses in links."""
    if not tool.counts_clicks:
        return measured_size(html)
    growth = (max(0, TRACKED_LINK - len(match[0].encode())) for match in _WEB_LINK.finditer(html))
    return measured_size(html) + sum(growth)


def section_sizes(email: CheckedEmail) -> tuple[SectionSize, ...]:
    """The bytes of each section, in order, and of the rest of the email; the sum is the email's."""
    sizes = [
        SectionSize(section, measured_size(str(lxml_html.tostring(cell, encoding="unicode", with_tail=False))))
        for section, cell in email.sections
    ]
    rest = measured_size(email.html) - sum(part.size for part in sizes)
    return (*sizes, SectionSize(None, max(rest, 0)))


def check_size(email: CheckedEmail) -> Iterator[Problem]:
    """Small enough that Gmail shows all of it. An error is about measured bytes alone; estimates are warnings."""
    measured, counted = measured_size(email.html), size_with_click_counting(email.html, email.tool)
    if measured <= WARN_AT and counted <= FAIL_AT:
        return
    is_too_large = measured > FAIL_AT
    what = f"the email measures {_rounded_kilobytes(measured)}"
    if counted > FAIL_AT and not is_too_large:
        what += f", about {_rounded_kilobytes(counted)} with {email.tool.label}'s click counting"
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
    """The largest sections, and whether all are so small that these are less than half of the text."""
    sizes = sorted((part for part in section_sizes(email) if part.section), key=lambda part: -part.size)
    largest = sizes[:_NAMED]
    return largest, sum(part.size for part in largest) * 2 < sum(part.size for part in sizes)


def _name(section: EmailSection) -> str:
    return section.title or "before the first heading"


def _rounded_kilobytes(size: int) -> str:
    return f"{ceil(size / 1000)} kB"


def kilobytes(size: int) -> str:
    """A size as people read it: "13.6 kB"."""
    return f"{size / 1000:.1f} kB"
