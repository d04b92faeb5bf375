"""The command line: ``newsroom check``, with a given day and settings, and once as editors run it."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsroom.cache import CACHE, Cache
from newsroom.cli import CliContext, main
from newsroom.problems import ContentError, Problem
from newsroom.report import GitHubRun
from newsroom.value_cache import ValueCache
from tests.support import ROOT, SETTINGS, TODAY, small_newsroom, write_files
from tests.support.engine import engine_environment
from tests.support.forked import run_forked
from tests.support.images import picture
from tests.support.items import CONSENT, newsletter, page, story
from tests.support.theme import THEME

LONG = "## Hello\n\n" + "word " * 21_000
EDITION_WITH_A_PICTURE: Mapping[str, str | bytes] = {
    **small_newsroom(),
    "newsletters/2024-03.md": newsletter("## Hello\n\n![An elm](elm.png)"),
    "newsletters/elm.png": picture(),
}


def run(
    root: Path,
    *arguments: str,
    settings: object = SETTINGS,
    states: Path | None = None,
    github: GitHubRun | None = None,
    colour: bool = False,
) -> Result:
    """The output and exit code of a command in a folder with these settings.

    The folders in ``states`` are the earlier states of the content, each under its revision.
    """
    environment = CliContext(
        today=lambda: TODAY,
        settings=lambda _root: settings,
        readable_settings=lambda _root: settings,
        github=lambda: github or GitHubRun(),
        colour=colour,
    )
    if states:
        environment = replace(environment, content_at=lambda _root, revision: nullcontext(states / revision))
    return CliRunner().invoke(main, [*arguments, "--root", str(root)], obj=environment)


def due_story(number: int) -> str:
    """A story whose consent is due for review, with its own title and key."""
    consent = CONSENT | {"ref": f"elm-{number:03}", "review_by": "2026-12-01"}
    return story(title=f"Due story {number}", consent=consent)


def with_templates(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files and with this repository's templates, so that emails can be checked."""
    write_files(root, files)
    (root / "overrides").symlink_to(THEME)
    return root


def test_valid_content_passes_and_reports_page_count(tmp_path: Path) -> None:
    result = run(with_templates(tmp_path, small_newsroom()), "check")
    assert result.exit_code == 0
    assert result.output == f"{len(small_newsroom())} pages and 1 newsletter email checked, no errors.\n"


def test_errors_are_shown_with_lines_and_exit_code_is_one(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom() | {"stories/a.md": story(kind="tale"), "stories/b.md": "No front matter."})
    result = run(tmp_path, "check")
    assert result.exit_code == 1
    first, kind, quoted, _, second, start, text, _, hint, _, count = result.output.strip().split("\n")
    assert (first, second) == ("stories/a.md", "stories/b.md")
    assert kind.startswith("  line 5, error: `kind` cannot be 'tale'")
    assert quoted == '    | kind: "tale"'
    assert start.startswith("  line 1, error: this file has no front matter")
    assert text == "    | No front matter."
    assert hint == "For help, run: newsroom explain field-choice-unknown"
    assert count == "2 errors to fix before publishing."
    assert run(tmp_path, "check", "--full").output == result.output


def test_all_of_very_many_errors_are_shown_on_request(tmp_path: Path) -> None:
    write_files(tmp_path, {"docs/index.md": page("\n".join(f"[It](gone-{number}.md)" for number in range(61)))})
    shown = [run(tmp_path, "check", *options).output.count("error: ") for options in ((), ("--full",))]
    assert shown == [10, 61]


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["link-missing"], 0, "link-missing (error) The link leads to a file or page that does not exist"),
        (["email-too-large"], 0, "email-too-large (email error) "),
        (["link-mising"], 2, "there is no code 'link-mising'; did you mean 'link-missing'?"),
        (["xyz"], 2, "there is no code 'xyz'; 'newsroom explain' lists all codes."),
        ([], 0, "Links: link-missing error link-anchor-missing error"),
    ],
)
def test_explain_prints_help_for_code(arguments: list[str], status: int, says: str) -> None:
    result = CliRunner().invoke(main, ["explain", *arguments])
    assert (result.exit_code, says in " ".join(result.output.split())) == (status, True)


