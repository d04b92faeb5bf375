"""Imports for the server of :mod:`tests.support.forked`, shared by all processes that it forks."""

import mkdocs.__main__
import mkdocs.commands.build  # noqa: F401
import pytest  # multiprocessing imports the tests' own main module in each process

import command  # noqa: F401
import pipeline  # noqa: F401
from tests.support.once import compute_once

compute_once(pytest.MonkeyPatch())
