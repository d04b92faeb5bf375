"""``newsroom explain``: prints the help for a code."""

import click

from newsroom.codes import CODES, code_help, list_codes
from newsroom.problems import suggest


@click.command()
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
