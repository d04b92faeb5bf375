"""The ``newsroom`` command: the core's commands with their environment, and previews."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import click

import environment
import repository
from caches import value_cache
from newsroom.cli import ROOT_OPTION, CliContext
from newsroom.cli import main as cli
from newsroom.problems import ContentError
from newsroom.publish.staging import Staging

PREVIEW, EMAIL = "preview", "preview-email"


def main() -> None:
    """Run the command line."""
    cli(
        obj=CliContext(
            environment.today,
            repository.settings,
            content_at=repository.content_at,
            github=repository.github_run,
            value_cache=value_cache,
            colour=environment.is_colour_wanted(),
            width=environment.terminal_width(),
        )
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


def _replace_folder(staging: Staging, files: Iterator[tuple[str, bytes]]) -> bool:
    """Replace a folder with these files, or remove it if there are none. Returns whether there are any."""
    for path, content in files:
        staging.write(path, content)
    if staging.building.exists():
        staging.publish()
        return True
    shutil.rmtree(staging.published, ignore_errors=True)
    return False
