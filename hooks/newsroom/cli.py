"""The command line: ``newsroom check``."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from newsroom.build import open_build
from newsroom.problems import ContentError, Problem, Severity, report


@dataclass(frozen=True)
class Surroundings:
    """What the command is handed from outside: how to tell the day, and the settings of a site in a folder.

    ``settings`` raises ContentError where mkdocs.yml cannot be read. ``email_problems`` makes the email of every
    edition of a site in a folder and says what its checks found, and what all others did.
    """

    today: Callable[[], date]
    settings: Callable[[Path], object]
    email_problems: Callable[[Path], tuple[Problem, ...]]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Tools for the newsroom's editors."""


@main.command()
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The repository's folder.",
)
@click.option("--all-email", is_flag=True, help="Make the email of every edition, however old, and check it too.")
@click.pass_obj
def check(surroundings: Surroundings, root: Path, *, all_email: bool) -> None:
    """Look through all content and list what to fix; builds nothing."""
    try:
        build = open_build(root, surroundings.settings(root), today=surroundings.today())
    except ContentError as error:
        click.echo(report(error.problems))
        raise click.exceptions.Exit(1) from error
    problems = surroundings.email_problems(root) if all_email else build.problems
    if any(problem.severity is Severity.ERROR for problem in problems):
        click.echo(report(problems))
        raise click.exceptions.Exit(1)
    for warning in problems:
        click.echo(str(warning))
    documents = sum(page.document is not None for page in build.site.pages)
    checked = (
        f"{documents} pages checked, and the email of every edition" if all_email else f"{documents} pages checked"
    )
    count = "1 warning" if len(problems) == 1 else f"{len(problems)} warnings"
    click.echo(f"{checked}, {count if problems else 'no errors'}.")
