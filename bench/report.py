"""What was measured of the builds, as plain text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.measure import Measured
from bench.tables import budget, machine, table

_MEGA = 1_000_000
_COLUMNS = (
    "stories", "ours s", "blog+rss s", "ratio", "ours peak MB", "blog+rss peak MB",
    "ours MB", "blog+rss MB", "ours files", "blog+rss files",
)  # fmt: skip
_RATIO_AT, _MOST_RATIO = 1_000, 0.5
_GROWTH_TO, _MOST_GROWTH = 10_000, 10.5
_MOST_PEAK = 400 * _MEGA
_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-rss-plugin")


@dataclass(frozen=True)
class Row:
    """What was measured at one size; theirs may have been left out."""

    size: int
    ours: Measured
    theirs: Measured | None

    @property
    def ratio(self) -> float | None:
        """Our time as a part of theirs."""
        return self.ours.seconds / self.theirs.seconds if self.theirs else None


def report(rows: Sequence[Row]) -> str:
    """The table, the growth, the budgets and the machine, for rows in the order of their sizes."""
    cells = [_COLUMNS, *(_cells(row) for row in rows)]
    return "\n".join([*table(cells), "", *_growth(rows), *_budgets(rows), "", *machine(_PACKAGES)])


def _cells(row: Row) -> tuple[str, ...]:
    ours, theirs = _measures(row.ours), _measures(row.theirs)
    pairs = [cell for pair in zip(ours[1:], theirs[1:], strict=True) for cell in pair]
    ratio = "-" if row.ratio is None else f"{row.ratio:.2f}"
    return (f"{row.size:,}", ours[0], theirs[0], ratio, *pairs)


def _measures(measured: Measured | None) -> tuple[str, str, str, str]:
    """Seconds, peak, size and files."""
    if measured is None:
        return ("-", "-", "-", "-")
    peak, size = f"{measured.peak / _MEGA:.0f}", f"{measured.size / _MEGA:.1f}"
    return (f"{measured.seconds:.2f}", peak, size, f"{measured.files:,}")


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
    yield budget(f"growth of ours {_RATIO_AT:,} to {_GROWTH_TO:,}", growth, _MOST_GROWTH, 2)
    yield budget(f"peak MB of ours at {_GROWTH_TO:,}", peak, _MOST_PEAK / _MEGA, 0)
