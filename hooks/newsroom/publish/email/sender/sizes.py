"""The size of an email and of its sections, for the sender's page."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.mail_tools import EmailForm, MailTool
from newsroom.publish.email.body import EmailBody, EmailSection
from newsroom.publish.email.checks import CheckedEmail
from newsroom.publish.email.checks.size import (
    FAIL_AT,
    WARN_AT,
    kilobytes,
    measured_size,
    section_sizes,
    size_with_click_counting,
)
from newsroom.publish.email.compose import EmailParts


@dataclass(frozen=True)
class SizeRow:
    """The size of a part of an email, and its share. ``is_quoted``: the name is a heading of the edition."""

    name: str
    is_quoted: bool
    size: str
    share: str
    width: str


@dataclass(frozen=True)
class Mark:
    """A mark on the scale of sizes: its position in per cent, and its kilobytes."""

    position: str
    label: str


@dataclass(frozen=True)
class SizePanel:
    """The size of an email, as text. ``when_counted`` is None if the mail tool does not count clicks.

    ``width`` is the length of its bar in per cent of the scale. ``warn_at`` and ``fail_at`` are in kilobytes.
    """

    size: str
    when_counted: str | None
    is_over: bool
    width: str
    warn_at: str
    fail_at: str
    marks: tuple[Mark, ...]
    rows: tuple[SizeRow, ...]


def size_panel(body: EmailBody, tool: MailTool, parts: EmailParts) -> SizePanel:
    """Measure an edition's email for a mail tool."""
    html = parts[EmailForm.HTML]
    size = measured_size(html)
    end = max(FAIL_AT * 1.1, size)
    return SizePanel(
        size=kilobytes(size),
        when_counted=kilobytes(size_with_click_counting(html, tool)) if tool.counts_clicks else None,
        is_over=size > WARN_AT,
        width=_per_cent(size, end),
        warn_at=f"{WARN_AT // 1000}",
        fail_at=f"{FAIL_AT // 1000}",
        marks=tuple(Mark(_per_cent(mark, end), f"{mark // 1000}") for mark in (WARN_AT, FAIL_AT)),
        rows=tuple(_size_rows(CheckedEmail(body, tool, html, parts[EmailForm.TEXT]), size)),
    )


def _size_rows(subject: CheckedEmail, whole: int) -> Iterator[SizeRow]:
    for number, part in enumerate(section_sizes(subject)):
        section = part.section
        name = _name(section, number) if section else "Masthead, contents, footer"
        share = f"{round(100 * part.size / whole)}%"
        is_quoted = section is not None and bool(section.title)
        yield SizeRow(name, is_quoted, kilobytes(part.size), share, _per_cent(part.size, whole))


def _per_cent(size: float, whole: float) -> str:
    return f"{round(100 * size / whole, 1)}%"


def _name(section: EmailSection, number: int) -> str:
    """A section's heading, or a description of a section without one."""
    return section.title or ("Footnotes" if number else "Before the first heading")
