"""Which builds share the writing of their pages with another process."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from newsroom.open_build import open_build
from newsroom.parallel import in_sequence
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.site_folder.publish_anyway import PublishAnyway
from tests.support import HOME, SETTINGS, TODAY, write_files
from tests.support.rendering import link_templates
from tests.support.workers import share_cache


@pytest.mark.parametrize(
    ("is_preview", "anyway", "is_shared"),
    [(False, PublishAnyway.NEVER, True), (True, PublishAnyway.NEVER, False), (False, PublishAnyway.ALWAYS, False)],
)
def test_pages_are_shared_unless_they_depend_on_what_is_found_while_files_are_written(
    tmp_path: Path, is_preview: bool, anyway: PublishAnyway, is_shared: bool
) -> None:
    asked: list[int] = []

    def share(work: Callable[[Iterable[int]], object], count: int, /) -> AbstractContextManager[Callable[[], object]]:
        asked.append(count)
        return in_sequence(work, count)

    write_files(tmp_path, {"docs/index.md": HOME, "stories/x.md": "---\nwithdrawn: 2026-01-01\n---\n"})
    link_templates(tmp_path)
    share_cache(tmp_path)
    options = BuildOptions(today=TODAY, preview=is_preview, publish_anyway=anyway, parallel=share)  # type: ignore[arg-type]
    build = open_build(tmp_path, SETTINGS, options)
    build.write()
    assert asked == [len(build.site.pages) + 1] * is_shared
