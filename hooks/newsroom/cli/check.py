"""``newsroom check``: looks through all content and lists what to fix."""

from collections.abc import Callable
from pathlib import Path

import click

from newsroom.cli.context import ROOT_OPTION, CliContext, program_name, require_variables
from newsroom.commands.check import CheckedContent, check_content
from newsroom.commands.lost import UnknownRevision, find_lost
from newsroom.english import count_things
from newsroom.problems import ContentError, Problem
from newsroom.read.files import read_text
from newsroom.report import Findings, escape_commands, format_commands, format_json, format_summary, format_text


@click.command()
@ROOT_OPTION
@click.option("--all-email", is_flag=True, help="Check the email of every edition, however old.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="text for people, github for a pull request's workflow, json for tools.",
)
@click.option(
    "--on-expired",
    type=click.Choice(["fail", "hide"]),
    default="fail",
    show_default=True,
    help="Whether an item whose consent has expired is an error, or is hidden, as on the published site.",
)
@click.option("--base", metavar="REVISION", help="Report too what was public at this revision and would be lost.")
@click.option("--full", is_flag=True, help="List every error and warning, even if there are very many.")
@click.option("--advice", is_flag=True, help="Advise on wording too; with --base, in files that changed since then.")
@click.pass_obj
def check(
    environment: CliContext,
    root: Path,
    output_format: str,
    on_expired: str,
    base: str | None,
    *,
    all_email: bool,
    full: bool,
    advice: bool,
) -> None:
    """Look through all content and list what to fix; builds nothing."""
    findings = _check(environment, root, all_email=all_email, hides_expired=on_expired == "hide", advice=advice)
    changed: frozenset[str] = frozenset()
    if base is not None:
        try:
            with environment.content_at(root, base) as earlier:
                lost = _find_lost(environment, root, earlier)
                findings = Findings.from_problems([*findings.problems, *lost], findings.checked)
                changed = _find_changed_files(root, earlier, findings)
                findings = findings.with_advice_on(changed)
        except UnknownRevision as error:
            raise click.BadParameter(f"{error}.", param_hint="--base") from error
    _print_findings(findings, environment, root, output_format, changed, is_full=full)
    if findings.errors:
        raise click.exceptions.Exit(1)


def _check(environment: CliContext, root: Path, *, all_email: bool, hides_expired: bool, advice: bool) -> Findings:
    """Check the current content."""
    try:
        require_variables(environment)
        settings, today = environment.settings(root), environment.today()
        content = check_content(
            root,
            settings,
            today=today,
            every_email=all_email,
            hides_expired=hides_expired,
            value_cache=environment.value_cache(root),
            misspelt=environment.misspelt if advice else None,
        )
    except ContentError as error:
        return Findings.from_problems(error.problems)
    return Findings.from_problems(content.problems, _describe_checked(content))


def _describe_checked(content: CheckedContent) -> str:
    """How much was checked: "61 pages and 3 newsletter emails checked"."""
    emails = f" and {count_things(content.emails, 'newsletter email')}" if content.emails else ""
    return f"{content.pages} pages{emails} checked"


def _find_lost(environment: CliContext, root: Path, earlier: Path) -> tuple[Problem, ...]:
    """Errors about items that were public in the earlier content, in a folder, and are not now."""
    try:
        values, today = environment.settings(root), environment.today()
    except ContentError:
        return ()  # reported already
    return find_lost(root, earlier, values, environment.readable_settings(earlier), today)


def _find_changed_files(root: Path, earlier: Path, findings: Findings) -> frozenset[str]:
    """The files with errors or warnings that differ from the earlier content."""
    paths = {problem.path for problem in findings.problems}
    return frozenset(path for path in paths if _read_bytes(root / path) != _read_bytes(earlier / path))


def _read_bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _print_findings(
    findings: Findings,
    environment: CliContext,
    root: Path,
    output_format: str,
    changed: frozenset[str],
    *,
    is_full: bool,
) -> None:
    """Print the findings in the chosen format; for GitHub, also write the job summary."""
    if output_format == "json":
        click.echo(format_json(findings))
    elif output_format == "text":
        text = format_text(
            findings, _source_line_reader(root), colour=environment.colour, is_full=is_full, program=program_name()
        )
        click.echo(text, color=environment.colour)
    else:
        if commands := format_commands(findings, first=changed):
            click.echo(commands)
        text = format_text(findings, _source_line_reader(root), colour=False)
        click.echo(escape_commands(text) if findings.problems else text)
        run = environment.github()
        if run.summary:
            with run.summary.open("a", encoding="utf-8") as summary:
                summary.write(format_summary(findings, run.files))


def _source_line_reader(root: Path) -> Callable[[str, int], str | None]:
    """A function that gives a line of a file; None if the file is unreadable, too short or outside the repository."""
    files: dict[str, list[str]] = {}

    def source_line(path: str, number: int) -> str | None:
        if path not in files:
            is_inside = (root / path).resolve().is_relative_to(root.resolve())
            text = read_text(root, path) if is_inside else ""
            files[path] = text.split("\n") if isinstance(text, str) else []
        lines = files[path]
        return lines[number - 1] if number <= len(lines) else None

    return source_line
