"""``newsroom fresh``: makes the repository another network's."""

from pathlib import Path

import click

from newsroom.cli.context import ROOT_OPTION, CliContext
from newsroom.commands.fresh import Network, plan_fresh_start
from newsroom.commands.lost import UnknownRevision
from newsroom.problems import ContentError
from newsroom.site_settings import recover_site_settings, site_settings

_EXAMPLE = Network()
_MOST_SHOWN = 5


@click.command()
@ROOT_OPTION
@click.option("--name", help="The network's name.")
@click.option("--url", help="The site's public address, like https://elm.example/.")
@click.option("--contact", help="The email address people write to.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
@click.pass_obj
def fresh(
    environment: CliContext, root: Path, name: str | None, url: str | None, contact: str | None, *, yes: bool
) -> None:
    """Empty the content and the settings for another network, and leave an example of each kind of item."""
    _require_all_committed(environment, root)
    asks = environment.can_ask and not yes
    network = Network(
        _ask("What is the network called?", _EXAMPLE.name, name, asks=asks),
        _ask("What is the site's address, with a slash at its end?", _EXAMPLE.site_url, url, asks=asks),
        _ask("Which email address do people write to?", _EXAMPLE.contact, contact, asks=asks),
    )
    _require_valid(network)
    before, faults = recover_site_settings(environment.readable_settings(root))
    start = plan_fresh_start(root, network, environment.today(), None if faults else before)
    if not yes:
        question = (
            f"Delete {len(start.deleted)} files of content, and write {len(start.written)} files for {network.name}?"
        )
        if not environment.can_ask:
            raise click.UsageError(f"{question} Nobody can answer here; --yes does it without asking.")
        click.confirm(question, abort=True)
    start.apply(root)
    click.echo(f"{len(start.deleted)} files are deleted. Written for {network.name}:")
    for file in start.written:
        click.echo(f"  {file.path}")
    click.echo("Next: `make check`, `make serve`, and the rest of the steps in FORKING.md.")


def _ask(question: str, example: str, given: str | None, *, asks: bool) -> str:
    if given is not None:
        return given
    return str(click.prompt(question, default=example)) if asks else example


def _require_all_committed(environment: CliContext, root: Path) -> None:
    """Refuse to delete what git could not bring back."""
    try:
        changed = environment.uncommitted(root)
    except UnknownRevision as error:
        what = f"{error}, so what is deleted could not be brought back; clone the repository with git"
        raise click.ClickException(what) from error
    if changed:
        more = f" and {len(changed) - _MOST_SHOWN} more" if len(changed) > _MOST_SHOWN else ""
        listed = ", ".join(changed[:_MOST_SHOWN])
        what = f"these files have changes that are not committed: {listed}{more}; commit or delete them first"
        raise click.ClickException(what)


def _require_valid(network: Network) -> None:
    names = {"site_name": "--name", "site_url": "--url", "contact": "--contact"}
    values = {"site_name": network.name, "site_url": network.site_url, "contact": network.contact}
    valid = {"tag_authority": "site.invalid,1970", "sender": "x"}
    try:
        site_settings({**valid, **values})
    except ContentError as error:
        wrong = next(name for name in names if f" {name}`" in error.problems[0].what)
        problem = error.problems[0]
        raise click.BadParameter(f"{values[wrong]}: {problem.fix}", param_hint=names[wrong]) from error
