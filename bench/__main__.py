"""``python -m bench``: our build beside Material's blog of the same stories, our email beside MJML's, and our pages."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from bench.measure import Measured, build, middle
from bench.report import Row, report
from bench.sites import Site, check_stories, lay_out_ours, lay_out_theirs, shipped_topics
from bench.stories import Topics, stories

_ROOT = Path(__file__).resolve().parent.parent
_REPEATED_UP_TO = 1_000
_FEWEST = 10
_PARTS = ("build", "email", "feeds", "pages", "search")


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
@click.option(
    "--repeat",
    type=click.IntRange(min=1),
    default=3,
    help="Builds of each up to 1,000 stories, and turns of Lighthouse.",
)
@click.option("--only", type=click.Choice(_PARTS), help="Leave the others out.")
def main(sizes: tuple[int, ...], theirs_at: int, repeat: int, only: str | None) -> None:
    """Time our build, and that of Material's blog plugin with a feed, from cold; then an edition's email, and MJML's.

    Then measure the feeds' part of a build, weigh our pages beside the plain theme's, and have Lighthouse look at
    them; then search, beside the theme's own search. Progress goes to stderr.
    """
    reports: dict[str, Callable[[], str]] = {
        "build": lambda: _build_report(sizes, theirs_at, repeat),
        "email": _email_report,
        "feeds": lambda: _feeds_report(repeat),
        "pages": lambda: _pages_report(repeat),
        "search": lambda: _search_report(sizes),
    }
    click.echo("\n\n".join(reports[part]() for part in ([only] if only else _PARTS)))


def _build_report(sizes: tuple[int, ...], theirs_at: int, repeat: int) -> str:
    topics = shipped_topics(_ROOT)
    rows = []
    for size in sizes:
        turns = repeat if size <= _REPEATED_UP_TO else 1
        rows += [_measure(size, topics, size <= theirs_at, turns)]
    return report(rows)


def _email_report() -> str:
    # Not earlier: this brings in our own code, which would count towards the memory of the builds.
    from bench import email

    return email.report(email.measure(_ROOT))


def _feeds_report(repeat: int) -> str:
    # Not earlier, for the same reason.
    from bench import feeds

    return feeds.report(feeds.measure(_ROOT, repeat))


def _pages_report(repeat: int) -> str:
    # Not earlier, for the same reason.
    from bench import pages

    return pages.report(pages.measure(_ROOT, repeat))


def _search_report(sizes: tuple[int, ...]) -> str:
    # Not earlier, for the same reason.
    from bench import search

    return search.report(*search.measure(_ROOT, sizes))


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
