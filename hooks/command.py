"""The ``newsroom`` command: the core's commands with their environment, previews, and builds without MkDocs."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from builds.caches import value_cache
from builds.garbage import collect_garbage_rarely
from builds.start import build_options, start_build
from newsroom.cli import ROOT_OPTION, CliContext
from newsroom.cli import main as cli
from newsroom.open_build import SITE
from newsroom.problems import SETTINGS_FILE, ContentError, Problem
from newsroom.publish.site_folder.staging import Staging
from outside import environment, office, repository
from outside.spelling import misspelt_words

PREVIEW, EMAIL = "preview", "preview-email"
_NOTHING_TO_TAKE_DOWN = 3


def main() -> None:
    """Run the command line."""
    collect_garbage_rarely()
    cli(
        obj=CliContext(
            lambda: environment.read_variables().today,
            repository.settings,
            readable_settings=lambda root: repository.readable_settings(root)[0],
            faults=lambda: environment.read_variables().faults,
            content_at=repository.content_at,
            uncommitted=repository.uncommitted,
            github=repository.github_run,
            value_cache=value_cache,
            misspelt=misspelt_words,
            convert_to_word=office.convert_to_word,
            can_ask=environment.can_ask(),
            colour=environment.is_colour_wanted(),
            width=environment.terminal_width(),
        ),
        prog_name=environment.program_name(sys.argv[0]),
    )


@cli.command()
@ROOT_OPTION
def preview(root: Path) -> None:
    """Build a preview, drafts included, to open from disk."""
    import pipeline  # loading the engine takes longer than running any other command

    try:
        repository.settings(root)
    except ContentError as error:
        click.echo(str(error))
        raise click.exceptions.Exit(1) from error
    staging = Staging((root / EMAIL).resolve())
    staging.lock(lambda: click.echo("Another preview is being built. This one starts when it has ended."))
    build = pipeline.build_preview(root, (root / PREVIEW).resolve())
    click.echo(build.summary(f"{root / PREVIEW}/"))
    if _replace_folder(staging, build.newest_email()):
        click.echo(f"  {'the email alone':<15} {root / EMAIL}/index.html")
    click.echo(f"Open {root / PREVIEW}/index.html in a browser. Drafts and future dates are included, and marked.")


@cli.command("take-down")
@ROOT_OPTION
@click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the site; site/ in the repository's.",
)
def take_down(root: Path, site: Path | None) -> None:
    """Publish a withdrawal without MkDocs, if MkDocs could not build the site.

    Does nothing if all withdrawn items have been taken down, and ends with exit code 3.
    """
    what, fix = "MkDocs could not build the site", "see its message, and correct this file or ask a maintainer"
    failure = Problem("part-left-out", SETTINGS_FILE, None, what, fix)
    try:
        build_site(root, (site or root / SITE).resolve(), faults=(failure,))
    except ContentError as error:
        raise click.exceptions.Exit(_NOTHING_TO_TAKE_DOWN) from error
    click.echo("A withdrawn item had to be taken down, so the site was built without MkDocs.")


def build_site(root: Path, site: Path, faults: tuple[Problem, ...] = ()) -> None:
    """Build and publish the site of a repository without MkDocs.

    Raises ContentError if an error stops it, such as one of the ``faults`` that were found before.
    """
    values, wrong = repository.readable_settings(root)
    staging = Staging(site)
    staging.lock(lambda: click.echo("Another build of this site is running. This one starts when it has ended."))
    build = start_build(root, values, (*faults, *wrong), build_options(root, staging))
    build.write()
    build.publish()
    environment.report_published(build.announcements, is_incomplete=build.context.is_incomplete)
    staging.unlock()


def _replace_folder(staging: Staging, files: Iterator[tuple[str, bytes]]) -> bool:
    """Replace a folder with these files, or remove it if there are none. Returns whether there are any."""
    for path, content in files:
        staging.write(path, content)
    if staging.building.exists():
        staging.publish()
        return True
    shutil.rmtree(staging.published, ignore_errors=True)
    return False
