"""The environment of the core: the day, the settings, earlier content and the workflow."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom.commands.lost import UnknownRevision
from newsroom.problems import ContentError
from newsroom.report import GitHubRun
from outside import environment, repository
from tests.support import ROOT, SETTINGS, write_files
from tests.support.git import commit, git
from tests.support.wordings import Reported


def set_variable(patch: pytest.MonkeyPatch, name: str, value: str | None) -> None:
    """Set an environment variable, or remove it."""
    patch.delenv(name, raising=False)
    if value is not None:
        patch.setenv(name, value)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-22T12:00:00+00:00", "2026-11-22"),
        ("2026-07-01T22:59:59+00:00", "2026-07-01"),
        ("2026-07-01T23:00:00+00:00", "2026-07-02"),
        ("2026-12-01T23:59:59+00:00", "2026-12-01"),
    ],
)
def test_source_date_epoch_sets_day_in_british_time(monkeypatch: pytest.MonkeyPatch, moment: str, day: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.fromisoformat(moment).timestamp())))
    assert environment.read_variables().today.isoformat() == day


@pytest.mark.parametrize("epoch", [None, ""])
def test_day_comes_from_clock_by_default(monkeypatch: pytest.MonkeyPatch, epoch: str | None) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert abs(environment.read_variables().today - datetime.now(UTC).date()).days <= 1


@pytest.mark.parametrize(("value", "hides"), [(None, False), ("", False), ("fail", False), ("hide", True)])
def test_variable_decides_whether_expired_items_are_hidden(
    monkeypatch: pytest.MonkeyPatch, value: str | None, hides: bool
) -> None:
    set_variable(monkeypatch, "NEWSROOM_ON_EXPIRED", value)
    assert environment.read_variables().hides_expired is hides


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("SOURCE_DATE_EPOCH", "today", "source-date-invalid"),
        ("SOURCE_DATE_EPOCH", "9" * 30, "source-date-invalid"),
        ("NEWSROOM_ON_EXPIRED", "hidden", "setting-invalid"),
        ("NEWSROOM_WITHDRAWALS", "yes", "setting-invalid"),
    ],
)
def test_invalid_variable_is_an_error_and_has_a_safe_substitute(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, code: str, reported: Reported
) -> None:
    for other in ("SOURCE_DATE_EPOCH", "NEWSROOM_ON_EXPIRED", "NEWSROOM_WITHDRAWALS"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, value)
    variables = environment.read_variables()
    assert reported(variables.faults) == [f"mkdocs.yml {code}"]
    assert abs(variables.today - datetime.now(UTC).date()).days <= 1
    assert variables.hides_expired is (name == "NEWSROOM_ON_EXPIRED")
    assert variables.publish_anyway == "auto"


def test_settings_are_read_from_mkdocs_yml() -> None:
    """The settings in mkdocs.yml are read without the engine, for any network's site."""
    settings = repository.settings(ROOT)
    assert isinstance(settings, dict)
    assert settings.keys() >= {"site_name", "site_url", "tag_authority", "languages"}


@pytest.mark.parametrize(
    ("value", "sign_up"), [("https://elm.example/in/", "https://elm.example/in/"), (None, "https://d/")]
)
def test_env_tag_reads_environment_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str | None, sign_up: str
) -> None:
    monkeypatch.delenv("SIGN_UP", raising=False)
    if value:
        monkeypatch.setenv("SIGN_UP", value)
    write_files(tmp_path, {"mkdocs.yml": "extra:\n  newsroom:\n    signup_url: !ENV [SIGN_UP, 'https://d/']\n"})
    assert repository.settings(tmp_path) == {"signup_url": sign_up}


def test_other_yaml_tags_are_ignored(tmp_path: Path) -> None:
    emoji = "x: !!python/name:material.extensions.emoji.twemoji\nextra:\n  newsroom: {site_name: Elm}\n"
    write_files(tmp_path, {"mkdocs.yml": emoji})
    assert repository.settings(tmp_path) == {"site_name": "Elm"}


@pytest.mark.parametrize("text", ["", "- a list", "site_name: Elm", "extra:", "extra: [a]", "extra:\n  other: 1"])
def test_settings_are_none_if_missing(tmp_path: Path, text: str) -> None:
    write_files(tmp_path, {"mkdocs.yml": text})
    assert repository.settings(tmp_path) is None


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"site_name: Elm\nextra: [a\n", ":3 settings-yaml-invalid"),
        (b"site_name: Elm\n\tnav: 1\n", ":2 settings-yaml-invalid"),
        (b"site_name: Elm\nnav: a: b\n", ":2 settings-yaml-invalid"),
        (b"site_name: *elm\n", ":1 settings-yaml-invalid"),
        (b"site_name: Elm\nnav: a\x07b\n", ":2 control-character"),
        (b"site_name: Elm\nnav: caf\xe9\n", ":2 file-not-utf-8"),
        (None, " settings-missing"),
    ],
)
def test_unreadable_mkdocs_yml_is_an_error(
    tmp_path: Path, content: bytes | None, found: str, reported: Reported
) -> None:
    write_files(tmp_path, {"mkdocs.yml": content} if content else {"a.md": "x"})
    with pytest.raises(ContentError) as caught:
        repository.settings(tmp_path)
    (problem,) = caught.value.problems
    shown = replace(problem, what=problem.what.replace(str(tmp_path), "/home/ada"))
    assert reported([shown]) == [f"mkdocs.yml{found}"]