def test_new_edition_is_written_once_and_never_over_another(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom())
    first = run(tmp_path, "new", "newsletter", "--name", "2024-04")
    assert (first.exit_code, first.output.split()[0]) == (0, "newsletters/2024-04.md")
    (tmp_path / "newsletters/2024-04.md").write_text("mine", encoding="utf-8")
    second = run(tmp_path, "new", "newsletter", "--name", "2024-04")
    assert second.exit_code == 2
    assert "exists already; give another name, like 2024-05" in " ".join(second.output.split())
    assert (tmp_path / "newsletters/2024-04.md").read_text(encoding="utf-8") == "mine"


def test_warning_is_shown_and_exit_code_is_zero(tmp_path: Path) -> None:
    due = due_story(1)
    write_files(tmp_path, small_newsroom() | {"stories/a.md": due})
    result = run(tmp_path, "check")
    assert result.exit_code == 0
    assert "  line 6, warning: the consent expires after 1 December 2026" in result.output
    assert result.output.endswith(" pages checked, no errors, 1 warning.\n")


def test_colours_are_shown_if_enabled(tmp_path: Path) -> None:
    write_files(tmp_path, {"stories/a.md": story(kind="tale")})
    assert "\x1b[31merror" in run(tmp_path, "check", colour=True).output
    assert "\x1b" not in run(tmp_path, "check", colour=False).output
    for form in ("github", "json"):
        assert "\x1b" not in run(tmp_path, "check", "--format", form, colour=True).output


