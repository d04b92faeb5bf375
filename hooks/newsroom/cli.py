"""The command line: ``newsroom check``."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from newsroom.build import open_build
from newsroom.problems import ContentError, report


@dataclass(frozen=True)
class Surroundings:
    """What the command is handed from outside: how to tell the day, and the settings of a site in a folder.

    ``settings`` raises ContentError where mkdocs.yml cannot be read.
    """

    today: Callable[[], date]
    settings: Callable[[Path], object]


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
@click.pass_obj
def check(surroundings: Surroundings, root: Path) -> None:
    """Look through all content and say what needs mending; builds nothing."""
    try:
        build = open_build(root, surroundings.settings(root), today=surroundings.today())
    except ContentError as error:
        click.echo(report(error.problems))
        raise click.exceptions.Exit(1) from error
    for warning in build.problems:
        click.echo(str(warning))
    documents = sum(page.document is not None for page in build.site.pages)
    click.echo(f"{documents} pages read; nothing to mend.")
