"""The command line: ``newsroom check``, with the day and the settings handed in, and once as editors run it."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsroom.cli import Surroundings, main
from newsroom.problems import ContentError, Problem
from tests.support import ROOT, SETTINGS, TODAY, small_newsroom, write_files
from tests.support.engine import SHIPPED_DAY, engine_environment, make_repository
from tests.support.pieces import CONSENT, newsletter, story

SHIPPED = engine_environment(SHIPPED_DAY)
OLD_FORM = (
    "newsletters/2024-01.md, line 9: (warning) `<form>` cannot stand in email and is left out of it; "
    "delete it, or say the same in words, a link or a picture."
)


def run(root: Path, *arguments: str, settings: object = SETTINGS) -> Result:
    """What a command says and how it ends, in a folder with these settings."""
    surroundings = Surroundings(today=lambda: TODAY, settings=lambda _root: settings, email_problems=lambda _root: ())
    return CliRunner().invoke(main, [*arguments, "--root", str(root)], obj=surroundings)


def test_sound_content_passes_and_says_how_much_was_read(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom())
    result = run(tmp_path, "check")
    assert result.exit_code == 0
    assert result.output == f"{len(small_newsroom())} pages checked, no errors.\n"


def test_every_problem_is_shown_with_its_place_and_the_exit_code_is_one(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom() | {"stories/a.md": story(kind="tale"), "stories/b.md": "No front matter."})
    result = run(tmp_path, "check")
    assert result.exit_code == 1
    first, second, count = result.output.strip().split("\n")
    assert first.startswith("stories/a.md, line 5: `kind` is 'tale'")
    assert second.startswith("stories/b.md, line 1: has no front matter")
    assert count == "2 errors to fix before publishing."


def test_a_warning_is_shown_and_stops_nobody(tmp_path: Path) -> None:
    due = story(consent=CONSENT | {"review_by": "2026-01-01"})
    write_files(tmp_path, small_newsroom() | {"stories/a.md": due})
    result = run(tmp_path, "check")
    assert result.exit_code == 0
    warning, said = result.output.strip().split("\n")
    assert warning.startswith("stories/a.md, line 6: (warning) the consent was to be reviewed by 2026-01-01")
    assert said.endswith(" pages checked, 1 warning.")


def test_the_day_that_is_handed_in_decides_what_is_due(tmp_path: Path) -> None:
    write_files(tmp_path, {"stories/a.md": story(consent=CONSENT | {"review_by": TODAY.isoformat()})})
    assert "(warning)" in run(tmp_path, "check").output
    write_files(tmp_path, {"stories/a.md": story(consent=CONSENT | {"review_by": "2026-11-23"})})
    assert "(warning)" not in run(tmp_path, "check").output


def test_a_bad_setting_is_shown_like_any_problem(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom())
    result = run(tmp_path, "check", settings={**SETTINGS, "mail_tools": ["mailchip"]})
    assert result.exit_code == 1
    assert "did you mean 'mailchimp'?" in result.output


def test_settings_that_cannot_be_read_are_shown_like_any_problem(tmp_path: Path) -> None:
    def unreadable(_root: Path) -> object:
        raise ContentError([Problem("mkdocs.yml", 3, "this line is not YAML", "fix it")])

    surroundings = Surroundings(today=lambda: TODAY, settings=unreadable, email_problems=lambda _root: ())
    result = CliRunner().invoke(main, ["check", "--root", str(tmp_path)], obj=surroundings)
    assert result.exit_code == 1
    assert result.output.startswith("mkdocs.yml, line 3: this line is not YAML; fix it.\n")


def test_checking_writes_nothing(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom())
    before = sorted(tmp_path.rglob("*"))
    run(tmp_path, "check")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("arguments", [["check", "--root", "nowhere"], ["chekc"], ["check", "--fast"]])
def test_a_mistyped_command_ends_with_a_hint_and_no_traceback(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_the_commands(option: str) -> None:
    result = CliRunner().invoke(main, [option])
    assert result.exit_code == 0
    assert "check" in result.output


def test_editors_check_the_repository_with_one_command() -> None:
    command = [str(Path(sys.executable).with_name("newsroom")), "check"]
    done = subprocess.run(command, cwd=ROOT, env=SHIPPED, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith(" pages checked, no errors.\n")
    assert done.stderr == ""


def test_the_email_of_every_edition_is_checked_with_one_command_more() -> None:
    command = [str(Path(sys.executable).with_name("newsroom")), "check", "--all-email"]
    done = subprocess.run(command, cwd=ROOT, env=SHIPPED, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith(" pages checked, and the email of every edition, no errors.\n")
    assert done.stderr == ""


def test_an_old_editions_email_is_checked_when_all_are(tmp_path: Path) -> None:
    editions = {f"newsletters/2024-0{month}.md": newsletter("## Hello\n\nWords.") for month in range(2, 6)}
    old = {"newsletters/2024-01.md": newsletter("## Hello\n\n<form>Words.</form>")}
    repository = make_repository(tmp_path, small_newsroom() | editions | old)
    for arguments, told in (["check"], []), (["check", "--all-email"], [OLD_FORM]):
        command = [str(Path(sys.executable).with_name("newsroom")), *arguments]
        done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.splitlines()[:-1] == told


def test_what_stops_an_email_stops_the_check(tmp_path: Path) -> None:
    edition = newsletter("## Hello\n\n![A bench](bench.png)")
    repository = make_repository(
        tmp_path, small_newsroom() | {"newsletters/2024-03.md": edition, "newsletters/bench.png": "?"}
    )
    command = [str(Path(sys.executable).with_name("newsroom")), "check", "--all-email"]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "newsletters/2024-03.md, line 11: the picture 'newsletters/bench.png' is no picture that can be read; "
        "save it again as JPEG or PNG.",
        "1 error to fix before publishing.",
    ]
    assert "Traceback" not in done.stderr


def test_the_command_fails_where_there_is_no_repository(tmp_path: Path) -> None:
    command = [str(Path(sys.executable).with_name("newsroom")), "check"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith(f"mkdocs.yml: there is no mkdocs.yml in {tmp_path.resolve()}")
    assert done.stderr == ""