def test_json_format_has_same_exit_code(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom() | {"stories/a.md": story(kind="tale")})
    result = run(tmp_path, "check", "--format", "json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.output)["problems"]
    assert (problem["path"], problem["line"], problem["code"]) == ("stories/a.md", 5, "field-choice-unknown")


def test_github_format_annotates_ten_errors_and_lists_all(tmp_path: Path) -> None:
    wrong = {f"stories/{n:02}.md": story(kind="tale", title=f"Story {n}") for n in range(1, 26)}
    due = {f"stories/due-{n:02}.md": due_story(n) for n in range(1, 13)}
    write_files(tmp_path, small_newsroom() | wrong | due)
    summary = tmp_path / "summary"
    github = GitHubRun("https://github.com/elm/site/blob/1a2b", summary)
    result = run(tmp_path, "check", "--format", "github", github=github)
    commands, log = result.output.split("::stop-commands::")
    assert result.exit_code == 1
    assert commands.count("::error file=stories/") == 10
    assert commands.count("::warning file=stories/") == 10
    assert "17 more problems are listed in the summary" in commands
    assert log.count("  line 5, error: `kind` cannot be 'tale'") == 25
    assert log.count("  line 6, warning: ") == 12
    assert "25 errors to fix before publishing, 12 warnings." in log
    written = summary.read_text()
    assert written.count("- [line 5](https://github.com/elm/site/blob/1a2b/stories/") == 25
    assert written.count("### stories/") == 37


def test_no_summary_outside_workflow(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom())
    before = sorted(tmp_path.rglob("*"))
    result = run(tmp_path, "check", "--format", "github")
    assert (result.exit_code, result.output) == (0, f"{len(small_newsroom())} pages checked, no errors.\n")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("is_sound", [True, False])
def test_base_is_compared_even_with_errors(tmp_path: Path, is_sound: bool) -> None:
    old = {"stories/old.md": story("A text of some words about a garden.")}
    new = {"stories/new.md": old["stories/old.md"]} | ({} if is_sound else {"stories/a.md": story(kind="tale")})
    write_files(tmp_path / "earlier", small_newsroom() | old)
    write_files(tmp_path / "now", small_newsroom() | new)
    result = run(tmp_path / "now", "check", "--base", "earlier", states=tmp_path)
    assert result.exit_code == 1
    assert "stories/new.md\n  line 1, error: the item of stories/old.md would have a new id" in result.output
    assert ("`kind` cannot be 'tale'" in result.output) is not is_sound


def test_invalid_settings_are_reported_once_with_base(tmp_path: Path) -> None:
    def unreadable(_root: Path) -> object:
        raise ContentError([Problem("settings-yaml-invalid", "mkdocs.yml", 3, "this line is not YAML", "fix it")])

    environment = CliContext(lambda: TODAY, unreadable, content_at=lambda _root, _name: nullcontext(tmp_path))
    result = CliRunner().invoke(main, ["check", "--base", "earlier", "--root", str(tmp_path)], obj=environment)
    assert result.exit_code == 1
    assert result.output == (
        "mkdocs.yml\n  line 3, error: this line is not YAML; fix it. [settings-yaml-invalid]\n\n"
        "For help, run: newsroom explain settings-yaml-invalid\n\n1 error to fix before publishing.\n"
    )


def test_changed_files_are_annotated_first(tmp_path: Path) -> None:
    due = {f"stories/a-{n:02}.md": due_story(n) for n in range(1, 15)}
    write_files(tmp_path / "earlier", small_newsroom() | due)
    mine = {"stories/z.md": due_story(99)}
    write_files(tmp_path / "now", small_newsroom() | due | mine)
    result = run(tmp_path / "now", "check", "--format", "github", "--base", "earlier", states=tmp_path)
    assert result.output.startswith("::warning file=stories/z.md,line=")


def test_unknown_revision_is_reported(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom())
    result = run(tmp_path, "check", "--base", "mian")
    assert result.exit_code == 2
    assert "'mian' cannot be found, because this folder has no git history." in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_lines_of_files_outside_repository_are_not_shown(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("---\nkind: secret\n---\n")
    write_files(tmp_path / "site", small_newsroom())
    (tmp_path / "site" / "stories" / "a.md").symlink_to(tmp_path / "secret")
    assert "| kind: secret" not in run(tmp_path / "site", "check").output


@pytest.mark.parametrize(
    ("review_by", "arguments", "level", "status"),
    [
        ("2027-01-22", (), None, 0),
        ("2027-01-21", (), "warning", 0),
        ("2026-11-22", (), "warning", 0),
        ("2026-11-21", (), "error", 1),
        ("2026-11-21", ("--on-expired", "fail"), "error", 1),
        ("2026-11-21", ("--on-expired", "hide"), "warning", 0),
    ],
)
def test_given_day_decides_whether_consent_is_due_or_expired(
    tmp_path: Path, review_by: str, arguments: tuple[str, ...], level: str | None, status: int
) -> None:
    write_files(tmp_path, {"stories/a.md": story(consent=CONSENT | {"review_by": review_by})})
    result = run(tmp_path, "check", *arguments)
    assert result.exit_code == status
    assert [name for name in ("warning", "error") if f"  line 6, {name}: " in result.output] == (
        [level] if level else []
    )
    assert ("so the item is hidden" in result.output) is ("hide" in arguments)


def test_invalid_setting_is_shown_as_error(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom())
    result = run(tmp_path, "check", settings={**SETTINGS, "mail_tools": ["mailchip"]})
    assert result.exit_code == 1
    assert "did you mean 'mailchimp'?" in result.output


def test_unreadable_settings_are_shown_as_error(tmp_path: Path) -> None:
    def unreadable(_root: Path) -> object:
        raise ContentError([Problem("settings-yaml-invalid", "mkdocs.yml", 3, "this line is not YAML", "fix it")])

    environment = CliContext(today=lambda: TODAY, settings=unreadable)
    result = CliRunner().invoke(main, ["check", "--root", str(tmp_path)], obj=environment)
    assert result.exit_code == 1
    assert result.output.startswith(
        "mkdocs.yml\n  line 3, error: this line is not YAML; fix it. [settings-yaml-invalid]\n"
    )


def test_check_writes_only_to_the_cache(tmp_path: Path) -> None:
    with_templates(tmp_path, EDITION_WITH_A_PICTURE)
    before = sorted(tmp_path.rglob("*"))
    assert run(tmp_path, "check").exit_code == 0
    assert sorted(path for path in tmp_path.rglob("*") if ".cache" not in path.parts) == before


@pytest.mark.parametrize("arguments", [["check", "--root", "nowhere"], ["chekc"], ["check", "--fast"]])
def test_mistyped_command_gets_hint_without_traceback(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_lists_commands(option: str) -> None:
    result = CliRunner().invoke(main, [option])
    assert result.exit_code == 0
    assert "check" in result.output


def test_installed_command_checks_repository(frozen: Path) -> None:
    command = [str(Path(sys.executable).with_name("newsroom")), "check"]
    done = subprocess.run(command, cwd=frozen, env=engine_environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith(" newsletter emails checked, no errors.\n")
    assert done.stderr == ""


def test_command_loads_no_engine_and_no_importer() -> None:
    importers = {"mammoth", "bs4", "markdownify", "newsroom.importing.web", "newsroom.importing.word"}
    code = f"import sys, command; print({importers | {'mkdocs', 'material', 'properdocs'}} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "hooks", capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def found(root: Path, *arguments: str, code: int = 0) -> list[str]:
    """What the check, whose exit code is given, reports, as "stories/a.md 4 error link-missing"."""
    result = run(root, "check", "--format", "json", *arguments)
    assert result.exit_code == code
    problems = json.loads(result.output)["problems"]
    return [f"{each['path']} {each['line']} {each['severity']} {each['code']}" for each in problems]


def test_all_email_checks_old_editions(tmp_path: Path) -> None:
    editions = {f"newsletters/2024-0{month}.md": newsletter(title=f"News {month}") for month in range(2, 6)}
    old = {"newsletters/2024-01.md": newsletter("## Hello\n\nWords. [The report](http://o.example/x)")}
    with_templates(tmp_path, small_newsroom() | editions | old)
    assert found(tmp_path) == []
    assert found(tmp_path, "--all-email") == ["newsletters/2024-01.md 11 warning email-link-insecure"]
    assert run(tmp_path, "check").output == "12 pages and 3 newsletter emails checked, no errors.\n"


@pytest.mark.parametrize(
    ("fields", "code", "expected"),
    [
        ({}, 1, ["newsletters/2026-12.md 9 error email-too-large"]),
        ({"draft": True}, 0, ["newsletters/2026-12.md 10 warning email-too-large"]),
        ({"email": False}, 0, []),
    ],
)
def test_email_of_future_edition_is_checked(
    tmp_path: Path, fields: dict[str, object], code: int, expected: list[str]
) -> None:
    edition = newsletter(LONG, **fields)
    with_templates(tmp_path, small_newsroom() | {"newsletters/2026-12.md": edition})
    assert found(tmp_path, code=code) == expected


def test_email_is_not_checked_if_its_file_has_errors(tmp_path: Path) -> None:
    broken = newsletter("## Hello\n\n[Gone](gone.md) [The report](http://o.example/x)", title="February")
    wrong = {"newsletters/2024-02.md": broken, "stories/b.md": "No."}
    large = {"newsletters/2026-12.md": newsletter(LONG, title="December")}
    with_templates(tmp_path, small_newsroom() | wrong | large)
    result = run(tmp_path, "check")
    assert re.findall(r"^\S+\.md$|line \d+, error|\[[a-z-]+\]", result.output, re.MULTILINE) == [
        *("newsletters/2024-02.md", "line 11, error", "[link-missing]"),
        *("newsletters/2026-12.md", "line 9, error", "[email-too-large]"),
        *("stories/b.md", "line 1, error", "[front-matter-missing]"),
    ]
    last = "2 errors to fix before publishing, 1 error to fix before the email can be sent."
    assert result.output.endswith(f"\n\n{last}\n")


def test_unreadable_picture_is_reported_with_line(tmp_path: Path) -> None:
    with_templates(tmp_path, {**EDITION_WITH_A_PICTURE, "newsletters/elm.png": "?"})
    assert found(tmp_path, code=1) == ["newsletters/2024-03.md 11 error picture-damaged"]


def test_command_fails_outside_a_repository(tmp_path: Path) -> None:
    code, output = run_forked("command:main", ["check"], tmp_path, engine_environment())
    assert code == 1
    assert output.startswith(f"mkdocs.yml\n  error: there is no mkdocs.yml in {tmp_path.resolve()}")


def test_withdraw_names_changes_and_what_is_left_to_do(tmp_path: Path) -> None:
    write_files(tmp_path, {**small_newsroom(), "stories/a.md": story(kind="story", consent=CONSENT)})
    trial = run(tmp_path, "withdraw", "elm-1", "--dry-run")
    assert (trial.exit_code, "This would change:\n  stories/a.md: stub written" in trial.output) == (0, True)
    wrong = run(tmp_path, "withdraw", "elm-12")
    assert (wrong.exit_code, "no item has the key 'elm-12'" in wrong.output) == (2, True)
    assert run(tmp_path, "withdrawn").output == ""
    assert "has not come yet" in run(tmp_path, "withdraw", "elm-1", "--day", "2062-11-01").output
    done = run(tmp_path, "withdraw", "elm-1", "--day", "2026-11-01")
    assert (done.exit_code, "What is left to do:" in done.output) == (0, True)
    assert "withdrawn: 2026-11-01" in (tmp_path / "stories/a.md").read_text(encoding="utf-8")
    assert run(tmp_path, "withdrawn").output == "https://elm.example/stories/a/\n"


@pytest.mark.parametrize("command", [["withdraw", "elm-1"], ["withdrawn"]])
def test_withdrawals_are_not_looked_for_in_another_folder(tmp_path: Path, command: list[str]) -> None:
    done = run(tmp_path, *command)
    assert (done.exit_code, "there is no content in" in done.output) == (2, True)


def test_withdraw_works_with_unreadable_settings(tmp_path: Path) -> None:
    def unreadable(_root: Path) -> object:
        raise ContentError([Problem("settings-missing", "mkdocs.yml", None, "there is none", "add it")])

    write_files(tmp_path, {"stories/a.md": story(kind="story", consent=CONSENT)})
    environment = CliContext(today=lambda: TODAY, settings=unreadable)
    done = CliRunner().invoke(main, ["withdraw", "elm-1", "--root", str(tmp_path)], obj=environment)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "stories/a.md").read_text(encoding="utf-8") == "---\nwithdrawn: 2026-11-22\n---\n"


@pytest.mark.parametrize(("command", "code"), [("check", 1), ("consent", 1), ("withdrawn", 0)])
def test_invalid_environment_variable_stops_no_withdrawal(tmp_path: Path, command: str, code: int) -> None:
    write_files(tmp_path, {**small_newsroom(), "stories/a.md": "---\nwithdrawn: 2026-01-01\n---\n"})
    fault = Problem("source-date-invalid", "mkdocs.yml", None, "SOURCE_DATE_EPOCH is 'x'", "unset it")
    environment = CliContext(
        lambda: TODAY, lambda _root: SETTINGS, readable_settings=lambda _root: SETTINGS, faults=lambda: (fault,)
    )
    done = CliRunner().invoke(main, [command, "--root", str(tmp_path)], obj=environment)
    assert (done.exit_code, "SOURCE_DATE_EPOCH is 'x'" in done.output) == (code, code == 1)


@pytest.mark.parametrize("command", ["check", "consent"])
def test_content_is_read_with_the_cache_of_builds(tmp_path: Path, command: str) -> None:
    write_files(tmp_path, small_newsroom())
    values = ValueCache(Cache(tmp_path / CACHE))
    environment = CliContext(lambda: TODAY, lambda _root: SETTINGS, value_cache=lambda _root: values)
    CliRunner().invoke(main, [command, "--root", str(tmp_path)], obj=environment)
    assert any((tmp_path / CACHE).iterdir())


def test_advice_is_on_request_and_on_changed_files_only(tmp_path: Path) -> None:
    words = {"docs/words-to-avoid.yml": "utilise: use"}
    old = {**small_newsroom(), **words, "stories/old.md": story("We utilise it.", title="Old")}
    write_files(tmp_path / "earlier", old)
    write_files(tmp_path / "now", old | {"stories/new.md": story("We utilise it.", title="New")})
    summary = tmp_path / "summary.md"
    options = ("check", "--format", "github", "--base", "earlier")
    without = run(tmp_path / "now", *options, states=tmp_path)
    result = run(tmp_path / "now", *options, "--advice", states=tmp_path, github=GitHubRun(summary=summary))
    assert (without.exit_code, result.exit_code) == (0, 0)
    assert "advice" not in without.output
    assert ", 1 suggestion." in result.output
    assert "::advice" not in result.output
    assert "more problem" not in result.output
    assert summary.read_text().count("**advice**: 'utilise'") == 1
