"""The report for GitHub, compared with how its runner reads it."""

from dataclasses import dataclass
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.problems import Problem
from newsroom.report import Findings, escape_commands, format_commands, format_summary
from newsroom.report.github import escape_data, escape_property
from newsroom.report.visible import make_visible
from tests.report.findings import error, warning
from tests.support.markdown import text_of

FILES = "https://github.com/elm/site/blob/1a2b3c"
MARKS = ("%", "%0A", "%0D", "%25", "%2C", "%3A", "%250A", ":", ",", "::", "\r", "\n", "=", "\\", "*", "_", "<", "&lt;")
ANY_TEXT = st.lists(st.one_of(st.sampled_from(MARKS), st.characters(codec="utf-8"))).map("".join)


@dataclass(frozen=True)
class Command:
    """A workflow command as the runner reads it."""

    name: str
    properties: dict[str, str]
    message: str


def read_command(line: str) -> Command:
    """Parse a line as a command, like ActionCommand.cs in actions/runner."""
    assert line.startswith("::")
    head, message = line[2:].split("::", 1)
    name, _, given = head.partition(" ")
    pairs = (pair.split("=", 1) for pair in given.split(",") if pair)
    return Command(name, {key: unescape_property(value) for key, value in pairs}, unescape_data(message))


def unescape_data(text: str) -> str:
    """A command's message as the runner reads it: "%" last."""
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def unescape_property(text: str) -> str:
    """A property's value as the runner reads it."""
    text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",")
    return text.replace("%25", "%")


@given(ANY_TEXT)
def test_escaping_round_trips(text: str) -> None:
    assert unescape_data(escape_data(text)) == text
    assert unescape_property(escape_property(text)) == text
    assert not {"\r", "\n"} & {*escape_data(text)}
    assert not {"\r", "\n", ":", ","} & {*escape_property(text)}


@given(path=ANY_TEXT.filter(bool), what=ANY_TEXT, line=st.none() | st.integers(1, 9))
def test_annotation_has_place_and_message(path: str, what: str, line: int | None) -> None:
    problem = error(path, line, what)
    (command,) = map(read_command, format_commands(Findings.from_problems([problem])).split("\n"))
    assert (command.name, command.message) == ("error", problem.sentence)
    place = {"file": path, "line": str(line)} if line else {"file": path}
    assert command.properties == place | {"title": "Fix this before publishing: link-missing"}


def test_annotations_are_limited_and_errors_come_first() -> None:
    found = Findings.from_problems(
        [*(error(line=line) for line in range(1, 26)), *(warning("b.md", line) for line in range(1, 13))]
    )
    commands = [read_command(line) for line in format_commands(found).split("\n")]
    assert [command.name for command in commands] == ["error"] * 10 + ["warning"] * 10 + ["notice"]
    assert commands[-1].message == "17 more problems are listed in the summary of this run and in the log"


def test_annotations_of_changed_files_come_first() -> None:
    found = Findings.from_problems([*(warning("a.md", line) for line in range(1, 26)), warning("z.md", 3)])
    first = read_command(format_commands(found, first={"z.md"}).split("\n")[0])
    assert first.properties["file"] == "z.md"


@pytest.mark.parametrize(("more", "what"), [(1, "1 more problem is"), (2, "2 more problems are")])
def test_rest_is_counted(more: int, what: str) -> None:
    found = Findings.from_problems(error(line=line) for line in range(1, 11 + more))
    last = format_commands(found).split("\n")[-1]
    assert last == f"::notice title=More to see::{what} listed in the summary of this run and in the log"


def test_each_kind_of_annotation_has_its_title() -> None:
    email = Problem("email-too-large", "a.md", None, "is large", "cut it")
    advice = Problem("advice-word", "a.md", 1, "is hard", "use another")
    found = Findings.from_problems([email, advice, warning("b.md", 2)])
    assert format_commands(found).split("\n") == [
        "::error file=a.md,title=Fix this before sending the email%3A email-too-large::is large; cut it.",
        "::warning file=b.md,line=2,title=Warning (does not stop publishing)%3A field-length::is long; cut it.",
    ]


def test_no_problems_give_no_commands() -> None:
    assert format_commands(Findings.from_problems([])) == ""


@pytest.mark.parametrize("text", ["::error::Boo", "  ::add-mask::e", "##[error]Boo", "::stop-commands::x\n::x::", ""])
def test_quoted_line_is_not_a_command(text: str) -> None:
    first, *_, last = escape_commands(text).split("\n")
    word = first.removeprefix("::stop-commands::")
    assert first != word
    assert last == f"::{word}::"
    assert len(word) == 64
    assert word not in text
    guessed = f"{text}\n::{word}::\n::error::Boo"
    assert f"\n{guessed}\n" in escape_commands(guessed)
    assert escape_commands(guessed).count(f"::{word}") == 1


def test_summary_lists_problems_with_links() -> None:
    found = Findings.from_problems(
        [error("stories/a b.md", 4, "`areas` names 'derbyy'"), warning("stories/a b.md", None)]
    )
    assert format_summary(found, FILES).split("\n") == [
        "## 1 error to fix before publishing, 1 warning\\.",
        "",
        "### stories/a b\\.md",
        "",
        "- **warning**: is long; cut it\\. `field-length`",
        f"- [line 4]({FILES}/stories/a%20b.md?plain=1#L4), "
        "**error**: \\`areas\\` names 'derbyy'; fix it\\. `link-missing`",
        "",
    ]
    assert "line 4, **error**" in format_summary(found, "")


@given(ANY_TEXT)
def test_quoted_text_is_not_markdown(what: str) -> None:
    problem = error("a.md", 1, f"is {what}|")
    *_, entry = text_of(format_summary(Findings.from_problems([problem]), "")).strip().split("\n")
    assert " ".join(entry.split()) == f"line 1, error: {' '.join(make_visible(problem.sentence).split())} link-missing"


@pytest.mark.parametrize(
    "what", ["<img src=x>", "[a](b)", "www.elm.example", "https://elm.example", "@ada", "#12", "~~a~~", "&amp;", "# a"]
)
def test_markdown_marks_are_escaped(what: str) -> None:
    summary = format_summary(Findings.from_problems([error("a.md", 1, what)]), "")
    assert f"line 1, error: {what}; fix it." in text_of(summary)
    assert not {"<", ">"} & {*summary}


@pytest.mark.parametrize("count", [25, 9000])
def test_summary_is_limited_and_counts_the_rest(count: int) -> None:
    found = Findings.from_problems(
        [error(f"stories/{n}.md", 1, f"is wrong in a way that takes words… {n}") for n in range(count)]
    )
    limit = 100_000
    summary = format_summary(found, FILES, limit)
    shown = summary.count("- [line 1]")
    assert len(summary.encode()) <= limit
    if count == 25:
        assert shown == 25
    else:
        assert len(summary.encode()) > limit - 1000
        assert summary.endswith(f"\n{count - shown} more: see the log of this check.\n")


def test_links_escape_file_names() -> None:
    path = "stories/a?b#c (d)é.md"
    summary = format_summary(Findings.from_problems([error(path, 2)]), FILES)
    link = summary.split("](")[1].split("?plain=1#L2)")[0]
    assert unquote(link) == f"{FILES}/{path}"
    assert not {"?", "#", " ", "é"} & {*link}
