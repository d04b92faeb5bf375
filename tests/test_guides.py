"""What the guides tell people to write passes the checks, and what they quote is what is said.

The guide for editors is content, which others change as they like: the frozen newsroom's copy is judged.
"""

import re
import shutil
from pathlib import Path

import pytest

from newsroom.places import CONTENT_FOLDERS
from newsroom.problems import Problem
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
    """What one more file brings, besides what is said of the content as it is."""
    before = problems_in(repository, {})
    return [problem for problem in problems_in(repository, {path: text}) if problem not in before]


@pytest.mark.parametrize("guide", [ROOT / "README.md", GUIDE], ids=lambda guide: guide.name)
def test_an_example_of_a_story_passes_the_checks_as_it_stands(repository: Path, guide: Path) -> None:
    stories = [example for example in _examples(guide) if "kind: " in example and "publisher:" not in example]
    assert stories
    for story in stories:
        assert problems_with(repository, "stories/the-garden-on-elm-street.md", story) == []


def test_the_example_of_an_edition_passes_the_checks_as_it_stands(repository: Path) -> None:
    (edition,) = [example for example in _examples(GUIDE) if "subject:" in example]
    edition = edition.replace("December 2023", "January 2024")
    assert problems_with(repository, "newsletters/2024-01.md", edition) == []


def test_the_example_of_a_publication_passes_the_checks_as_it_stands(repository: Path) -> None:
    (publication,) = [example for example in _examples(GUIDE) if "publisher:" in example]
    assert problems_with(repository, "publications/the-report.md", publication) == []


def test_the_message_that_the_guide_quotes_is_what_an_editor_is_told(repository: Path) -> None:
    (quoted,) = re.findall(r"^```text\n(.*?)\n```", GUIDE.read_text(), re.DOTALL | re.MULTILINE)
    story = "---\ntitle: Maggie\ndate: 2024\nareas: [derbyy]\nkind: news\nsummary: A story.\n---\n\nWords.\n"
    assert [str(problem) for problem in problems_with(repository, "stories/maggie.md", story)] == [quoted]
