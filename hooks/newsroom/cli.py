"""The command line: all commands of ``newsroom`` but ``preview``, which needs the engine."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from newsroom.codes import CODES, code_help, list_codes
from newsroom.commands.check import CheckedContent, check_content
from newsroom.commands.consent import read_register
from newsroom.commands.lost import UnknownRevision, find_lost
from newsroom.commands.new_edition import EditionNameError, next_edition
from newsroom.commands.withdraw import UnknownItemError, withdraw_item, withdrawn_addresses
from newsroom.problems import ContentError, Problem, suggest
from newsroom.read.files import read_text
from newsroom.report import (
    Findings,
    GitHubRun,
    escape_commands,
    format_commands,
    format_json,
    format_register,
    format_register_csv,
    format_summary,
    format_text,
)
from newsroom.value_cache import ValueCache


@contextmanager
def _no_history(_root: Path, revision: str) -> Iterator[Path]:
    raise UnknownRevision(f"there is no history here in which to look for '{revision}'")
    yield _root


def _no_cache(_root: Path) -> ValueCache:
    return ValueCache()


@dataclass(frozen=True)
class CliContext:
    """The environment of the commands: functions for the date, the settings, caches, earlier content and the workflow.

    ``settings`` raises ContentError if mkdocs.yml cannot be read; then ``readable_settings`` gives those of an earlier
    commit, or None. ``faults`` gives the errors in environment variables. ``content_at`` gives a temporary folder with
    the content and the settings of a site as they were at a revision of its repository, and raises UnknownRevision.
    ``github`` gives the workflow in which the command runs. ``value_cache`` gives the cache of a repository's builds.
    ``colour``: the output is shown in colour. ``width`` is the terminal's, in characters.
    """

    today: Callable[[], date]
    settings: Callable[[Path], object]
    readable_settings: Callable[[Path], object] = lambda _root: None
    faults: Callable[[], tuple[Problem, ...]] = tuple
    content_at: Callable[[Path, str], AbstractContextManager[Path]] = _no_history
    github: Callable[[], GitHubRun] = GitHubRun
    value_cache: Callable[[Path], ValueCache] = _no_cache
    colour: bool = False
    width: int = 160


ROOT_OPTION = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The repository's folder.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Tools for the newsroom's editors."""


@main.command()
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
@click.pass_obj
def check(
    environment: CliContext, root: Path, output_format: str, on_expired: str, base: str | None, *, all_email: bool
) -> None:
    """Look through all content and list what to fix; builds nothing."""
    findings = _check(environment, root, all_email=all_email, hides_expired=on_expired == "hide")
    changed: frozenset[str] = frozenset()
    if base is not None:
        try:
            with environment.content_at(root, base) as earlier:
                lost = _find_lost(environment, root, earlier)
                findings = Findings.from_problems([*findings.problems, *lost], findings.checked)
                changed = _find_changed_files(root, earlier, findings)
        except UnknownRevision as error:
            raise click.BadParameter(f"{error}.", param_hint="--base") from error
    _print_findings(findings, environment, root, output_format, changed)
    if findings.errors:
        raise click.exceptions.Exit(1)


@main.command()
@ROOT_OPTION
@click.option("--csv", "is_csv", is_flag=True, help="Print CSV for a spreadsheet instead of a table.")
@click.pass_obj
def consent(environment: CliContext, root: Path, *, is_csv: bool) -> None:
    """List all items with consent, until when, and where they appear."""
    try:
        _require_variables(environment)
        rows = read_register(
            root, environment.settings(root), today=environment.today(), value_cache=environment.value_cache(root)
        )
    except ContentError as error:
        click.echo(str(error))
        raise click.exceptions.Exit(1) from error
    table = format_register(rows, width=environment.width, colour=environment.colour)
    click.echo(format_register_csv(rows) if is_csv else table, nl=False, color=environment.colour)


