"""``newsroom import document``: makes a draft of a document that was written elsewhere."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click

from newsroom.cli.context import ROOT_OPTION, CliContext, require_variables
from newsroom.content.types import CONTENT_FOLDERS, DATED_TYPES
from newsroom.importing.names import DraftNameError
from newsroom.importing.report import ImportedDocument, format_html, format_markdown, format_report
from newsroom.importing.source import ImportRefusedError
from newsroom.problems import ContentError

_IMPORTED_TYPES = tuple(found for found in DATED_TYPES if found.text_rules.starter)
"""The types of item that a document can become."""
_FORMATTERS: Mapping[str, Callable[[Iterable[ImportedDocument]], str]] = {".html": format_html, ".md": format_markdown}


REPORT_OPTION = click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the report into a file too, whose name ends in .html or .md.",
)


def _existing(_context: click.Context, _parameter: click.Parameter, name: str) -> Path:
    """Return the path of the document. Raises BadParameter in words that need no knowledge of paths."""
    if not name:
        raise click.BadParameter("no document is named; write its name, like FILE=story.docx")
    if not Path(name).exists():
        raise click.BadParameter(f"there is no file '{name}'; check its name and its folder")
    return Path(name)


@click.command()
@ROOT_OPTION
@click.argument("file", callback=_existing)
@click.option(
    "--as",
    "type_name",
    type=click.Choice([found.name for found in _IMPORTED_TYPES]),
    default=_IMPORTED_TYPES[0].name,
    show_default=True,
    help="What the document becomes.",
)
@click.option(
    "--name", metavar="NAME", help="The name of the draft's file, like the-garden; by default from its title."
)
@click.option("--lang", metavar="CODE", help="The language, like cy; by default the site's own.")
@click.option("--into", "folder", metavar="FOLDER", help="The folder of the draft; by default that of its type.")
@REPORT_OPTION
@click.pass_obj
def document(
    environment: CliContext,
    root: Path,
    file: Path,
    type_name: str,
    name: str | None,
    lang: str | None,
    folder: str | None,
    report: Path | None,
) -> None:
    """Make a draft of a document: Word, .odt, .doc, .rtf, a saved web page or email, Markdown or text.

    FILE is not changed, and not copied. Its pictures are beside the draft, without what the camera noted.
    """
    from newsroom.commands.import_document import ImportOptions, import_document  # other commands must not load it

    if report:
        require_writable(root, report)
    content_type = next(found for found in _IMPORTED_TYPES if found.name == type_name)
    try:
        require_variables(environment)
        imported = import_document(
            root,
            environment.settings(root),
            file,
            ImportOptions(content_type, name, lang, folder),
            today=environment.today(),
            convert=environment.convert_to_word,
            value_cache=environment.value_cache(root),
        )
    except (ContentError, ImportRefusedError) as error:
        raise click.ClickException(f"{error}\nNothing was written.") from error
    except DraftNameError as error:
        raise click.BadParameter(f"{error}. Nothing was written.", param_hint="--name") from error
    click.echo(format_report([imported], colour=environment.colour), color=environment.colour)
    click.echo(
        "\nThe draft is not published until you delete its line “draft: true”. Compare it with the document first."
    )
    if report:
        write_report(report, [imported])


def write_report(report: Path, documents: Iterable[ImportedDocument]) -> None:
    """Write the report of an import into a file that does not exist, and say where it is."""
    with report.open("x", encoding="utf-8", newline="\n") as opened:
        opened.write(_FORMATTERS[report.suffix.lower()](documents))
    click.echo(f"This report is also in {report}.")


def require_writable(root: Path, report: Path) -> None:
    """Raise BadParameter if a report cannot be written, before anything else is."""
    if report.suffix.lower() not in _FORMATTERS:
        raise click.BadParameter("its name must end in .html or .md", param_hint="--report")
    if any(report.resolve().is_relative_to((root / folder).resolve()) for folder in CONTENT_FOLDERS):
        raise click.BadParameter("it would be published there: choose a folder without content", param_hint="--report")
    if report.exists():
        raise click.BadParameter(f"{report} exists already; give another name", param_hint="--report")
    if not report.absolute().parent.is_dir():
        raise click.BadParameter(f"the folder {report.parent} does not exist", param_hint="--report")