@pytest.mark.parametrize(
    "text", ["extra: [a\n", "extra: {newsroom: {site_url: elm}}\n", "extra: {newsroom: Elm}\n", "extra: Elm\n", None]
)
def test_last_valid_settings_replace_invalid_ones(tmp_path: Path, text: str | None) -> None:
    """Those of the last commit with valid ones, also if the broken file is committed, or is missing."""
    git(tmp_path, "init", "--quiet")
    for name in ("Ash", "Elm"):
        write_files(tmp_path, {"mkdocs.yml": json.dumps({"extra": {"newsroom": {**SETTINGS, "site_name": name}}})})
        commit(tmp_path)
    assert repository.readable_settings(tmp_path) == ({**SETTINGS, "site_name": "Elm"}, ())
    (tmp_path / "mkdocs.yml").unlink()
    for more in ({}, {"a.md": "Another change."}):
        write_files(tmp_path, more | ({"mkdocs.yml": text} if text else {"b.md": "x"}))
        commit(tmp_path)
        values, faults = repository.readable_settings(tmp_path)
        assert values == {**SETTINGS, "site_name": "Elm"}
        assert {fault.path for fault in faults} == {"mkdocs.yml"}


def test_settings_without_history_are_what_can_be_read(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": "extra: {newsroom: {site_name: Elm}}"})
    assert repository.readable_settings(tmp_path)[0] == {"site_name": "Elm"}
    write_files(tmp_path, {"mkdocs.yml": "extra: [a"})
    assert repository.readable_settings(tmp_path)[0] is None


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A repository below a folder of another, with two commits: "first" has a story and no newsletters."""
    site = tmp_path / "site"
    write_files(site, {"stories/a.md": "Old.", "mkdocs.yml": "extra: {newsroom: {site_name: Elm}}", "hooks/x.py": ""})
    (site / "stories" / "link.md").symlink_to("/etc/passwd")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    git(tmp_path, "tag", "first")
    write_files(site, {"stories/a.md": "New.", "newsletters/2024-01.md": "New."})
    commit(tmp_path)
    return site


def test_earlier_content_is_extracted_and_removed(history: Path) -> None:
    with repository.content_at(history, "first") as folder:
        found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        assert found == {"stories/a.md", "mkdocs.yml"}
        assert (folder / "stories/a.md").read_text() == "Old."
        assert repository.settings(folder) == {"site_name": "Elm"}
    assert not folder.exists()
    assert (history / "stories/a.md").read_text() == "New."


@pytest.mark.parametrize("revision", ["nowhere", "", "--help", "first:stories", "HEAD~9"])
def test_unknown_git_revision_is_reported(history: Path, revision: str) -> None:
    with pytest.raises(UnknownRevision, match="git does not know"), repository.content_at(history, revision):
        pass


def test_folder_without_git_is_reported(tmp_path: Path) -> None:
    with pytest.raises(UnknownRevision), repository.content_at(tmp_path, "HEAD"):
        pass


HEAD = {"sha": "5f5f", "repo": {"full_name": "ada/site"}}


@pytest.mark.parametrize(
    ("event", "files"),
    [
        ({"pull_request": {"head": HEAD}}, "https://github.example/ada/site/blob/5f5f"),
        ({"pull_request": {"head": HEAD | {"repo": None}}}, "https://github.example/elm/site/blob/1a1a"),
        ({"ref": "refs/heads/main"}, "https://github.example/elm/site/blob/1a1a"),
        ("", "https://github.example/elm/site/blob/1a1a"),
    ],
)
def test_links_lead_to_proposed_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event: object, files: str
) -> None:
    write_files(tmp_path, {"event.json": json.dumps(event) if event else ""})
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.example")
    monkeypatch.setenv("GITHUB_REPOSITORY", "elm/site")
    monkeypatch.setenv("GITHUB_SHA", "1a1a")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    assert repository.github_run() == GitHubRun(files, tmp_path / "summary")


def test_run_is_empty_outside_workflow(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SERVER_URL", "REPOSITORY", "SHA", "EVENT_PATH", "STEP_SUMMARY"):
        monkeypatch.delenv(f"GITHUB_{name}", raising=False)
    assert repository.github_run() == GitHubRun()


@pytest.mark.parametrize(
    ("is_terminal", "variables", "shows"),
    [
        (True, {"TERM": "xterm"}, True),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, True),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {"TERM": "xterm"}, False),
    ],
)
def test_colours_are_only_for_terminals(
    monkeypatch: pytest.MonkeyPatch, is_terminal: bool, variables: dict[str, str], shows: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert environment.is_colour_wanted() is shows


@pytest.mark.parametrize(("value", "mode"), [(None, "auto"), ("", "auto"), ("always", "always"), ("never", "never")])
def test_environment_says_which_builds_are_published_in_spite_of_errors(
    monkeypatch: pytest.MonkeyPatch, value: str | None, mode: str
) -> None:
    set_variable(monkeypatch, "NEWSROOM_WITHDRAWALS", value)
    assert environment.read_variables().publish_anyway == mode


@pytest.mark.parametrize("is_incomplete", [True, False])
def test_workflow_knows_whether_something_was_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, is_incomplete: bool
) -> None:
    outputs = tmp_path / "outputs"
    monkeypatch.setenv("GITHUB_OUTPUT", str(outputs))
    environment.report_published(["left out: a.md"], is_incomplete=is_incomplete)
    assert outputs.read_text(encoding="utf-8") == f"incomplete={is_incomplete}\n".lower()
    assert caplog.messages == ["ERROR: left out: a.md"]


def test_program_is_named_as_it_can_be_typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / ".venv/bin/newsroom"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "/nowhere")
    assert environment.program_name(".venv/bin/newsroom") == ".venv/bin/newsroom"
    monkeypatch.setenv("PATH", str(program.parent))
    assert environment.program_name(str(program)) == "newsroom"
