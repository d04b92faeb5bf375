"""Reads the Markdown files in which codes are declared."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_FOLDER = Path(__file__).parent
_ENTRY = re.compile(
    r"^## (?P<code>[a-z0-9-]+)\n\nSeverity: (?P<severity>[a-z ]+)\n(?P<hides_line>Source line: hidden\n)?\n"
    r"(?P<help>.+?)(?=\n+## |\s*\Z)",
    re.M | re.S,
)
"""One code: "## link-missing", a blank line, "Severity: error", a blank line, and the help up to the next heading.

The line "Source line: hidden" may follow the severity: reports then do not quote the line, which is private.
"""


class Severity(StrEnum):
    """Whether something must be fixed."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Blocks(StrEnum):
    """What an error stops: the whole site, or the email of its edition."""

    SITE = "site"
    EMAIL = "email"


_SEVERITIES: Mapping[str, tuple[Severity, Blocks]] = {
    "error": (Severity.ERROR, Blocks.SITE),
    "email error": (Severity.ERROR, Blocks.EMAIL),
    "warning": (Severity.WARNING, Blocks.SITE),
    "advice": (Severity.ADVICE, Blocks.SITE),
}


@dataclass(frozen=True)
class CodeHelp:
    """The declaration of one code. ``help`` is Markdown, ``shows_line`` whether reports quote the source line."""

    code: str
    severity: Severity
    blocks: Blocks
    help: str
    shows_line: bool = True

    @property
    def stops_email(self) -> bool:
        """Whether it is an error that stops only an edition's email."""
        return self.severity is Severity.ERROR and self.blocks is Blocks.EMAIL


@dataclass(frozen=True)
class CodeGroup:
    """The codes of one file, in order."""

    title: str
    entries: tuple[CodeHelp, ...]


def _parse_group(text: str) -> CodeGroup:
    title = text.split("\n", 1)[0].removeprefix("# ")
    found = (
        CodeHelp(match["code"], *_SEVERITIES[match["severity"]], match["help"], not match["hides_line"])
        for match in _ENTRY.finditer(text)
    )
    return CodeGroup(title, tuple(found))


GROUPS = tuple(_parse_group(file.read_text(encoding="utf-8")) for file in sorted(_FOLDER.glob("[0-9]*.md")))
"""All groups, in the order of their files' names."""
CODES: Mapping[str, CodeHelp] = {entry.code: entry for group in GROUPS for entry in group.entries}
"""The declarations by code."""
