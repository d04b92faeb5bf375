"""The help of all codes: the page of the editors' guide, and the output of `newsroom explain`."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from newsroom.codes.registry import CODES, GROUPS, CodeHelp

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
