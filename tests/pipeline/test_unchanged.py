"""A build without changes leaves the site as it is, and says what the last one said."""

from collections.abc import Mapping
from pathlib import Path

from builds.fingerprints import program_fingerprint
from builds.last_build import LastBuild
from newsroom.cache import CACHE, TIDIED, Cache
from newsroom.publish.site_folder.staging import Staging
from tests.support import small_newsroom, write_files
from tests.support.changes import S
from tests.support.engine import Outcome, build, make_repository
from tests.support.images import picture
from tests.support.items import newsletter

SAYS = "Nothing has changed since the last build."
STUB = "---\nwithdrawn: 2026-11-01\n---\n"
LARGE = newsletter("## Hello\n\n" + "word " * 22_000, title="March")


def _own_repository(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Make a repository with a cache of its own. In the cache that tests share, others note what is gone."""
    repository = make_repository(root, files)
    (repository / CACHE).mkdir(parents=True)
    return repository


def summary(outcome: Outcome) -> list[str]:
    """The lines of a build's summary."""
    assert outcome.code == 0, outcome.output
    lines = [line.removeprefix("INFO    -  ") for line in outcome.output.splitlines()]
    start = next(number for number, line in enumerate(lines) if line.startswith("Made "))
    return [line for line in lines[start:] if not line.startswith("Documentation built")]


def test_build_without_changes_of_files_and_environment_is_left_out(tmp_path: Path) -> None:
    repository = _own_repository(tmp_path / "a", {**small_newsroom(), "docs/assets/unused.png": picture()})
    first = build(repository)
    assert any("[file-unused]" in line for line in summary(first))
    before = {file: file.stat() for file in (repository / "site").rglob("*")}
    again = build(repository, environment={"GITHUB_OUTPUT": str(tmp_path / "outputs")})
    assert (SAYS in first.output, SAYS in again.output) == (False, True)
    assert summary(again) == summary(first)
    assert {file: file.stat() for file in (repository / "site").rglob("*")} == before
    assert (tmp_path / "outputs").read_text() == "incomplete=false\n"

    page = repository / "site/stories/the-garden/index.html"
    whole = page.read_bytes()
    page.write_bytes(whole.replace(b"garden", b"hedges"))
    assert SAYS not in build(repository).output
    assert page.read_bytes() == whole
    assert SAYS in build(repository).output
    assert SAYS not in build(repository, environment={"NEWSROOM_ON_EXPIRED": "hide"}).output


def test_build_with_an_error_in_an_email_is_always_made(tmp_path: Path) -> None:
    repository = make_repository(tmp_path, {**small_newsroom(), "newsletters/2024-03.md": LARGE})
    outcomes = [build(repository) for _ in range(2)]
    assert [(outcome.code, SAYS in outcome.output) for outcome in outcomes] == [(0, False)] * 2


def test_withdrawn_item_is_taken_down_at_once(tmp_path: Path) -> None:
    repository = _own_repository(tmp_path, small_newsroom())
    assert build(repository).code == 0
    write_files(repository, {S: STUB})
    outputs = [build(repository).output for _ in range(3)]
    assert 'data-notice="withdrawn"' in (repository / "site/stories/the-garden/index.html").read_text()
    outputs.append(build(repository, environment={"NEWSROOM_WITHDRAWALS": "always"}).output)
    assert [SAYS in output for output in outputs] == [False, False, True, False]


def test_build_is_made_again_after_a_preview_that_may_have_shown_withdrawn_items(tmp_path: Path) -> None:
    write_files(tmp_path, {"site/index.html": "A page."})
    last = LastBuild(tmp_path, Staging(tmp_path / "site"))
    last.start(())
    last.finish("A summary.")
    assert last.if_unchanged()
    Cache(tmp_path / CACHE, program_fingerprint()).store(TIDIED, b"another")
    assert last.if_unchanged() is None
