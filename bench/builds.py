"""Our build, with and without a cache, compared with a build of Material's blog plugin of the same stories."""

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click

from bench.process import last_line
from bench.sites import Site, check_stories, shipped_topics, write_blog_site, write_our_site
from bench.stories import Topics, stories
from bench.tables import budget, machine, table

_REPEATED_UP_TO = 1_000
_MEGABYTE = 1_000_000
_COLUMNS = (
    "stories", "ours s", "ours again s", "blog+rss s", "ratio", "ratio again",
    "ours peak MB", "Pagefind peak MB", "blog+rss peak MB", "ours MB", "blog+rss MB", "ours files", "blog+rss files",
)  # fmt: skip
_RATIO_AT, _MAX_RATIO = 1_000, 0.5
_GROWTH_TO, _MAX_GROWTH = 10_000, 10.5
_MAX_PEAK = 400 * _MEGABYTE
_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-rss-plugin", "pagefind")


@dataclass(frozen=True)
class Measured:
    """The wall-clock seconds of a build, its peak memory, and the size and number of the files.

    ``peak`` is the peak of resident bytes of its own process, and ``pagefind`` that of Pagefind's process if any.
    """

    seconds: float
    peak: float
    pagefind: float | None
    size: int
    files: int


@dataclass(frozen=True)
class Row:
    """The measurements at one size. ``theirs`` is None if the blog was not built.

    ``ours`` is a build without a cache. ``again`` has the seconds of the next build, which finds the cached pictures
    and cards.
    """

    size: int
    ours: Measured
    again: float
    theirs: Measured | None

    @property
    def ratio(self) -> float | None:
        """Our time without a cache, divided by theirs."""
        return self.ours.seconds / self.theirs.seconds if self.theirs else None

    @property
    def ratio_again(self) -> float | None:
        """The time of our next build, divided by theirs."""
        return self.again / self.theirs.seconds if self.theirs else None


def measure(root: Path, sizes: Sequence[int], theirs_at: int, turns: int) -> list[Row]:
    """Measure a row for each size. The blog is built up to ``theirs_at`` stories.

    Up to 1,000 stories each site is built ``turns`` times, above that once. Raises BuildError if a build fails, and
    MissingStoryError if a build leaves a story out.
    """
    topics = shipped_topics(root)
    return [_row(root, size, topics, size <= theirs_at, turns if size <= _REPEATED_UP_TO else 1) for size in sizes]


def report(rows: Sequence[Row]) -> str:
    """The table, the growth, the budgets and the machine, for rows in the order of their sizes."""
    cells = [_COLUMNS, *(_cells(row) for row in rows)]
    return "\n".join([*table(cells), "", *_growth(rows), *_budgets(rows), "", *machine(_PACKAGES)])


def _row(root: Path, size: int, topics: Topics, with_theirs: bool, turns: int) -> Row:
    """Measure one row. The sites are built in turn, so that noise affects both."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        click.echo(f"{size:,} stories: writing them", err=True)
        ours = write_our_site(root, folder / "ours", stories(size, topics))
        theirs = write_blog_site(folder / "theirs", stories(size, topics)) if with_theirs else None
        found: dict[str, list[Measured]] = {"cold": [], "again": [], "theirs": []}
        for number in range(1, turns + 1):
            shutil.rmtree(ours.folder / ".cache", ignore_errors=True)
            for name, site in (("cold", ours), ("again", ours), ("theirs", theirs)):
                if site:
                    click.echo(f"{size:,} stories: {site.name}, {name}, {number} of {turns}: ", nl=False, err=True)
                    measured = _build(root, site)
                    check_stories(site, stories(size, topics))
                    found[name].append(measured)
                    click.echo(f"{measured.seconds:.2f} s, {_megabytes(measured.peak)} MB", err=True)
        again = median(item.seconds for item in found["again"])
        return Row(size, _medians(found["cold"]), again, _medians(found["theirs"]) if theirs else None)


def _build(root: Path, site: Site) -> Measured:
    """Build a site after deleting the output of an earlier build."""
    shutil.rmtree(site.output, ignore_errors=True)
    arguments = ["build", "-q", "-f", str(site.config), "-d", str(site.output)]
    arguments = ["--pagefind", *arguments] if site.has_pagefind else arguments
    own = {"PYTHONDONTWRITEBYTECODE": "1"}
    started = time.perf_counter()
    output = last_line(site.name, root, "bench.measured_build", *arguments, environment=own)
    seconds = time.perf_counter() - started
    peak, *pagefind = (int(number) for number in output.split())
    sizes = [path.stat().st_size for path in site.output.rglob("*") if path.is_file()]
    return Measured(seconds, peak, pagefind[0] if pagefind else None, sum(sizes), len(sizes))


def _medians(measured: Sequence[Measured]) -> Measured:
    """The medians of time and memory. Size and number of files are the same each time."""
    pagefind = [item.pagefind for item in measured if item.pagefind is not None]
    return Measured(
        seconds=median(item.seconds for item in measured),
        peak=median(item.peak for item in measured),
        pagefind=median(pagefind) if pagefind else None,
        size=measured[-1].size,
        files=measured[-1].files,
    )


def _cells(row: Row) -> tuple[str, ...]:
    ours, theirs = _measured_cells(row.ours), _measured_cells(row.theirs)
    ratios = ("-" if ratio is None else f"{ratio:.2f}" for ratio in (row.ratio, row.ratio_again))
    times, peaks, *made = zip(ours, theirs, strict=True)
    memory = (peaks[0], _megabytes(row.ours.pagefind), peaks[1])
    seconds = (times[0], f"{row.again:.2f}", times[1])
    return (f"{row.size:,}", *seconds, *ratios, *memory, *(cell for pair in made for cell in pair))


def _measured_cells(measured: Measured | None) -> tuple[str, str, str, str]:
    """Seconds, peak, size and files."""
    if measured is None:
        return ("-", "-", "-", "-")
    size = f"{measured.size / _MEGABYTE:.1f}"
    return (f"{measured.seconds:.2f}", _megabytes(measured.peak), size, f"{measured.files:,}")


def _megabytes(peak: float | None) -> str:
    return "-" if peak is None else f"{peak / _MEGABYTE:.0f}"


def _growth(rows: Sequence[Row]) -> Iterator[str]:
    if len(rows) > 1:
        first, last = rows[0], rows[-1]
        times = last.ours.seconds / first.ours.seconds
        yield f"Growth of ours from {first.size:,} to {last.size:,} stories: {times:.2f} times the time."


def _budgets(rows: Sequence[Row]) -> Iterator[str]:
    by_size = {row.size: row for row in rows}
    few, many = by_size.get(_RATIO_AT), by_size.get(_GROWTH_TO)
    growth = many.ours.seconds / few.ours.seconds if few and many else None
    peak = many.ours.peak / _MEGABYTE if many else None
    yield budget(f"ratio ours/blog+rss at {_RATIO_AT:,}", few.ratio if few else None, _MAX_RATIO, 2)
    yield budget(f"the same of the next build at {_RATIO_AT:,}", few.ratio_again if few else None, _MAX_RATIO, 2)
    yield budget(f"growth of ours {_RATIO_AT:,} to {_GROWTH_TO:,}", growth, _MAX_GROWTH, 2)
    yield budget(f"peak MB of our own process at {_GROWTH_TO:,}", peak, _MAX_PEAK / _MEGABYTE, 0)
    largest = rows[-1]
    yield f"Beside it, with no budget: Pagefind's process, {_megabytes(largest.ours.pagefind)} MB at {largest.size:,}."