@main.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Print the help for a CODE like link-missing, or list all codes."""
    if code is None:
        click.echo("\n".join(list_codes()))
    elif text := code_help(code):
        click.echo(text)
    else:
        fix = suggest(code, CODES, "`newsroom explain` lists all codes.")
        raise click.BadParameter(f"there is no code '{code}'; {fix}", param_hint="CODE")


@main.command()
@ROOT_OPTION
@click.argument("item")
@click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="The day of the withdrawal, if not today."
)
@click.option(
    "--keep", multiple=True, metavar="FILE", help="A picture or PDF that stays, since it does not show the person."
)
@click.option("--dry-run", is_flag=True, help="Only print what would change.")
@click.pass_obj
def withdraw(
    environment: CliContext, root: Path, item: str, day: datetime | None, keep: tuple[str, ...], *, dry_run: bool
) -> None:
    """Take ITEM out of all files, and say what is left to do by hand.

    ITEM is the key of the register (S-012), the file or the address.
    """
    values, withdrawn_on = environment.readable_settings(root), day.date() if day else None
    try:
        lines = withdraw_item(root, values, item, environment.today(), day=withdrawn_on, kept=keep, is_trial=dry_run)
    except UnknownItemError as error:
        raise click.BadParameter(str(error), param_hint="ITEM") from error
    click.echo(lines)


@main.command()
@ROOT_OPTION
@click.pass_obj
def withdrawn(environment: CliContext, root: Path) -> None:
    """Print the addresses of withdrawn items.

    The website says there that the item was taken down.
    """
    for address in withdrawn_addresses(root, environment.readable_settings(root), environment.today()):
        click.echo(address)


@main.group()
def new() -> None:
    """Write a new file, to be filled in."""


@new.command()
@ROOT_OPTION
@click.option("--name", metavar="YYYY-MM", help="Its name, like 2026-12 or 2026-12-05; by default the next month.")
@click.option("--lang", metavar="CODE", help="The language, like cy; by default the site's own.")
@click.pass_obj
def newsletter(environment: CliContext, root: Path, name: str | None, lang: str | None) -> None:
    """Write the next edition of the newsletter, with everything that is new since the last one."""
    try:
        file = next_edition(root, environment.settings(root), environment.today(), name=name, lang=lang)
    except ContentError as error:
        raise click.ClickException(str(error)) from error
    except EditionNameError as error:
        raise click.BadParameter(str(error), param_hint="--name or --lang") from error
    (root / file.path).parent.mkdir(exist_ok=True)
    with (root / file.path).open("x", encoding="utf-8", newline="\n") as opened:
        opened.write(file.text)
    click.echo(f"{file.path} is written. Keep or delete its cards, and replace the words that `newsroom check` lists.")


def _require_variables(environment: CliContext) -> None:
    """Raise ContentError if an environment variable is not valid."""
    if faults := environment.faults():
        raise ContentError(faults)


def _check(environment: CliContext, root: Path, *, all_email: bool, hides_expired: bool) -> Findings:
    """Check the current content."""
    try:
        _require_variables(environment)
        settings, today = environment.settings(root), environment.today()
        content = check_content(
            root,
            settings,
            today=today,
            every_email=all_email,
            hides_expired=hides_expired,
            value_cache=environment.value_cache(root),
        )
    except ContentError as error:
        return Findings.from_problems(error.problems)
    return Findings.from_problems(content.problems, _describe_checked(content))


def _describe_checked(content: CheckedContent) -> str:
    """How much was checked: "61 pages and 3 newsletter emails checked"."""
    emails = "1 newsletter email" if content.emails == 1 else f"{content.emails} newsletter emails"
    return f"{content.pages} pages{f' and {emails}' if content.emails else ''} checked"


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
    findings: Findings, environment: CliContext, root: Path, output_format: str, changed: frozenset[str]
) -> None:
    """Print the findings in the chosen format; for GitHub, also write the job summary."""
    if output_format == "json":
        click.echo(format_json(findings))
    elif output_format == "text":
        text = format_text(findings, _source_line_reader(root), colour=environment.colour)
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
