#!/usr/bin/env python3
"""Compares the pinned packages with the known vulnerabilities of PyPI and npm, and says what could not be checked.

Fails if there is a vulnerability. Where the data cannot be reached, as without a network, it says so and ends well.
Run it with `make audit`.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCKS = (
    "requirements.txt",
    "requirements-test.txt",
    "requirements-bench.txt",
    "editor/package-lock.json",
    "tests/node/package-lock.json",
    "bench/node/package-lock.json",
)
_PIP_AUDIT = (f"{sys.executable}", "-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner", "off")
_UNREACHABLE = "NOT CHECKED: the data on vulnerabilities cannot be reached from here. Try again with a network."


def main() -> int:
    """Check each lock file. Returns the exit code."""
    found = {lock: [*(_npm_findings(lock) if lock.endswith(".json") else _python_findings(lock))] for lock in LOCKS}
    for lock, lines in found.items():
        print(f"{lock}: {'no known vulnerabilities' if not lines else ''}".rstrip())
        for line in lines:
            print(f"  {line}")
    return int(any(not line.startswith("NOT CHECKED") for lines in found.values() for line in lines))


def _python_findings(lock: str) -> Iterator[str]:
    answer = _run([*_PIP_AUDIT, "--requirement", lock, "--format", "json"], ROOT)
    packages = answer.get("dependencies", [])
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    if len(skipped) == len(packages):
        yield _UNREACHABLE
    elif skipped:
        yield f"NOT CHECKED: {', '.join(skipped)}"
    for package in packages:
        for fault in package.get("vulns", []):
            fixed = ", ".join(fault["fix_versions"]) or "no version yet"
            yield f"{package['name']} {package['version']}: {fault['id']}, fixed in {fixed}"


def _npm_findings(lock: str) -> Iterator[str]:
    answer = _run(["npm", "audit", "--json"], ROOT / Path(lock).parent)
    if "vulnerabilities" not in answer:
        yield _UNREACHABLE
    for name, fault in answer.get("vulnerabilities", {}).items():
        yield f"{name} {fault['range']}: {fault['severity']}"


def _run(command: list[str], folder: Path) -> dict[str, Any]:
    """The JSON that a command prints; empty if it prints something else or is missing."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        answer = json.loads(done.stdout)
    except (OSError, ValueError):
        return {}
    return answer if isinstance(answer, dict) else {}


if __name__ == "__main__":
    sys.exit(main())
