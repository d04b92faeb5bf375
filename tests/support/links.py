"""Runs lychee on a built site, to find broken links, pictures and anchors."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.support import ROOT


@dataclass(frozen=True)
class Followed:
    """How many links were followed, and those that lead nowhere, as ``page, line: address: why``."""

    count: int
    broken: tuple[str, ...]


def follow_links(site: Path) -> Followed:
    """Follow every link that stays on a site, its own whole addresses among them; no other host is asked."""
    command = [str(ROOT / "scripts/links"), str(site), "--offline", "--cache=false", "--format", "json"]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 2), done.stderr
    report = json.loads(done.stdout)
    broken = (
        f"{Path(page).relative_to(site)}, line {link['span']['line']}: {link['url']}: {link['status']['text']}"
        for page, links in report["error_map"].items()
        for link in links
    )
    return Followed(report["successful"], tuple(sorted(broken)))
