"""The record of an accessibility test, gathered while its pages are looked at and kept if all was well."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from pathlib import Path
from typing import get_args

from newsroom.content.accessibility import RECORD, AccessibilityTest, Palette
from tests.support import ROOT

PALETTES: tuple[Palette, ...] = get_args(Palette)
WIDTHS = (320, 1280)
"""In CSS pixels: the width at which nothing may scroll sideways (WCAG 2.2, 1.4.10), and a computer's."""


@dataclass(frozen=True)
class Judge:
    """The program that looks at pages, with its version, and the browser that it does so in, with its own."""

    tool: str
    version: str
    browser: str


@dataclass
class Recorder:
    """What one run has looked at. One process gathers it: ``pytest -n`` must not share the test out."""

    kinds: set[str] = field(default_factory=set)
    seen: dict[tuple[str, Palette, int], str] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)
    judges: set[Judge] = field(default_factory=set)

    def expect(self, kinds: Iterable[str]) -> None:
        """Name the kinds of page that must have been looked at before anything is kept."""
        self.kinds |= set(kinds)

    def saw(self, kind: str, page: str, palette: Palette, width: int, violations: Sequence[str], judge: Judge) -> None:
        """Note one look at a page (its address below the site's), and what the judge found wrong with it."""
        self.seen[page, palette, width] = kind
        self.violations += [f"/{page} in {palette} at {width}: {violation}" for violation in violations]
        self.judges.add(judge)

    def missing(self) -> list[str]:
        """Why the run is incomplete: kinds of page that were not tested, or not in every palette and width."""
        kinds = sorted(self.kinds - set(self.seen.values()))
        pages = sorted({page for page, _, _ in self.seen})
        looks = [look for look in product(pages, PALETTES, WIDTHS) if look not in self.seen]
        return [
            *(f"no page of the kind '{kind}' was looked at" for kind in kinds),
            *(f"/{page} was not looked at in {palette} at {width}" for page, palette, width in looks),
            *([] if self.seen and self.kinds else ["nothing was looked at in this process; leave -n out"]),
            *([] if len(self.judges) < 2 else ["more than one program or browser looked"]),
        ]

    def record(self, day: date) -> AccessibilityTest:
        """The record of a whole test without violations, made on a day."""
        (judge,) = self.judges
        return AccessibilityTest(
            tested=day,
            tool=judge.tool,
            version=judge.version,
            browser=judge.browser,
            pages=tuple(sorted({page for page, _, _ in self.seen})),
            palettes=PALETTES,
            widths=WIDTHS,
        )

    def keep(self, day: date, *, has_passed: bool, root: Path = ROOT) -> list[str]:
        """Write the record below a repository's folder; or say why not, and leave there what is there."""
        faults = [*([] if has_passed else ["not every test passed"]), *self.violations, *self.missing()]
        if not faults:
            (root / RECORD).write_text(f"{self.record(day).model_dump_json(indent=2)}\n", encoding="utf-8")
        return faults
