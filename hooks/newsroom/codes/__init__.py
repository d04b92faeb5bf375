"""The codes of all errors and warnings, each with its severity and its help.

They are declared in the Markdown files beside this module, one file for each group; the numbers say in which order.
A code is a second-level heading; below it are the line ``Severity: …`` and the help: two to five sentences and an
example. A test finds codes that are not declared, and declared ones that no test reports.
"""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from newsroom.codes.registry import CODES, GROUPS, Blocks, CodeHelp, Severity

__all__ = [
    "CODES",
    "GROUPS",
    "Blocks",
    "Severity",
    "code_help",
    "errors_page",
    "list_codes",
]

_WIDTH = 88
_INTRODUCTION = (Path(__file__).parent / "guide.md").read_text(encoding="utf-8")


def errors_page() -> tuple[str, str, str]:
    """The title, summary and Markdown text of the page that explains all codes. Each code is an id."""
    title, summary, introduction = _INTRODUCTION.split("\n\n", 2)
    parts = [introduction.strip()]
    for group in GROUPS:
        parts.append(f"## {group.title}")
        parts += (
            f"### {entry.code} {{#{entry.code}}}\n\n**{_severity_label(entry)}.** {entry.help}"
            for entry in group.entries
        )
    return title.removeprefix("# "), summary, "\n\n".join(parts)


def code_help(code: str) -> str | None:
    """The severity and the help of a code as plain text; None if there is no such code."""
    entry = CODES.get(code)
    return (
        "\n\n".join([f"{entry.code} ({_severity_label(entry).lower()})", *map(_wrap, entry.help.split("\n\n"))])
        if entry
        else None
    )


def list_codes() -> Iterator[str]:
    """All codes as lines of plain text, by group."""
    width = max(map(len, CODES))
    for group in GROUPS:
        yield f"{group.title}:"
        yield from (f"  {entry.code:{width}}  {_severity_label(entry).lower()}" for entry in group.entries)


def _severity_label(entry: CodeHelp) -> str:
    return "Email error" if entry.stops_email else entry.severity.value.capitalize()


def _wrap(paragraph: str) -> str:
    """A paragraph wrapped to a terminal's width; an indented example unchanged."""
    return paragraph if paragraph.startswith("    ") else textwrap.fill(paragraph, _WIDTH)
