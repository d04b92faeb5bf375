"""``newsroom review``: lists the texts in a language beside those in the site's first language."""

from pathlib import Path

import click

from newsroom.cli.context import ROOT_OPTION, CliContext
from newsroom.commands.review import UnknownLanguageError, review_list
from newsroom.problems import ContentError


@click.command()
@ROOT_OPTION
@click.argument("language")
@click.pass_obj
def review(environment: CliContext, root: Path, language: str) -> None:
    """Print all texts in a LANGUAGE, like cy, beside the English ones, as CSV for somebody who reviews them."""
    try:
        click.echo(review_list(root, environment.settings(root), language), nl=False)
    except UnknownLanguageError as error:
        raise click.BadParameter(str(error), param_hint="LANGUAGE") from error
    except ContentError as error:
        click.echo(str(error))
        raise click.exceptions.Exit(1) from error
