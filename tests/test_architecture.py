"""The house rules that a program can see: who imports whom, what the core never reads, how long a module may be."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.support.architecture import ENGINE, Module, faults, imports, is_within, mutable_globals

HOOKS = ROOT / "hooks"
FILES = sorted(HOOKS.rglob("*.py"))


def module(file: Path) -> Module:
    """The module that a file below hooks/ is."""
    *folders, name = file.relative_to(HOOKS).with_suffix("").parts
    is_package = name == "__init__"
    return Module(".".join(folders if is_package else [*folders, name]), file.read_text(encoding="utf-8"), is_package)


MODULES = [module(file) for file in FILES]
CORE = [module for module in MODULES if is_within(module.name, ("newsroom",))]


def test_there_are_modules_to_look_at() -> None:
    names = {module.name for module in MODULES}
    assert {"pipeline", "newsroom", "newsroom.build", "newsroom.read", "newsroom.publish.email.text"} <= names
    assert len(CORE) > 30


@pytest.mark.parametrize("module", CORE, ids=lambda module: module.name)
def test_the_core_reads_no_engine_clock_environment_or_network(module: Module) -> None:
    assert faults(module) == []


def test_the_core_runs_without_the_engine() -> None:
    names = " ".join(module.name for module in CORE)
    code = (
        "import importlib, sys\n"
        f"for name in '{names}'.split(): importlib.import_module(name)\n"
        f"print([name for name in sys.modules if name.split('.')[0] in {ENGINE}])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=HOOKS, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_only_the_pipeline_knows_the_engine() -> None:
    knowing = [module.name for module in MODULES if any(is_within(name, ENGINE) for name in imports(module))]
    assert knowing == ["pipeline"]


@pytest.mark.parametrize(
    ("part", "later"),
    [("read", ("newsroom.check", "newsroom.publish")), ("check", ("newsroom.publish",))],
)
def test_data_flows_one_way(part: str, later: tuple[str, ...]) -> None:
    against = {
        f"{module.name} imports {name}"
        for module in CORE
        if is_within(module.name, (f"newsroom.{part}",))
        for name in imports(module)
        if is_within(name, later)
    }
    assert against == set()


@pytest.mark.parametrize("module", CORE, ids=lambda module: module.name)
def test_no_module_keeps_what_could_grow_from_build_to_build(module: Module) -> None:
    assert mutable_globals(module) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(HOOKS).as_posix())
def test_a_module_is_short(file: Path) -> None:
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert lines <= (150 if file == HOOKS / "pipeline.py" else 300)


BAD = {
    "the engine": "import mkdocs",
    "a part of the engine": "from mkdocs.structure.pages import Page",
    "the engine's fork": "import properdocs.config as config",
    "the theme": "from material import plugins",
    "the engine, later": "def build():\n    import mkdocs.utils\n    return mkdocs",
    "the engine, for types only": "if TYPE_CHECKING:\n    from mkdocs.config import Config",
    "the engine, by name": "import importlib\nimportlib.import_module('mkdocs.plugins')",
    "the engine, by another name": "from importlib import import_module as load\nload('mkdocs')",
    "the engine, by hand": "__import__('mkdocs')",
    "who knows what": "import importlib\nimportlib.import_module(name)",
    "the module time": "import time",
    "a part of the module time": "def now():\n    from time import monotonic\n    return monotonic()",
    "the hour": "from datetime import datetime\ndatetime.now()",
    "the hour, with a zone": "import datetime as dt\ndt.datetime.now(dt.UTC)",
    "the old hour": "from datetime import datetime as moment\nmoment.utcnow()",
    "the day": "from datetime import date\ndate.today()",
    "the day as a default": "import datetime\nfield(default_factory=datetime.date.today)",
    "the day, by its hour": "from datetime import datetime\ndatetime.today().date()",
    "the environment": "import os\nos.environ['HOME']",
    "the environment, taken out": "from os import environ",
    "a variable": "import os\nos.getenv('HOME')",
    "a variable, written": "import os\nos.putenv('A', 'B')",
    "variables in a path": "import os.path\nos.path.expandvars('$HOME')",
    "variables in a path, taken out": "from os.path import expandvars",
    "the home folder": "from pathlib import Path\nPath.home()",
    "the home folder, by its sign": "from pathlib import Path\nPath('~').expanduser()",
    "a socket": "import socket",
    "the web": "from urllib.request import urlopen",
    "the web, from above": "from urllib import request",
    "a web server": "import http.server",
    "a friendlier web": "import requests",
    "many at once": "import asyncio",
    "style sheets from the web": "import css_inline\ncss_inline.CSSInliner(extra_css='')",
    "style sheets from the web, by a function": "from css_inline import inline\ninline('<p>')",
    "style sheets from the web, on purpose": "from css_inline import CSSInliner\n"
    "CSSInliner(load_remote_stylesheets=True)",
}
GOOD = {
    "a day that was handed in": "def page(library):\n    return library.today",
    "a clock that was handed in": "def check(surroundings):\n    return surroundings.today()",
    "reckoning with days": "from datetime import UTC, datetime, time\ndatetime.combine(day, time(), UTC)",
    "taking addresses apart": "from urllib.parse import urljoin",
    "walking through folders": "import os\nos.walk('.')",
    "names that only look alike": "import mkdocs_like, timeit_like\nfrom newsroom.material import cloth",
    "styles without the web": "from css_inline import CSSInliner\nCSSInliner(load_remote_stylesheets=False)",
}


@pytest.mark.parametrize("source", BAD.values(), ids=BAD)
def test_the_checker_sees_what_the_core_may_not_do(source: str) -> None:
    assert len(faults(Module("newsroom.bad", source))) >= 1


@pytest.mark.parametrize("source", GOOD.values(), ids=GOOD)
def test_the_checker_lets_be_what_the_core_may_do(source: str) -> None:
    assert faults(Module("newsroom.good", source)) == []


@pytest.mark.parametrize(
    ("name", "is_package", "source"),
    [
        ("newsroom.read.files", False, "from ..publish import web"),
        ("newsroom.read.files", False, "from .. import publish"),
        ("newsroom.read", True, "from ..publish.web import Site"),
        ("newsroom.read.files", False, "def read():\n    import newsroom.publish.web"),
    ],
)
def test_the_checker_follows_relative_and_late_imports(name: str, is_package: bool, source: str) -> None:
    assert any(is_within(found, ("newsroom.publish",)) for found in imports(Module(name, source, is_package)))


@pytest.mark.parametrize(
    "source",
    [
        "seen = []",
        "SEEN: dict[str, int] = {}",
        "a = b = {1}",
        "SEEN = {name: 1 for name in 'ab'}",
        "SEEN = [name for name in 'ab']",
        "SEEN = dict()",
        "from collections import defaultdict as many\nSEEN = many(list)",
        "if True:\n    SEEN = []",
        "from functools import cache\n@cache\ndef f(a):\n    return a",
        "import functools\nclass A:\n    @functools.lru_cache(maxsize=9)\n    def f(self, a):\n        return a",
    ],
)
def test_the_checker_sees_what_could_grow(source: str) -> None:
    assert mutable_globals(Module("newsroom.bad", source)) != []


@pytest.mark.parametrize(
    "source",
    [
        "__all__ = ['a']",
        "SEEN = ('a',)",
        "SEEN = frozenset({1})",
        "def f():\n    seen = []",
        "from functools import cache\ndef f():\n    return cache(g)",
        "class A:\n    b: int = 1",
    ],
)
def test_the_checker_lets_be_what_cannot_grow(source: str) -> None:
    assert mutable_globals(Module("newsroom.good", source)) == []
