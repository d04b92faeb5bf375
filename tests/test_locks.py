"""Lock files pin packages by name, version and hash, without addresses."""

import json
import re

import pytest

from tests.support import ROOT

REQUIREMENTS = ("requirements.txt", "requirements-test.txt", "requirements-bench.txt")
PACKAGES = ("tests/node/package-lock.json", "bench/node/package-lock.json")


@pytest.mark.parametrize("name", [*REQUIREMENTS, *PACKAGES])
def test_lock_file_has_no_addresses(name: str) -> None:
    assert re.findall(r"\S*://\S*", (ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", PACKAGES)
def test_npm_packages_have_hashes(name: str) -> None:
    packages = json.loads((ROOT / name).read_text(encoding="utf-8"))["packages"]
    pinned = {path: package for path, package in packages.items() if path}
    assert pinned
    assert [path for path, package in pinned.items() if not package.get("integrity")] == []


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_python_packages_have_hashes(name: str) -> None:
    pinned = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip())
    packages = [entry for entry in pinned if "==" in entry]
    assert packages
    assert [entry for entry in packages if "--hash=sha256:" not in entry] == []
