"""Reports of errors and warnings: text for people, annotations and a summary for GitHub, and JSON for tools."""

from newsroom.report.findings import Findings
from newsroom.report.github import GitHubRun, escape_commands, format_commands, format_summary
from newsroom.report.json_report import format_json
from newsroom.report.text import format_text

__all__ = [
    "Findings",
    "GitHubRun",
    "escape_commands",
    "format_commands",
    "format_json",
    "format_summary",
    "format_text",
]
