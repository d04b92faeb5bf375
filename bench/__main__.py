"""``python -m bench``: compare our build, email, pages and search with those of Material's theme and of MJML."""

from collections.abc import Callable
from pathlib import Path

import click

from bench import builds, email, feeds, live_preview, pages, search
from bench.sites import COMPARED_SITES

_ROOT = Path(__file__).resolve().parent.parent
_MIN_STORIES = 10
_PARTS = ("build", "preview", "email", "feeds", "pages", "search")


def _sizes(_context: click.Context, _option: click.Parameter, value: str) -> tuple[int, ...]:
    """Parse the sizes in an option, sorted. Raises BadParameter if the text is not a list of numbers."""
    try:
        sizes = tuple(sorted({int(size) for size in value.split(",")}))
    except ValueError as error:
        raise click.BadParameter("write numbers with commas between them, like 1000,10000") from error
    if sizes[0] < _MIN_STORIES:
        raise click.BadParameter(f"{_MIN_STORIES} stories are the fewest")
    return sizes


@click.command(context_settings={"help_option_names": ["-h", "--help"], "show_default": True})
@click.option("--sizes", callback=_sizes, default="1000,10000", help="How many stories to build, row by row.")
@click.option(
    "--beside",
    type=click.Choice([*COMPARED_SITES, "none"]),
    multiple=True,
    default=tuple(COMPARED_SITES),
    help="The sites to build beside ours; above 1,000 stories only blog+rss is built.",
)
@click.option("--editions", type=click.IntRange(min=0), default=660, help="How many editions to build; 0 for none.")
@click.option(
    "--repeat",
    type=click.IntRange(min=1),
    default=3,
    help="Builds of each up to 1,000 stories, and turns of Lighthouse.",
)
@click.option("--only", type=click.Choice(_PARTS), help="Leave the others out.")
def main(sizes: tuple[int, ...], beside: tuple[str, ...], editions: int, repeat: int, only: str | None) -> None:
    """Time our build beside others', and in the preview the time from an edit to the screen; then an edition's email.

    Then measure the feeds' part of a build, weigh our pages beside the plain theme's, and have Lighthouse look at
    them; then search, beside the theme's own search. Progress goes to stderr.
    """
    reports: dict[str, Callable[[], str]] = {
        "build": lambda: builds.report(builds.measure(_ROOT, sizes, beside, editions, repeat)),
        "preview": lambda: "\n\n".join("\n".join(live_preview.measure(size)) for size in sizes),
        "email": lambda: email.report(email.measure(_ROOT)),
        "feeds": lambda: feeds.report(feeds.measure(_ROOT, repeat)),
        "pages": lambda: pages.report(pages.measure(_ROOT, repeat)),
        "search": lambda: search.report(*search.measure(_ROOT, sizes)),
    }
    click.echo("\n\n".join(reports[part]() for part in ([only] if only else _PARTS)))


if __name__ == "__main__":
    main()
