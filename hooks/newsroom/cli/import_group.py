"""``newsroom import``: drafts from a document, or from the export of another system."""

from pathlib import Path

import click

from newsroom.cli.context import ROOT_OPTION, CliContext, require_variables
from newsroom.cli.import_document import REPORT_OPTION, document, require_writable, write_report
from newsroom.importing.report import format_report
from newsroom.importing.source import ImportRefusedError
from newsroom.problems import ContentError

_HELP = ("-h", "--help")
_EXISTING = click.Path(exists=True, path_type=Path)
_EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_EXPORTS = click.argument("exports", metavar="EXPORT...", nargs=-1, required=True, type=_EXISTING_FILE)


class _ImportGroup(click.Group):
    """A group whose first argument may also be a document; a file with a command's name is ``./mailchimp``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, of which the command may be left out."""
        is_document = args and args[0] not in self.commands and args[0] not in _HELP
        return super().parse_args(ctx, ["document", *args] if is_document else args)


@click.group("import", cls=_ImportGroup)
def import_group() -> None:
    """Make drafts of a document, or of the export of another system.

    For a document no command is needed: newsroom import story.docx
    """


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


class _Tenths:
    """Shows each tenth of a long import."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._shown = 0

    def show(self, share: float) -> None:
        """Show how far the import is, from 0 to 1, if a tenth is complete."""
        if int(share * 10) > self._shown:
            self._shown = int(share * 10)
            click.echo(f"{self._name}: {self._shown * 10}%", err=True)


@click.command("wordpress")
@ROOT_OPTION
@_EXPORTS
@click.option(
    "--uploads", type=_EXISTING, metavar="DIR|ZIP", help="The folder wp-content/uploads of the site, or a zip of it."
)
@click.option(
    "--map",
    "map_file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("map.yml"),
    show_default=True,
    help="What becomes of each type, category and tag. A first one is written if it does not exist.",
)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Write the drafts into folders below this one; by default into those of the site.",
)
@click.pass_obj
def import_wordpress(
    environment: CliContext,
    root: Path,
    exports: tuple[Path, ...],
    uploads: Path | None,
    map_file: Path,
    into: Path | None,
) -> None:
    """Make drafts of the posts and pages of a WordPress site, from its export (Tools, Export, All content).

    EXPORT must be outside the repository, since it has private texts and users' addresses. Name all its files if the
    site divided it. Nothing that was not public is written. Run it again after you have changed the map: files that you
    have edited are kept.
    """
    from newsroom.commands.import_wordpress import WordPressOptions, import_export  # other commands must not load it

    try:
        require_variables(environment)
        sentences = import_export(
            root,
            environment.settings(root),
            WordPressOptions(exports, map_file, uploads, into),
            today=environment.today(),
            progress=_Tenths(exports[0].name).show,
            value_cache=environment.value_cache(root),
        )
    except (ContentError, ImportRefusedError) as error:
        raise click.ClickException(str(error)) from error
    for sentence in sentences:
        click.echo(sentence)


@click.command("addresses")
@_EXPORTS
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--all", "shows_all", is_flag=True, help="List all addresses, not only those that answer nothing.")
def old_addresses(exports: tuple[Path, ...], site: Path, shows_all: bool) -> None:
    """List what the old addresses of a WordPress EXPORT answer on the built SITE, such as the folder site.

    Ends with an error if one of them answers nothing.
    """
    from newsroom.commands.old_addresses import list_old_addresses  # other commands must not load it

    try:
        answers = list_old_addresses(exports, site, _Tenths(exports[0].name).show)
    except ImportRefusedError as error:
        raise click.ClickException(str(error)) from error
    missing = [each for each in answers if not each.answer]
    for each in answers if shows_all else missing:
        click.echo(f"{each.address}  ({each.was})  {each.answer or 'answers nothing'}")
    click.echo(f"{len(answers)} old addresses, {len(answers) - len(missing)} of them answer.")
    if missing:
        raise click.exceptions.Exit(1)


for command in (document, import_wordpress, mailchimp, old_addresses):
    import_group.add_command(command)
