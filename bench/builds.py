"""Our build compared with others' of the same stories: without a cache, without a change, and after one edit;
and of many editions of the newsletter."""

import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

import click

from bench.cost import Cost, run
from bench.process import BuildError, build_environment
from bench.sites import COMPARED_SITES, Site, check_stories, shipped_topics, write_our_editions, write_our_site
from bench.stories import Story, editions, stories
from bench.tables import budget, machine, table

_REPEATED_UP_TO = 1_000
_MEGABYTE = 1_000_000
_COLUMNS = ("items", "site", "build", "wall s", "processor s", "to blog+rss", "peak MB", "MB", "files")
_COLD, _AGAIN, _EDITED = "cold", "nothing changed", "one edited"
_BLOG, _BLOG_WITH_CARDS = "blog+rss", "blog+rss+cards"
_RATIO_AT, _GROWTH_TO, _MAX_GROWTH, _MAX_PEAK = 1_000, 10_000, 10.5, 600
_RATIOS = ((_COLD, _BLOG, 0.4), (_EDITED, _BLOG, 0.1), (_AGAIN, _BLOG, 0.05), (_COLD, _BLOG_WITH_CARDS, 0.15))
"""For each kind of build: the site whose build without a cache it is compared with, and the highest ratio of time."""
_EDITIONS, _PAIR, _MAX_OF_EDITION = "ours, editions", (_COLD, _EDITED), 0.05
_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-rss-plugin", "pelican", "pagefind")


@dataclass(frozen=True)
class Row:
    """The median cost of one kind of build of a site, and the size in bytes and the number of its files."""

    items: int
    site: str
    build: str
    cost: Cost
    size: int
    files: int


def measure(root: Path, sizes: Sequence[int], names: Collection[str], editions_count: int, turns: int) -> list[Row]:
    """Measure all builds at each size, then those of a site with ``editions_count`` editions, if it is not 0.

    Up to 1,000 stories our site and those with ``names`` are built ``turns`` times; above that only ours and the blog
    with a feed are built, once.

    Raises:
        BuildError: A build fails.
        MissingStoryError: A build leaves an item out.
    """
    rows: list[Row] = []
    topics = shipped_topics(root)
    for size in sizes:
        is_small = size <= _REPEATED_UP_TO
        compared = [name for name in COMPARED_SITES if name in names and (is_small or name == _BLOG)]
        make = partial(stories, size, topics)
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            sites = [write_our_site(root, Path(folder, "ours"), make())]
            sites += [COMPARED_SITES[name](Path(folder, name), make()) for name in compared]
            rows += _rows(sites, size, make, turns if is_small else 1)
    if editions_count:
        make = partial(editions, editions_count, topics)
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            rows += _rows([write_our_editions(root, Path(folder, "ours"), make())], editions_count, make, turns)
    return rows


def report(rows: Sequence[Row]) -> str:
    """The table, the budgets and the machine, for rows in the order of their sizes."""
    cells = [_COLUMNS, *(_cells(row, rows) for row in rows)]
    return "\n".join([*table(cells), "", *_budgets(rows), "", *machine(_PACKAGES)])


def _rows(sites: Sequence[Site], size: int, make: Callable[[], Iterator[Story]], turns: int) -> Iterator[Row]:
    """Measure all builds of sites of the same items. They are made in turn, so that noise affects all."""
    costs: dict[tuple[str, str], list[Cost]] = {}
    for turn in range(1, turns + 1):
        for site in sites:
            for build in (_COLD, _AGAIN, _EDITED) if site.has_cache else (_COLD,):
                click.echo(f"{size:,}, {site.name}, {build}, {turn} of {turns}: ", nl=False, err=True)
                _prepare(site, build, next(make()), turn)
                cost = _build(site)
                click.echo(f"{cost.seconds:.2f} s, {cost.peak / _MEGABYTE:.0f} MB", err=True)
                check_stories(site, make())
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
    return next((row for row in rows if (row.items, row.site, row.build) == (size, site, build)), None)


def _ratio(row: Row | None, other: Row | None) -> float | None:
    """How many times the wall-clock time of another build a build takes; None if one was not measured."""
    return row.cost.seconds / other.cost.seconds if row and other else None


def _cells(row: Row, rows: Sequence[Row]) -> tuple[str, ...]:
    ratio = _ratio(row, _find(rows, row.items, _BLOG, _COLD))
    cost = row.cost
    return (
        f"{row.items:,}",
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
    cold, edited = (next((row for row in rows if (row.site, row.build) == (_EDITIONS, build)), None) for build in _PAIR)
    yield budget("time of one edition edited, to cold", _ratio(edited, cold), _MAX_OF_EDITION, 2)
