"""What each command prints, asks and writes, also for those who use it wrongly (tests/golden/cli.txt)."""

import shlex
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import command as commands_with_engine
from newsroom.cli import CliContext, main
from newsroom.commands.lost import UnknownRevision
from newsroom.problems import SETTINGS_FILE, ContentError, Problem
from newsroom.report import GitHubRun
from newsroom.translations import catalogue_path
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.golden import Golden
from tests.support.images import SVG
from tests.support.items import CONSENT, page, story

_WIDTH = 100
_NO_SENDER = "extra:\n  newsroom:\n    site_name: Elm\n    sender: ''\n"
_NOT_YAML = Problem("settings-yaml-invalid", SETTINGS_FILE, 3, "this line is not YAML", "fix it")
_NO_DAY = Problem("source-date-invalid", SETTINGS_FILE, None, "SOURCE_DATE_EPOCH is 'x'", "unset it")


@dataclass(frozen=True)
class Session:
    """Commands in one newsroom, one after the other.

    Attributes:
        commands: Each with what somebody answers: "new story < Title|2"; without answers nobody can answer.
        files: The files of the newsroom.
        earlier: Those that were other ones at the revision "earlier".
        settings: Its settings; None if they cannot be read.
        faults: The errors in environment variables.
        changed: The files with changes that are not committed; None without git.
        colour: Whether the output is in colour.
    """

    title: str
    commands: tuple[str, ...]
    files: Mapping[str, str] = field(default_factory=small_newsroom)
    earlier: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, object] | None = field(default_factory=lambda: SETTINGS)
    faults: tuple[Problem, ...] = ()
    changed: tuple[str, ...] | None = ()
    colour: bool = False


def _agreed(ref: str, **fields: object) -> dict[str, object]:
    return CONSENT | {"ref": ref} | fields


_CATALOGUE = """msgid ""
msgstr ""

msgid "languages.home"
msgstr "This site in English"

msgid "a"
msgstr "English"
"""
_WRITING = (
    *("new story --title 'The elm' --area elmham --principle contribution", "new story --title 'The elm'"),
    *("new story --title 'The news' --kind news --date 2020 --lang cy --name the-news", "new story --title ''"),
    f"new story --kind news --title 'On all elms and oaks that were {'ever ' * 12}planted on our street'",
    *("new story", "new story --title A --name index", "new story --title A --name ../a", "new story Bad_Name"),
    *("new story --title A --area elmhan", "new story --title A --date soon", "new story --title A --lang fr"),
    *("new event --title 'A fair' --starts '2026-12-10 14:30'", "new event --title A --starts 2026-12", "new event"),
    *("new event --title 'A walk'", "new vacancy --title Guide --closes 2026-12-18 --date 2026-11-01"),
    *("new publication --title 'A report' --kind study --date 2025-11 --lang en", "new story --title '日本'"),
    *("new newsletter", "new newsletter", "new newsletter --name x", "new newsletter --name 2024-03"),
    *("new newsletter --lang fr", "new newsletter --name 2027-01-05 --lang cy", "new language cy"),
)
_ASKING = (
    "new story < The garden: again|9|2||3|1, 1,|",
    "new story --kind news --area elmham < Elm news|2026-13|2026-11|",
    "new story --date 2024-05 --principle contribution < May|||",
    "new publication --kind story < ",
    "new event --area elmham < A fair|noon||2026-12-10 14:30|0|1",
    "new event --starts 2026-12-11 < A walk|2||",
    "new vacancy --date 2026-11-01 < Guide|2026-12-18||1",
)
_WRONG = {
    "stories/a.md": story("See [it](gone.md).", kind="tale"),
    "stories/b.md": story("We utilise it.", title="B", consent=_agreed("S-1", review_by="2026-12-01")),
    "stories/c.md": "No front matter.",
    "stories/b.cy.md": story("Mae gairr yma.", title="B"),
    "docs/words-to-avoid.yml": "utilise: use",
}
_AGREED = {
    "stories/a.md": story("![](elm.svg)", title="Jean’s garden", kind="story", consent=_agreed("S-2", scope=["web"])),
    "stories/elm.svg": SVG,
    "stories/b.md": story(title="=B", consent=_agreed("s-1", review_by="2026-12-01")),
    "stories/c.md": story(title="C", consent=_agreed("S-3", review_by="2026-11-21", given=None)),
    "docs/more.md": page("[Jean](../stories/a.md)", title="More"),
}
_SESSIONS = (
    Session("what is wrong with commands", (
        *("explain link-missing", "explain link-mising", "explain nothing-like-it", "explain a b", "nothing"),
        *("check nowhere", "check --format=xml", "check --fromat=text", "check --on-expired=x", "check --base"),
        *("check --base mian", "consent --due", "review", "review fr", "review en", "withdraw", "withdraw nowhere"),
        *("withdraw the-garden", "withdraw stories/garden.md", "withdraw S-1 --day soon", "new", "new nothing"),
        *("withdraw S-1 --day 2026-11-23", "import", "import nothing.docx", "import document", "import mailchimp x"),
        *("import wordpress", "import wordpress x", "import addresses x", "fresh --name", "withdrawn x"),
    )),
    Session("new files", _WRITING),
    Session("new files, with questions", _ASKING),
    Session("new files on a site without topics", ("new story < Alone|1|2024",), {
        path: text for path, text in small_newsroom().items() if path == "docs/index.md"
    }),
    Session("a check without errors", ("check", "check --format github", "check --format json", "consent"), ),
    Session("a check with errors", (
        *("check", "check --format json", "check --base earlier --advice"),
        *("check --base earlier --advice --format github", "check --advice"),
    ), {**small_newsroom(), **_WRONG}, {"stories/b.md": story("We utilise it.", title="B"), "stories/z.md": story()}),
    Session("consent", (
        *("check", "check --on-expired hide", "consent", "consent --csv", "withdraw S-2 --dry-run"),
        *("withdraw s-2 --day 2026-11-22 --keep stories/elm.svg", "withdraw S-2", "withdrawn"),
    ), {**small_newsroom(), **_AGREED}),
    Session("another network", (
        *("fresh", "fresh --yes --name Oak < Elm|x|y", "fresh < Oak|||n", "fresh --name Elm --url x --yes"),
        "fresh --contact x",
        *("fresh --url https://oak.example/ < Oak|us@oak.example|y", "fresh --yes --name Ash --contact hi@ash.example"),
    ), {**small_newsroom(), "README.md": "The Elm Street Network, hello@elm.example"}),
    Session("changes that are not committed", ("fresh --yes",), changed=tuple("abcde")),
    Session("more changes that are not committed", ("fresh --yes",), changed=tuple("abcdef")),
    Session("no git", ("fresh --yes",), changed=None),
    Session("no settings", (
        *("check", "consent", "review cy", "new story --title A", "new newsletter", "withdrawn"),
        *("new language ga", "fresh --yes --name Oak"),
    ), settings=None),
    Session("settings with an error", (
        *("check --base earlier", "consent", "review cy", "new story --title A", "new newsletter", "withdrawn"),
        *("withdraw stories/the-garden.md --dry-run", "fresh --yes --name Oak"),
    ), {**small_newsroom(), "README.md": "The Elm Street Network", SETTINGS_FILE: _NO_SENDER},
       settings={**SETTINGS, "sender": ""}),
    Session("a variable with an error", ("check", "consent", "new story --title A", "withdrawn"), faults=(_NO_DAY,)),
    Session("another language", ("new language cy", "new language x", "new language ga"), {
        catalogue_path("en"): _CATALOGUE,
        catalogue_path("cy"): "",
    }),
    Session("in colour", ("check", "check --format github", "check --format json", "consent", "consent --csv"), {
        **small_newsroom(), **_AGREED, "stories/d.md": "---\nwithdrawn: 2026-11-01\n---\n"
    }, colour=True),
    Session("no content", ("check", "consent", "withdrawn", "withdraw S-1", "new newsletter", "new event --title A"),
            {}),
)  # fmt: skip


