"""The program gives its commands the day, the settings, git and caches, and says whether somebody can answer."""

import sys
from pathlib import Path

import pytest

import command
from builds.caches import value_cache
from newsroom.cli import CliContext
from outside import environment, office, repository
from outside.spelling import misspelt_words
from tests.support import TODAY
from tests.support.engine import EPOCH


def test_commands_get_their_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []

    def keep(*, obj: CliContext, prog_name: str) -> None:
        given.extend((obj, prog_name))

    monkeypatch.setattr(command, "cli", keep)
    monkeypatch.setattr(command, "collect_garbage_rarely", lambda: given.append("rarely"))
    monkeypatch.setattr(sys, "argv", ["/elm/bin/newsroom", "check"])
    monkeypatch.setattr(environment, "program_name", lambda path: f"name of {path}")
    monkeypatch.setattr(environment, "can_ask", lambda: True)
    monkeypatch.setattr(environment, "is_colour_wanted", lambda: True)
    monkeypatch.setattr(environment, "terminal_width", lambda: 77)
    command.main()
    first, context, name = given
    assert isinstance(context, CliContext)
    assert (first, name) == ("rarely", "name of /elm/bin/newsroom")
    assert (context.can_ask, context.colour, context.width) == (True, True, 77)
    assert (context.settings, context.content_at) == (repository.settings, repository.content_at)
    assert (context.uncommitted, context.github) == (repository.uncommitted, repository.github_run)
    assert (context.value_cache, context.misspelt) == (value_cache, misspelt_words)
    assert context.convert_to_word == office.convert_to_word
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    assert (context.today(), context.faults()) == (TODAY, ())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "x")
    assert [fault.code for fault in context.faults()] == ["source-date-invalid"]
    monkeypatch.setattr(repository, "readable_settings", lambda root: ({"root": root}, ()))
    assert context.readable_settings(tmp_path) == {"root": tmp_path}
