"""Architecture rules that no linter checks, and tests that the linters check the others.

Imports are checked by import-linter, calls by ruff's TID251: both are set in pyproject.toml, `make lint` runs them.
"""

import pkgutil
import re
import subprocess
import sys
from collections import defaultdict, deque
from importlib import import_module
from pathlib import Path

import newsroom
from tests.support import ROOT

HOOKS = ROOT / "hooks"
NAMES = [module.name for module in pkgutil.walk_packages(newsroom.__path__, "newsroom.")]
FILES = sorted(HOOKS.rglob("*.py"))
MUTABLE = (list, dict, set, bytearray, deque, defaultdict)
FORBIDDEN = {
    "the engine": "import mkdocs",
    "a part of the engine": "from mkdocs.structure.pages import Page",
    "the engine's fork": "import properdocs.config as config",
    "the theme": "from material import plugins",
    "an import by name": "importlib.import_module(name)",
    "an import by another name": "from importlib import import_module as load",
    "the module time": "from time import monotonic",
    "the hour": "datetime.datetime.now(datetime.UTC)",
    "the hour by its old name": "datetime.datetime.utcnow()",
    "the day": "datetime.date.today()",
    "the day as a default": "field(default_factory=datetime.date.today)",
    "the environment": "os.environ['HOME']",
    "a variable": "os.getenv('HOME')",
    "variables in a path": "os.path.expandvars('$HOME')",
    "the home folder": "pathlib.Path.home()",
    "chance": "import random",
    "a name by chance": "uuid.uuid4()",
    "a socket": "import socket",
    "the web": "from urllib.request import urlopen",
    "the web, from above": "from urllib import request",
    "a web server": "import http.server",
    "style sheets from the web": "from css_inline import inline",
    "results kept for the next build": "from functools import cache",
    "some results kept for the next build": "@functools.lru_cache\ndef f(): pass",
}
ALLOWED = """\
import mkdocs_like, timeit_like, urllib.parse
from newsroom.material import cloth
from datetime import UTC, datetime, time
from functools import cached_property
datetime.combine(library.today, time(), UTC)
os.walk(".")
"""


def test_core_runs_without_the_engine() -> None:
    code = (
        "import importlib, sys\n"
        f"for name in {NAMES}: importlib.import_module(name)\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('mkdocs', 'properdocs', 'material')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=HOOKS, capture_output=True, text=True, check=True)
    assert (done.stdout, len(NAMES) > 100) == ("[]\n", True)


def test_modules_have_no_mutable_globals() -> None:
    """A dictionary is declared as a Mapping, which the type checker lets nobody change."""
    modules = [import_module(name) for name in NAMES]
    read_only = {id(vars(each)[key]) for each in modules for key in getattr(each, "__annotations__", ())}
    held = [(each.__name__, key, value) for each in modules for key, value in vars(each).items()]
    mutable = [(name, key, value) for name, key, value in held if isinstance(value, MUTABLE) and key[:2] != "__"]
    assert [(name, key) for name, key, value in mutable if id(value) not in read_only] == []


def test_constants_are_declared_with_types_that_cannot_be_changed() -> None:
    declared = [
        (each.name, line)
        for each in FILES
        for line in each.read_text(encoding="utf-8").splitlines()
        if re.match(r"_?[A-Z][A-Z_\d]*: .*=", line)
    ]
    assert [(name, line) for name, line in declared if re.search(r": (?:dict|list|set|bytearray)\b", line)] == []


def test_modules_are_short() -> None:
    most = dict.fromkeys(FILES, 300) | {HOOKS / "pipeline.py": 150}
    lines = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}
    assert {file.name: lines[file] for file in FILES if lines[file] > most[file]} == {}


def test_core_does_not_use_the_home_folder() -> None:
    """Ruff does not know what `path.expanduser()` is called on."""
    asks = [f.name for f in FILES if "newsroom" in f.parts and re.search(r"\bexpanduser\b|__import__", f.read_text())]
    assert asks == []


def test_ruff_rejects_forbidden_calls_in_the_core() -> None:
    imports = "import datetime, functools, importlib, os, pathlib, uuid\n"
    refused = {name for name, source in FORBIDDEN.items() if "TID251" in ruff(imports + source)}
    assert refused == set(FORBIDDEN)
    assert "TID251" not in ruff(ALLOWED)


def ruff(source: str) -> str:
    """What ruff reports about a module of the core."""
    command = [str(Path(sys.executable).with_name("ruff")), "check", "--select", "TID251", "--no-cache", "-"]
    named = [*command, "--stdin-filename", "hooks/newsroom/any.py"]
    return subprocess.run(named, cwd=ROOT, input=source, capture_output=True, text=True, check=False).stdout
