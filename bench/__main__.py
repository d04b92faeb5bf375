"""``python -m bench``: compare our build with Material's blog of the same stories, and our email with MJML's."""

import shutil
import tempfile
from pathlib import Path

import click

from bench.measure import Measured, build, middle
from bench.report import Row, report
from bench.sites import Site, check_stories, lay_out_ours, lay_out_theirs, shipped_topics
from bench.stories import Topics, stories

_ROOT = Path(__file__).resolve().parent.parent
_REPEATED_UP_TO = 1_000
_FEWEST = 10


def _sizes(_context: click.Context, _option: click.Parameter, value: str) -> tuple[int, ...]:
    """The sizes in an option's text, sorted. Raises BadParameter for what is none."""
    try:
        sizes = tuple(sorted({int(size) for size in value.split(",")}))
    except ValueError as error:
        raise click.BadParameter("write numbers with commas between them, like 1000,10000") from error
    if sizes[0] < _FEWEST:
        raise click.BadParameter(f"{_FEWEST} stories are the fewest")
    return sizes


@click.command(context_settings={"help_option_names": ["-h", "--help"], "show_default": True})
@click.option("--sizes", callback=_sizes, default="1000,10000", help="How many stories to build, row by row.")
@click.option("--theirs-at", type=int, default=1000, help="The largest size to build the blog plugin at.")
@click.option("--repeat", type=click.IntRange(min=1), default=3, help="Builds of each up to 1,000 stories.")
@click.option("--only", type=click.Choice(["build", "email"]), help="Leave the other out.")
def main(sizes: tuple[int, ...], theirs_at: int, repeat: int, only: str | None) -> None:
    """Time our build, and that of Material's blog plugin with a feed, from cold; then an edition's email, and MJML's.

    Progress goes to stderr.
    """
    if only != "email":
        topics = shipped_topics(_ROOT)
        rows = []
        for size in sizes:
            turns = repeat if size <= _REPEATED_UP_TO else 1
            rows += [_measure(size, topics, size <= theirs_at, turns)]
        click.echo(report(rows))
    if only is None:
        click.echo()
    if only != "build":
        # Not earlier: this brings in our own code, which would count towards the memory of the builds.
        from bench import email

        click.echo(email.report(email.measure(_ROOT)))


def _measure(size: int, topics: Topics, with_theirs: bool, repeat: int) -> Row:
    """One row: each site laid out once and built ``repeat`` times, in turns: noise meets both alike."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        click.echo(f"{size:,} stories: writing them", err=True)
        sites = [lay_out_ours(_ROOT, folder / "ours", stories(size, topics))]
        if with_theirs:
            sites.append(lay_out_theirs(_ROOT, folder / "theirs", stories(size, topics)))
        found: dict[str, list[Measured]] = {site.name: [] for site in sites}
        for number in range(1, repeat + 1):
            for site in sites:
                found[site.name].append(_build(site, size, topics, f"{number} of {repeat}"))
        ours, *theirs = (middle(measured) for measured in found.values())
        return Row(size, ours, theirs[0] if theirs else None)


def _build(site: Site, size: int, topics: Topics, turn: str) -> Measured:
    """Build a site and make sure that all its stories are there."""
    click.echo(f"{size:,} stories: {site.name}, build {turn}: ", nl=False, err=True)
    measured = build(site)
    check_stories(site, stories(size, topics))
    shutil.rmtree(site.output)
    click.echo(f"{measured.seconds:.2f} s, {measured.peak / 1e6:.0f} MB", err=True)
    return measured


if __name__ == "__main__":
    main()
