"""Building real sites with a real engine, as an editor or a workflow does: in a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.process import BaseProcess
from pathlib import Path

from newsroom.content.types import CONTENT_FOLDERS
from tests.support import NEWSROOM, ROOT, write_files
from tests.support.configuration import configuration
from tests.support.forked import run_forked, start_forked
from tests.support.theme import THEME
from tests.support.workers import share_cache

EPOCH = 1795305600
"""22 November 2026: the day on which tests build their own newsrooms, whatever the clock says."""


@dataclass(frozen=True)
class Outcome:
    """How a build ended: its exit code and all that it printed."""

    code: int
    output: str


def build(
    repository: Path, site: Path | None = None, *, engine: str = "mkdocs", environment: Mapping[str, str] | None = None
) -> Outcome:
    """Build a repository's site into a folder (its own ``site/`` if None), with ``mkdocs`` or ``properdocs``.

    A repository whose code is not this one's names its own in the environment's ``PYTHONPATH``.
    """
    share_cache(repository)
    arguments = ["build", "-f", str(repository / "mkdocs.yml"), *(["-d", str(site)] if site else [])]
    variables = engine_environment(environment)
    if engine == "mkdocs" and "PYTHONPATH" not in (environment or {}):
        return Outcome(*run_forked("mkdocs.__main__:cli", arguments, repository, variables))
    done = subprocess.run(
        [sys.executable, "-m", engine, *arguments],
        cwd=repository,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Outcome(done.returncode, done.stdout)


def start_build(repository: Path, site: Path, output: Path) -> BaseProcess:
    """Start a build of a repository's site with MkDocs; what it prints goes into a file."""
    arguments = ["build", "-f", str(repository / "mkdocs.yml"), "-d", str(site)]
    return start_forked("mkdocs.__main__:cli", arguments, repository, engine_environment(), output)


def built(root: Path, files: Mapping[str, str | bytes], environment: Mapping[str, str] | None = None) -> Path:
    """The folder of the site of a new repository with the given content, of which nothing may fail."""
    repository = make_repository(root, files)
    outcome = build(repository, environment=environment)
    assert outcome.code == 0, outcome.output
    return repository / "site"


def engine_environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment for an engine, without what a workflow may have set, at a fixed day."""
    sender = ("NEWSLETTER_SENDER", "NEWSLETTER_SIGNUP_URL", "NEWSROOM_EMAIL_CHECKS")
    workflow = ("NEWSROOM_WITHDRAWALS", "GITHUB_OUTPUT")
    settings = ("SITE_URL", "REPOSITORY_URL", "EDIT_URI", "NEWSROOM_ON_EXPIRED", "NEWSROOM_EDITOR", *workflow, *sender)
    kept = {name: value for name, value in os.environ.items() if name not in settings}
    return kept | {"SOURCE_DATE_EPOCH": str(EPOCH), "NO_MKDOCS_2_WARNING": "1"} | dict(more or {})


def today_environment() -> dict[str, str]:
    """The environment of a build that is made today, as that of the live site is."""
    return {"SOURCE_DATE_EPOCH": str(int(datetime.now(UTC).timestamp()))}


def make_repository(root: Path, files: Mapping[str, str | bytes], *, has_own_code: bool = False) -> Path:
    """A repository with this one's machinery, the frozen newsroom's settings and the given content.

    Its code is a link to this repository's, unless it ``has_own_code``, which may be changed.
    """
    root.mkdir(parents=True, exist_ok=True)
    if has_own_code:
        shutil.copytree(ROOT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("*.egg-info", "*.pyc.*"))
    else:
        (root / "hooks").symlink_to(ROOT / "hooks")
    shutil.copytree(THEME, root / "overrides")
    write_files(root, {"mkdocs.yml": configuration(), **files})
    return root


def frozen_repository(root: Path) -> Path:
    """A repository with this one's machinery and the frozen newsroom."""
    make_repository(root, {})
    for folder in CONTENT_FOLDERS:
        shutil.copytree(NEWSROOM / folder, root / folder)
    return root


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
