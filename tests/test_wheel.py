"""The installed package is complete, and works without this repository."""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support import ROOT, small_newsroom
from tests.support.engine import engine_environment, make_repository

SOURCES = ("pyproject.toml", "README.md", "LICENSE")
BUILD = "from setuptools.build_meta import build_wheel; print(build_wheel('dist'))"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from copies, because setuptools writes next to the sources."""
    folder = tmp_path_factory.mktemp("sources")
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in SOURCES:
        shutil.copy(ROOT / name, folder)
    done = subprocess.run([sys.executable, "-c", BUILD], cwd=folder, capture_output=True, text=True, check=True)
    return folder / "dist" / done.stdout.split()[-1]


def test_wheel_contains_every_package_file(wheel: Path) -> None:
    files = (file for file in (ROOT / "hooks").rglob("*") if file.is_file())
    wanted = {file.relative_to(ROOT / "hooks").as_posix() for file in files}
    ours = {name for name in wanted if "__pycache__/" not in name and ".egg-info/" not in name}
    assert ours - set(ZipFile(wheel).namelist()) == set()


def test_installed_wheel_checks_a_repository(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, symlinks=True)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(environment), "platbase": str(environment)}))
    # The dependencies are those of the tests' environment. A path in a .pth file is searched, but the .pth files there,
    # one of which leads to this repository, are not read.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    install = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-cache"]
    subprocess.run([*install, "--python", str(environment), str(wheel)], check=True, env=without_path())
    repository = tmp_path / "repository"
    repository.mkdir()
    make_repository(repository, small_newsroom())
    (repository / "hooks").unlink()
    python = environment / "bin/python"
    where = [str(python), "-c", "import newsroom, pipeline; print(newsroom.__file__, pipeline.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=without_path(), capture_output=True, text=True, check=True)
    assert [Path(file).is_relative_to(environment) for file in found.stdout.split()] == [True, True]
    command = [str(environment / "bin/newsroom"), "check"]
    done = subprocess.run(command, cwd=repository, env=without_path(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.endswith(" checked, no errors.\n")) == (0, True)


def without_path() -> dict[str, str]:
    """Environment variables with which only installed packages are found."""
    return {name: value for name, value in engine_environment().items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
