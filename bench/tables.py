"""What all reports are made of: tables, budgets and the machine."""

import os
import platform
from collections.abc import Iterator, Sequence
from importlib.metadata import version


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows of cells as lines, each column as wide as its widest cell; the first row has the columns' names."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))


def budget(name: str, value: float | None, most: float, decimals: int) -> str:
    """A line that says whether a value keeps within its budget. None is a value that was not measured."""
    if value is None:
        return f"Budget: {name} at most {most:g}: not measured."
    verdict = "holds" if value <= most else "does not hold"
    return f"Budget: {name} at most {most:g}: {value:.{decimals}f}, {verdict}."


def least(name: str, value: float, fewest: float) -> str:
    """A line that says whether a value reaches the least that it has to."""
    return f"Budget: {name} at least {fewest:g}: {value:g}, {'holds' if value >= fewest else 'does not hold'}."


def machine(packages: Sequence[str]) -> Iterator[str]:
    """On what was measured, and with which versions of some Python packages."""
    system = f"{platform.system()} {platform.machine()}"
    yield f"{os.cpu_count()} cores, {system}, Python {platform.python_version()}"
    yield ", ".join(f"{name} {version(name)}" for name in packages)
