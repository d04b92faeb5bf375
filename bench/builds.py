"""Our build, from cold and again, beside the blog plugin's of the same stories: what it takes, and what it makes."""

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click

from bench.process import last_line
from bench.sites import Site, check_stories, lay_out_ours, lay_out_theirs, shipped_topics
from bench.stories import Topics, stories
from bench.tables import budget, machine, table

_REPEATED_UP_TO = 1_000
_MEGA = 1_000_000
_COLUMNS = (
    "stories", "ours s", "ours again s", "blog+rss s", "ratio", "ratio again",
    "ours peak MB", "Pagefind peak MB", "blog+rss peak MB", "ours MB", "blog+rss MB", "ours files", "blog+rss files",
)  # fmt: skip
_RATIO_AT, _MOST_RATIO = 1_000, 0.5
_GROWTH_TO, _MOST_GROWTH = 10_000, 10.5
_MOST_PEAK = 400 * _MEGA
_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-rss-plugin", "pagefind")


@dataclass(frozen=True)
class Measured:
    """What a build took and made: wall-clock seconds, bytes and files.

    ``peak`` is the most resident bytes of its own process, ``pagefind`` those of Pagefind's, where it has one.
    """

    seconds: float
    peak: float
    pagefind: float | None
    size: int
    files: int


@dataclass(frozen=True)
class Row:
    """What was measured at one size; theirs may have been left out.

    ``ours`` is from cold. ``again`` are the seconds of the next build, which finds the pictures and cards of the last.
    """

    size: int
    ours: Measured
    again: float
    theirs: Measured | None

    @property
    def ratio(self) -> float | None:
        """Our time from cold as a part of theirs."""
        return self.ours.seconds / self.theirs.seconds if self.theirs else None

    @property
    def ratio_again(self) -> float | None:
        """The time of our next build as a part of theirs."""
        return self.again / self.theirs.seconds if self.theirs else None


def measure(root: Path, sizes: Sequence[int], theirs_at: int, turns: int) -> list[Row]:
    """A row for each size, theirs up to ``theirs_at`` stories; up to 1,000 stories, of so many builds each.

    Raises BuildError where one fails, and MissingStoryError where one leaves something out.
    """
    topics = shipped_topics(root)
    return [_row(root, size, topics, size <= theirs_at, turns if size <= _REPEATED_UP_TO else 1) for size in sizes]


def report(rows: Sequence[Row]) -> str:
    """The table, the growth, the budgets and the machine, for rows in the order of their sizes."""
    cells = [_COLUMNS, *(_cells(row) for row in rows)]
    return "\n".join([*table(cells), "", *_growth(rows), *_budgets(rows), "", *machine(_PACKAGES)])


def _row(root: Path, size: int, topics: Topics, with_theirs: bool, turns: int) -> Row:
    """One row: each site laid out once and built in turns: noise meets both alike."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        click.echo(f"{size:,} stories: writing them", err=True)
        ours = lay_out_ours(root, folder / "ours", stories(size, topics))
        theirs = lay_out_theirs(root, folder / "theirs", stories(size, topics)) if with_theirs else None
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
        again = median(one.seconds for one in found["again"])
        return Row(size, _middle(found["cold"]), again, _middle(found["theirs"]) if theirs else None)


def _build(root: Path, site: Site) -> Measured:
    """Build a site into no folder that an earlier build left."""
    shutil.rmtree(site.output, ignore_errors=True)
    arguments = ["build", "-q", "-f", str(site.config), "-d", str(site.output)]
    arguments = ["--pagefind", *arguments] if site.has_pagefind else arguments
    own = {"PYTHONDONTWRITEBYTECODE": "1"}
    begun = time.perf_counter()
    said = last_line(site.name, root, "bench.watched", *arguments, environment=own)
    seconds = time.perf_counter() - begun
    peak, *pagefind = (int(number) for number in said.split())
    sizes = [path.stat().st_size for path in site.output.rglob("*") if path.is_file()]
    return Measured(seconds, peak, pagefind[0] if pagefind else None, sum(sizes), len(sizes))


def _middle(measured: Sequence[Measured]) -> Measured:
    """The medians of the same build's time and memory; what it made is the same each time."""
    pagefind = [one.pagefind for one in measured if one.pagefind is not None]
    return Measured(
        seconds=median(one.seconds for one in measured),
        peak=median(one.peak for one in measured),
        pagefind=median(pagefind) if pagefind else None,
        size=measured[-1].size,
        files=measured[-1].files,
    )


def _cells(row: Row) -> tuple[str, ...]:
    ours, theirs = _measures(row.ours), _measures(row.theirs)
    ratios = ("-" if ratio is None else f"{ratio:.2f}" for ratio in (row.ratio, row.ratio_again))
    times, peaks, *made = zip(ours, theirs, strict=True)
    memory = (peaks[0], _megabytes(row.ours.pagefind), peaks[1])
    seconds = (times[0], f"{row.again:.2f}", times[1])
    return (f"{row.size:,}", *seconds, *ratios, *memory, *(cell for pair in made for cell in pair))


def _measures(measured: Measured | None) -> tuple[str, str, str, str]:
    """Seconds, peak, size and files."""
    if measured is None:
        return ("-", "-", "-", "-")
    size = f"{measured.size / _MEGA:.1f}"
    return (f"{measured.seconds:.2f}", _megabytes(measured.peak), size, f"{measured.files:,}")


def _megabytes(peak: float | None) -> str:
    return "-" if peak is None else f"{peak / _MEGA:.0f}"


def _growth(rows: Sequence[Row]) -> Iterator[str]:
    if len(rows) > 1:
        first, last = rows[0], rows[-1]
        times = last.ours.seconds / first.ours.seconds
        yield f"Growth of ours from {first.size:,} to {last.size:,} stories: {times:.2f} times the time."


def _budgets(rows: Sequence[Row]) -> Iterator[str]:
    by_size = {row.size: row for row in rows}
    few, many = by_size.get(_RATIO_AT), by_size.get(_GROWTH_TO)
    growth = many.ours.seconds / few.ours.seconds if few and many else None
    peak = many.ours.peak / _MEGA if many else None
    yield budget(f"ratio ours/blog+rss at {_RATIO_AT:,}", few.ratio if few else None, _MOST_RATIO, 2)
    yield budget(f"the same of the next build at {_RATIO_AT:,}", few.ratio_again if few else None, _MOST_RATIO, 2)
    yield budget(f"growth of ours {_RATIO_AT:,} to {_GROWTH_TO:,}", growth, _MOST_GROWTH, 2)
    yield budget(f"peak MB of our own process at {_GROWTH_TO:,}", peak, _MOST_PEAK / _MEGA, 0)
    largest = rows[-1]
    yield f"Beside it, with no budget: Pagefind's process, {_megabytes(largest.ours.pagefind)} MB at {largest.size:,}."
