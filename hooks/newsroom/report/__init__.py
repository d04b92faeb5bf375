"""Reports of what a check found: as text for people, as GitHub's annotations and summary, as JSON for tools."""

from newsroom.report.findings import Findings
from newsroom.report.github import GitHubRun, as_commands, as_summary, without_commands
from newsroom.report.json_report import as_json
from newsroom.report.text import as_text

__all__ = ["Findings", "GitHubRun", "as_commands", "as_json", "as_summary", "as_text", "without_commands"]
