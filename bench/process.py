"""Builds in separate processes. Their output is in the error if they fail."""

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tests.support.engine import build, today_environment

# Later than the date of every story: a build leaves out stories that are dated after its day.
_TODAY = datetime(2040, 1, 1, tzinfo=UTC)


class BuildError(Exception):
    """A build failed; the message is what it printed."""


def last_line(name: str, root: Path, module: str, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
    """Run a module that builds a site, and return the last line that it prints.

    Raises BuildError, with ``name``, if the module fails.
    """
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=root,
        env=build_environment(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise BuildError(f"{name}: the build ended with {done.returncode}.\n{done.stdout}{done.stderr}")
    return done.stdout.splitlines()[-1]


def build_environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a build: this process's, with a day on which all stories are public.

    Python keeps compiled modules, as it does unless it is told otherwise.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {"SOURCE_DATE_EPOCH": str(int(_TODAY.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
    return {**kept, **own, **(more or {})}


def build_shipped(repository: Path, site: Path) -> None:
    """Build a repository's own content on today's date. Raises BuildError."""
    outcome = build(repository, site, environment=today_environment())
    if outcome.code:
        raise BuildError(f"{site.name}: the build ended with {outcome.code}.\n{outcome.output}")
