"""Documents of feeds are kept between builds, and made again as soon as anything in them changes."""

import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsroom.cache import Cache
from newsroom.content.document import AnyDocument
from newsroom.publish.feeds import documents as module
from tests.support.feeds import feed_files, many_stories

STORIES = many_stories(140)


def _with_title(number: int) -> list[AnyDocument]:
    """The stories, of which one has another title."""
    story = STORIES[number]
    changed = replace(story, front=story.front.model_copy(update={"title": "Another"}))
    return [*STORIES[:number], changed, *STORIES[number + 1 :]]


def _counting(write: Callable[..., bytes], made: Counter[str]) -> Callable[..., bytes]:
    def count(*given: object) -> bytes:
        made[write.__name__] += 1
        return write(*given)

    return count


@pytest.fixture(scope="module")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of a build that is the first, whose feeds are those of a build without any."""
    folder = tmp_path_factory.mktemp("first")
    assert feed_files(STORIES, kept=Cache(folder)) == feed_files(STORIES)
    return folder


@pytest.mark.parametrize(
    ("after", "settings", "changed"),
    [
        (STORIES, {}, 0),
        (_with_title(139), {}, 8),
        (_with_title(60), {}, 2),
        (_with_title(2), {}, 2),
        (many_stories(141), {}, 8),
        (STORIES[1:], {}, 2),
        (STORIES, {"site_name": "Another"}, 40),
        (STORIES, {"websub_hub": "https://hub.example/"}, 40),
    ],
    ids=["nothing", "new story", "older story", "oldest story", "one more", "one less", "name", "hub"],
)
def test_only_changed_documents_are_made_again(
    tmp_path: Path,
    first_build: Path,
    monkeypatch: pytest.MonkeyPatch,
    after: Sequence[AnyDocument],
    settings: dict[str, Any],
    changed: int,
) -> None:
    cache = Cache(shutil.copytree(first_build, tmp_path / "cache"))
    expected = feed_files(after, **settings)
    made: Counter[str] = Counter()
    for name in ("rss_document", "atom_document", "atom_archive_document", "json_feed_document"):
        monkeypatch.setattr(module, name, _counting(getattr(module, name), made))
    assert feed_files(after, kept=cache, **settings) == expected
    assert made.total() == changed
