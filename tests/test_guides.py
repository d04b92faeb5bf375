"""What the guides tell people to write passes the checks, and what they quote is what is said."""

import re
import shutil
from pathlib import Path

import pytest

from newsroom.places import CONTENT_FOLDERS
from newsroom.problems import Problem
from tests.support import ROOT, problems_in


def _examples(guide: str) -> list[str]:
    """The Markdown files that a guide gives as examples."""
    fenced = re.findall(r"^```markdown\n(.*?)^```", (ROOT / guide).read_text(), re.DOTALL | re.MULTILINE)
    return [example for example in fenced if example.startswith("---")]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The shipped content, to which an example can be added."""
    for folder in CONTENT_FOLDERS:
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def problems_with(repository: Path, path: str, text: str) -> list[Problem]:
    """What one more file brings, besides what is said of the content as it is."""
    before = problems_in(repository, {})
    return [problem for problem in problems_in(repository, {path: text}) if problem not in before]


@pytest.mark.parametrize("guide", ["README.md", "docs/contribute.md"])
def test_an_example_of_a_story_passes_the_checks_as_it_stands(repository: Path, guide: str) -> None:
    stories = [example for example in _examples(guide) if "kind: " in example and "publisher:" not in example]
    assert stories
    for story in stories:
        assert problems_with(repository, "stories/the-garden-on-elm-street.md", story) == []


def test_the_example_of_an_edition_passes_the_checks_as_it_stands(repository: Path) -> None:
    (edition,) = [example for example in _examples("docs/contribute.md") if "subject:" in example]
    assert problems_with(repository, "newsletters/2024-01.md", edition) == []


def test_the_example_of_a_publication_passes_the_checks_as_it_stands(repository: Path) -> None:
    (publication,) = [example for example in _examples("docs/contribute.md") if "publisher:" in example]
    assert problems_with(repository, "publications/the-report.md", publication) == []


def test_the_message_that_the_guide_quotes_is_what_an_editor_is_told(repository: Path) -> None:
    guide = (ROOT / "docs/contribute.md").read_text()
    (quoted,) = re.findall(r"^```text\n(.*?)\n```", guide, re.DOTALL | re.MULTILINE)
    story = "---\ntitle: Maggie\ndate: 2024\nareas: [derbyy]\nkind: news\nsummary: A story.\n---\n\nWords.\n"
    assert [str(problem) for problem in problems_with(repository, "stories/maggie.md", story)] == [quoted]
