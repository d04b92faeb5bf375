"""A new item, like a story, has what was answered, and blanks that the check asks for."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsroom.cli import CliContext, main
from tests.support import SETTINGS, TODAY, problems_in, small_newsroom, write_files

ENVIRONMENT = CliContext(today=lambda: TODAY, settings=lambda _root: SETTINGS)


def new(root: Path, *arguments: str, answers: str = "") -> Result:
    """The result of ``newsroom new`` with a few answers; without any, nobody can answer."""
    write_files(root, small_newsroom())
    environment = replace(ENVIRONMENT, can_ask=bool(answers))
    return CliRunner().invoke(main, ["new", *arguments, "--root", str(root)], obj=environment, input=answers)


def codes_in(root: Path, path: str) -> set[str]:
    """The codes of all errors in a file."""
    found = problems_in(root, {path: (root / path).read_text()})
    return {problem.code for problem in found if problem.path == path}


def test_story_from_options_has_blanks(tmp_path: Path) -> None:
    result = new(tmp_path, "story", "--title", "Siân’s garden: 1", "--area", "elmham")
    path = "stories/sians-garden-1.md"
    assert result.output == f"{path} is written. Replace the words that `make check` lists.\n"
    head = (tmp_path / path).read_text().split("---\n")[1]
    assert head.startswith("title: 'Siân’s garden: 1'\ndate: '2026-11-22'\nsummary: One or two")
    assert ("- elmham\n" in head, "principles" in head, "given" in head, "added" in head) == (True, False, False, False)
    assert codes_in(tmp_path, path) == {"template-text-left", "consent-given-missing"}


def test_questions_have_numbered_choices(tmp_path: Path) -> None:
    result = new(tmp_path, "publication", answers="A report\n9\n2\n5 May 2025\n2025-11\n\n7\n1, 1\n")
    assert "   2  study\n" in result.output
    assert "   1  Elmham\n" in result.output
    assert "write numbers from the list" in result.output
    assert "write 2025-05-05" in result.output
    head = (tmp_path / "publications/a-report.md").read_text().split("---\n")[1]
    for line in ("kind: study", "date: 2025-11", "added: '2026-11-22'", "principles:\n- contribution"):
        assert f"{line}\n" in head
    assert ("areas" in head, "pages" in head) == (False, False)
    assert codes_in(tmp_path, "publications/a-report.md") == {"template-text-left"}


@pytest.mark.parametrize(
    ("kind", "option", "moment", "path", "answers"),
    [
        ("event", "--starts", "2026-12-10 14:30", "docs/events/a-fair.md", "A fair\nnoon\n2026-12-10 14:30\n1\n\n"),
        ("vacancy", "--closes", "2026-12-18", "docs/vacancies/a-fair.md", "A fair\n2026-12-18\n1\n\n"),
    ],
)
@pytest.mark.parametrize("is_asked", [True, False])
def test_event_and_vacancy_have_their_time(
    tmp_path: Path, kind: str, option: str, moment: str, path: str, answers: str, *, is_asked: bool
) -> None:
    given = () if is_asked else ("--title", "A fair", option, moment, "--area", "elmham")
    result = new(tmp_path, kind, *given, answers=answers if is_asked else "")
    assert f"{path} is written." in result.output
    head = (tmp_path / path).read_text().split("---\n")[1]
    for line in (f"{option[2:]}: ", "date: '2026-11-22'", "areas:\n- elmham"):
        assert line in head
    assert moment in head
    assert ("kind" in head, "added" in head) == (False, False)
    expected = {"template-text-left"} | ({"field-empty"} if kind == "event" else set())
    assert codes_in(tmp_path, path) == expected


def test_welsh_item_without_consent(tmp_path: Path) -> None:
    new(
        tmp_path,
        "story",
        "--title",
        "Newyddion",
        "--kind",
        "news",
        "--name",
        "the-news",
        "--lang",
        "cy",
        "--date",
        "2020",
    )
    assert codes_in(tmp_path, "stories/the-news.cy.md") == {"template-text-left"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give the title"),
        (["--title", "The garden"], "stories/the-garden.md exists already; give another name with --name"),
        (
            ["--title", "..."],
            "'...' gives no name that a file can have; give another one, like --name the-garden-on-elm-street",
        ),
        (["--title", "Con"], "'con' gives no name that a file can have"),
        (["--title", "A", "--name", "index"], "'index' gives no name that a file can have"),
        (["--title", "A", "--name", "../a"], "'../a' cannot be the name of a file"),
        (["--title", "A", "--name", "a/b"], "'a/b' cannot be the name of a file"),
        (["--title", "A", "--area", "elmhan"], "'elmhan' is not one of the areas; did you mean 'elmham'?"),
        (["--title", "A", "--lang", "fr"], "'fr' is none of them"),
        (["--title", "A", "--date", "soon"], "`date`: 'soon' is not a date of the form 2023-12-05"),
        (["--title", "A", "--kind", "tale"], "'tale' is not one of 'story', 'reflection'"),
    ],
)
def test_nothing_is_written_where_something_is_wrong(tmp_path: Path, arguments: list[str], message: str) -> None:
    write_files(tmp_path, small_newsroom())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.md")}
    result = new(tmp_path, "story", *arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.md")} == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("event", "--starts", "2026-12-10 9:30"), "write 2026-12-10 09:30"),
        (("event", "--starts", "2026-12"), "write it as 2026-12-10 10:00, or as 2026-12-10 for a whole day"),
        (("vacancy", "--closes", "2027-02-29"), "February 2027 has 28 days"),
    ],
)
def test_day_that_cannot_be_is_refused(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    result = new(tmp_path, *arguments, "--title", "A")
    assert (result.exit_code, [*tmp_path.glob("docs/*/a.md")]) == (2, [])
    assert message in " ".join(result.output.split())


def test_file_is_opened_in_the_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho opened >> "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    assert new(tmp_path, "story", "--title", "A", "--open").exit_code == 0
    assert (tmp_path / "stories/a.md").read_text().endswith("opened\n")
