"""The most linked story of the frozen newsroom is withdrawn, from the command to the published site."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT, small_newsroom, write_files
from tests.support.engine import build, engine_environment, make_repository
from tests.support.everywhere import digests_of, texts_of, words_in
from tests.support.forked import run_forked
from tests.support.git import commit, git
from tests.support.items import story
from tests.support.workers import share_cache

STORY = "stories/maggies-story.md"
PICTURE = "docs/assets/illustrations/ring-cushion.svg"
SLUG, TITLE = "maggies-story", "maggie's story"
NOTICE = "This page was taken down"
_MENTION = re.compile(r"^     (\S+), line (\d+): '", re.MULTILINE)


def break_another_file(root: Path) -> None:
    """An error that stops any other build."""
    file = root / "stories/trust.md"
    file.write_text(file.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")


def test_nothing_of_a_withdrawn_story_is_left(frozen: Path, tmp_path: Path) -> None:
    """Neither in a build of valid content, nor in one that is published while another file has an error."""
    root = shutil.copytree(frozen, tmp_path / "repository", symlinks=True)
    old_page, old_files = (
        (root / f"site/stories/{SLUG}/index.html").read_text(encoding="utf-8"),
        digests_of(root / "site"),
    )
    own_words = words_in((root / STORY).read_text(encoding="utf-8").split("---\n", 2)[2])
    code, said = run_forked("command:main", ["withdraw", "S-001"], root, engine_environment())
    assert code == 0, said
    for path, line in _MENTION.findall(said):
        lines = (root / path).read_text(encoding="utf-8").split("\n")
        lines[int(line) - 1] = re.sub("(?i)maggie.?s.story|maggie", "someone", lines[int(line) - 1])
        (root / path).write_text("\n".join(lines), encoding="utf-8")
    broken = shutil.copytree(root, tmp_path / "broken", symlinks=True)
    break_another_file(broken)

    left = {run for path in root.rglob("*.md") for run in _runs(words_in(path.read_text(encoding="utf-8")))}
    runs = _runs(own_words) - left
    assert len(runs) > 100
    assert runs & _runs(words_in(old_page))
    shown = {digest for path, digest in old_files.items() if "ring-cushion" in path or SLUG in path}
    assert shown

    seen: dict[str, str] = {}
    for repository in (root, broken):
        outcome = build(repository)
        assert outcome.code == 0, outcome.output
        assert ("left out, since a withdrawn item must be taken down: stories/trust.md, line 2" in outcome.output) == (
            repository == broken
        )
        texts, files = texts_of(repository / "site"), digests_of(repository / "site")
        page = texts.pop(f"stories/{SLUG}/index.html")
        assert NOTICE in page
        assert '<meta name="robots" content="noindex">' in page
        assert [
            path
            for path, text in texts.items()
            if SLUG in text and not path.endswith(("atom.xml", "feed.xml", ".json"))
        ] == []
        readable = {path: words_in(text) for path, text in texts.items() if text != seen.get(path)}
        assert [path for path, words in readable.items() if TITLE.split()[0][:6] in words] == []
        assert {path: found for path, words in readable.items() if (found := runs & _runs(words))} == {}
        assert [path for path, digest in files.items() if digest in shown or "ring-cushion" in path] == []
        assert not any(path.startswith((".cache", "preview", f"stories/{SLUG}/card")) for path in files)
        seen = texts


def make_site(root: Path) -> int:
    """The exit code of `make site`, with the commands of this environment and the repository's code."""
    programs = {"mkdocs": "import mkdocs.__main__ as m; m.cli()", "newsroom": "import command; command.main()"}
    for name, code in programs.items():
        write_files(root, {f"bin/{name}": f'#!/bin/sh\nexec {sys.executable} -c "{code}" "$@"\n'})
        (root / "bin" / name).chmod(0o755)
    variables = {"PYTHONPATH": str(root / "hooks"), "GITHUB_OUTPUT": str(root / "outputs")}
    command = ["make", "-o", ".venv/site.stamp", "BIN=bin", "site"]
    environment = engine_environment(variables)
    return subprocess.run(command, cwd=root, check=False, capture_output=True, env=environment).returncode


@pytest.fixture
def working(tmp_path: Path) -> Path:
    """A repository with a commit that can be built."""
    files = {"stories/x.md": "---\nwithdrawn: 2026-01-01\n---\n", ".gitignore": "__pycache__/\n.cache\n"}
    root = make_repository(tmp_path, small_newsroom() | files, has_own_code=True)
    for name in ("Makefile", "scripts/take-down"):
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    share_cache(root)
    git(root, "init", "--quiet")
    commit(root)
    return root


@pytest.mark.parametrize(("path", "broken"), [("mkdocs.yml", "theme: ["), ("hooks/newsroom/problems.py", "imprt re")])
def test_withdrawal_is_published_while_no_other_build_works(working: Path, path: str, broken: str) -> None:
    write_files(working, {path: broken, "stories/new.md": story()})
    commit(working)
    assert make_site(working) == 0
    site = texts_of(working / "site")
    assert NOTICE in site["stories/x/index.html"]
    assert "https://www.lacnetwork.org/stories/new/" in site["feed.xml"]
    assert (working / "outputs").read_text(encoding="utf-8") == "incomplete=true\n"


def test_last_site_stays_if_all_withdrawn_items_are_taken_down(working: Path) -> None:
    site = {"stories/x/index.html": '<main data-notice="withdrawn">'}
    write_files(working, {"mkdocs.yml": "theme: [", **{f"site/{path}": text for path, text in site.items()}})
    assert make_site(working) != 0
    assert texts_of(working / "site").keys() == site.keys()


def _runs(words: list[str], length: int = 6) -> set[tuple[str, ...]]:
    """Each run of so many words."""
    return set(zip(*(words[start:] for start in range(length)), strict=False))
