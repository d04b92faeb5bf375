"""The commands about consent: the list of all items with consent, and withdrawals."""

from datetime import datetime
from pathlib import Path

import click

from newsroom.cli.context import ROOT_OPTION, CliContext, require_variables
from newsroom.commands.consent import read_register
from newsroom.commands.withdraw import UnknownItemError, withdraw_item, withdrawn_addresses
from newsroom.content.types import CONTENT_FOLDERS
from newsroom.problems import ContentError
from newsroom.report import format_register, format_register_csv


@click.command()
@ROOT_OPTION
@click.option("--csv", "is_csv", is_flag=True, help="Print CSV for a spreadsheet instead of a table.")
@click.pass_obj
def consent(environment: CliContext, root: Path, *, is_csv: bool) -> None:
    """List all items with consent, until when, and where they appear."""
    try:
        require_variables(environment)
        rows = read_register(
            root, environment.settings(root), today=environment.today(), value_cache=environment.value_cache(root)
        )
    except ContentError as error:
        click.echo(str(error))
        raise click.exceptions.Exit(1) from error
    table = format_register(rows, width=environment.width, colour=environment.colour)
    click.echo(format_register_csv(rows) if is_csv else table, nl=False, color=environment.colour)


@click.command()
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
    _require_content(root)
    today, withdrawn_on = environment.today(), day.date() if day else None
    if withdrawn_on and withdrawn_on > today:
        raise click.BadParameter("this day has not come yet.", param_hint="--day")
    values = environment.readable_settings(root)
    try:
        lines = withdraw_item(root, values, item, today, day=withdrawn_on, kept=keep, is_trial=dry_run)
    except UnknownItemError as error:
        raise click.BadParameter(str(error), param_hint="ITEM") from error
    click.echo(lines)


@click.command()
@ROOT_OPTION
@click.pass_obj
def withdrawn(environment: CliContext, root: Path) -> None:
    """Print the addresses of withdrawn items.

    The website says there that the item was taken down.
    """
    _require_content(root)
    for address in withdrawn_addresses(root, environment.readable_settings(root), environment.today()):
        click.echo(address)


def _require_content(root: Path) -> None:
    """Raise BadParameter for a folder without content, in which no command can find an item or a withdrawal."""
    if not any((root / folder).is_dir() for folder in CONTENT_FOLDERS):
        what = f"there is no content in {root.resolve()}; go to the repository's folder, or name it with --root."
        raise click.BadParameter(what, param_hint="--root")
