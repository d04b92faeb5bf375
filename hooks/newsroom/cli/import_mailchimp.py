"""``newsroom import mailchimp``: makes drafts of editions from Mailchimp's account export."""

from pathlib import Path

import click

from newsroom.cli.context import ROOT_OPTION, CliContext, require_variables
from newsroom.cli.import_document import REPORT_OPTION, require_writable, write_report
from newsroom.importing.report import format_report
from newsroom.importing.source import ImportRefusedError
from newsroom.problems import ContentError


@click.command()
@ROOT_OPTION
@click.argument("export", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--pictures",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="The folder with the campaigns' pictures, found by their names. They are not fetched from Mailchimp.",
)
@click.option("--into", "folder", metavar="FOLDER", help="The folder of the drafts; by default that of newsletters.")
@REPORT_OPTION
@click.pass_obj
def mailchimp(
    environment: CliContext, root: Path, export: Path, pictures: Path | None, folder: str | None, report: Path | None
) -> None:
    """Make drafts of editions from Mailchimp's account export: one for each campaign that was sent.

    EXPORT is the zip file, which must be outside the repository. The addresses of subscribers in it are not read.
    Existing files are not changed, so the command can be run again.
    """
    from newsroom.commands.import_mailchimp import import_mailchimp  # other commands must not load it

    if report:
        require_writable(root, report)
    try:
        require_variables(environment)
        done = import_mailchimp(
            root,
            environment.settings(root),
            export,
            pictures=pictures,
            folder=folder,
            today=environment.today(),
            value_cache=environment.value_cache(root),
        )
    except (ContentError, ImportRefusedError) as error:
        raise click.ClickException(f"{error}\nNothing was written.") from error
    if done.documents:
        click.echo(f"{format_report(done.documents, colour=environment.colour)}\n", color=environment.colour)
    written = sum(1 for each in done.documents if each.path)
    kept = len(done.documents) - written
    click.echo(f"Campaigns imported: {written}, not imported: {kept}, imported before and unchanged: {done.unchanged}.")
    if done.unread:
        click.echo(f"Campaigns that were not sent, and are not read: {done.unread}.")
    if written:
        click.echo("A draft is not published until you delete its line “draft: true”.")
    if report:
        write_report(report, done.documents)
