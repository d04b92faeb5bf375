"""What Lighthouse finds on a page that it opens as a phone does."""

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
    """Lighthouse did not get through; the message is what it printed."""


@dataclass(frozen=True)
class Judged:
    """The medians of some turns at one page: scores from 0 to 100 by category, and seconds, and the layout's shift.

    ``faults`` are the audits that took something off a score, in any turn, by their names and titles.
    """

    scores: Mapping[str, float]
    first_paint: float
    largest_paint: float
    blocked: float
    shift: float
    faults: tuple[str, ...]


def judge(addresses: Sequence[str], chromium: str, turns: int) -> list[Judged]:
    """Have every address looked at ``turns`` times, one after the other. Raises LighthouseError."""
    request = json.dumps({"chrome": chromium, "flags": _FLAGS, "addresses": addresses, "turns": turns})
    command = ["node", str(_NODE / "lighthouse.mjs")]
    done = subprocess.run(command, input=request, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise LighthouseError(f"Lighthouse ended with {done.returncode}")
    return [_judged(runs) for runs in json.loads(done.stdout)]


def lighthouse_version() -> str:
    """Which Lighthouse it is."""
    package = json.loads((_NODE / "node_modules/lighthouse/package.json").read_text(encoding="utf-8"))
    return str(package["version"])


def _judged(runs: Sequence[Mapping[str, Mapping[str, float]]]) -> Judged:
    def metric(name: str) -> float:
        return median(run["metrics"][name] for run in runs)

    return Judged(
        scores={name: round(100 * median(run["scores"][name] for run in runs)) for name in CATEGORIES},
        first_paint=metric("first-contentful-paint") / 1000,
        largest_paint=metric("largest-contentful-paint") / 1000,
        blocked=metric("total-blocking-time") / 1000,
        shift=metric("cumulative-layout-shift"),
        faults=tuple(sorted({fault for run in runs for fault in run["faults"]})),
    )
