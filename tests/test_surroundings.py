"""What the core is handed from outside: the day and the settings."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

import surroundings
from newsroom.problems import ContentError
from tests.support import ROOT, write_files


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-22T12:00:00+00:00", "2026-11-22"),
        ("2026-07-01T22:59:59+00:00", "2026-07-01"),
        ("2026-07-01T23:00:00+00:00", "2026-07-02"),
        ("2026-12-01T23:59:59+00:00", "2026-12-01"),
    ],
)
def test_a_builds_day_can_be_set_and_begins_at_midnight_in_britain(
    monkeypatch: pytest.MonkeyPatch, moment: str, day: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.fromisoformat(moment).timestamp())))
    assert surroundings.today().isoformat() == day


@pytest.mark.parametrize("epoch", [None, ""])
def test_otherwise_the_day_is_the_clocks(monkeypatch: pytest.MonkeyPatch, epoch: str | None) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert abs(surroundings.today() - datetime.now(UTC).date()).days <= 1


def test_the_settings_are_those_of_the_site() -> None:
    settings = surroundings.settings(ROOT)
    assert isinstance(settings, dict)
    assert settings["languages"] == ["en", "cy"]


@pytest.mark.parametrize(
    ("value", "sign_up"), [("https://elm.example/in/", "https://elm.example/in/"), (None, "https://d/")]
)
def test_the_environment_overrides_what_the_file_lets_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str | None, sign_up: str
) -> None:
    monkeypatch.delenv("SIGN_UP", raising=False)
    if value:
        monkeypatch.setenv("SIGN_UP", value)
    write_files(tmp_path, {"mkdocs.yml": "extra:\n  newsroom:\n    signup_url: !ENV [SIGN_UP, 'https://d/']\n"})
    assert surroundings.settings(tmp_path) == {"signup_url": sign_up}


def test_tags_that_only_the_engine_needs_are_passed_over(tmp_path: Path) -> None:
    emoji = "x: !!python/name:material.extensions.emoji.twemoji\nextra:\n  newsroom: {site_name: Elm}\n"
    write_files(tmp_path, {"mkdocs.yml": emoji})
    assert surroundings.settings(tmp_path) == {"site_name": "Elm"}


@pytest.mark.parametrize("text", ["", "- a list", "site_name: Elm", "extra:", "extra: [a]", "extra:\n  other: 1"])
def test_a_file_without_our_settings_has_none(tmp_path: Path, text: str) -> None:
    write_files(tmp_path, {"mkdocs.yml": text})
    assert surroundings.settings(tmp_path) is None


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"site_name: Elm\nextra: [a\n", 3),
        (b"site_name: Elm\n\tnav: 1\n", 2),
        (b"site_name: Elm\nnav: a: b\n", 2),
        (b"site_name: *elm\n", 1),
        (b"site_name: Elm\nnav: a\x07b\n", 2),
        (b"site_name: Elm\nnav: caf\xe9\n", 2),
    ],
)
def test_a_file_that_is_not_yaml_is_a_problem_with_its_line(tmp_path: Path, content: bytes, line: int) -> None:
    write_files(tmp_path, {"mkdocs.yml": content})
    with pytest.raises(ContentError) as caught:
        surroundings.settings(tmp_path)
    assert [(problem.path, problem.line) for problem in caught.value.problems] == [("mkdocs.yml", line)]
