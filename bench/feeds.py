"""The share of a build that the feeds take: 1,000 stories, 20 areas, 10 principles, all formats and archives."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click

from bench.process import last_line
from bench.sites import Site, shipped_topics, write_our_site
from bench.stories import Topics, stories
from bench.tables import budget, machine, table

_STORIES, _AREAS, _PRINCIPLES = 1_000, 20, 10
_MAX_SHARE = 0.15
_PACKAGES = ("feedgen", "lxml", "nh3")


@dataclass(frozen=True)
class Turn:
    """One build: its seconds, and the seconds, documents and bytes of the feeds."""

    build: float
    feeds: float
    documents: int
    size: int

    @property
    def share(self) -> float:
        """The part of the build that the feeds take."""
        return self.feeds / self.build


def measure(root: Path, turns: int) -> list[Turn]:
    """Build the stories ``turns`` times in separate processes, after one build that fills the cache. Each writes
    the whole site.

    The first build is not counted: it also makes the pictures and cards, so the share would be smaller.
    Raises BuildError.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        site = _write_site(root, Path(name) / "site")
        made = []
        for number in range(turns + 1):
            click.echo(f"feeds: build {number} of {turns}", err=True)
            shutil.rmtree(site.output, ignore_errors=True)  # a build without changes would write no feeds
            made.append(_build(root, site))
        return made[1:]


def report(turns: list[Turn]) -> str:
    """The medians, the budget and the machine."""
    median_turn = sorted(turns, key=lambda turn: turn.share)[len(turns) // 2]
    rows = [
        ("stories", "areas", "principles", "documents", "MB", "feeds ms", "build s", "share"),
        (
            f"{_STORIES:,}",
            str(_AREAS),
            str(_PRINCIPLES),
            str(median_turn.documents),
            f"{median_turn.size / 1e6:.1f}",
            f"{1000 * median(turn.feeds for turn in turns):.0f}",
            f"{median(turn.build for turn in turns):.2f}",
            f"{median_turn.share:.1%}",
        ),
    ]
    return "\n".join(
        [
            *table(rows),
            "",
            budget("feeds' share of a build", median_turn.share, _MAX_SHARE, 3),
            "",
            *machine(_PACKAGES),
        ]
    )


def _write_site(root: Path, folder: Path) -> Site:
    """Write the site with the stories, and add areas if the repository has too few."""
    shipped = shipped_topics(root)
    more = tuple(f"made-up-{number}" for number in range(_AREAS - len(shipped.areas)))
    topics = Topics((*shipped.areas, *more)[:_AREAS], shipped.principles[:_PRINCIPLES])
    site = write_our_site(root, folder, stories(_STORIES, topics))
    for path, text in _made_up_areas(more):
        (folder / path).write_text(text, encoding="utf-8")
    return site


def _made_up_areas(slugs: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for slug in slugs:
        head = f"---\nname: {slug}\nnation: England\nsummary: A made-up place.\n---\n"
        yield f"docs/areas/{slug}.md", f"{head}\nA made-up place.\n"


def _build(root: Path, site: Site) -> Turn:
    return Turn(**json.loads(last_line("feeds", root, "bench.timed_feeds", str(site.config), str(site.output))))
