"""The live preview through all kinds of changes: each is seen, and the site is then that of a build from nothing."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from builds.start import build_options, start_build
from newsroom.publish.staging import Staging
from outside.repository import settings
from tests.support import small_newsroom
from tests.support.engine import EPOCH, contents, engine_environment, make_repository
from tests.support.items import page
from tests.support.preview_steps import LivePreview, served, steps, without_script

STORY = "stories/the-garden.md"
COMPARED_AFTER = {"change a title", "delete it", "write a dead link", "replace it", "change the settings"}
RELOADED_TWICE = {"replace it", "change the settings"}
"""After these, other files than pages may have changed as well, which only the whole build writes."""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    files = small_newsroom() | {"docs/contribute.md": page(title="Contribute")}
    return make_repository(tmp_path / "site", files, has_own_code=True)


@pytest.fixture
def preview(repository: Path) -> Iterator[LivePreview]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with served(repository, port, engine_environment()) as running:
        yield running


def test_each_change_is_seen_and_then_built(
    repository: Path, preview: LivePreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    for number, step in enumerate(steps(repository, STORY, "lacn@communitycatalysts.co.uk")):
        preview.take(step, repository)
        if step.name in COMPARED_AFTER:
            seen = preview.version(step.page)
            preview.wait_for_build()
            assert (preview.version(step.page) == seen) == (step.name not in RELOADED_TWICE), step.name
            assert_same_site(preview, repository, tmp_path / f"expected-{number}")
    assert "Traceback" not in preview.log.read_text()


def assert_same_site(preview: LivePreview, repository: Path, folder: Path) -> None:
    """Compare everything that is served with a build from nothing."""
    options = build_options(repository, Staging(folder), preview=True)
    build = start_build(repository, settings(repository), (), options)
    build.write()
    build.publish()
    for path, content in contents(folder).items():
        if not path.startswith("pagefind/"):
            served_content = preview.get_bytes(path.removesuffix("index.html"))
            is_page = path.endswith(".html")
            assert (without_script(served_content) if is_page else served_content) == content, path
