"""Lighthouse audits of pages, opened as on a phone."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
_NODE = Path(__file__).resolve().parent / "node"


class LighthouseError(Exception):
    """Lighthouse failed; the message says with which status."""


@dataclass(frozen=True)
class PageAudit:
    """The medians of several audits of one page: scores from 0 to 100 by category, seconds, and the layout shift.

    ``faults`` are the names and titles of the audits that lowered a score in any turn.
    """

    scores: Mapping[str, float]
    first_paint: float
    largest_paint: float
    blocked: float
    shift: float
    faults: tuple[str, ...]


def audit_pages(addresses: Sequence[str], chromium: str, turns: int) -> list[PageAudit]:
    """Audit every address ``turns`` times, one after the other. Raises LighthouseError."""
    request = json.dumps({"chrome": chromium, "flags": _FLAGS, "addresses": addresses, "turns": turns})
    command = ["node", str(_NODE / "lighthouse.mjs")]
    done = subprocess.run(command, input=request, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise LighthouseError(f"Lighthouse ended with {done.returncode}")
    return [_page_audit(runs) for runs in json.loads(done.stdout)]


def lighthouse_version() -> str:
    """The version of Lighthouse."""
    package = json.loads((_NODE / "node_modules/lighthouse/package.json").read_text(encoding="utf-8"))
    return str(package["version"])


def _page_audit(runs: Sequence[Mapping[str, Mapping[str, float]]]) -> PageAudit:
    def metric(name: str) -> float:
        return median(run["metrics"][name] for run in runs)

    return PageAudit(
        scores={name: round(100 * median(run["scores"][name] for run in runs)) for name in CATEGORIES},
        first_paint=metric("first-contentful-paint") / 1000,
        largest_paint=metric("largest-contentful-paint") / 1000,
        blocked=metric("total-blocking-time") / 1000,
        shift=metric("cumulative-layout-shift"),
        faults=tuple(sorted({fault for run in runs for fault in run["faults"]})),
    )
