"""The command line: all commands of ``newsroom`` but those that need the engine, which ``hooks/command.py`` adds."""

import click

from newsroom.cli.check import check
from newsroom.cli.consent import consent, withdraw, withdrawn
from newsroom.cli.context import ROOT_OPTION, CliContext
from newsroom.cli.explain import explain
from newsroom.cli.fresh import fresh
from newsroom.cli.import_group import import_group
from newsroom.cli.new import new
from newsroom.cli.review import review

__all__ = ["ROOT_OPTION", "CliContext", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Tools for the newsroom's editors."""


for command in (check, consent, explain, fresh, import_group, new, review, withdraw, withdrawn):
    main.add_command(command)
