"""Repositories of git's for tests, whatever this machine's own settings are."""

import subprocess
from pathlib import Path


def git(root: Path, *arguments: str) -> None:
    """Run git in a folder."""
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@elm.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


def commit(root: Path) -> None:
    """Commit all that is in the folder."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Change")
