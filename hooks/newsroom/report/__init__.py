"""Reports for people and tools: errors and warnings as text, for GitHub and as JSON, and the register of consent."""

from newsroom.report.findings import Findings
from newsroom.report.github import GitHubRun, escape_commands, format_commands, format_summary
from newsroom.report.json_report import format_json
from newsroom.report.register import RegisterRow, format_csv, format_register, format_register_csv
from newsroom.report.text import format_text

__all__ = [
    "Findings",
    "GitHubRun",
    "RegisterRow",
    "escape_commands",
    "format_commands",
    "format_csv",
    "format_json",
    "format_register",
    "format_register_csv",
    "format_summary",
    "format_text",
]
