"""``newsroom new``: writes a new file, to be filled in."""

from pathlib import Path

import click

from newsroom.cli.context import ROOT_OPTION, CliContext
from newsroom.commands.new_edition import EditionNameError, next_edition
from newsroom.problems import ContentError


@click.group()
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
