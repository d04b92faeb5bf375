#!/usr/bin/env python3
"""Runs a command in a copy of this repository with another network's content, settings, colours, logo and README.

Tests judge the machinery with content of their own, so the whole suite must have the same result there:

    .venv/bin/python tests/fork_content.py
    .venv/bin/python tests/fork_content.py .venv/bin/newsroom check

Without a command it runs the whole suite. The copy has the files that git tracks, as they are in the working tree,
and links to this repository's .venv and Node.js packages. It is deleted at the end.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
LINKED = (".venv", "editor/node_modules", "tests/node/node_modules")
SUITE = (".venv/bin/python", "-m", "pytest", "-q")

sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]

from newsroom.colours import COLOURS_FILE  # noqa: E402
from newsroom.content.types import CONTENT_FOLDERS  # noqa: E402
from newsroom.problems import SETTINGS_FILE  # noqa: E402
from newsroom.publish.build_context import TEMPLATE_FOLDER  # noqa: E402
from tests.support.configuration import with_network  # noqa: E402
from tests.support.fork import FORK, FORK_NETWORK  # noqa: E402


def main() -> int:
    """Make the copy, run the command that the arguments are, and return its exit code."""
    command = sys.argv[1:] or SUITE
    with TemporaryDirectory(prefix="fork-") as folder:
        fork = Path(folder) / "newsroom"
        copy_tracked(fork)
        replace_content(fork)
        # The newsroom package is installed from this repository; the copy must run its own.
        environment = {**os.environ, "PYTHONPATH": str(fork / "hooks")}
        return subprocess.run(command, cwd=fork, env=environment, check=False).returncode


def copy_tracked(fork: Path) -> None:
    """Copy what git tracks, and link what is installed."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for path in filter(None, listed.split("\0")):
        if (ROOT / path).is_file():
            (fork / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, fork / path)
    for path in LINKED:
        (fork / path).symlink_to((ROOT / path).resolve())


def replace_content(fork: Path) -> None:
    """Put what is the other network's in the place of what is this one's."""
    for folder in CONTENT_FOLDERS:
        shutil.rmtree(fork / folder, ignore_errors=True)
        (fork / folder).mkdir()
    for path, text in FORK.items():
        (fork / path).parent.mkdir(exist_ok=True)
        (fork / path).write_text(text, encoding="utf-8")
    (fork / "README.md").write_text("# The newsroom of another network\n", encoding="utf-8")
    (fork / TEMPLATE_FOLDER / "parts/mark.svg").write_text('<path d="M2 22V9l10-7 10 7v13z"/>\n', encoding="utf-8")
    colours = fork / TEMPLATE_FOLDER / COLOURS_FILE
    text = colours.read_text(encoding="utf-8")
    colours.write_text(text.replace("#fdf9f2", "#ffffff").replace("#f2b33d", "#ffcc00"), encoding="utf-8")
    settings = fork / SETTINGS_FILE
    settings.write_text(with_network(settings.read_text(encoding="utf-8"), FORK_NETWORK), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
