"""Nothing is half-published: a build that fails leaves the last good site as it was."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support import small_newsroom, write_files
from tests.support.changes import N, P, S, changed
from tests.support.engine import build, contents, make_repository
from tests.support.items import CONSENT, story


def _break_a_template(repository: Path) -> None:
    (repository / "overrides/story.html").write_text("{{ no.such.thing }}")


def _break_an_email_template(repository: Path) -> None:
    (repository / "overrides/email/footer.html").write_text("{{ no_such_thing }}")


def _break_the_navigation(repository: Path) -> None:
    """A warning of the engine's own, which fails a strict build at its very end."""
    settings = repository / "mkdocs.yml"
    settings.write_text(f"{settings.read_text()}\nnav: [docs/nowhere.md]\n")


def _break_the_settings(repository: Path) -> None:
    settings = repository / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("mail_tools: [mailchimp", "mail_tools: [mailchip"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose site was built."""
    repository = make_repository(tmp_path_factory.mktemp("built"), small_newsroom())
    assert build(repository).code == 0
    return repository


@pytest.fixture
def repository(built: Path, tmp_path: Path) -> Path:
    """A copy of that repository, and of its site, to break."""
    return shutil.copytree(built, tmp_path / "newsroom", symlinks=True)


@pytest.mark.parametrize(
    "break_it",
    [
        _break_an_email_template,
        _break_the_navigation,
        _break_the_settings,
    ],
)
def test_failed_build_does_not_change_the_site(repository: Path, break_it: Callable[[Path], None]) -> None:
    before = contents(repository / "site")
    assert before
    break_it(repository)
    outcome = build(repository)
    assert outcome.code != 0
    assert contents(repository / "site") == before


def test_expired_consent_fails_a_build_or_is_hidden_by_it(repository: Path) -> None:
    expired = story(title="Taken", consent=CONSENT | {"review_by": "2026-11-21"})
    (repository / "stories/taken.md").write_text(expired, encoding="utf-8")
    assert "[consent-expired]" in build(repository).output
    assert not (repository / "site/stories/taken").exists()
    outcome = build(repository, environment={"NEWSROOM_ON_EXPIRED": "hide"})
    assert outcome.code == 0
    assert "so the item is hidden" in outcome.output
    assert not (repository / "site/stories/taken").exists()


def test_build_after_a_failed_build_is_complete(repository: Path) -> None:
    good = contents(repository / "site")
    template = repository / "overrides/story.html"
    whole = template.read_text()
    _break_a_template(repository)
    failed = build(repository)
    assert failed.code != 0
    assert contents(repository / "site") == good != {}
    assert "while making the page stories/the-garden.md" in failed.output
    template.write_text(whole)
    assert build(repository).code == 0
    assert contents(repository / "site") == good


def test_removed_content_is_removed_from_the_site(repository: Path) -> None:
    assert (repository / "site/publications/growing").exists()
    (repository / "publications/growing.md").unlink()
    assert build(repository).code == 0
    assert not (repository / "site/publications/growing").exists()


def test_all_errors_are_reported_at_once_and_the_site_stays(repository: Path) -> None:
    before = contents(repository / "site")
    mistakes = {S: ("title:", "titel:"), P: ("kind: report", "kind: reprot"), N: ("the-garden.md", "the-gardn.md")}
    write_files(repository, changed(mistakes))
    outcome = build(repository)
    assert outcome.code == 1
    lines = [line for line in outcome.output.splitlines() if ", line " in line]
    assert [line.split(",")[0] for line in lines] == [N, P, S]
    assert "3 errors to fix" in outcome.output
    assert "Traceback" not in outcome.output
    assert contents(repository / "site") == before != {}


def test_simultaneous_builds_end_with_a_complete_site(repository: Path) -> None:
    whole = contents(repository / "site")
    with ThreadPoolExecutor(2) as builds:
        outcomes = list(builds.map(build, [repository, repository]))
    assert [outcome.code for outcome in outcomes] == [0, 0]
    assert contents(repository / "site") == whole
