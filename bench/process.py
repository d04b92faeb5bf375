"""Builds in processes of their own; what they print is kept for when they fail."""

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tests.support.engine import build, today_environment

# Far beyond every story: the shipped ones are dated, too, and what lies ahead of a build's day is left out.
_TODAY = datetime(2040, 1, 1, tzinfo=UTC)


class BuildError(Exception):
    """A build failed; the message is what it printed."""


def last_line(name: str, root: Path, module: str, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
    """Run a module of the repository in ``root`` that builds a site on a late day: the last line that it prints.

    Raises BuildError, with the ``name`` of what was built.
    """
    own = {"SOURCE_DATE_EPOCH": str(int(_TODAY.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=root,
        env={**os.environ, **own, **(environment or {})},
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


def build_shipped(repository: Path, site: Path) -> None:
    """Build a repository's own content as it is today. Raises BuildError."""
    outcome = build(repository, site, environment=today_environment())
    if outcome.code:
        raise BuildError(f"{site.name}: the build ended with {outcome.code}.\n{outcome.output}")
