"""What an import guessed is an error until a person has confirmed it."""

from pathlib import Path

from tests.support import problems_in, small_newsroom
from tests.support.items import newsletter, story
from tests.support.wordings import Reported

GUESS = "To confirm: How a garden came to be on Elm Street, and who made it."


def test_guesses_are_errors_on_their_lines(tmp_path: Path, reported: Reported) -> None:
    files = {
        "stories/a.md": story(summary=GUESS, author={"name": "to confirm: Ann Archer"}),
        "stories/b.md": story(title="Ways to confirm: a list", summary=GUESS, draft=True),
        "newsletters/2024-04.md": newsletter(subject="To confirm: News"),
    }
    assert reported(problems_in(tmp_path, small_newsroom() | files)) == [
        "newsletters/2024-04.md:4 guess-unconfirmed",
        "stories/a.md:4 guess-unconfirmed",
        "stories/a.md:6 guess-unconfirmed",
        "stories/b.md:4 guess-unconfirmed?",
    ]


def test_templates_key_is_not_called_repeated(tmp_path: Path) -> None:
    consent = {"ref": "S-000", "basis": "consent", "given": "2024-01-01", "identity": "first-name", "scope": ["web"]}
    files = {f"stories/{name}.md": story(title=name, kind="story", consent=consent, draft=True) for name in ("a", "b")}
    codes = [problem.code for problem in problems_in(tmp_path, small_newsroom() | files)]
    assert codes == ["template-text-left"] * 2
