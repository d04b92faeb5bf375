"""Golden files: output that is compared, byte for byte, with what was last looked at and kept."""

from collections.abc import Mapping
from difflib import unified_diff
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from newsroom.mail_tools import MAIL_TOOLS
from tests.support import ROOT, SETTINGS
from tests.support.rendering import published

GOLDEN = ROOT / "tests/golden"
_EDITION = "newsletters/2024-03/email/"


@cache
def golden_output(tools: tuple[str, ...] = tuple(MAIL_TOOLS)) -> Mapping[str, bytes]:
    """All that a build of the golden newsroom writes besides pages, for these mail tools."""
    newsroom = GOLDEN / "newsroom"
    paths = [path for path in newsroom.rglob("*.*") if path.is_file()]
    files = {path.relative_to(newsroom).as_posix(): path.read_bytes() for path in paths}
    with TemporaryDirectory() as folder:
        return published(Path(folder), files, settings={**SETTINGS, "mail_tools": list(tools)})


def golden_email(name: str, tools: tuple[str, ...] = tuple(MAIL_TOOLS)) -> str:
    """A file of the email of the golden edition, which uses everything, as ``generic.html``."""
    return golden_output(tools)[f"{_EDITION}{name}"].decode()


def difference(one: str, other: str) -> str:
    """The line-by-line difference between two texts."""
    lines = unified_diff(one.splitlines(keepends=True), other.splitlines(keepends=True), n=0)
    return "".join(islice(lines, 2, None))  # the first two would name the files


class Golden:
    """Compares output with golden files; with ``--write-golden`` it rewrites those that differ, and lists them."""

    def __init__(self, folder: Path = GOLDEN, *, write: bool) -> None:
        self._folder = folder
        self._write = write
        self.written: list[str] = []

    def check(self, name: str, content: bytes) -> None:
        """Hold ``content`` against the golden file of a name."""
        file = self._folder / name
        kept = file.read_bytes() if file.exists() else None
        if self._write and content != kept:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            self.written.append(name)
        elif not self._write:
            assert kept is not None, f"the golden file {name} is missing; `make golden` writes it"
            assert content.decode() == kept.decode(), f"{name} changed; if that is right, `make golden` keeps it"
