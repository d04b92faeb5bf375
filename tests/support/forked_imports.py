"""What the server of :mod:`tests.support.forked` has ready for all processes that it forks: imports, and one build."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import mkdocs.__main__
import mkdocs.commands.build  # noqa: F401
import pytest  # multiprocessing imports the tests' own main module in each process
from markdown.util import get_installed_extensions

import pipeline  # noqa: F401
from command import build_site
from tests.support import small_newsroom
from tests.support.engine import engine_environment, make_repository
from tests.support.once import compute_once
from tests.support.workers import share_cache

compute_once(pytest.MonkeyPatch())
_environment = engine_environment()
os.environ.clear()
os.environ.update(_environment)
get_installed_extensions()
with TemporaryDirectory(prefix="forked-") as _folder, suppress(Exception):  # the builds of tests report what fails
    share_cache(make_repository(Path(_folder), small_newsroom()))
    build_site(Path(_folder), Path(_folder, "site"))
