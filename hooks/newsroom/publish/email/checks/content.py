"""Checks of an email's content: headings, sections, links, pictures, and the same links in both parts."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newsroom.markup.tree import HEADINGS
from newsroom.problems import Problem
from newsroom.publish.email.checks.checked_email import CheckedEmail, elements, shown_text
from newsroom.publish.email.lines import reference_line

_PICTURE = "email-picture-invalid"
_TEXT = "email-text-differs"
# Matches "?utm_source=" and "&fbclid=". Does not match "?page=".
_TRACKING = re.compile(r"[?&;](utm_\w+|mc_[ce]id|fbclid|gclid|msclkid)=")
_TYPES = (".jpg", ".jpeg", ".png")
# Matches the line "[1] https://a.example/". Does not match "see [1]".
_LISTED_LINK = re.compile(r"^\[\d+\] ((?:https?|mailto|tel):\S+)$", re.MULTILINE)


def check_headings(email: CheckedEmail) -> Iterator[Problem]:
    """Check that there is one first-level heading and that no level is skipped."""
    levels = [int(str(e.tag)[1]) for e in elements(email.tree) if e.tag in HEADINGS]
    if levels.count(1) != 1:
        yield email.template_problem(
            "email-heading-order",
            "there must be exactly one first-level heading",
            "keep the edition's title as the only h1",
        )
    if any(level > previous + 1 for previous, level in pairwise(levels)):
        yield email.template_problem("email-heading-order", "a heading skips a level", "write headings in order")


def check_sections_not_empty(email: CheckedEmail) -> Iterator[Problem]:
    """Check that every section with a heading has content."""
    for section, cell in email.sections:
        words = shown_text(cell).removeprefix(section.title).strip()
        if section.title and not words and next(elements(cell, "img", "hr"), None) is None:
            what = f"the section '{section.title}' is empty"
            yield email.problem("email-section-empty", section, what, "write something below it, or delete it")


def check_email_links(email: CheckedEmail) -> Iterator[Problem]:
    """Check that every link has text, and an absolute https address without tracking."""
    own = {tag.href for tag in email.tool.tags}
    for section, cell in email.sections:
        for link in elements(cell, "a"):
            address, words = link.get("href") or "", shown_text(link)
            line = reference_line(email.body.edition.outline, section.line, address, words)
            if not words:
                what = f"the link to {address} has no text"
                yield email.problem("email-link-text-missing", section, what, "write where it leads", line)
            if tracking := _TRACKING.search(address):
                what = f"the link to {address} tracks the readers who follow it ({tracking[1]})"
                yield email.problem("email-link-tracking", section, what, f"remove '{tracking[1]}' from it", line)
            if address.startswith("http://"):
                fix = "write https:// in front, or find a page that has it"
                what = f"the link to {address} is not safe (http)"
                yield email.problem("email-link-insecure", section, what, fix, line)
    for link in elements(email.tree, "a"):
        address = link.get("href") or ""
        if address not in own and not re.match(r"https?://[^/\s]+|mailto:[^\s@]+@|tel:", address):
            what = f"a link leads to '{address}', which is not a whole address"
            yield email.template_problem("email-link-relative", what, "write the whole address")


def check_pictures(email: CheckedEmail) -> Iterator[Problem]:
    """Check that every picture is a JPEG or PNG with an absolute address, a width, a height and an ``alt``."""
    for image in elements(email.tree, "img"):
        address = image.get("src") or ""
        sizes = (image.get("width") or "", image.get("height") or "")
        if not (address.startswith(("https://", "http://")) and address.lower().endswith(_TYPES)):
            what = f"the picture {address} is not a JPEG or PNG at a whole address"
            yield email.template_problem(_PICTURE, what, "show another form of it")
        if not all(size.isdecimal() and int(size) > 0 for size in sizes):
            yield email.template_problem(
                _PICTURE, f"the picture {address} has no width and height in numbers", "write both"
            )
        if image.get("alt") is None:
            yield email.template_problem(_PICTURE, f"the picture {address} has no alt", 'write alt=""')


def check_text_links(email: CheckedEmail) -> Iterator[Problem]:
    """Check that the plain text has the same links as the sections in HTML."""
    linked = {link.get("href") or "" for _, cell in email.sections for link in elements(cell, "a")}
    for address in sorted(linked):
        # Any character may be before and after it, as in "(https://a.example/b_(c))—d".
        if address.removeprefix("mailto:").removeprefix("tel:") not in email.text:
            yield email.template_problem(_TEXT, f"the plain text lacks the link to {address}", "put it into layout.txt")
    for address in sorted(set(_LISTED_LINK.findall(email.text)) - linked):
        yield email.template_problem(
            _TEXT, f"the plain text alone has the link to {address}", "put it into layout.html"
        )
