"""Our build compared with others' of the same stories: without a cache, without a change, and after one edit."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click

from bench.cost import Cost, run
from bench.process import BuildError, build_environment
from bench.sites import COMPARED_SITES, Site, check_stories, shipped_topics, write_our_site
from bench.stories import Story, stories
from bench.tables import budget, machine, table

_REPEATED_UP_TO = 1_000
_MEGABYTE = 1_000_000
_COLUMNS = ("stories", "site", "build", "wall s", "processor s", "to blog+rss", "peak MB", "MB", "files")
_COLD, _AGAIN, _EDITED = "cold", "nothing changed", "one story edited"
_BLOG, _BLOG_WITH_CARDS = "blog+rss", "blog+rss+cards"
_RATIO_AT, _GROWTH_TO, _MAX_GROWTH, _MAX_PEAK = 1_000, 10_000, 10.5, 600
_RATIOS = ((_COLD, _BLOG, 0.4), (_EDITED, _BLOG, 0.1), (_AGAIN, _BLOG, 0.05), (_COLD, _BLOG_WITH_CARDS, 0.15))
"""For each kind of build: the site whose build without a cache it is compared with, and the highest ratio of time."""
_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-rss-plugin", "pelican", "pagefind")


@dataclass(frozen=True)
class Row:
    """The median cost of one kind of build of a site, and the size in bytes and the number of its files."""

    stories: int
    site: str
    build: str
    cost: Cost
    size: int
    files: int


def measure(root: Path, sizes: Sequence[int], theirs_at: int, turns: int) -> list[Row]:
    """Measure all builds at each size. The other sites are built up to ``theirs_at`` stories.

    Up to 1,000 stories each is built ``turns`` times, above that once. Raises BuildError if a build fails, and
    MissingStoryError if a build leaves a story out.
    """
    rows: list[Row] = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            rows += _rows(
                root, Path(name), size, with_theirs=size <= theirs_at, turns=turns if size <= _REPEATED_UP_TO else 1
            )
    return rows


def report(rows: Sequence[Row]) -> str:
    """The table, the budgets and the machine, for rows in the order of their sizes."""
    cells = [_COLUMNS, *(_cells(row, rows) for row in rows)]
    return "\n".join([*table(cells), "", *_budgets(rows), "", *machine(_PACKAGES)])


def _rows(root: Path, folder: Path, size: int, *, with_theirs: bool, turns: int) -> Iterator[Row]:
    """Measure all builds of one size. They are made in turn, so that noise affects all."""
    topics = shipped_topics(root)
    sites = [write_our_site(root, folder / "ours", stories(size, topics))]
    if with_theirs:
        sites += [write(folder / name, stories(size, topics)) for name, write in COMPARED_SITES.items()]
    costs: dict[tuple[str, str], list[Cost]] = {}
    for turn in range(1, turns + 1):
        for site in sites:
            for build in (_COLD, _AGAIN, _EDITED) if site.has_cache else (_COLD,):
                click.echo(f"{size:,} stories, {site.name}, {build}, {turn} of {turns}: ", nl=False, err=True)
                _prepare(site, build, next(stories(size, topics)), turn)
                cost = _build(site)
                click.echo(f"{cost.seconds:.2f} s", err=True)
                check_stories(site, stories(size, topics))
                costs.setdefault((site.name, build), []).append(cost)
    for site in sites:
        sizes = [path.stat().st_size for path in site.output.rglob("*") if path.is_file()]
        for (name, build), found in costs.items():
            if name == site.name:
                yield Row(size, name, build, _median(found), sum(sizes), len(sizes))


def _prepare(site: Site, build: str, story: Story, turn: int) -> None:
    """Remove what an earlier build left, or edit a story."""
    if build == _COLD:
        for name in site.made:
            shutil.rmtree(site.folder / name, ignore_errors=True)
    elif build == _EDITED:
        file = site.folder / site.file_of(story)
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("\n## ", f"\nOne more line, number {turn}.\n\n## ", 1), encoding="utf-8")


def _build(site: Site) -> Cost:
    cost, code, output = run(site.command, site.folder, build_environment())
    if code:
        raise BuildError(f"{site.name}: the build ended with {code}.\n{output}")
    return cost


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        median(cost.seconds for cost in costs),
        median(cost.processor for cost in costs),
        int(median(cost.peak for cost in costs)),
    )


def _find(rows: Sequence[Row], size: int, site: str, build: str) -> Row | None:
    return next((row for row in rows if (row.stories, row.site, row.build) == (size, site, build)), None)


def _ratio(row: Row | None, other: Row | None) -> float | None:
    """How many times the wall-clock time of another build a build takes; None if one was not measured."""
    return row.cost.seconds / other.cost.seconds if row and other else None


def _cells(row: Row, rows: Sequence[Row]) -> tuple[str, ...]:
    ratio = _ratio(row, _find(rows, row.stories, _BLOG, _COLD))
    cost = row.cost
    return (
        f"{row.stories:,}",
        row.site,
        row.build,
        f"{cost.seconds:.2f}",
        f"{cost.processor:.2f}",
        "-" if ratio is None else f"{ratio:.2f}",
        f"{cost.peak / _MEGABYTE:.0f}",
        f"{row.size / _MEGABYTE:.1f}",
        f"{row.files:,}",
    )


def _budgets(rows: Sequence[Row]) -> Iterator[str]:
    for build, site, most in _RATIOS:
        ratio = _ratio(_find(rows, _RATIO_AT, "ours", build), _find(rows, _RATIO_AT, site, _COLD))
        yield budget(f"time of ours, {build}, to {site} at {_RATIO_AT:,}", ratio, most, 2)
    few, many = _find(rows, _RATIO_AT, "ours", _COLD), _find(rows, _GROWTH_TO, "ours", _COLD)
    yield budget(f"growth of ours, cold, {_RATIO_AT:,} to {_GROWTH_TO:,}", _ratio(many, few), _MAX_GROWTH, 2)
    peak = many.cost.peak / _MEGABYTE if many else None
    yield budget(f"peak MB of our processes together at {_GROWTH_TO:,}", peak, _MAX_PEAK, 0)