def test_commands_match_golden_file(tmp_path: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    assert commands_with_engine.preview.name in main.commands
    monkeypatch.setenv("TERM", "dumb")
    lines = [line for words in _all_commands() for line in (f"$ newsroom {words}", _invoke(f"{words} --help").output)]
    for number, session in enumerate(_SESSIONS):
        lines.append(f"# {session.title}\n")
        now, earlier = tmp_path / f"{number}/now", tmp_path / f"{number}/earlier"
        for folder, files in ((now, session.files), (earlier, {**session.files, **session.earlier})):
            folder.mkdir(parents=True)
            write_files(folder, files)
        monkeypatch.chdir(now)
        for command in session.commands:
            lines += _transcript(command, session, now)
    golden.check("cli.txt", "\n".join(lines).replace("\x1b", "␛").replace("\ufeff", "<BOM>").encode())


def _all_commands(group: click.Command = main, name: str = "") -> Iterator[str]:
    yield name
    for below, inner in sorted(group.commands.items()) if isinstance(group, click.Group) else ():
        yield from _all_commands(inner, f"{name} {below}".strip())


def _transcript(line: str, session: Session, root: Path) -> Iterator[str]:
    """What a command prints, with the answers that it gets, and the files that it writes."""
    before = _files(root)
    command, asks, answers = line.partition(" < ")
    result = _invoke(command, _context(session, root, can_ask=bool(asks)), f"{answers}|".replace("|", "\n"))
    assert result.exception is None or isinstance(result.exception, SystemExit), (line, result.exception)
    yield f"$ newsroom {line}" + (f"  # exit code {result.exit_code}" if result.exit_code else "")
    yield result.output.replace(str(root), "ROOT")
    after = _files(root)
    yield from (f"deleted: {path}" for path in before if path not in after)
    for path, text in after.items():
        if text != before.get(path):
            yield f"written: {path}" if command.startswith("fresh") else f"written: {path}\n{text}"


def _invoke(command: str, context: CliContext | None = None, answers: str = "") -> Result:
    return CliRunner().invoke(main, shlex.split(command), input=answers, obj=context, terminal_width=_WIDTH)


def _context(session: Session, root: Path, *, can_ask: bool) -> CliContext:
    def settings(_root: Path) -> object:
        if session.settings is None:
            raise ContentError([_NOT_YAML])
        return session.settings

    def content_at(_root: Path, revision: str) -> AbstractContextManager[Path]:
        if revision != "earlier":
            raise UnknownRevision(f"there is no '{revision}'")
        return nullcontext(root.parent / revision)

    def uncommitted(_root: Path) -> tuple[str, ...]:
        if session.changed is None:
            raise UnknownRevision("this folder has no git history")
        return session.changed

    return CliContext(
        today=lambda: TODAY,
        settings=settings,
        readable_settings=lambda _root: session.settings,
        faults=lambda: session.faults,
        content_at=content_at,
        uncommitted=uncommitted,
        github=lambda: GitHubRun("https://github.example/elm/blob/1a2b", root / "summary.md"),
        misspelt=lambda _lang, words: words & {"gairr"},
        can_ask=can_ask,
        colour=session.colour,
        width=180,
    )


def _files(root: Path) -> Mapping[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob("*.*"))}
