"""How large an email is, and which sections make it so. Gmail shows the first 102 kB of one and hides the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from lxml import html as lxml_html

from newsroom.problems import Problem, Severity
from newsroom.publish.email.body import EmailSection
from newsroom.publish.email.checks.subject import Subject

WARN_AT, FAIL_AT = 85_000, 100_000
"""Bytes of HTML: from the first on the sender is warned, above the second nothing is sent."""
TRACKED_LINK = 160
"""Bytes of the address that a mail tool which counts clicks puts in a link's place."""
_WEB_LINK = re.compile(r'(?<= href=")https?://[^"]*')
_NAMED = 5


@dataclass(frozen=True)
class SectionSize:
    """A section and the bytes it takes; ``section`` None is all that stands around the sections."""

    section: EmailSection | None
    size: int


def reckoned_size(html: str) -> int:
    """The bytes of an email once a mail tool has put its counting addresses in the links' places."""
    growth = (max(0, TRACKED_LINK - len(match[0].encode())) for match in _WEB_LINK.finditer(html))
    return len(html.encode()) + sum(growth)


def section_sizes(subject: Subject) -> tuple[SectionSize, ...]:
    """The reckoned bytes of each section, in order, and of what stands around them; the sum is the email's."""
    sizes = [
        SectionSize(section, reckoned_size(str(lxml_html.tostring(cell, encoding="unicode", with_tail=False))))
        for section, cell in subject.sections
    ]
    rest = reckoned_size(subject.html) - sum(part.size for part in sizes)
    return (*sizes, SectionSize(None, max(rest, 0)))


def size(subject: Subject) -> Iterator[Problem]:
    """Small enough that Gmail shows all of it, after a mail tool has lengthened its links."""
    total = reckoned_size(subject.html)
    if total < WARN_AT:
        return
    largest = sorted((s for s in section_sizes(subject) if s.section), key=lambda part: -part.size)
    named = ", ".join(
        f"'{s.section.title or 'before the first heading'}' {kilobytes(s.size)}" for s in largest[:_NAMED] if s.section
    )
    is_too_large = total > FAIL_AT
    what = f"the email is {ceil(total / 1000)} kB, and Gmail cuts it off at 102 kB"
    fix = "shorten them, or give a long one a page of its own and link to it"
    section = largest[0].section if largest else None
    if sum(part.size for part in largest[:_NAMED]) * 2 < sum(part.size for part in largest):
        what, section = f"{what}; no section of its {len(largest)} is large", None
        fix = "make two editions of it, or give some sections pages of their own and link to them"
    else:
        what = f"{what}; its largest sections: {named}"
    yield subject.problem(section, what, fix, Severity.ERROR if is_too_large else Severity.WARNING)


def kilobytes(size: int) -> str:
    """A size as people read it: "13.6 kB"."""
    return f"{size / 1000:.1f} kB"
