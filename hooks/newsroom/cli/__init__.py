"""The command line: all commands of ``newsroom`` but those that need the engine, which ``hooks/command.py`` adds."""

from pathlib import Path

import click

from newsroom.cli.check import check
from newsroom.cli.consent import consent, withdraw, withdrawn
from newsroom.cli.context import ROOT_OPTION, CliContext, program_name
from newsroom.cli.fresh import fresh
from newsroom.cli.import_group import import_group
from newsroom.cli.new import new
from newsroom.codes import CODES, code_help, list_codes
from newsroom.commands.review import UnknownLanguageError, review_list
from newsroom.problems import ContentError, suggest

__all__ = ["ROOT_OPTION", "CliContext", "main"]


@click.group("newsroom", context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Tools for the newsroom's editors."""


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Print the help for a CODE like link-missing, or list all codes."""
    if code is None:
        click.echo("\n".join(list_codes()))
    elif text := code_help(code):
        click.echo(text)
    else:
        fix = suggest(code, CODES, f"'{program_name()} explain' lists all codes.")
        raise click.BadParameter(f"there is no code '{code}'; {fix}", param_hint="CODE")


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


for command in (check, consent, explain, fresh, import_group, new, review, withdraw, withdrawn):
    main.add_command(command)
