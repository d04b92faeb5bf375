"""Parts of the reports: tables, budgets, and the description of the machine."""

import os
import platform
from collections.abc import Iterator, Sequence
from importlib.metadata import version


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Format rows of cells as lines of aligned columns. The first row has the names of the columns."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))


def budget(name: str, value: float | None, most: float, decimals: int) -> str:
    """Say whether a value is within its budget. A value of None was not measured."""
    if value is None:
        return f"Budget: {name} at most {most:g}: not measured."
    verdict = "met" if value <= most else "exceeded"
    return f"Budget: {name} at most {most:g}: {value:.{decimals}f}, {verdict}."


def minimum(name: str, value: float, fewest: float) -> str:
    """Say whether a value reaches the minimum ``fewest``."""
    return f"Budget: {name} at least {fewest:g}: {value:g}, {'met' if value >= fewest else 'missed'}."


def machine(packages: Sequence[str]) -> Iterator[str]:
    """Describe the machine and the versions of some Python packages."""
    system = f"{platform.system()} {platform.machine()}"
    yield f"{os.cpu_count()} cores, {system}, Python {platform.python_version()}"
    yield ", ".join(f"{name} {version(name)}" for name in packages)
