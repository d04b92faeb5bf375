"""Examples in the guides pass the checks, and messages in them are the real ones.

The guide for editors is content, which others change as they like: the frozen newsroom's copy is judged.
"""

import re
import shutil
from pathlib import Path

import pytest

from newsroom.content.types import CONTENT_FOLDERS
from newsroom.problems import Problem
from newsroom.report import Findings, format_text
from tests.support import NEWSROOM, ROOT, problems_in

GUIDE = NEWSROOM / "docs/contribute.md"


def _examples(guide: Path) -> list[str]:
    """The Markdown files that a guide gives as examples."""
    fenced = re.findall(r"^```markdown\n(.*?)^```", guide.read_text(), re.DOTALL | re.MULTILINE)
    return [example for example in fenced if example.startswith("---")]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The frozen content, to which an example can be added."""
    for folder in CONTENT_FOLDERS:
        shutil.copytree(NEWSROOM / folder, tmp_path / folder)
    return tmp_path


def problems_with(repository: Path, path: str, text: str) -> list[Problem]:
    """The errors and warnings that one more file adds to those of the content."""
    before = problems_in(repository, {})
    return [problem for problem in problems_in(repository, {path: text}) if problem not in before]


def test_examples_in_the_readme_pass_checks(repository: Path) -> None:
    """The README of a fork may have none."""
    for example in _examples(ROOT / "README.md"):
        assert problems_with(repository, "stories/a-garden-for-derby.md", example) == []


def test_guide_quotes_the_real_message(repository: Path) -> None:
    (quoted,) = re.findall(r"^```text\n(.*?)\n```", GUIDE.read_text(), re.DOTALL | re.MULTILINE)
    summary = "A story about what a neighbour did, and what came of it."
    story = f"---\ntitle: Maggie\ndate: 2024\nareas: [derbyy]\nkind: news\nsummary: {summary}\n---\n\nWords.\n"
    found = Findings.from_problems(problems_with(repository, "stories/maggie.md", story))
    report = format_text(found, lambda _path, _number: None, colour=False)
    assert report == f"{quoted}\n\nFor help, run: newsroom explain topic-unknown\n\n1 error to fix before publishing."
